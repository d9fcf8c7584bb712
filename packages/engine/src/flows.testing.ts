// Builders for the behaviour tests: small nodes, a flow in one line per edge, a host on a clock of its own.
import { UserError, defineNode, emptyFlow, isJsonObject } from '@eclusa/flow';
import type {
  Connection,
  Effect,
  FlowDocument,
  Json,
  NodeDefinition,
  NodeType,
  PreparedAction,
  Row,
  RowResult,
  SourceContext,
  SourcePage,
} from '@eclusa/flow';
import { memoryLimiter } from './memory-limiter';
import { memoryLocks } from './memory-locks';
import { memoryChanges } from './memory-changes';
import { memoryReferences } from './memory-references';
import { memoryScratch } from './memory-scratch';
import { compilePlan } from './plan';
import type { Plan } from './plan';
import type { Clock, EffectLog, EffectRecord, Host, PageInput, PageOutcome } from './ports';
import { runPage } from './run-page';
import type { PageOptions } from './run-page';

const label = { en: 'Test', es: 'Prueba', pt: 'Teste' };

type Partly = Partial<NodeDefinition<Record<string, Json>>> &
  Pick<NodeDefinition<Record<string, Json>>, 'behaviour'>;

let made = 0;

/** A node with everything but its behaviour filled in. */
export function node(parts: Partly): NodeType {
  return defineNode({
    id: `test.node-${++made}`,
    version: 1,
    name: label,
    help: label,
    group: 'transform',
    fields: {},
    example: { config: {}, input: [], output: {} },
    ...parts,
  });
}

/** A source of `{ n: 1 }, { n: 2 }, …`; `pulled` counts the pages it was asked for. */
export function numbers(count: number): NodeType & { pulled: number } {
  async function* read(context: SourceContext): AsyncGenerator<SourcePage> {
    let from = typeof context.cursor === 'number' ? context.cursor : 0;
    while (from < count) {
      const to = Math.min(count, from + context.pageSize);
      const records = Array.from({ length: to - from }, (_, index) => ({ value: { n: from + index + 1 } }));
      source.pulled++;
      from = to;
      yield { records, cursor: to, total: count };
    }
  }
  const source = Object.assign(node({ group: 'source', behaviour: { kind: 'source', read } }), { pulled: 0 });
  return source;
}

/** A source that gives these rows. */
export function rowsOf(rows: readonly Row[]): NodeType {
  return node({
    group: 'source',
    behaviour: {
      kind: 'source',
      async *read() {
        yield { records: rows.map((value) => ({ value })), cursor: 1 };
      },
    },
  });
}

/** A transform of one row into one row. */
export function map(change: (row: Row) => Row): NodeType {
  return each((row) => [{ value: change(row) }]);
}

/** A transform of one row into any number of rows, by any port. */
export function each(
  work: (row: Row, port: string) => RowResult | Promise<RowResult>,
  parts: Omit<Partly, 'behaviour'> = {},
): NodeType {
  return node({ ...parts, behaviour: { kind: 'transform', prepare: () => work } });
}

export interface ActionParts extends Partial<PreparedAction> {
  effect?: Effect;
  concurrency?: number;
  type?: Omit<Partly, 'behaviour'>;
}

/** An action that answers its row, unless told otherwise; `ran` lists the rows its `run` was called for. */
export function action(parts: ActionParts = {}): NodeType & { ran: Row[] } {
  const { effect = 'idempotent', concurrency, type, run, ...rest } = parts;
  const ran: Row[] = [];
  const prepared: PreparedAction = {
    ...rest,
    async run(row, call) {
      ran.push(row);
      return run ? run(row, call) : [{ value: row }];
    },
  };
  const bound = concurrency === undefined ? {} : { concurrency };
  const behaviour = { kind: 'action', effect, ...bound, prepare: async () => prepared } as const;
  return Object.assign(node({ group: 'vtex', ...type, behaviour }), { ran });
}

/** A barrier that gives all its rows once it has them, in pages of `size`. */
export function gather(size = 1000, parts: Omit<Partly, 'behaviour'> = {}): NodeType {
  return node({
    ...parts,
    behaviour: {
      kind: 'barrier',
      async *collect(inputs) {
        const all: Row[] = [];
        for (const input of Object.values(inputs)) for await (const rows of input) all.push(...rows);
        for (let from = 0; from < all.length; from += size) yield all.slice(from, from + size);
      },
    },
  });
}

type Placed = NodeType | { type: NodeType; config?: Record<string, Json>; disabled?: boolean };

