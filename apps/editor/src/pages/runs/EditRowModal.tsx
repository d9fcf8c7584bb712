// One failed row to be corrected: its fields one by one, or the whole of it as JSON.
import {
  Alert,
  Button,
  Group,
  Modal,
  ScrollArea,
  SegmentedControl,
  Skeleton,
  Stack,
  Text,
} from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isJsonObject, sentence, type Json, type Row } from '@eclusa/flow';
import type { FailedRow } from '../../api/types';
import { useLocale } from '../../i18n/useLocale';
import { formatNumber } from '../../i18n/format';
import { editable, fieldOf } from './row-edits';
import { RowFields } from './RowFields';

const CodeEditor = lazy(async () => ({ default: (await import('../../fields/CodeEditor')).CodeEditor }));

export interface EditRowModalProps {
  /** Closed while null. */
  row: FailedRow | null;
  /** What the person made of it before. */
  value: Row | undefined;
  box: string;
  busy: boolean;
  onKeep: (row: FailedRow, value: Row) => void;
  onSend: (row: FailedRow, value: Row) => void;
  onClose: () => void;
}

/** The row is changed here only; it is sent by itself, or kept to be sent with others. */
export function EditRowModal({ row, onClose, ...props }: EditRowModalProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const number = row ? formatNumber(row.row, locale) : '';
  return (
    <Modal
      opened={row !== null}
      onClose={onClose}
      size="lg"
      title={t('failures.form.title', { row: number })}
    >
      {row && <EditRow key={row.id} row={row} onClose={onClose} {...props} />}
    </Modal>
  );
}

type EditRowProps = Omit<EditRowModalProps, 'row'> & { row: FailedRow };

function EditRow({ row, value, box, busy, onKeep, onSend, onClose }: EditRowProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const [as, setAs] = useState('fields');
  const [draft, setDraft] = useState<Row>(value ?? editable(row.input));
  const [text, setText] = useState('');
  const [faults, setFaults] = useState<ReadonlySet<string>>(new Set());
  const parsed = as === 'json' ? readRow(text) : { row: draft };
  const reason = 'reason' in parsed ? parsed.reason : undefined;
  const result = 'row' in parsed && faults.size === 0 ? parsed.row : undefined;
  const show = (next: string) => {
    if (next === 'json') setText(JSON.stringify(draft, null, 2));
    else if (result) setDraft(result);
    setAs(next);
  };
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('failures.form.lead', { box })}
      </Text>
      <Alert color="red" p="xs">
        {sentence(row.error.code, row.error.values, locale)}
      </Alert>
      <SegmentedControl
        size="xs"
        aria-label={t('failures.form.as')}
        value={as}
        disabled={!result}
        onChange={show}
        data={[
          { value: 'fields', label: t('failures.form.fields') },
          { value: 'json', label: t('failures.form.json') },
        ]}
      />
      {as === 'fields' ? (
        <ScrollArea.Autosize mah="46vh" type="auto" offsetScrollbars>
          <RowFields row={draft} wrong={fieldOf(row)} onChange={setDraft} onFaults={setFaults} />
        </ScrollArea.Autosize>
      ) : (
        <Suspense fallback={<Skeleton h={260} />}>
          <CodeEditor
            label={t('failures.form.json')}
            language="json"
            height="300px"
            value={text}
            onChange={setText}
          />
        </Suspense>
      )}
      {reason !== undefined && (
        <Text size="sm" c="var(--ec-danger)" role="alert">
          {reason === '' ? t('failures.form.noObject') : t('failures.form.badJson', { reason })}
        </Text>
      )}
      <Group justify="flex-end">
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button variant="default" disabled={!result || busy} onClick={() => result && onKeep(row, result)}>
          {t('failures.form.keep')}
        </Button>
        <Button disabled={!result} loading={busy} onClick={() => result && onSend(row, result)}>
          {t('failures.form.sendNow')}
        </Button>
      </Group>
    </Stack>
  );
}

/** The row, or why it is none; '' when it is JSON and no object. */
function readRow(text: string): { row: Row } | { reason: string } {
  try {
    const value = JSON.parse(text) as Json;
    return isJsonObject(value) ? { row: value } : { reason: '' };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : '?' };
  }
}
