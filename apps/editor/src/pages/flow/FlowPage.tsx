// One flow: loads it with the catalogue, makes its stores, and lays out bar, palette, canvas and side.
import { Button, Center } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { ReactFlowProvider } from '@xyflow/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCatalogue, type LoadedCatalogue } from '../../api/catalogue';
import { useFlow } from '../../api/flows';
import { isLive } from '../../api/runs';
import { useStores } from '../../api/stores';
import type { Flow, Store } from '../../api/types';
import { Loading } from '../../shell/Loading';
import { Notice } from '../../shell/Notice';
import { useProblemText } from '../../shell/useProblemText';
import { createDocumentStore } from '../../store/document-store';
import { FlowStoresProvider, type FlowStores } from '../../store/flow-stores';
import { createRunStore } from '../../store/run-store';
import { createSampleStore } from '../../store/sample-store';
import { createSaveStore } from '../../store/save-store';
import { createViewStore } from '../../store/view-store';
import { FlowWorkspace } from './FlowWorkspace';

/** `/flows/:flowId` */
export function FlowPage() {
  const { flowId = '' } = useParams();
  return <LoadedFlow key={flowId} id={flowId} />;
}

function LoadedFlow({ id }: { id: string }) {
  const { t } = useTranslation();
  const say = useProblemText();
  const flow = useFlow(id);
  const catalogue = useCatalogue();
  const stores = useStores();
  const error = flow.error ?? catalogue.error ?? stores.error;
  if (error) {
    return (
      <Center mih="100vh">
        <Notice icon={IconMapOff} title={t('error.title')} text={say(error)}>
          <Button component={Link} to="/flows">
            {t('error.toFlows')}
          </Button>
        </Notice>
      </Center>
    );
  }
  if (!flow.data || !catalogue.data || !stores.data) return <Loading />;
  return <OpenFlow flow={flow.data} catalogue={catalogue.data} stores={stores.data} />;
}

interface OpenFlowProps {
  flow: Flow;
  catalogue: LoadedCatalogue;
  stores: readonly Store[];
}

/** The store a flow is shown for first: one it is bound for, else the workspace's first. */
function firstStore(flow: Flow, stores: readonly Store[]): string | null {
  const bound = flow.bindings.find((binding) => stores.some((store) => store.id === binding.storeId));
  return bound?.storeId ?? stores[0]?.id ?? null;
}

function OpenFlow({ flow, catalogue, stores }: OpenFlowProps) {
  const [made] = useState<FlowStores>(() => {
    const document = createDocumentStore(flow.draft, flow.revision);
    return {
      flowId: flow.id,
      catalogue,
      document,
      view: createViewStore(firstStore(flow, stores)),
      samples: createSampleStore(),
      run: createRunStore(),
      save: createSaveStore(flow, document),
    };
  });
  const { lastRun } = flow;
  useEffect(() => {
    if (lastRun && isLive(lastRun.state)) made.run.getState().follow(lastRun.id);
    return () => made.run.getState().leave();
  }, [lastRun, made]);
  return (
    <FlowStoresProvider value={made}>
      <ReactFlowProvider>
        <FlowWorkspace savedBy={flow.updatedBy} />
      </ReactFlowProvider>
    </FlowStoresProvider>
  );
}
