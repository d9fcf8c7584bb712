// The systems that flows talk to: add one, change one, see whether it answers.
import { Button, Modal } from '@mantine/core';
import { IconPlugConnected, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnections, useDeleteConnection } from '../../api/connections';
import type { Connection } from '../../api/types';
import { ConnectionForm } from '../../connections/ConnectionForm';
import { ConfirmModal } from '../../shell/ConfirmModal';
import { ListArea } from '../../shell/ListArea';
import { Notice } from '../../shell/Notice';
import { PageHead } from '../../shell/PageHead';
import { useToast } from '../../shell/useToast';
import { ConnectionTable } from './ConnectionTable';

type Editing = { connection?: Connection } | null;

/** `/connections` */
export function ConnectionsPage() {
  const { t } = useTranslation();
  const connections = useConnections();
  const [editing, setEditing] = useState<Editing>(null);
  const [doomed, setDoomed] = useState<Connection | null>(null);
  const all = connections.data ?? [];
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEditing({})}>
      {t('connections.new')}
    </Button>
  );
  return (
    <>
      <PageHead title={t('connections.title')} lead={t('connections.lead')}>
        {all.length > 0 && add}
      </PageHead>
      <ListArea query={connections}>
        {all.length === 0 ? (
          <Notice
            icon={IconPlugConnected}
            title={t('connections.empty.title')}
            text={t('connections.empty.text')}
          >
            {add}
          </Notice>
        ) : (
          <ConnectionTable
            connections={all}
            onEdit={(connection) => setEditing({ connection })}
            onDelete={setDoomed}
          />
        )}
      </ListArea>
      <Modal
        opened={editing !== null}
        onClose={() => setEditing(null)}
        title={editing?.connection ? editing.connection.name : t('connections.new')}
        size="lg"
      >
        {editing && (
          <ConnectionForm {...editing} onSaved={() => setEditing(null)} onCancel={() => setEditing(null)} />
        )}
      </Modal>
      <DeleteConnection connection={doomed} onClose={() => setDoomed(null)} />
    </>
  );
}

function DeleteConnection({ connection, onClose }: { connection: Connection | null; onClose: () => void }) {
  const { t } = useTranslation();
  const remove = useDeleteConnection();
  const toast = useToast();
  return (
    <ConfirmModal
      opened={connection !== null}
      title={t('connections.delete.title', { name: connection?.name ?? '' })}
      text={t('connections.delete.text')}
      confirm={t('connections.delete.confirm')}
      busy={remove.isPending}
      onClose={onClose}
      onConfirm={() => {
        if (connection) remove.mutate(connection.id, { onSuccess: onClose, onError: toast.bad });
      }}
    />
  );
}
