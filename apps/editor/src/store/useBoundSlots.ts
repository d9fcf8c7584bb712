// The connections of the flow's slots for the store that is chosen on the screen.
import { useMemo } from 'react';
import { useStores } from '../api/stores';
import { boundSlots } from './bound-slots';
import { useDocument, useSaving, useView } from './flow-stores';

/** Connection ids by slot. */
export function useBoundSlots(): Record<string, string> {
  const document = useDocument((state) => state.document);
  const bindings = useSaving((state) => state.bindings);
  const storeId = useView((state) => state.storeId);
  const store = useStores().data?.find(({ id }) => id === storeId);
  return useMemo(() => boundSlots(document, bindings, store), [document, bindings, store]);
}
