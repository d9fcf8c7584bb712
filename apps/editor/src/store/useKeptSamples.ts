// Reads the rows that are pinned to the open flow, once.
import { useEffect } from 'react';
import { loadSamples } from '../api/samples';
import { useToast } from '../shell/useToast';
import { useFlowStores } from './flow-stores';

/** A fault is told; the flow works without them. */
export function useKeptSamples(): void {
  const { flowId, samples } = useFlowStores();
  const toast = useToast();
  useEffect(() => {
    let gone = false;
    loadSamples(flowId)
      .then((kept) => {
        if (!gone) kept.forEach(samples.getState().pin);
      })
      .catch((error: unknown) => {
        if (!gone) toast.bad(error);
      });
    return () => {
      gone = true;
    };
    // Not again when the language, and with it the toast, changes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [flowId, samples]);
}
