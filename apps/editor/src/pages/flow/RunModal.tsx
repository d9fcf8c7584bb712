// What a run needs to know before it starts: store, connections, values, and whether it only shows.
import { Alert, Button, Group, Modal, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Json } from '@eclusa/flow';
import { useStartRun } from '../../api/runs';
import { useStores } from '../../api/stores';
import { ParameterInputs } from '../../panel/ParameterInputs';
import { SlotBindings } from '../../panel/SlotBindings';
import { useProblemText } from '../../shell/useProblemText';
import { useDocument, useFlowStores, useSaving, useView } from '../../store/flow-stores';
import { useBoundSlots } from '../../store/useBoundSlots';
import { CalledRows, useExampleRows } from './CalledRows';
import { rowsIn } from './called-rows';
import { usePublished } from './usePublished';

export interface RunModalProps {
  opened: boolean;
  onClose: () => void;
  /** Offers a dry run first. */
  dry?: boolean;
}

/** Closes when the run has been accepted; its numbers then appear on the canvas. */
export function RunModal({ opened, onClose, dry = false }: RunModalProps) {
  const { t } = useTranslation();
  const name = useDocument((state) => state.document.name);
  return (
    <Modal opened={opened} onClose={onClose} title={t('editor.run.title', { name })} size="md">
      <RunForm onClose={onClose} dry={dry} />
    </Modal>
  );
}

function RunForm({ onClose, dry }: { onClose: () => void; dry: boolean }) {
  const { t } = useTranslation();
  const say = useProblemText();
  const { flowId, run, view } = useFlowStores();
  const storeId = useView((state) => state.storeId);
  const slots = useDocument((state) => state.document.slots);
  const saved = useSaving((state) => state.bindings.find((binding) => binding.storeId === storeId));
  const store = useStores().data?.find(({ id }) => id === storeId);
  const bound = useBoundSlots();
  const published = usePublished();
  const start = useStartRun(flowId);
  const [dryRun, setDryRun] = useState(dry);
  const [parameters, setParameters] = useState<Record<string, Json>>(saved?.parameters ?? {});
  const example = useExampleRows();
  const [typed, setTyped] = useState<string>();
  const text = typed ?? example;
  const rows = text === undefined ? undefined : rowsIn(text);
  const open = Object.keys(slots).filter((slot) => !bound[slot]);
  const go = () =>
    start.mutate(
      { storeId, dryRun, parameters, ...(rows && { rows }) },
      {
        onSuccess: ({ id }) => {
          view.getState().select([]);
          view.getState().open(null);
          run.getState().follow(id);
          onClose();
        },
      },
    );
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('editor.run.version', { number: published.version })}{' '}
        {store && t('editor.run.forStore', { store: store.name })}
      </Text>
      {!published.current && (
        <Alert color="yellow">{t('editor.run.older', { number: published.version })}</Alert>
      )}
      {open.length > 0 && (
        <div>
          <Text size="sm" mb="xs">
            {t('editor.run.unbound')}
          </Text>
          <SlotBindings only={open} />
        </div>
      )}
      {text !== undefined && <CalledRows text={text} onChange={setTyped} />}
      <ParameterInputs values={parameters} onChange={setParameters} />
      <Switch
        label={t('editor.run.dry')}
        description={t('editor.run.dryHelp')}
        checked={dryRun}
        onChange={(event) => setDryRun(event.currentTarget.checked)}
      />
      {start.isError && <Alert color="red">{say(start.error)}</Alert>}
      <Group justify="flex-end">
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button
          onClick={go}
          loading={start.isPending}
          disabled={open.length > 0 || rows === null}
          data-autofocus
        >
          {t('editor.run.start')}
        </Button>
      </Group>
    </Stack>
  );
}
