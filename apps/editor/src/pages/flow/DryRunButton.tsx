// Starts a dry run with one click: the published version, for the shown store, with what is bound. Asks only what is missing.
import { Button, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconEye } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isLive, useStartRun } from '../../api/runs';
import { useToast } from '../../shell/useToast';
import { useDocument, useFlowStores, useLiveRun, useSaving, useView } from '../../store/flow-stores';
import { useBoundSlots } from '../../store/useBoundSlots';
import { useExampleRows } from './CalledRows';
import { RunModal } from './RunModal';
import { usePublished } from './usePublished';

/** With changes that are not published, rows that have to be given or connections to be chosen, the form comes first. */
export function DryRunButton() {
  const { t } = useTranslation();
  const toast = useToast();
  const { flowId, run, view } = useFlowStores();
  const [opened, { open, close }] = useDisclosure(false);
  const { version, current } = usePublished();
  const live = useLiveRun((state) => state.run !== null && isLive(state.run.state));
  const storeId = useView((state) => state.storeId);
  const slots = useDocument((state) => state.document.slots);
  const parameters = useSaving(
    (state) => state.bindings.find((binding) => binding.storeId === storeId)?.parameters,
  );
  const bound = useBoundSlots();
  const called = useExampleRows() !== undefined;
  const asks = !current || called || Object.keys(slots).some((slot) => !bound[slot]);
  const start = useStartRun(flowId);
  const go = () =>
    start.mutate(
      { storeId, dryRun: true, parameters: parameters ?? {} },
      {
        onSuccess: ({ id }) => {
          view.getState().select([]);
          view.getState().open(null);
          run.getState().follow(id);
        },
        onError: toast.bad,
      },
    );
  const reason = version === null ? t('editor.run.notPublished') : null;
  return (
    <>
      <Tooltip label={reason ?? t('live.dry.help')}>
        <Button
          data-tour="dry"
          size="xs"
          variant="default"
          leftSection={<IconEye size={16} aria-hidden />}
          loading={start.isPending}
          disabled={live}
          aria-disabled={reason !== null || live}
          data-disabled={reason !== null || live || undefined}
          aria-description={reason ?? t('live.dry.help')}
          onClick={() => reason === null && (asks ? open() : go())}
        >
          {t('live.dry.button')}
        </Button>
      </Tooltip>
      <RunModal opened={opened} onClose={close} dry />
    </>
  );
}
