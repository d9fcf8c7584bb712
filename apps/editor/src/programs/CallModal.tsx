// "Call by program": the command that starts this flow from elsewhere, ready to be copied and run.
import { Alert, Anchor, Button, Divider, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeyAtHand } from '../api/api-keys';
import { useIsAdmin } from '../api/session';
import { useStores } from '../api/stores';
import type { NewApiKey } from '../api/types';
import { rowsIn } from '../pages/flow/called-rows';
import { CopyBlock } from './CopyBlock';
import { curlOf, startBody } from './curl';
import { KeyForm } from './KeyForm';
import { KeyShown } from './KeyShown';

export interface CallModalProps {
  flow: { id: string; name: string; isPublished: boolean };
  storeId: string | null;
  /** The example of the box for called rows; undefined for a flow that reads its rows itself. */
  example: string | undefined;
  opened: boolean;
  onClose: () => void;
}

/** A key made here is narrowed to the flow. */
export function CallModal({ opened, onClose, ...props }: CallModalProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('keys.call.title', { name: props.flow.name })}
      size="lg"
    >
      <Call {...props} />
    </Modal>
  );
}

function Call({ flow, storeId, example }: Omit<CallModalProps, 'opened' | 'onClose'>) {
  const { t } = useTranslation();
  const store = useStores().data?.find(({ id }) => id === storeId);
  const atHand = useKeyAtHand();
  const key = atHand && opens(atHand, flow.id, storeId) ? atHand.secret : null;
  const [made, setMade] = useState<string | null>(null);
  const rows = example === undefined ? undefined : (rowsIn(example) ?? undefined);
  const command = curlOf({
    origin: window.location.origin,
    flowId: flow.id,
    key: key ?? t('keys.call.placeholder'),
    body: startBody(rows, storeId),
  });
  return (
    <Stack>
      {!flow.isPublished && <Alert color="yellow">{t('keys.call.notPublished')}</Alert>}
      {made !== null && <KeyShown secret={made} />}
      <Text size="sm">
        {t('keys.call.lead')} {store && t('keys.call.forStore', { store: store.name })}
      </Text>
      <CopyBlock text={command} label={t('keys.call.command')} copy={t('keys.call.copy')} />
      {!key && <KeyHere flowId={flow.id} onMade={setMade} />}
      <Divider />
      <Text size="sm" c="dimmed">
        {t('keys.call.again')}{' '}
        <Anchor href="/api/docs" target="_blank" inherit>
          {t('keys.call.docs')}
        </Anchor>
      </Text>
    </Stack>
  );
}

/** True when the key starts runs of the flow for the store. */
function opens({ key }: NewApiKey, flowId: string, storeId: string | null): boolean {
  const reaches = (ids: readonly string[] | null, id: string | null) =>
    !ids || (id !== null && ids.includes(id));
  return key.actions.includes('runs:start') && reaches(key.flowIds, flowId) && reaches(key.storeIds, storeId);
}

/** How to come by a key, for those who may make one and those who may not. */
function KeyHere({ flowId, onMade }: { flowId: string; onMade: (secret: string) => void }) {
  const { t } = useTranslation();
  const isAdmin = useIsAdmin();
  const [making, { open, close }] = useDisclosure(false);
  if (!isAdmin) return <Text size="sm">{t('keys.call.ask')}</Text>;
  return (
    <Group justify="space-between">
      <Text size="sm">{t('keys.call.needsKey')}</Text>
      <Button size="xs" leftSection={<IconKey size={14} aria-hidden />} onClick={open}>
        {t('keys.call.make')}
      </Button>
      <Modal opened={making} onClose={close} title={t('keys.new')} size="lg">
        <KeyForm
          flowIds={[flowId]}
          onMade={({ secret }) => onMade(secret)}
          onSaved={close}
          onCancel={close}
        />
      </Modal>
    </Group>
  );
}
