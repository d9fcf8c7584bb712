// What else came of trying a box: rows that failed with their reason, and the requests that were or would be sent.
import { Accordion, Alert, Badge, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Json } from '@eclusa/flow';
import type { RunRequest, TestFailedRow } from '../api/types';
import { useLocale } from '../i18n/useLocale';
import classes from './panel.module.css';
import { SendForReal } from './SendForReal';
import type { BoxSample } from './useBoxSample';

/** Nothing before the box has been tried. */
export function TestResult({ id, sample }: { id: string; sample: BoxSample }) {
  const { t } = useTranslation();
  const { tested, description, pinned } = sample;
  if (!tested || !description || pinned) return null;
  const { kind, effect } = description.behaviour;
  const writes = kind === 'action' && effect !== 'read' && tested.failed.length === 0;
  return (
    <Stack gap="md" aria-live="polite">
      {tested.failed.length > 0 && <Failures rows={tested.failed} />}
      {tested.requests.length > 0 && (
        <section>
          <Group justify="space-between" gap="xs" mb={4}>
            <Title order={4}>{t(tested.real ? 'rows.requests.sent' : 'rows.requests.would')}</Title>
            <SendForReal id={id} sample={sample} />
          </Group>
          <Requests requests={tested.requests} />
        </section>
      )}
      {writes && tested.requests.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('rows.requests.none')}
        </Text>
      )}
    </Stack>
  );
}

function Failures({ rows }: { rows: readonly TestFailedRow[] }) {
  const { t } = useTranslation();
  const { say } = useLocale();
  return (
    <section>
      <Title order={4} mb={4}>
        {t('rows.failed.title')}{' '}
        <Badge color="red.9" size="sm">
          {rows.length}
        </Badge>
      </Title>
      <Stack gap="xs">
        {rows.map((row) => (
          <Alert key={row.row} color="red" p="xs" title={t('rows.failed.row', { row: row.row })}>
            {say(row.error.text)}
            {row.error.response && <Details label={t('rows.failed.answer')} value={row.error.response} />}
          </Alert>
        ))}
      </Stack>
    </section>
  );
}

function Requests({ requests }: { requests: readonly RunRequest[] }) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      {requests.map(({ row, request }, index) => (
        <div key={index} className={classes.request}>
          <Text size="xs" c="dimmed">
            {t('rows.requests.row', { row })}
          </Text>
          <Text className="ec-mono" style={{ wordBreak: 'break-all' }}>
            <span className={classes.method}>{String(request.method)}</span>
            {String(request.url)}
          </Text>
          {request.body !== undefined && (
            <pre className={classes.json} tabIndex={0} aria-label={t('rows.requests.body', { row })}>
              {JSON.stringify(request.body, null, 2)}
            </pre>
          )}
        </div>
      ))}
      <Text size="xs" c="dimmed">
        {t('rows.requests.secrets')}
      </Text>
    </Stack>
  );
}

function Details({ label, value }: { label: string; value: Json }) {
  return (
    <Accordion variant="default" chevronPosition="left">
      <Accordion.Item value="details" style={{ border: 0 }}>
        <Accordion.Control px={0}>
          <Text size="xs">{label}</Text>
        </Accordion.Control>
        <Accordion.Panel>
          <pre className={classes.json} tabIndex={0}>
            {JSON.stringify(value, null, 2)}
          </pre>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
