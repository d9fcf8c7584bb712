// Runs a flow that comes with Eclusa over HTTP, against a sandbox store and the demo ERP, and tells what it left in the
// form of its `flows/<id>.expected.json`. It is 2026-11-23T12:00:00Z for all of them, unless a preparation changes that.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilePlan, memoryChanges, memoryReferences, runInProcess, type Host } from '@eclusa/engine';
import { isJsonObject, type Connection, type FlowDocument, type Json, type NodeType } from '@eclusa/flow';
import { startErp, startSandbox, type Erp, type Sandbox } from '@eclusa/sandbox';
import { flowTemplates } from '../flow-templates';
import { memoryFiles } from '../harness.testing';
import { byId, discover, nodeIdOf } from '../registry';
import { exampleTime } from '../vtex/examples.testing';
import { erpConnection, hostOf, storeConnection } from '../vtex/store.testing';
import { eventsOf, type Events } from './events.testing';

const flows = join(__dirname, '..', '..', 'flows');
const nodeTypes = byId(discover<NodeType>(join(__dirname, '..'), 'node'), nodeIdOf);

/** What a recipe runs against. */
export interface Ground {
  sandbox: Sandbox;
  erp: Erp;
  /** The time of the store, the ERP and the run. A preparation may move it. */
  now: Date;
  /** `POST /api/…` with the store's key. Throws when the store refuses. */
  store(request: string, body?: unknown): Promise<Json>;
  /** Runs another flow that comes with Eclusa, such as the full load, so that the store has a catalogue. */
  run(id: string): Promise<RunLeft>;
}

/** `export const recipe` of `recipes/<id>.testing.ts`: what the flow finds, and what of the store is looked at. */
export interface Recipe {
  /** Rows in the catalogue of the ERP; 20 when not given. */
  products?: number;
  /** Fills the store and the ERP before the first run. */
  prepare?(ground: Ground): void | Promise<void>;
  /** What happens before a later run; `run` counts from 2. */
  meanwhile?(ground: Ground, run: number): void | Promise<void>;
  /** Values of the flow's parameters. */
  parameters?: Record<string, Json>;
  /** What a run left in the store or the ERP: `left` of the expected file. */
  left?(ground: Ground): Json;
}

/** What one run must leave. */
export interface RunLeft {
  /** Rows by their end; what is 0 is left out. */
  rows: Record<string, number>;
  /** Rows that failed, by number of the row in its source. */
  failed: { row: number; node: string; code: string; field?: string }[];
  /** Requests that the store took, reads left out, by route. */
  writes: Record<string, number>;
  /** Lines of the files that were written, by name. */
  files: Record<string, string[]>;
  left: Json;
}

/** `flows/<id>.expected.json`: the flow runs once for each of `runs`, one after another, with the same memory. */
export interface Expected {
  runs: RunLeft[];
}

export const expectedFile = (id: string): string => join(flows, `${id}.expected.json`);

/** Ids of the flows that say what they leave. */
export const recipeIds = (): string[] =>
  flowTemplates().flatMap(({ id }) => (existsSync(expectedFile(id)) ? [id] : []));

/** Prepares, runs the flow `times` times and answers what each run left. */
export async function runRecipe(id: string, recipe: Recipe, times: number): Promise<Expected> {
  const time = { now: exampleTime };
  const clock = () => time.now.getTime();
  const sandbox = await startSandbox({ limits: 'off', clock });
  const erp = await startErp({ products: recipe.products ?? 20, clock });
  const kept = keptOf();
  const ground: Ground = Object.assign(time, {
    sandbox,
    erp,
    store: (request: string, body?: unknown) => ask(sandbox, request, body),
    run: (other: string) => runOnce(other, ground, {}, keptOf()),
  });
  try {
    const document = withFiles(id);
    kept.events = await eventsOf(document, nodeTypes, hostFor(document, ground));
    await recipe.prepare?.(ground);
    const runs: RunLeft[] = [];
    for (let run = 1; run <= times; run++) {
      if (run > 1) await recipe.meanwhile?.(ground, run);
      runs.push(await runOnce(id, ground, recipe, kept));
    }
    return { runs };
  } finally {
    await Promise.all([sandbox.close(), ground.erp.close()]);
  }
}

/** What outlives a run: what it wrote last, and pairs of codes. */
interface Kept {
  memory: ReturnType<typeof memoryChanges>;
  references: ReturnType<typeof memoryReferences>;
  /** What starts the flow, where that is not a person or the clock. */
  events?: Events | undefined;
}

const keptOf = (): Kept => ({ memory: memoryChanges(), references: memoryReferences() });

