// Sends what the requests of a box show, after a question that names the store and what will be written.
import { Badge, Button, Group, List, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStores } from '../api/stores';
import { useFlowStores, useView } from '../store/flow-stores';
import { sendBox } from '../store/try-boxes';
import type { BoxSample } from './useBoxSample';

const named = 5;

/** Nothing for a result that does not hold any more, or has been sent already: its requests may be others by now. */
export function SendForReal({ id, sample }: { id: string; sample: BoxSample }) {
  const { t } = useTranslation();
  const stores = useFlowStores();
  const [asking, { open, close }] = useDisclosure(false);
  const storeId = useView((state) => state.storeId);
  const store = useStores().data?.find((one) => one.id === storeId)?.name ?? t('rows.real.noStore');
  const { tested, mark, description, busy } = sample;
  if (!tested || mark === 'stale' || description?.behaviour.effect === 'read') return null;
  if (tested.real) return <Badge color="green.9">{t('rows.real.done', { store })}</Badge>;
  const { requests } = tested;
  const effect = description?.behaviour.effect === 'create' ? 'create' : 'idempotent';
  return (
    <>
      <Button
        size="compact-xs"
        variant="light"
        color="red"
        loading={busy}
        leftSection={<IconSend size={13} aria-hidden />}
        onClick={open}
      >
        {t('rows.real.open')}
      </Button>
      <Modal opened={asking} onClose={close} title={t('rows.real.title', { store })} size="lg">
        <Text size="sm" mb="xs">
          {t(`rows.real.${effect}`, { count: requests.length })}
        </Text>
        <List size="sm" mb="xs">
          {requests.slice(0, named).map(({ request }, index) => (
            <List.Item key={index} className="ec-mono" style={{ wordBreak: 'break-all' }}>
              {String(request.method)} {String(request.url)}
              {request.body !== undefined && (
                <Text size="xs" c="dimmed" lineClamp={2}>
                  {JSON.stringify(request.body)}
                </Text>
              )}
            </List.Item>
          ))}
          {requests.length > named && (
            <List.Item>{t('rows.real.more', { count: requests.length - named })}</List.Item>
          )}
        </List>
        <Text size="sm">{t('rows.real.undo')}</Text>
        <Group justify="flex-end" mt="lg">
          <Button variant="subtle" color="gray" onClick={close} data-autofocus>
            {t('action.cancel')}
          </Button>
          <Button
            color="red"
            onClick={() => {
              close();
              void sendBox(stores, id);
            }}
          >
            {t('rows.real.confirm')}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
