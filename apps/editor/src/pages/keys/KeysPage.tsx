// The keys by which programs call: who has one, what it opens, when it was used last. For owners and admins.
import { Button, Modal, Text } from '@mantine/core';
import { IconKey, IconLock, IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiKeys, useRevokeKey } from '../../api/api-keys';
import { useIsAdmin } from '../../api/session';
import type { ApiKey } from '../../api/types';
import { CopyBlock } from '../../programs/CopyBlock';
import { curlOf, startAddress, startBody } from '../../programs/examples/curl';
import { KeyForm } from '../../programs/KeyForm';
import { KeyShown } from '../../programs/KeyShown';
import { ConfirmModal } from '../../shell/ConfirmModal';
import { ListArea } from '../../shell/ListArea';
import { Notice } from '../../shell/Notice';
import { PageHead } from '../../shell/PageHead';
import { useToast } from '../../shell/useToast';
import { KeyTable } from './KeyTable';
import { RotateModal } from './RotateModal';

/** `/keys` */
export function KeysPage() {
  const { t } = useTranslation();
  const isAdmin = useIsAdmin();
  return isAdmin ? (
    <Keys />
  ) : (
    <Notice icon={IconLock} title={t('keys.forAdmins.title')} text={t('keys.forAdmins.text')} />
  );
}

function Keys() {
  const { t } = useTranslation();
  const query = useApiKeys();
  const [editing, setEditing] = useState<{ apiKey?: ApiKey } | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const [rotating, setRotating] = useState<ApiKey | null>(null);
  const [doomed, setDoomed] = useState<ApiKey | null>(null);
  const close = () => setEditing(null);
  const show = ({ secret: made }: { secret: string }) => {
    close();
    setRotating(null);
    setSecret(made);
  };
  const all = query.data ?? [];
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEditing({})}>
      {t('keys.new')}
    </Button>
  );
  return (
    <>
      <PageHead title={t('keys.title')} lead={t('keys.lead')}>
        {all.length > 0 && add}
      </PageHead>
      <ListArea query={query}>
        {all.length === 0 ? (
          <FirstKey>{add}</FirstKey>
        ) : (
          <KeyTable
            items={all}
            onEdit={(apiKey) => setEditing({ apiKey })}
            onRotate={setRotating}
            onRevoke={setDoomed}
          />
        )}
      </ListArea>
      <Modal
        opened={editing !== null}
        onClose={close}
        title={editing?.apiKey?.name ?? t('keys.new')}
        size="lg"
      >
        {editing && <KeyForm {...editing} onMade={show} onSaved={close} onCancel={close} />}
      </Modal>
      <RotateModal apiKey={rotating} onRotated={show} onClose={() => setRotating(null)} />
      <ShownModal secret={secret} onClose={() => setSecret(null)} />
      <RevokeModal apiKey={doomed} onClose={() => setDoomed(null)} />
    </>
  );
}

/** The key itself. A click beside it must not be the end of it. */
function ShownModal({ secret, onClose }: { secret: string | null; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={secret !== null}
      onClose={onClose}
      title={t('keys.shown.title')}
      size="lg"
      closeOnClickOutside={false}
    >
      {secret !== null && <KeyShown secret={secret} />}
      <Button mt="lg" ml="auto" display="block" onClick={onClose}>
        {t('action.done')}
      </Button>
    </Modal>
  );
}

function RevokeModal({ apiKey, onClose }: { apiKey: ApiKey | null; onClose: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const revoke = useRevokeKey();
  return (
    <ConfirmModal
      opened={apiKey !== null}
      title={t('keys.revoke.title', { name: apiKey?.name ?? '' })}
      text={t('keys.revoke.text')}
      confirm={t('keys.revoke.confirm')}
      busy={revoke.isPending}
      onClose={onClose}
      onConfirm={() => {
        if (apiKey) revoke.mutate(apiKey.id, { onSuccess: onClose, onError: toast.bad });
      }}
    />
  );
}

/** What keys are for, with the command that uses one. */
function FirstKey({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const command = curlOf({
    url: startAddress(window.location.origin, t('keys.empty.flow')),
    key: t('keys.call.placeholder'),
    waits: false,
    body: startBody([{ codigo: 'SKU-1', preco: '19,90' }], null),
  });
  return (
    <Notice icon={IconKey} title={t('keys.empty.title')} text={t('keys.empty.text')}>
      {children}
      <Text size="sm" c="dimmed" mt="md" maw={560}>
        {t('keys.empty.curl')}
      </Text>
      <CopyBlock text={command} label={t('keys.call.command')} copy={t('keys.call.copy')} />
    </Notice>
  );
}
