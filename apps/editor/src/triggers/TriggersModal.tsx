// What starts a flow from outside: each trigger with its state, its address, and the times in which nothing could come.
import { Alert, Modal, Stack, Text } from '@mantine/core';
import { IconBolt } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTriggers } from '../api/triggers';
import { ListArea } from '../shell/ListArea';
import { Notice } from '../shell/Notice';
import { TriggerLine } from './TriggerLine';

export interface TriggersModalProps {
  flow: { id: string; name: string; isPublished: boolean };
  opened: boolean;
  onClose: () => void;
}

/** Asks the server only while it is open. */
export function TriggersModal({ flow, opened, onClose }: TriggersModalProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} title={t('triggers.title', { name: flow.name })} size="lg">
      {opened && <Triggers flow={flow} />}
    </Modal>
  );
}

function Triggers({ flow }: Pick<TriggersModalProps, 'flow'>) {
  const { t } = useTranslation();
  const query = useTriggers(flow.id);
  const items = query.data ?? [];
  return (
    <ListArea query={query}>
      {items.length === 0 ? (
        <Notice icon={IconBolt} title={t('triggers.empty.title')} text={t('triggers.empty.text')}>
          {!flow.isPublished && <Alert color="yellow">{t('triggers.notPublished')}</Alert>}
        </Notice>
      ) : (
        <Stack>
          <Text size="sm" c="dimmed">
            {t('triggers.lead')}
          </Text>
          {items.map((trigger) => (
            <TriggerLine key={trigger.id} flowId={flow.id} trigger={trigger} />
          ))}
        </Stack>
      )}
    </ListArea>
  );
}