async function runOnce(id: string, ground: Ground, recipe: Recipe, kept: Kept): Promise<RunLeft> {
  const { sandbox } = ground;
  const found = withFiles(id);
  const document = (await kept.events?.next(found)) ?? found;
  const files = memoryFiles(exampleFile(id));
  const written: Record<string, string[]> = {};
  const host: Host = { ...hostFor(document, ground), memory: kept.memory, references: kept.references };
  host.clock = { ...host.clock, now: () => ground.now };
  host.files = {
    ...files,
    async create(name, bytes) {
      const stored = await files.create(name, bytes);
      written[name] = files
        .text(stored.id)
        .replace(/^\uFEFF/, '')
        .trimEnd()
        .split(/\r?\n/);
      return stored;
    },
  };
  const failed: RunLeft['failed'] = [];
  sandbox.journal.clear();
  const plan = compilePlan(document, nodeTypes, { parameters: recipe.parameters ?? {} });
  const summary = await runInProcess(plan, {
    host,
    signal: new AbortController().signal,
    pageSize: 100,
    freezeRows: true,
    onSaved: (saved) => kept.references.keep(saved),
    onRemembered: (remembered) => kept.memory.keep(remembered),
    onFailed: ({ row, node, error }) => {
      const field = error.values['field'];
      failed.push({ row, node, code: error.code, ...(typeof field === 'string' && { field }) });
    },
  });
  if (summary.state !== 'completed') throw new Error(`${id} ${summary.state}: ${summary.error?.code}`);
  const writes = writesOf(sandbox);
  return plain({
    rows: Object.fromEntries(Object.entries(summary.totals).filter(([, count]) => count > 0)),
    failed: failed.sort((a, b) => a.row - b.row),
    writes,
    files: written,
    left: recipe.left?.(ground) ?? null,
  });
}

/** Every SKU of the store with its base price and its stock by warehouse. */
export const stockAndPrices = ({ sandbox }: Ground): Json =>
  sandbox.products().flatMap(({ skus }) =>
    skus.map(({ refId, price, stock }) => ({
      refId,
      price: price?.basePrice ?? null,
      stock: Object.fromEntries(stock.map(({ warehouseId, quantity }) => [warehouseId, quantity])),
    })),
  );

/** Every slot bound: `vtex` to the store, all others to the ERP. */
function hostFor({ slots }: FlowDocument, { sandbox, erp }: Ground): Host {
  const store = storeConnection(sandbox, { pricingWritesPerSecond: 10_000, otherCallsPerSecond: 10_000 });
  const bound = Object.entries(slots).map(([slot, { kind }]): [string, Connection] => [
    slot,
    kind === 'vtex' ? store : erpConnection(erp),
  ]);
  return hostOf(Object.fromEntries(bound));
}

/** `flows/<id>.csv`: what a person uploads to a flow that begins with a file. */
function exampleFile(id: string): Record<string, Uint8Array> {
  const file = join(flows, `${id}.csv`);
  return existsSync(file) ? { [`${id}.csv`]: readFileSync(file) } : {};
}

/** The flow with the example file where it asks for one to be uploaded. */
function withFiles(id: string): FlowDocument {
  const document = flowTemplates().find((one) => one.id === id)?.document;
  if (!document) throw new Error(`no flow ${id}`);
  const copy = structuredClone(document);
  for (const { type, config } of Object.values(copy.nodes))
    if (type === 'source.csv' && config['from'] !== 'address') config['file'] ??= `${id}.csv`;
  return copy;
}

function writesOf(sandbox: Sandbox): Record<string, number> {
  const counted = Object.entries(sandbox.journal.counters()).flatMap(([route, byStatus]) => {
    const taken = Object.entries(byStatus).filter(([status]) => status.startsWith('2'));
    const count = taken.reduce((sum, [, one]) => sum + one, 0);
    return route.startsWith('GET ') || count === 0 ? [] : [[route, count] as const];
  });
  return Object.fromEntries(counted.sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function ask(sandbox: Sandbox, request: string, body: unknown): Promise<Json> {
  const [method = '', path = ''] = request.split(' ');
  const response = await fetch(sandbox.url + path, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    headers: {
      'content-type': 'application/json',
      'X-VTEX-API-AppKey': sandbox.appKey,
      'X-VTEX-API-AppToken': sandbox.appToken,
    },
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${request}: ${response.status} ${text}`);
  return text === '' ? null : (JSON.parse(text) as Json);
}

// As the expected file holds it: no undefined members, members in a stable order.
const plain = (left: RunLeft): RunLeft => JSON.parse(JSON.stringify(left, inOrder)) as RunLeft;

function inOrder(_name: string, value: Json): Json {
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