/** A flow of these nodes. An edge is written `a > b`, with ports `a.failed > b.left` where they are not `out`, `in`. */
export function flowOf(
  nodes: Record<string, Placed>,
  ...edges: string[]
): { document: FlowDocument; types: Map<string, NodeType> } {
  const document = emptyFlow('Test');
  const types = new Map<string, NodeType>();
  for (const [id, placed] of Object.entries(nodes)) {
    const { type, config = {}, disabled = false } = 'behaviour' in placed ? { type: placed } : placed;
    types.set(type.id, type);
    document.nodes[id] = { type: type.id, version: type.version, config, ...(disabled && { disabled }) };
  }
  document.edges = edges.map((edge) => {
    const [from = '', to = ''] = edge.split(' > ');
    const [a = '', out = 'out'] = from.split('.');
    const [b = '', into = 'in'] = to.split('.');
    return { from: { node: a, port: out }, to: { node: b, port: into } };
  });
  return { document, types };
}

/** The compiled flow of these nodes and edges. */
export function planOf(nodes: Record<string, Placed>, ...edges: string[]): Plan {
  const { document, types } = flowOf(nodes, ...edges);
  return compilePlan(document, types);
}

/** A clock that moves only when somebody sleeps; `slept` lists how long. */
export function testClock(): Clock & { slept: number[] } {
  let time = Date.UTC(2026, 0, 1);
  const slept: number[] = [];
  return {
    slept,
    now: () => new Date(time),
    async sleep(ms, signal) {
      signal.throwIfAborted();
      slept.push(ms);
      time += ms;
      await new Promise((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
    },
  };
}

/** A host in memory whose network refuses everything and whose jitter is always the longest. */
export function testHost(parts: Partial<Host> = {}): Host {
  const clock = parts.clock ?? testClock();
  return {
    fetch: async () => Promise.reject(new Error('no network in unit tests')),
    limiter: memoryLimiter(clock),
    files: {
      open: async (id) => Promise.reject(new UserError('test.no-file', { values: { id } })),
      create: async () => Promise.reject(new Error('no files here')),
    },
    clock,
    random: () => 1,
    retry: { maxAttempts: 4, maxAge: 60_000, baseDelay: 100, maxDelay: 10_000 },
    connection: async (slot): Promise<Connection> => ({ id: slot, kind: 'http', values: {} }),
    lock: memoryLocks(),
    memory: memoryChanges(),
    references: memoryReferences(),
    scratch: memoryScratch(),
    ...parts,
  };
}

/** An effect log in memory; `writes` are its groups as they came. */
export function effectLog(records: readonly EffectRecord[] = []): EffectLog & { writes: EffectRecord[][] } {
  const writes: EffectRecord[][] = [];
  return {
    writes,
    load: async () => [...records, ...writes.flat()],
    async write(group) {
      await new Promise((resolve) => setImmediate(resolve));
      writes.push([...group]);
    },
  };
}

/** A page of these rows leaving `entry`, numbered from 1. */
export function pageOf(entry: string, rows: readonly Row[], port = 'out'): PageInput {
  const numbered = rows.map((value, index) => ({ row: index + 1, value }));
  return { entry, at: { node: entry, port, side: 'output' }, rows: numbered };
}

/** Runs one page of `rows` from `entry`, all rows frozen. */
export function run(
  plan: Plan,
  entry: string,
  rows: readonly Row[],
  options: Partial<PageOptions> = {},
): Promise<PageOutcome> {
  const { signal } = new AbortController();
  const defaults = { host: testHost(), effects: effectLog(), signal, sampleSize: 1000, freezeRows: true };
  return runPage(plan, pageOf(entry, rows), { ...defaults, ...options });
}

/** What passed `node` on that side by that port, as the outcome's samples tell. */
export function passed(outcome: PageOutcome, at: string, side: 'in' | 'out' = 'in'): Row[] {
  const [id, port = side === 'in' ? 'in' : 'out'] = at.split('.');
  const found = outcome.samples.find((s) => s.node === id && s.port === port && s.side === side);
  return found?.rows ?? [];
}

/** `{ n: from }` to `{ n: to }`. */
export function range(from: number, to: number): Row[] {
  return Array.from({ length: to - from + 1 }, (_, index) => ({ n: from + index }));
}

/** The row's number. */
export function n(row: Row | undefined): number {
  return isJsonObject(row) && typeof row.n === 'number' ? row.n : NaN;
}
