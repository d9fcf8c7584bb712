// The sample rows that left a box, by output: to be looked at, changed, pasted over, and pinned to the flow.
import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconClipboardText, IconPencil, IconPin, IconPinnedOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FAILED, outputPorts, type Port, type Row } from '@eclusa/flow';
import { formatAgo } from '../i18n/format';
import { useLocale } from '../i18n/useLocale';
import { PasteModal } from '../rows/PasteModal';
import { RowsEditor } from '../rows/RowsEditor';
import { RowsView } from '../rows/RowsView';
import { useDocument } from '../store/flow-stores';
import type { BoxSample } from './useBoxSample';
import { usePinning } from './usePinning';

/** Rows that were changed or pasted are pinned: trying the box again would give others. */
export function RowsOut({ id, sample }: { id: string; sample: BoxSample }) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const config = useDocument((state) => state.document.nodes[id]?.config ?? {});
  const { description, result, pinned } = sample;
  const pinning = usePinning(id, result?.outputs ?? {});
  if (!description) return null;
  const ports = outputPorts(description, config).filter((port) => port.id !== FAILED);
  const title = (port: Port) =>
    ports.length > 1 ? `${t('rows.out.title')}: ${say(port.name)}` : t('rows.out.title');
  return (
    <Stack gap="md">
      {pinned && <Pinned sample={pinned} saving={pinning.saving} onUnpin={pinning.unpin} />}
      {ports.map((port) => (
        <PortOut
          key={port.id}
          title={title(port)}
          rows={result ? ((result.outputs[port.id] ?? []) as Row[]) : null}
          source={description.inputs.length === 0}
          saving={pinning.saving}
          onChange={(rows, done) => pinning.change(port.id, rows, done)}
          {...(!pinned && result && { onPin: pinning.pin })}
        />
      ))}
    </Stack>
  );
}

interface PinnedProps {
  sample: NonNullable<BoxSample['pinned']>;
  saving: boolean;
  onUnpin: () => void;
}

function Pinned({ sample, saving, onUnpin }: PinnedProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const values = {
    when: formatAgo(sample.updatedAt, locale),
    who: sample.updatedBy ?? t('rows.pin.someone'),
  };
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <Badge variant="light" flex="none" leftSection={<IconPin size={12} aria-hidden />}>
        {t('rows.pin.badge')}
      </Badge>
      <Text size="xs" c="dimmed" flex={1}>
        {t('rows.pin.by', values)}
      </Text>
      <Button
        size="compact-xs"
        variant="default"
        flex="none"
        loading={saving}
        leftSection={<IconPinnedOff size={13} aria-hidden />}
        onClick={onUnpin}
      >
        {t('rows.pin.off')}
      </Button>
    </Group>
  );
}

interface PortOutProps {
  title: string;
  /** Null before the box has been tried. */
  rows: Row[] | null;
  source: boolean;
  saving: boolean;
  onChange: (rows: Row[], done: () => void) => void;
  onPin?: () => void;
}

function PortOut({ title, rows, source, saving, onChange, onPin }: PortOutProps) {
  const { t } = useTranslation();
  const [mode, setMode] = useState<'edit' | 'paste' | null>(null);
  const close = () => setMode(null);
  const some = rows !== null && rows.length > 0;
  if (rows === null && !source) return null;
  const button = { size: 'compact-xs', variant: 'subtle' } as const;
  return (
    <section>
      <Group justify="space-between" gap={4} mb={4}>
        <Title order={4}>{title}</Title>
        <Group gap={2}>
          {some && onPin && (
            <Button
              {...button}
              title={t('rows.pin.onHelp')}
              leftSection={<IconPin size={13} aria-hidden />}
              loading={saving && mode === null}
              onClick={onPin}
            >
              {t('rows.pin.on')}
            </Button>
          )}
          {some && (
            <Button
              {...button}
              leftSection={<IconPencil size={13} aria-hidden />}
              onClick={() => setMode('edit')}
            >
              {t('rows.edit.open')}
            </Button>
          )}
          <Button
            {...button}
            leftSection={<IconClipboardText size={13} aria-hidden />}
            onClick={() => setMode('paste')}
          >
            {t('rows.paste.open')}
          </Button>
        </Group>
      </Group>
      {mode === 'edit' && rows ? (
        <RowsEditor
          rows={rows}
          label={title}
          saving={saving}
          onSave={(next) => onChange(next, close)}
          onCancel={close}
        />
      ) : some ? (
        <RowsView rows={rows} label={title} />
      ) : (
        <Text size="sm" c="dimmed">
          {t(rows === null ? 'rows.out.noSample' : 'rows.out.none')}
        </Text>
      )}
      <PasteModal
        opened={mode === 'paste'}
        saving={saving}
        onClose={close}
        onUse={(next) => onChange(next, close)}
      />
    </section>
  );
}
