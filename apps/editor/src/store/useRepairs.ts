// One click against a problem: what the flow language offers, carried out here as one step of undo.
import { useCallback } from 'react';
import { repairOf, suggestMapping, type Problem, type Repair } from '@eclusa/flow';
import { useConnections } from '../api/connections';
import { useStores } from '../api/stores';
import { useToast } from '../shell/useToast';
import { useDocument, useFlowStores, useSamples, useSaving, useView } from './flow-stores';
import { rowsInto } from './sample-flow';
import { knownResults } from './sample-store';

/** A repair of the language, or one that only the screen knows: choosing the store the flow is looked at for. */
export type ScreenRepair = Repair | { kind: 'use-store'; store: string; values: { store: string } };

/** The repair of a problem, and how it is done. */
export function useRepairs() {
  const { catalogue } = useFlowStores();
  const document = useDocument((state) => state.document);
  const tested = useSamples((state) => state.tested);
  const pinned = useSamples((state) => state.pinned);
  const connections = useConnections().data;
  const stores = useStores().data;
  const storeId = useView((state) => state.storeId);
  const find = useCallback(
    (problem: Problem): ScreenRepair | null => {
      const [only, ...others] = stores ?? [];
      const isStoreMissing = problem.code === 'flow.slot-unbound' && problem.values['kind'] === 'vtex';
      if (isStoreMissing && storeId === null && only && others.length === 0) {
        return { kind: 'use-store', store: only.id, values: { store: only.name } };
      }
      const guess = (node: string, field: string, id: string) => {
        const described = catalogue.nodes.get(document.nodes[node]?.type ?? '')?.fields[field];
        const target =
          described?.kind === 'mapping' ? described.targets?.find((each) => each.id === id) : null;
        if (!target) return null;
        const rows = rowsInto(document, node, knownResults({ tested, pinned })) ?? [];
        return (rows.length > 0 ? suggestMapping([target], rows)[0]?.expression : target.suggest) ?? null;
      };
      return repairOf(problem, document, catalogue.nodes, { connections: connections ?? [], guess });
    },
    [catalogue, document, tested, pinned, connections, stores, storeId],
  );
  return { find, carryOut: useCarryOut() };
}

function useCarryOut(): (repair: ScreenRepair) => void {
  const toast = useToast();
  const edit = useDocument((state) => state.edit);
  const bind = useSaving((state) => state.bind);
  const storeId = useView((state) => state.storeId);
  const chooseStore = useView((state) => state.chooseStore);
  return (repair) => {
    if (repair.kind === 'use-store') return chooseStore(repair.store);
    if (repair.edits.length > 0) edit(repair.edits);
    if (repair.bind) bind(storeId, { ...repair.bind }).catch(toast.bad);
  };
}
