// What is wrong with the draft as it stands on the screen, checked here at every change by the flow language itself, and
// what only the server knows of flows that it names.
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { validateFlow, type FlowDocument, type Problem } from '@eclusa/flow';
import { useConnections } from '../api/connections';
import { useFlowStores, useDocument } from './flow-stores';
import { hasSameDrawing } from './same-drawing';
import { useBoundSlots } from './useBoundSlots';
import { useOtherFlows } from './useOtherFlows';

const ProblemsContext = createContext<readonly Problem[]>([]);

/** Checks once for everybody below. */
export function ProblemsProvider({ children }: { children: ReactNode }) {
  const { catalogue } = useFlowStores();
  const document = useSettled(useDocument((state) => state.document));
  const connections = useConnections().data;
  const bound = useBoundSlots();
  const problems = useMemo(() => {
    if (!document) return [];
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
  const others = useOtherFlows();
  const all = useMemo(
    () => (others.length === 0 ? problems : inOrder([...others, ...problems])),
    [others, problems],
  );
  return <ProblemsContext value={all}>{children}</ProblemsContext>;
}

function inOrder(problems: readonly Problem[]): Problem[] {
  const are = (severity: Problem['severity']) => problems.filter((problem) => problem.severity === severity);
  return [...are('error'), ...are('warning')];
}

/** How long the drawing must be left alone before it is checked. */
const pause = 250;
/** In a flow of so few boxes a box that is placed, replaced or joined is checked before it is first painted. */
const quick = 60;

/**
 * `value` once it has not changed for a moment and the browser has nothing better to do: a large flow takes longer to
 * check than a letter may take to appear, and a formula is wrong while it is typed. Undefined until then for a large one.
 */
function useSettled(value: FlowDocument): FlowDocument | undefined {
  const isSmall = Object.keys(value.nodes).length <= quick;
  const [settled, setSettled] = useState(isSmall ? value : undefined);
  useEffect(() => {
    if (settled === value) return;
    const timer = setTimeout(() => whenIdle(() => setSettled(value)), pause);
    return () => clearTimeout(timer);
  }, [value, settled]);
  return isSmall && !(settled && hasSameDrawing(settled, value)) ? value : settled;
}

/** Safari knows no idle time. */
function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(work, { timeout: 500 });
  else work();
}

/** Errors first, then warnings. */
export function useProblems(): readonly Problem[] {
  return useContext(ProblemsContext);
}
