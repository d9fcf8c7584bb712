// The VTEX accounts that flows write to, each with the connection that enters it.
import { Button, Group, Modal, Paper, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconBuildingStore, IconPlayerPause, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnections } from '../../api/connections';
import { usePause } from '../../api/pauses';
import { useDeleteStore, useStores } from '../../api/stores';
import type { Store } from '../../api/types';
import { formatAgo } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { ConfirmModal } from '../../shell/ConfirmModal';
import { LineActions } from '../../shell/LineActions';
import { ListArea } from '../../shell/ListArea';
import { Notice } from '../../shell/Notice';
import { PageHead } from '../../shell/PageHead';
import { PausedBadge, ResumeButton } from '../../shell/Paused';
import { useToast } from '../../shell/useToast';
import { StoreCheckButton } from './StoreCheck';
import { StoreForm } from './StoreForm';

/** `/stores` */
export function StoresPage() {
  const { t } = useTranslation();
  const stores = useStores();
  const [editing, setEditing] = useState<{ store?: Store } | null>(null);
  const [doomed, setDoomed] = useState<Store | null>(null);
  const remove = useDeleteStore();
  const toast = useToast();
  const all = stores.data ?? [];
  const close = () => setEditing(null);
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEditing({})}>
      {t('stores.new')}
    </Button>
  );
  return (
    <>
      <PageHead title={t('stores.title')} lead={t('stores.lead')}>
        {all.length > 0 && add}
      </PageHead>
      <ListArea query={stores}>
        {all.length === 0 ? (
          <Notice icon={IconBuildingStore} title={t('stores.empty.title')} text={t('stores.empty.text')}>
            {add}
          </Notice>
        ) : (
          <StoreTable stores={all} onEdit={(store) => setEditing({ store })} onDelete={setDoomed} />
        )}
      </ListArea>
      <Modal opened={editing !== null} onClose={close} title={editing?.store?.name ?? t('stores.new')}>
        {editing && <StoreForm {...editing} onSaved={close} onCancel={close} />}
      </Modal>
      <ConfirmModal
        opened={doomed !== null}
        title={t('stores.delete.title', { name: doomed?.name ?? '' })}
        text={t('stores.delete.text')}
        confirm={t('stores.delete.confirm')}
        busy={remove.isPending}
        onClose={() => setDoomed(null)}
        onConfirm={() => {
          if (doomed) remove.mutate(doomed.id, { onSuccess: () => setDoomed(null), onError: toast.bad });
        }}
      />
    </>
  );
}

interface StoreTableProps {
  stores: readonly Store[];
  onEdit: (store: Store) => void;
  onDelete: (store: Store) => void;
}

function StoreTable({ stores, onEdit, onDelete }: StoreTableProps) {
  const { t } = useTranslation();
  const connections = useConnections().data ?? [];
  const nameOf = (id: string) => connections.find((one) => one.id === id)?.name ?? '';
  return (
    <Paper>
      <Table verticalSpacing="sm" horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('stores.name')}</Table.Th>
            <Table.Th>{t('stores.account')}</Table.Th>
            <Table.Th>{t('stores.connection')}</Table.Th>
            <Table.Th w={330}>{t('stores.runs')}</Table.Th>
            <Table.Th w={100}>
              <VisuallyHidden>{t('stores.actions')}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {stores.map((store) => (
            <Table.Tr key={store.id}>
              <Table.Td fw={600}>
                {store.name} {store.paused && <PausedBadge pause={store.paused} />}
              </Table.Td>
              <Table.Td className="ec-mono">{store.account}</Table.Td>
              <Table.Td>
                {nameOf(store.connectionId)} <StoreCheckButton store={store} />
              </Table.Td>
              <Table.Td>
                <PauseStore store={store} />
              </Table.Td>
              <Table.Td>
                <LineActions
                  editLabel={t('stores.edit', { name: store.name })}
                  deleteLabel={t('stores.remove', { name: store.name })}
                  onEdit={() => onEdit(store)}
                  onDelete={() => onDelete(store)}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

/** Holds the runs for a store, or lets them go on; says who held them and when. */
function PauseStore({ store }: { store: Store }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const pause = usePause();
  const toast = useToast();
  if (store.paused) {
    const when = formatAgo(store.paused.at, locale);
    return (
      <Group gap="xs" wrap="nowrap">
        <Text size="xs" c="dimmed">
          {store.paused.by
            ? t('runs.paused.by', { when, who: store.paused.by })
            : t('runs.paused.since', { when })}
        </Text>
        <ResumeButton what="store" id={store.id} />
      </Group>
    );
  }
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      color="gray"
      leftSection={<IconPlayerPause size={14} aria-hidden />}
      aria-label={t('stores.pause', { name: store.name })}
      loading={pause.isPending}
      onClick={() => pause.mutate({ what: 'store', id: store.id, on: true }, { onError: toast.bad })}
    >
      {t('runs.paused.pause')}
    </Button>
  );
}
