// What came of a test: rows by port, failed rows with their reason, requests that were or would be sent.
import { Accordion, Alert, Badge, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FAILED, outputPorts, type Json, type NodeDescription } from '@eclusa/flow';
import type { NodeTested, RunRequest, TestFailedRow } from '../api/types';
import { useLocale } from '../i18n/useLocale';
import { useDocument } from '../store/flow-stores';
import classes from './panel.module.css';
import { RowsView } from './RowsView';

export interface TestResultProps {
  id: string;
  description: NodeDescription;
  result: NodeTested;
}

/** In the order a person asks: what came out, what failed, what would be sent. */
export function TestResult({ id, description, result }: TestResultProps) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const config = useDocument((state) => state.document.nodes[id]?.config ?? {});
  const { kind, effect } = description.behaviour;
  const writes = kind === 'action' && effect !== 'read' && result.failed.length === 0;
  const ports = outputPorts(description, config).filter((port) => port.id !== FAILED);
  return (
    <Stack gap="md" aria-live="polite">
      {result.failed.length > 0 && <Failures rows={result.failed} />}
      {ports.map((port) => {
        const rows = result.outputs[port.id] ?? [];
        return (
          <section key={port.id}>
            <Title order={4} mb={4}>
              {ports.length > 1 ? say(port.name) : t('editor.test.out')}
            </Title>
            {rows.length > 0 ? (
              <RowsView rows={rows} />
            ) : (
              <Text size="sm" c="dimmed">
                {t('editor.test.none')}
              </Text>
            )}
          </section>
        );
      })}
      {result.requests.length > 0 && <Requests requests={result.requests} />}
      {writes && result.requests.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('editor.test.noRequests')}
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
        {t('editor.test.failed')}{' '}
        <Badge color="red.9" size="sm">
          {rows.length}
        </Badge>
      </Title>
      <Stack gap="xs">
        {rows.map((row) => (
          <Alert key={row.row} color="red" p="xs" title={t('editor.test.failedRow', { row: row.row })}>
            {say(row.error.text)}
            {row.error.response && <Details label={t('editor.test.json')} value={row.error.response} />}
          </Alert>
        ))}
      </Stack>
    </section>
  );
}

function Requests({ requests }: { requests: readonly RunRequest[] }) {
  const { t } = useTranslation();
  return (
    <section>
      <Title order={4} mb={4}>
        {t('editor.test.requests')}
      </Title>
      <Stack gap="xs">
        {requests.map(({ row, request }, index) => (
          <div key={index} className={classes.request}>
            <Text size="xs" c="dimmed">
              {t('editor.test.failedRow', { row })}
            </Text>
            <Text className="ec-mono" style={{ wordBreak: 'break-all' }}>
              <span className={classes.method}>{String(request.method)}</span>
              {String(request.url)}
            </Text>
            {request.body !== undefined && (
              <pre className={classes.json} tabIndex={0}>
                {JSON.stringify(request.body, null, 2)}
              </pre>
            )}
          </div>
        ))}
      </Stack>
    </section>
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
