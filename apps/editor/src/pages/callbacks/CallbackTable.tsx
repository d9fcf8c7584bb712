// One line a callback: its name and address, what it is told of, whether it is on, and what can be done with it.
import { ActionIcon, Group, Paper, Switch, Table, Text, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconPencil, IconRefresh, IconSend, IconTrash, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTestCallback, useUpdateCallback } from '../../api/callbacks';
import { useFlows } from '../../api/flows';
import { useStores } from '../../api/stores';
import type { Callback } from '../../api/types';
import { useToast } from '../../shell/useToast';
import { bodyOf, draftOf, eventWord } from './callback-draft';

export interface CallbackTableProps {
  items: readonly Callback[];
  onEdit: (callback: Callback) => void;
  onRotate: (callback: Callback) => void;
  onDelete: (callback: Callback) => void;
}

export function CallbackTable({ items, ...actions }: CallbackTableProps) {
  const { t } = useTranslation();
  return (
    <Paper>
      <Table verticalSpacing="sm" horizontalSpacing="md" layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="38%">{t('callbacks.name')}</Table.Th>
            <Table.Th>{t('callbacks.events')}</Table.Th>
            <Table.Th w={110}>{t('callbacks.on')}</Table.Th>
            <Table.Th w={170}>
              <VisuallyHidden>{t('callbacks.actions')}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((callback) => (
            <CallbackLine key={callback.id} callback={callback} {...actions} />
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

type LineProps = Omit<CallbackTableProps, 'items'> & { callback: Callback };

function CallbackLine({ callback, onEdit, onRotate, onDelete }: LineProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const update = useUpdateCallback();
  const test = useTestCallback();
  const { id, name, address, enabled } = callback;
  const turn = (on: boolean) =>
    update.mutate({ id, body: bodyOf({ ...draftOf(callback), enabled: on }) }, { onError: toast.bad });
  const tryOut = () =>
    test.mutate(id, { onSuccess: () => toast.good(t('callbacks.test.sent', { name })), onError: toast.bad });
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <Text size="xs" c="dimmed" className="ec-mono" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
          {address}
        </Text>
      </Table.Td>
      <Table.Td>
        <ToldOf callback={callback} />
      </Table.Td>
      <Table.Td>
        <Switch
          aria-label={t('callbacks.turn', { name })}
          checked={enabled}
          disabled={update.isPending}
          onChange={(event) => turn(event.currentTarget.checked)}
        />
      </Table.Td>
      <Table.Td>
        <Group gap={4} wrap="nowrap" justify="flex-end">
          <Action
            icon={IconSend}
            hint={t('callbacks.test.hint')}
            label={t('callbacks.test.label', { name })}
            onClick={tryOut}
          />
          <Action
            icon={IconPencil}
            hint={t('action.edit')}
            label={t('callbacks.edit', { name })}
            onClick={() => onEdit(callback)}
          />
          <Action
            icon={IconRefresh}
            hint={t('callbacks.rotate.hint')}
            label={t('callbacks.rotate.label', { name })}
            onClick={() => onRotate(callback)}
          />
          <Action
            icon={IconTrash}
            hint={t('action.delete')}
            label={t('callbacks.remove.label', { name })}
            onClick={() => onDelete(callback)}
          />
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

interface ActionProps {
  icon: Icon;
  hint: string;
  label: string;
  onClick: () => void;
}

function Action({ icon: Picture, hint, label, onClick }: ActionProps) {
  return (
    <Tooltip label={hint}>
      <ActionIcon aria-label={label} onClick={onClick}>
        <Picture size={17} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

/** The events by words, and the flows and stores it is narrowed to. */
function ToldOf({ callback: { events, flowIds, storeIds } }: { callback: Callback }) {
  const { t } = useTranslation();
  const flows = useFlows().data ?? [];
  const stores = useStores().data ?? [];
  const names = (ids: readonly string[], all: readonly { id: string; name: string }[]) =>
    ids.map((id) => all.find((one) => one.id === id)?.name ?? t('callbacks.gone')).join(', ');
  return (
    <>
      <Text size="sm">{events.map((event) => t(`callbacks.event.${eventWord[event]}`)).join(', ')}</Text>
      <Text size="xs" c="dimmed" lineClamp={2}>
        {flowIds ? names(flowIds, flows) : t('callbacks.allFlows')}
        {storeIds && ` · ${names(storeIds, stores)}`}
      </Text>
    </>
  );
}
