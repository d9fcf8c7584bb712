// Which connection a new flow uses for each system it talks to. One that is missing is made on the spot.
import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowDocument } from '@eclusa/flow';
import { useConnections } from '../../api/connections';
import { ConnectionForm } from '../../connections/ConnectionForm';

export interface SlotChoiceProps {
  slots: FlowDocument['slots'];
  /** Connection ids by slot. */
  value: Readonly<Record<string, string>>;
  onChange: (value: Record<string, string>) => void;
}

/** May be left empty: the flow opens all the same. */
export function SlotChoice({ slots, value, onChange }: SlotChoiceProps) {
  const { t } = useTranslation();
  const connections = useConnections().data ?? [];
  const [creating, setCreating] = useState<string | null>(null);
  const choose = (slot: string, id: string | null) => {
    const { [slot]: _old, ...rest } = value;
    onChange(id ? { ...rest, [slot]: id } : rest);
  };
  const kind = creating === null ? undefined : slots[creating]?.kind;
  return (
    <Stack gap="sm">
      {Object.entries(slots).map(([id, slot]) => (
        <Group key={id} gap="xs" align="flex-end" wrap="nowrap">
          <Select
            flex={1}
            label={t('start.connections.label', { name: slot.name || id })}
            placeholder={t('start.connections.later')}
            clearable
            data={connections
              .filter((connection) => connection.kind === slot.kind)
              .map((connection) => ({ value: connection.id, label: connection.name }))}
            value={value[id] ?? null}
            onChange={(next) => choose(id, next)}
          />
          <Button
            variant="default"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => setCreating(id)}
          >
            {t('start.connections.new')}
          </Button>
        </Group>
      ))}
      <Modal
        opened={creating !== null}
        onClose={() => setCreating(null)}
        title={t('connections.new')}
        size="lg"
      >
        {creating !== null && kind && (
          <ConnectionForm
            accepts={[kind]}
            onCancel={() => setCreating(null)}
            onSaved={({ id }) => {
              choose(creating, id);
              setCreating(null);
            }}
          />
        )}
      </Modal>
    </Stack>
  );
}
