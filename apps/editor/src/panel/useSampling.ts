// Gets the rows that enter a box by trying the boxes before it, in order, on a few rows, sending nothing.
import { useCallback, useMemo, useState } from 'react';
import { testNode } from '../api/flows';
import { useToast } from '../shell/useToast';
import { useDocument, useFlowStores } from '../store/flow-stores';
import { inputsOf, upstreamOf } from '../store/sample-store';

export interface Sampling {
  /** False when nothing comes before the box. */
  possible: boolean;
  loading: boolean;
  load: () => void;
}

/** Boxes already tried are tried again: their settings may have changed. */
export function useSampling(id: string): Sampling {
  const stores = useFlowStores();
  const toast = useToast();
  const [loading, setLoading] = useState(false);
  const possible = useDocument((state) => state.document.edges.some((edge) => edge.to.node === id));
  const load = useCallback(async () => {
    setLoading(true);
    try {
      const { document } = stores.document.getState();
      for (const nodeId of upstreamOf(document, id)) {
        const inputs = inputsOf(document, nodeId, stores.samples.getState().tested) ?? [];
        const { storeId } = stores.view.getState();
        const result = await testNode(stores.flowId, { document, nodeId, inputs, storeId });
        stores.samples.getState().put(nodeId, result);
      }
    } catch (error) {
      toast.bad(error);
    } finally {
      setLoading(false);
    }
  }, [id, stores, toast]);
  return useMemo(() => ({ possible, loading, load: () => void load() }), [possible, loading, load]);
}
