// The test of one box: rows in, a button, rows out, failures in words and the exact requests.
import { Alert, Button, Group, Modal, Stack, Switch, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlayerPlay, IconRefresh } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeDescription, Row } from '@eclusa/flow';
import { testNode } from '../api/flows';
import { useFieldScope } from '../fields/field-scope';
import { useProblemText } from '../shell/useProblemText';
import { useDocument, useFlowStores, useSamples } from '../store/flow-stores';
import { inputsOf } from '../store/sample-store';
import { RowsView } from './RowsView';
import { TestResult } from './TestResult';

export interface NodeTestProps {
  id: string;
  description: NodeDescription;
}

/** A dry run unless the person asks, and confirms, to send for real. */
export function NodeTest({ id, description }: NodeTestProps) {
  const { t } = useTranslation();
  const say = useProblemText();
  const { flowId, document, samples, view } = useFlowStores();
  const draft = useDocument((state) => state.document);
  const tested = useSamples((state) => state.tested);
  const [real, setReal] = useState(false);
  const [asking, ask] = useDisclosure(false);
  const source = description.behaviour.kind === 'source';
  const inputs = source ? [] : (inputsOf(draft, id, tested) ?? []);
  const rows = inputs.flatMap((input) => input.rows);
  const test = useMutation({
    mutationFn: () => {
      const { storeId } = view.getState();
      const shown = document.getState().document;
      return testNode(flowId, { document: shown, nodeId: id, inputs, storeId, real });
    },
    onSuccess: (result) => samples.getState().put(id, result),
  });
  const { effect } = description.behaviour;
  const writes = effect !== undefined && effect !== 'read';
  const start = () => (real ? ask.open() : test.mutate());
  return (
    <Stack gap="md">
      {!source && <RowsIn rows={rows} />}
      {writes && (
        <Switch
          label={t('editor.test.real')}
          description={t('editor.test.realHelp')}
          checked={real}
          color="red"
          onChange={(event) => setReal(event.currentTarget.checked)}
        />
      )}
      <Group>
        <Button
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          loading={test.isPending}
          disabled={!source && rows.length === 0}
          onClick={start}
        >
          {source ? t('editor.test.runSource') : t('editor.test.run')}
        </Button>
      </Group>
      {test.isError && <Alert color="red">{say(test.error)}</Alert>}
      {tested[id] && <TestResult id={id} description={description} result={tested[id]} />}
      <Modal opened={asking} onClose={ask.close} title={t('editor.test.realAsk')}>
        <Text size="sm">{t('editor.test.realText', { count: rows.length })}</Text>
        <Group justify="flex-end" mt="lg">
          <Button variant="subtle" color="gray" onClick={ask.close} data-autofocus>
            {t('action.cancel')}
          </Button>
          <Button
            color="red"
            onClick={() => {
              ask.close();
              test.mutate();
            }}
          >
            {t('editor.test.realConfirm')}
          </Button>
        </Group>
      </Modal>
    </Stack>
  );
}

function RowsIn({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation();
  const { sample } = useFieldScope();
  return (
    <section>
      <Group justify="space-between" mb={6}>
        <Title order={4}>{t('editor.test.need')}</Title>
        {sample && rows.length > 0 && (
          <Button
            variant="subtle"
            size="compact-xs"
            leftSection={<IconRefresh size={13} aria-hidden />}
            loading={sample.loading}
            onClick={sample.load}
          >
            {t('editor.test.refresh')}
          </Button>
        )}
      </Group>
      {rows.length > 0 ? (
        <RowsView rows={rows} />
      ) : (
        <Stack gap="xs" align="flex-start">
          <Text size="sm" c="dimmed">
            {sample ? t('editor.test.getHelp') : t('editor.test.notConnected')}
          </Text>
          {sample && (
            <Button variant="light" size="xs" loading={sample.loading} onClick={sample.load}>
              {t('editor.test.get')}
            </Button>
          )}
        </Stack>
      )}
    </section>
  );
}
