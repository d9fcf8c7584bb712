// The events that start a flow, fetched as a worker fetches them: from the feed that the flow's own box sets up.
import { compilePlan, nodeContext, planNode, type Host } from '@eclusa/engine';
import type { AttendedTrigger, FlowDocument, NodeType, Row } from '@eclusa/flow';

export interface Events {
  /** The flow with what came since the last time in its first box; each event once. */
  next(document: FlowDocument): Promise<FlowDocument>;
}

/** Sets up what starts the flow; undefined for a flow that is not started by events. */
export async function eventsOf(
  document: FlowDocument,
  nodeTypes: ReadonlyMap<string, NodeType>,
  host: Host,
): Promise<Events | undefined> {
  const plan = compilePlan(document, nodeTypes, { parameters: {} });
  for (const id of Object.keys(document.nodes)) {
    const box = planNode(plan, id);
    const { behaviour } = box.type;
    if (behaviour.kind !== 'source' || !behaviour.trigger?.attend) continue;
    const { signal } = new AbortController();
    const context = nodeContext(plan, box, { host, dryRun: false, signal });
    const attended = await behaviour.trigger.attend({ ...context, signal, address: '' });
    await attended.check(null, { onLoss: nothing, onWrite: nothing });
    const known = new Set<string>();
    return {
      async next(given) {
        const copy = structuredClone(given);
        const [node, rows] = [copy.nodes[id], await newRows(attended, known)];
        if (node) node.config['example'] = JSON.stringify(rows);
        return copy;
      },
    };
  }
  return undefined;
}

const nothing = async (): Promise<void> => undefined;

async function newRows(attended: AttendedTrigger, known: Set<string>): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const lot = await attended.poll?.();
    if (!lot) throw new Error('the store has no feed');
    for (const { key, row } of lot.events) {
      if (!known.has(key)) rows.push(row);
      known.add(key);
    }
    await lot.acknowledge();
    if (!lot.more) return rows.sort((a, b) => (String(a['orderId']) < String(b['orderId']) ? -1 : 1));
  }
}
