// What was told to whom, and what they answered: kept up to date while somebody looks. Anything can be sent again.
import {
  Anchor,
  Badge,
  Button,
  Group,
  Paper,
  Select,
  Table,
  Text,
  Title,
  VisuallyHidden,
} from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { sentence } from '@eclusa/flow';
import { useDeliveries, useResendDelivery } from '../../api/callbacks';
import type { Callback, Delivery } from '../../api/types';
import { formatAgo, formatDate } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { ListArea } from '../../shell/ListArea';
import { useToast } from '../../shell/useToast';
import { eventWord } from './callback-draft';

const colours = { waiting: 'yellow', delivered: 'green', 'given-up': 'red' } as const;
/** Their sentences' names. */
const stateWord = { waiting: 'waiting', delivered: 'delivered', 'given-up': 'givenUp' } as const;

export function DeliveryLog({ callbacks }: { callbacks: readonly Callback[] }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const query = useDeliveries(chosen);
  const items = query.data ?? [];
  return (
    <section aria-labelledby="delivery-log">
      <Group justify="space-between" mb="sm" mt="xl">
        <Title order={2} id="delivery-log">
          {t('callbacks.log.title')}
        </Title>
        <Select
          size="xs"
          aria-label={t('callbacks.log.filter')}
          placeholder={t('callbacks.log.all')}
          clearable
          data={callbacks.map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen}
          onChange={setChosen}
        />
      </Group>
      <ListArea query={query}>
        {items.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('callbacks.log.empty')}
          </Text>
        ) : (
          <DeliveryTable items={items} callbacks={callbacks} />
        )}
      </ListArea>
    </section>
  );
}

interface DeliveryTableProps {
  items: readonly Delivery[];
  callbacks: readonly Callback[];
}

function DeliveryTable({ items, callbacks }: DeliveryTableProps) {
  const { t } = useTranslation();
  return (
    <Paper>
      <Table verticalSpacing="xs" horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('callbacks.log.event')}</Table.Th>
            <Table.Th>{t('callbacks.log.to')}</Table.Th>
            <Table.Th>{t('callbacks.log.state')}</Table.Th>
            <Table.Th>{t('callbacks.log.answer')}</Table.Th>
            <Table.Th>{t('callbacks.log.tries')}</Table.Th>
            <Table.Th w={130}>
              <VisuallyHidden>{t('callbacks.actions')}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((delivery) => (
            <DeliveryLine
              key={delivery.id}
              delivery={delivery}
              name={callbacks.find(({ id }) => id === delivery.callbackId)?.name ?? null}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

function DeliveryLine({ delivery, name }: { delivery: Delivery; name: string | null }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const toast = useToast();
  const resend = useResendDelivery();
  const { id, event, runId, address, state, tries, nextAt, createdAt } = delivery;
  const again = () =>
    resend.mutate(id, { onSuccess: () => toast.good(t('callbacks.log.resent')), onError: toast.bad });
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm">
          {t(`callbacks.event.${eventWord[event]}`)}
          {runId && (
            <>
              {' · '}
              <Anchor component={Link} to={`/runs/${runId}`} inherit underline="always">
                {t('callbacks.log.run')}
              </Anchor>
            </>
          )}
        </Text>
        <Text size="xs" c="dimmed" title={formatDate(createdAt, locale)}>
          {formatAgo(createdAt, locale)}
        </Text>
      </Table.Td>
      <Table.Td maw={240}>
        <Text size="sm" truncate title={address}>
          {name ?? t('callbacks.log.ofRun')}
        </Text>
      </Table.Td>
      <Table.Td>
        <Badge color={colours[state]} variant="light" tt="none" fw={600} radius="sm">
          {t(`callbacks.states.${stateWord[state]}`)}
        </Badge>
      </Table.Td>
      <Table.Td maw={280}>
        <AnswerOf delivery={delivery} />
      </Table.Td>
      <Table.Td>
        <Text size="sm">{tries}</Text>
        {state === 'waiting' && nextAt && tries > 0 && (
          <Text size="xs" c="dimmed" title={formatDate(nextAt, locale)}>
            {t('callbacks.log.next', { when: formatAgo(nextAt, locale) })}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right">
        <Button
          size="compact-sm"
          variant="default"
          loading={resend.isPending}
          aria-label={t('callbacks.log.resendLabel', { event: t(`callbacks.event.${eventWord[event]}`) })}
          onClick={again}
        >
          {t('callbacks.log.resend')}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}

/** The status of the answer, or why there was none. */
function AnswerOf({ delivery: { status, error } }: { delivery: Delivery }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  if (status !== null) return <Text size="sm">HTTP {status}</Text>;
  if (error === null)
    return (
      <Text size="sm" c="dimmed">
        –
      </Text>
    );
  const known = error.startsWith('callback.');
  return (
    <Text size="xs">{known ? sentence(error, {}, locale) : t('callbacks.log.refused', { code: error })}</Text>
  );
}
