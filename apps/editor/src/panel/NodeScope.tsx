// Gives the fields of one box what they may know: its sample rows, the functions, the flow's connections.
import { useMemo, useRef, type ReactNode } from 'react';
import { freeId, type FlowEdit } from '@eclusa/flow';
import { ConnectionForm } from '../connections/ConnectionForm';
import { ChoiceScopeProvider } from '../fields/choice-scope';
import { FieldScopeProvider, type ConnectionScope, type FieldScope } from '../fields/field-scope';
import { useToast } from '../shell/useToast';
import { useDocument, useFlowStores, useSamples, useSaving, useView } from '../store/flow-stores';
import { rowsInto } from '../store/sample-flow';
import { knownResults } from '../store/sample-store';
import { useKnownFields } from '../store/useKnownFields';
import { useBoundSlots } from '../store/useBoundSlots';
import { PendingEdits } from './pending-edits';
import { useBoxChoices } from './useBoxChoices';
import { useSampling } from './useSampling';

/** Stands around the settings and the test of a box. */
export function NodeScope({ id, children }: { id: string; children: ReactNode }) {
  const { catalogue, flowId } = useFlowStores();
  const document = useDocument((state) => state.document);
  const tested = useSamples((state) => state.tested);
  const pinned = useSamples((state) => state.pinned);
  const pending = useRef<FlowEdit[]>([]);
  const connections = useConnectionScope(pending.current);
  const sampling = useSampling(id);
  const choices = useBoxChoices(id);
  const inputs = useKnownFields()[id]?.inputs;
  const scope = useMemo<FieldScope>(
    () => ({
      flowId,
      rows: rowsInto(document, id, knownResults({ tested, pinned })) ?? [],
      known: Object.values(inputs ?? {}).flatMap((fields) => [...(fields ?? [])]),
      parameters: Object.fromEntries(
        Object.entries(document.parameters).map(([name, { default: value }]) => [name, value ?? null]),
      ),
      functions: catalogue.functions,
      connections,
      ...(sampling.possible && { sample: { load: sampling.load, loading: sampling.loading } }),
    }),
    [flowId, document, id, tested, pinned, inputs, catalogue, connections, sampling],
  );
  return (
    <PendingEdits value={pending.current}>
      <FieldScopeProvider value={scope}>
        <ChoiceScopeProvider value={choices}>{children}</ChoiceScopeProvider>
      </FieldScopeProvider>
    </PendingEdits>
  );
}

/** Slots behind connections. An edit that makes a slot waits in `pending` for the field's own change, to be one step. */
function useConnectionScope(pending: FlowEdit[]): ConnectionScope {
  const { document: documentStore } = useFlowStores();
  const slots = useDocument((state) => state.document.slots);
  const bound = useBoundSlots();
  const bind = useSaving((state) => state.bind);
  const storeId = useView((state) => state.storeId);
  const toast = useToast();
  return {
    NewConnection: ConnectionForm,
    boundTo: (slot) => (slots[slot] ? bound[slot] : undefined),
    slotName: (slot) => slots[slot]?.name,
    slotFor: (connection, current) => {
      const taken = documentStore.getState().document.slots;
      const same = Object.keys(taken).find((slot) => bound[slot] === connection.id);
      if (same) return same;
      const free = current && taken[current]?.kind === connection.kind && !bound[current];
      const slot = free ? current : freeId(connection.name.toLowerCase(), new Set(Object.keys(taken)));
      if (!free)
        pending.push({ type: 'add-slot', id: slot, slot: { kind: connection.kind, name: connection.name } });
      // After the field's own change, so that the draft that is saved first already names the slot.
      queueMicrotask(() => void bind(storeId, { [slot]: connection.id }).catch(toast.bad));
      return slot;
    },
  };
}
