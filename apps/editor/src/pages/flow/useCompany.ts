// The other people on this flow, and what they saved: a draft without own changes follows theirs by itself.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { loadFlow } from '../../api/flows';
import { leave, usePresence } from '../../api/presence';
import type { Presence, Present } from '../../api/types';
import { useToast } from '../../shell/useToast';
import { useFlowStores, useView } from '../../store/flow-stores';

function useBeat() {
  const { flowId } = useFlowStores();
  const node = useView((state) => (state.nodes.length === 1 ? (state.nodes[0] ?? null) : null));
  return usePresence(flowId, node).data;
}

/** The other tabs, the person's own ones included; empty while that is not known. */
export function useOthers(): readonly Present[] {
  return useBeat()?.others ?? [];
}

/** Runs as long as the flow is open, once. */
export function useCompany(): void {
  const { flowId } = useFlowStores();
  useFollowing(useBeat());
  useEffect(() => {
    const goodbye = () => leave(flowId);
    window.addEventListener('pagehide', goodbye);
    return () => {
      window.removeEventListener('pagehide', goodbye);
      goodbye();
    };
  }, [flowId]);
}

function useFollowing(heard: Presence | undefined): void {
  const { t } = useTranslation();
  const toast = useToast();
  const { flowId, document, save } = useFlowStores();
  const going = useRef(false);
  useEffect(() => {
    const isBehind = () => {
      const { document: shown, saved, revision } = document.getState();
      return heard !== undefined && heard.revision > revision && shown === saved;
    };
    const isQuiet = () => save.getState().status === 'saved';
    if (going.current || !isBehind() || !isQuiet()) return;
    going.current = true;
    void loadFlow(flowId)
      .then((flow) => {
        // Drawing may have begun while the answer was on its way: then saving will ask.
        if (!isBehind() || !isQuiet()) return;
        document.getState().follow(flow.draft, flow.revision);
        toast.good(t('versions.people.followed', { who: flow.updatedBy ?? t('versions.somebody') }));
      })
      // The next beat tries again.
      .catch(() => undefined)
      .finally(() => (going.current = false));
  }, [heard, flowId, document, save, toast, t]);
}
