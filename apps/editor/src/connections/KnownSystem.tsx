// Fills the form of a new connection in as a known system wants it, and says what is still missing.
import { Alert, Select, Stack } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ConnectionPreset } from '@eclusa/flow';
import { useLocale } from '../i18n/useLocale';

/** What is known of a system, and the kind of its connection. */
export type PresetOfKind = ConnectionPreset & { kind: string };

export interface KnownSystemProps {
  presets: readonly PresetOfKind[];
  /** The id of the chosen one; null for another system. */
  value: string | null;
  onChange: (preset: PresetOfKind | null) => void;
}

/** Typing finds a system by its name. */
export function KnownSystem({ presets, value, onChange }: KnownSystemProps) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const chosen = presets.find(({ id }) => id === value);
  return (
    <Stack gap="xs">
      <Select
        label={t('connections.known.label')}
        description={t('connections.known.help')}
        placeholder={t('connections.known.none')}
        searchable
        clearable
        data={presets.map(({ id, system }) => ({ value: id, label: system }))}
        value={value}
        onChange={(id) => onChange(presets.find((one) => one.id === id) ?? null)}
      />
      {chosen && (
        <Alert variant="light" icon={<IconInfoCircle aria-hidden />}>
          {say(chosen.help)}
        </Alert>
      )}
    </Stack>
  );
}
