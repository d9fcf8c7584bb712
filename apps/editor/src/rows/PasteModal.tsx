// Takes rows that a person pastes from a spreadsheet or as JSON, and shows how they were understood before they are used.
import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '@eclusa/flow';
import { mostRows } from '../store/sample-flow';
import { parsePasted } from './paste';
import { RowsView } from './RowsView';

export interface PasteModalProps {
  opened: boolean;
  saving: boolean;
  onClose: () => void;
  onUse: (rows: Row[]) => void;
}

/** At most as many rows as are kept. */
export function PasteModal({ opened, saving, onClose, onUse }: PasteModalProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} title={t('rows.paste.title')} size="xl">
      <PasteForm saving={saving} onClose={onClose} onUse={onUse} />
    </Modal>
  );
}

function PasteForm({ saving, onClose, onUse }: Omit<PasteModalProps, 'opened'>) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const pasted = text.trim() === '' ? null : parsePasted(text);
  const found = pasted && 'rows' in pasted ? pasted.rows : [];
  const rows = found.slice(0, mostRows);
  return (
    <Stack>
      <Textarea
        label={t('rows.paste.text')}
        description={t('rows.paste.help')}
        autosize
        minRows={5}
        maxRows={10}
        value={text}
        data-autofocus
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: '0.8rem' } }}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {pasted && 'fault' in pasted && <Alert color="red">{t(`rows.paste.fault.${pasted.fault}`)}</Alert>}
      {rows.length > 0 && (
        <section>
          <Text size="sm" fw={600} mb={4}>
            {t('rows.paste.preview')}
          </Text>
          <RowsView rows={rows} label={t('rows.paste.preview')} />
          {found.length > mostRows && (
            <Text size="xs" c="dimmed">
              {t('rows.paste.most', { count: mostRows })}
            </Text>
          )}
        </section>
      )}
      <Group justify="flex-end">
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button disabled={rows.length === 0} loading={saving} onClick={() => onUse(rows)}>
          {t('rows.paste.use', { count: rows.length })}
        </Button>
      </Group>
    </Stack>
  );
}
