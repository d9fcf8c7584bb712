// What is wrong with the draft as it stands on the screen, checked here at every change by the flow language itself.
import { createContext, useContext, useDeferredValue, useMemo, type ReactNode } from 'react';
import { validateFlow, type Problem } from '@eclusa/flow';
import { useConnections } from '../api/connections';
import { useFlowStores, useDocument } from './flow-stores';
import { useBoundSlots } from './useBoundSlots';

const ProblemsContext = createContext<readonly Problem[]>([]);

/** Checks once for everybody below. */
export function ProblemsProvider({ children }: { children: ReactNode }) {
  const { catalogue } = useFlowStores();
  // Typing must not wait for the check.
  const document = useDeferredValue(useDocument((state) => state.document));
  const connections = useConnections().data;
  const bound = useBoundSlots();
  const problems = useMemo(() => {
    if (!connections) return validateFlow(document, catalogue.nodes);
    const kinds = new Map(connections.map(({ id, kind }) => [id, kind]));
    const slots = Object.fromEntries(
      Object.entries(bound).flatMap(([slot, id]) => {
        const kind = kinds.get(id);
        return kind ? [[slot, { kind }] as const] : [];
      }),
    );
    return validateFlow(document, catalogue.nodes, { slots });
  }, [document, catalogue, connections, bound]);
  return <ProblemsContext value={problems}>{children}</ProblemsContext>;
}

/** Errors first, then warnings. */
export function useProblems(): readonly Problem[] {
  return useContext(ProblemsContext);
}
