// The tables of a store at the left, the pairs of the chosen one at the right; with none, what they are for.
import { Button, Group, Modal, NavLink, Paper, Stack, Text } from '@mantine/core';
import { IconArrowsLeftRight, IconPlus, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CodesOf, Pair } from '../../api/codes';
import type { CodeTable } from '../../api/types';
import { formatNumber } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { Notice } from '../../shell/Notice';
import classes from './codes.module.css';
import { useCodesPlace } from './codes-place';
import { ImportForm } from './ImportForm';
import { PairForm } from './PairForm';
import { PairList } from './PairList';

/** What is being written: a pair or a file, into a table that is there or into a new one. */
type Writing = { what: 'pair' | 'file'; table?: string; pair?: Pair };

export function CodeTables({ storeId, tables }: { storeId: CodesOf; tables: readonly CodeTable[] }) {
  const { t } = useTranslation();
  const [place, move] = useCodesPlace();
  const [writing, setWriting] = useState<Writing | null>(null);
  const table = tables.find(({ name }) => name === place.table) ?? tables[0];
  const close = () => setWriting(null);
  const saved = (name: string) => {
    move({ table: name });
    close();
  };
  const title =
    writing?.what === 'file'
      ? t('codes.import.title')
      : writing?.pair
        ? t('codes.edit', { code: writing.pair.key })
        : t('codes.add');
  return (
    <>
      {table ? (
        <div className={classes.tables}>
          <TableChoice
            tables={tables}
            chosen={table.name}
            onChoose={(name) => move({ table: name })}
            onNew={() => setWriting({ what: 'pair' })}
          />
          <PairList
            key={table.name}
            storeId={storeId}
            table={table}
            onWrite={(what, pair) => setWriting({ what, table: table.name, ...(pair && { pair }) })}
          />
        </div>
      ) : (
        <Notice icon={IconArrowsLeftRight} title={t('codes.empty.title')} text={t('codes.empty.text')}>
          <Group>
            <Button
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => setWriting({ what: 'pair' })}
            >
              {t('codes.add')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconUpload size={16} aria-hidden />}
              onClick={() => setWriting({ what: 'file' })}
            >
              {t('codes.import.open')}
            </Button>
          </Group>
        </Notice>
      )}
      <Modal opened={writing !== null} onClose={close} title={title}>
        {writing?.what === 'pair' && (
          <PairForm {...writing} storeId={storeId} onSaved={saved} onCancel={close} />
        )}
        {writing?.what === 'file' && (
          <ImportForm {...writing} storeId={storeId} onSaved={saved} onCancel={close} />
        )}
      </Modal>
    </>
  );
}

interface TableChoiceProps {
  tables: readonly CodeTable[];
  chosen: string;
  onChoose: (name: string) => void;
  onNew: () => void;
}

function TableChoice({ tables, chosen, onChoose, onNew }: TableChoiceProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  return (
    <Stack gap="sm">
      <Paper p={6} component="nav" aria-label={t('codes.tables')}>
        {tables.map(({ name, pairs }) => (
          <NavLink
            key={name}
            component="button"
            active={name === chosen}
            aria-current={name === chosen ? 'true' : undefined}
            label={name}
            onClick={() => onChoose(name)}
            rightSection={
              <Text span size="xs" className="ec-num">
                {formatNumber(pairs, locale)}
              </Text>
            }
          />
        ))}
      </Paper>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={15} aria-hidden />}
        onClick={onNew}
      >
        {t('codes.newTable')}
      </Button>
    </Stack>
  );
}
