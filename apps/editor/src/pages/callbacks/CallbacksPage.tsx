// Programs that are told of events: who is told what, their secrets, and the log of what arrived. For owners and admins.
import { Button, Group, Modal, Paper, Text, Title } from '@mantine/core';
import { IconLock, IconPlus, IconWebhook } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCallbacks, useDeleteCallback, useMakeRunSecret, useRotateCallback } from '../../api/callbacks';
import { useIsAdmin } from '../../api/session';
import type { Callback } from '../../api/types';
import { ConfirmModal } from '../../shell/ConfirmModal';
import { ListArea } from '../../shell/ListArea';
import { Notice } from '../../shell/Notice';
import { PageHead } from '../../shell/PageHead';
import { useToast } from '../../shell/useToast';
import { CallbackForm } from './CallbackForm';
import { CallbackTable } from './CallbackTable';
import { DeliveryLog } from './DeliveryLog';
import { SecretModal } from './SecretModal';
import { VerifyHelp } from './VerifyHelp';

/** `/callbacks` */
export function CallbacksPage() {
  const { t } = useTranslation();
  return useIsAdmin() ? (
    <Callbacks />
  ) : (
    <Notice icon={IconLock} title={t('callbacks.forAdmins.title')} text={t('callbacks.forAdmins.text')} />
  );
}

/** What is asked right now. */
type Asking = { what: 'rotate' | 'delete'; callback: Callback } | { what: 'run-secret' };

function Callbacks() {
  const { t } = useTranslation();
  const query = useCallbacks();
  const [editing, setEditing] = useState<{ callback?: Callback } | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const close = () => setEditing(null);
  const items = query.data?.items ?? [];
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEditing({})}>
      {t('callbacks.new')}
    </Button>
  );
  return (
    <>
      <PageHead title={t('callbacks.title')} lead={t('callbacks.lead')}>
        {items.length > 0 && add}
      </PageHead>
      <ListArea query={query}>
        {items.length === 0 ? (
          <FirstCallback>{add}</FirstCallback>
        ) : (
          <CallbackTable
            items={items}
            onEdit={(callback) => setEditing({ callback })}
            onRotate={(callback) => setAsking({ what: 'rotate', callback })}
            onDelete={(callback) => setAsking({ what: 'delete', callback })}
          />
        )}
        {(items.length > 0 || query.data?.hasRunSecret) && <DeliveryLog callbacks={items} />}
        <RunSecret
          hasOne={query.data?.hasRunSecret ?? false}
          onMake={() => setAsking({ what: 'run-secret' })}
        />
      </ListArea>
      <Modal
        opened={editing !== null}
        onClose={close}
        title={editing?.callback?.name ?? t('callbacks.new')}
        size="lg"
      >
        {editing && (
          <CallbackForm
            {...editing}
            onMade={(made) => {
              close();
              setSecret(made);
            }}
            onSaved={close}
            onCancel={close}
          />
        )}
      </Modal>
      <Questions asking={asking} onSecret={setSecret} onClose={() => setAsking(null)} />
      <SecretModal secret={secret} onClose={() => setSecret(null)} />
    </>
  );
}

interface QuestionsProps {
  asking: Asking | null;
  onSecret: (secret: string) => void;
  onClose: () => void;
}

/** A new secret ends the old one, and a callback goes with its log: both are asked about first. */
function Questions({ asking, onSecret, onClose }: QuestionsProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const rotate = useRotateCallback();
  const remove = useDeleteCallback();
  const makeSecret = useMakeRunSecret();
  const done = {
    onError: toast.bad,
    onSuccess: (made: unknown) => {
      onClose();
      const { secret } = (made ?? {}) as { secret?: unknown };
      if (typeof secret === 'string') onSecret(secret);
    },
  };
  const [what, callback] =
    asking === null
      ? (['rotate', null] as const)
      : asking.what === 'run-secret'
        ? (['runSecret', null] as const)
        : ([asking.what, asking.callback] as const);
  const word = what === 'delete' ? 'remove' : what;
  const confirm = () => {
    if (what === 'runSecret') makeSecret.mutate(undefined, done);
    else if (callback) (what === 'rotate' ? rotate : remove).mutate(callback.id, done as never);
  };
  return (
    <ConfirmModal
      opened={asking !== null}
      title={t(`callbacks.${word}.title`, { name: callback?.name ?? '' })}
      text={t(`callbacks.${word}.text`)}
      confirm={t(`callbacks.${word}.confirm`)}
      busy={rotate.isPending || remove.isPending || makeSecret.isPending}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}

/** Addresses that come with the start of a run have one secret for all. */
function RunSecret({ hasOne, onMake }: { hasOne: boolean; onMake: () => void }) {
  const { t } = useTranslation();
  return (
    <Paper p="md" mt="xl">
      <Group justify="space-between" wrap="nowrap" gap="xl">
        <div>
          <Title order={3}>{t('callbacks.ofRuns.title')}</Title>
          <Text size="sm" c="dimmed">
            {t(hasOne ? 'callbacks.ofRuns.has' : 'callbacks.ofRuns.none')}
          </Text>
        </div>
        <Button variant="default" style={{ flex: 'none' }} onClick={onMake}>
          {t(hasOne ? 'callbacks.ofRuns.renew' : 'callbacks.ofRuns.make')}
        </Button>
      </Group>
    </Paper>
  );
}

/** What callbacks are for, and how a receiver knows that a call comes from here. */
function FirstCallback({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Notice icon={IconWebhook} title={t('callbacks.empty.title')} text={t('callbacks.empty.text')}>
      {children}
      <VerifyHelp />
    </Notice>
  );
}
