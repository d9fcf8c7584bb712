// Which connection each slot leads to for a store: the rule the API applies, so that the editor shows the same. Pure.
import type { FlowDocument } from '@eclusa/flow';
import type { Binding, Store } from '../api/types';

/** Bindings without a store, then the store's own connection for VTEX slots, then the store's own bindings. */
export function boundSlots(
  document: FlowDocument,
  bindings: readonly Binding[],
  store: Store | undefined,
): Record<string, string> {
  const general = bindings.find((binding) => binding.storeId === null)?.slots ?? {};
  const special = store ? (bindings.find((binding) => binding.storeId === store.id)?.slots ?? {}) : {};
  const own = Object.entries(document.slots).flatMap(([id, slot]) =>
    store && slot.kind === 'vtex' ? [[id, store.connectionId] as const] : [],
  );
  return { ...general, ...Object.fromEntries(own), ...special };
}
