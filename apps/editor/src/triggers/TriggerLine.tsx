// One trigger: whether it works, when something last came, its address with a button to copy it, and its last gap.
import {
  ActionIcon,
  Alert,
  Badge,
  Button,
  CopyButton,
  Group,
  Paper,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeDescription } from '@eclusa/flow';
import { useCatalogue } from '../api/catalogue';
import { useRotateTrigger } from '../api/triggers';
import type { Trigger } from '../api/types';
import { formatDate } from '../i18n/format';
import { useLocale } from '../i18n/useLocale';
import { ConfirmModal } from '../shell/ConfirmModal';
import { useToast } from '../shell/useToast';
import { useDocument } from '../store/flow-stores';

export interface TriggerLineProps {
  flowId: string;
  trigger: Trigger;
}

export function TriggerLine({ flowId, trigger }: TriggerLineProps) {
  const { t } = useTranslation();
  const { say, locale } = useLocale();
  const nodes = useCatalogue().data?.nodes;
  const own = useDocument(({ document }) => document.nodes[trigger.node]?.name);
  const type = nodes?.get(trigger.type);
  const when = (at: string | null) => (at ? formatDate(at, locale) : t('triggers.never'));
  const facts = [
    trigger.watchedFlow && t('triggers.watches', { flow: trigger.watchedFlow }),
    trigger.storeName,
    trigger.events > 0 ? t('triggers.events', { count: trigger.events }) : t('triggers.noEvents'),
    trigger.eventAt && t('triggers.lastEvent', { when: when(trigger.eventAt) }),
    trigger.polledAt && t('triggers.lastPoll', { when: when(trigger.polledAt) }),
  ];
  const [gap] = trigger.gaps;
  return (
    <Paper p="sm" bg="var(--ec-sunken)">
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm" fw={600}>
            {own || (type ? say(type.name) : trigger.type)}
          </Text>
          <Badge color={trigger.trouble ? 'red' : 'green'} variant="light">
            {t(trigger.trouble ? 'triggers.waits' : 'triggers.works')}
          </Badge>
        </Group>
        <Text size="xs" c="dimmed">
          {facts.filter(Boolean).join(' · ')}
        </Text>
        {trigger.trouble && (
          <Alert color="red" p="xs">
            {say(trigger.trouble.text)}
          </Alert>
        )}
        {trigger.address !== null && (
          <Address flowId={flowId} id={trigger.id} address={trigger.address} isTold={tellsVtex(type)} />
        )}
        {gap && (
          <Text size="xs">
            {t(gap.closedAt ? 'triggers.gap' : 'triggers.gapOpen', {
              from: when(gap.from),
              until: when(gap.until),
              count: gap.found,
            })}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

interface AddressProps {
  flowId: string;
  id: string;
  address: string;
  /** The other system learns it without anybody. */
  isTold: boolean;
}

/** The hook of orders is set up in the store by the box itself; all others are entered by a person. */
function tellsVtex(type: NodeDescription | undefined): boolean {
  return type?.requests?.includes('POST /api/orders/hook/config') ?? false;
}

function Address({ flowId, id, address, isTold }: AddressProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const rotate = useRotateTrigger(flowId);
  const [asking, setAsking] = useState(false);
  const renew = () => rotate.mutate(id, { onSuccess: () => setAsking(false), onError: toast.bad });
  return (
    <Group align="flex-end" gap="xs" wrap="nowrap">
      <TextInput
        style={{ flex: 1 }}
        size="xs"
        readOnly
        label={t('triggers.address')}
        description={t(isTold ? 'triggers.addressTold' : 'triggers.addressEnter')}
        value={address}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton value={address}>
        {({ copied, copy }) => (
          <ActionIcon size="md" aria-label={t(copied ? 'triggers.copied' : 'triggers.copy')} onClick={copy}>
            {copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
          </ActionIcon>
        )}
      </CopyButton>
      <Button size="xs" variant="default" onClick={() => setAsking(true)}>
        {t('triggers.renew')}
      </Button>
      <ConfirmModal
        opened={asking}
        title={t('triggers.renewTitle')}
        text={t('triggers.renewText')}
        confirm={t('triggers.renew')}
        busy={rotate.isPending}
        onConfirm={renew}
        onClose={() => setAsking(false)}
      />
    </Group>
  );
}
