// Which connection stands behind each slot of the flow, for the chosen store.
import { ActionIcon, Group, Select, Stack } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usedSlots } from '@eclusa/flow';
import { useCatalogue } from '../api/catalogue';
import { useConnections } from '../api/connections';
import { useLocale } from '../i18n/useLocale';
import { useToast } from '../shell/useToast';
import { useDocument, useFlowStores, useSaving, useView } from '../store/flow-stores';
import { useBoundSlots } from '../store/useBoundSlots';

/** All slots, or `only` those named. A slot no box uses can be taken out. */
export function SlotBindings({ only }: { only?: readonly string[] }) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const toast = useToast();
  const { catalogue } = useFlowStores();
  const kinds = useCatalogue().data?.connectionKinds;
  const document = useDocument((state) => state.document);
  const edit = useDocument((state) => state.edit);
  const bind = useSaving((state) => state.bind);
  const storeId = useView((state) => state.storeId);
  const connections = useConnections().data ?? [];
  const bound = useBoundSlots();
  const used = usedSlots(document, catalogue.nodes);
  const slots = Object.entries(document.slots).filter(([id]) => only?.includes(id) ?? true);
  return (
    <Stack gap="xs">
      {slots.map(([id, slot]) => {
        const kind = kinds?.get(slot.kind);
        return (
          <Group key={id} gap="xs" align="flex-end" wrap="nowrap">
            <Select
              flex={1}
              label={slot.name || id}
              description={used.has(id) ? (kind ? say(kind.name) : slot.kind) : t('editor.flow.unused')}
              placeholder={t('fields.connection.choose')}
              nothingFoundMessage={t('fields.connection.none')}
              data={connections
                .filter((connection) => connection.kind === slot.kind)
                .map((connection) => ({ value: connection.id, label: connection.name }))}
              value={bound[id] ?? null}
              onChange={(connection) => {
                if (connection) bind(storeId, { [id]: connection }).catch(toast.bad);
              }}
            />
            {!used.has(id) && (
              <ActionIcon
                size="lg"
                aria-label={t('editor.flow.removeSlot', { name: slot.name || id })}
                onClick={() => edit([{ type: 'remove-slot', id }])}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            )}
          </Group>
        );
      })}
    </Stack>
  );
}
