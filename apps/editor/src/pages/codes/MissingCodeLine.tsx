// One code that rows wait for, with the field to fill it in.
import { Button, Group, Table, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { longestCode } from '@eclusa/flow';
import { useSaveCodes, type CodesOf } from '../../api/codes';
import type { MissingCode } from '../../api/types';
import { formatAgo, formatNumber } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { useToast } from '../../shell/useToast';
import classes from './codes.module.css';
import { filledIn } from './codes-place';

/** A code that has been filled in, and the runs its rows go on in. */
export interface FilledIn {
  code: string;
  runIds: string[];
}

export interface MissingCodeLineProps {
  storeId: CodesOf;
  missing: MissingCode;
  onFilled: (filled: FilledIn) => void;
  onGiveUp: () => void;
}

export function MissingCodeLine({ storeId, missing, onFilled, onGiveUp }: MissingCodeLineProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const toast = useToast();
  const save = useSaveCodes(storeId);
  const [typed, setTyped] = useState('');
  const { table, by, code } = missing;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const other = typed.trim();
    if (other === '') return;
    // As a promise: when it is done the line is gone, and its own callbacks with it.
    save
      .mutateAsync({ table, pairs: [filledIn(missing, other)] })
      .then(({ runs }) => onFilled({ code, runIds: runs.map(({ id }) => id) }), toast.bad);
  };
  return (
    <Table.Tr>
      <Table.Td>{table}</Table.Td>
      <Table.Td className={classes.code} fw={600}>
        {t(by === 'key' ? 'codes.missing.wantsValue' : 'codes.missing.wantsKey', { code })}
      </Table.Td>
      <Table.Td ta="right" className="ec-num">
        {formatNumber(missing.rows, locale)}
      </Table.Td>
      <Table.Td c="dimmed">{formatAgo(missing.since, locale)}</Table.Td>
      <Table.Td>
        <form onSubmit={submit}>
          <Group gap="xs" wrap="nowrap" justify="flex-end">
            <TextInput
              className={classes.fill}
              aria-label={t(by === 'key' ? 'codes.missing.valueOf' : 'codes.missing.keyOf', { code })}
              placeholder={t(by === 'key' ? 'codes.vtex' : 'codes.erp')}
              maxLength={longestCode}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            <Button
              type="submit"
              className={classes.whole}
              aria-label={t('codes.missing.goOf', { code })}
              loading={save.isPending}
              disabled={typed.trim() === ''}
            >
              {t('codes.missing.go')}
            </Button>
            <Button
              variant="subtle"
              color="gray"
              className={classes.whole}
              aria-label={t('codes.missing.giveUpOf', { code })}
              onClick={onGiveUp}
            >
              {t('codes.missing.giveUp')}
            </Button>
          </Group>
        </form>
      </Table.Td>
    </Table.Tr>
  );
}
