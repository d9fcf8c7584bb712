// Gets the rows that enter a box by trying the boxes before it on a few rows, sending nothing.
import { useCallback, useMemo } from 'react';
import { useToast } from '../shell/useToast';
import { useDocument, useFlowStores, useSamples } from '../store/flow-stores';
import { tryBoxes } from '../store/try-boxes';

export interface Sampling {
  /** False when nothing comes before the box. */
  possible: boolean;
  loading: boolean;
  load: () => void;
}

/** Boxes whose results hold are not tried again. */
export function useSampling(id: string): Sampling {
  const stores = useFlowStores();
  const toast = useToast();
  const loading = useSamples((state) => state.trying.length > 0);
  const possible = useDocument((state) => state.document.edges.some((edge) => edge.to.node === id));
  const load = useCallback(async () => {
    await tryBoxes(stores, id, 'into');
    const { stopped } = stores.samples.getState();
    if (stopped) toast.bad(stopped.error);
  }, [stores, id, toast]);
  return useMemo(() => ({ possible, loading, load: () => void load() }), [possible, loading, load]);
}
