// The pairs of one table: search, add, change, delete, CSV in and out.
import { Button, Group, Paper, Table, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowsLeftRight, IconDownload, IconPlus, IconSearch, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codesUrl, useCodes, useDeleteCode, type CodesOf, type Pair } from '../../api/codes';
import type { CodePair, CodeTable } from '../../api/types';
import { formatDate } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { ConfirmModal } from '../../shell/ConfirmModal';
import { LineActions } from '../../shell/LineActions';
import { ListArea } from '../../shell/ListArea';
import { LoadMore } from '../../shell/LoadMore';
import { Notice } from '../../shell/Notice';
import { useToast } from '../../shell/useToast';
import classes from './codes.module.css';

export interface PairListProps {
  storeId: CodesOf;
  table: CodeTable;
  /** Asks for the form of a pair, a new one when none is named, or of a file. */
  onWrite: (what: 'pair' | 'file', pair?: Pair) => void;
}

const typingMs = 250;

export function PairList({ storeId, table, onWrite }: PairListProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), typingMs);
  const [doomed, setDoomed] = useState<CodePair | null>(null);
  const query = useCodes(storeId, table.name, search);
  const pairs = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div>
      <PairBar {...{ storeId, table, typed, onWrite }} onType={setTyped} />
      <ListArea query={query}>
        {pairs.length > 0 && (
          <PairTable pairs={pairs} onEdit={(pair) => onWrite('pair', pair)} onDelete={setDoomed} />
        )}
        {pairs.length === 0 && search !== '' && <Text c="dimmed">{t('codes.noMatch', { search })}</Text>}
        {pairs.length === 0 && search === '' && (
          <Notice
            icon={IconArrowsLeftRight}
            title={t('codes.tableEmpty.title')}
            text={t('codes.tableEmpty.text')}
          />
        )}
        <LoadMore query={query} />
      </ListArea>
      <DeletePair {...{ storeId, table, pair: doomed }} onClose={() => setDoomed(null)} />
    </div>
  );
}

interface PairBarProps extends PairListProps {
  typed: string;
  onType: (text: string) => void;
}

function PairBar({ storeId, table, typed, onType, onWrite }: PairBarProps) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between" mb="sm">
      <TextInput
        w={260}
        type="search"
        aria-label={t('codes.search')}
        placeholder={t('codes.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
      />
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<IconUpload size={16} aria-hidden />}
          onClick={() => onWrite('file')}
        >
          {t('codes.import.open')}
        </Button>
        <Button
          component="a"
          href={codesUrl(storeId, table.name)}
          download
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {t('codes.export')}
        </Button>
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => onWrite('pair')}>
          {t('codes.add')}
        </Button>
      </Group>
    </Group>
  );
}

interface PairTableProps {
  pairs: readonly CodePair[];
  onEdit: (pair: CodePair) => void;
  onDelete: (pair: CodePair) => void;
}

function PairTable({ pairs, onEdit, onDelete }: PairTableProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  return (
    <Paper>
      <Table verticalSpacing="xs" horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('codes.erp')}</Table.Th>
            <Table.Th>{t('codes.vtex')}</Table.Th>
            <Table.Th w={200}>{t('codes.changed')}</Table.Th>
            <Table.Th w={100}>
              <VisuallyHidden>{t('codes.actions')}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {pairs.map((pair) => (
            <Table.Tr key={pair.key}>
              <Table.Td className={`ec-mono ${classes.code}`}>{pair.key}</Table.Td>
              <Table.Td className={`ec-mono ${classes.code}`}>{pair.value}</Table.Td>
              <Table.Td c="dimmed">{formatDate(pair.updatedAt, locale)}</Table.Td>
              <Table.Td>
                <LineActions
                  editLabel={t('codes.edit', { code: pair.key })}
                  deleteLabel={t('codes.remove', { code: pair.key })}
                  onEdit={() => onEdit(pair)}
                  onDelete={() => onDelete(pair)}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

interface DeletePairProps extends Pick<PairListProps, 'storeId' | 'table'> {
  pair: CodePair | null;
  onClose: () => void;
}

function DeletePair({ storeId, table, pair, onClose }: DeletePairProps) {
  const { t } = useTranslation();
  const remove = useDeleteCode(storeId);
  const toast = useToast();
  return (
    <ConfirmModal
      opened={pair !== null}
      title={t('codes.delete.title', { code: pair?.key ?? '' })}
      text={t('codes.delete.text')}
      confirm={t('codes.delete.confirm')}
      busy={remove.isPending}
      onClose={onClose}
      onConfirm={() => {
        if (pair)
          remove.mutate({ table: table.name, key: pair.key }, { onSuccess: onClose, onError: toast.bad });
      }}
    />
  );
}
