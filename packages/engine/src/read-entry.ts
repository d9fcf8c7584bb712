// Reads a source, or a barrier over its spooled rows, one page at a time and no page before it is asked for.
// Numbers the rows; storing pages and cursors is the host's affair.
import { Bug, isJsonObject, toErrorRecord } from '@eclusa/flow';
import type { BarrierContext, Json, Row, SourceContext, SourcePage } from '@eclusa/flow';
import { nodeContext } from './context';
import { planEntry, planNode } from './plan';
import type { Plan, PlanNode } from './plan';
import { orderHashes } from './row-order';
import type { EntryPage, FailedRow, Host, NumberedRow } from './ports';

type ReadPage = Omit<EntryPage, 'orderKeys'>;

export interface EntryOptions {
  host: Host;
  /** Of the last stored page; null at the start. */
  cursor: Json;
  /** Rows (refused ones included) in the pages stored so far. */
  rowsBefore: number;
  /** Pages stored so far. */
  pagesBefore: number;
  /** Rows. */
  pageSize: number;
  signal: AbortSignal;
  dryRun?: boolean;
  /** For a barrier: the rows handed to it by input port, in entry order. */
  spool?: (port: string) => AsyncIterable<Row[]>;
}

/**
 * The entry's pages from `cursor` on. A record the source refuses takes a number and is given as a failed row.
 * A barrier collects its spooled rows again from the start and leaves out the pages stored before. What it keeps on the way
 * is a page without rows.
 * Throws what the node throws: the entry cannot be read on.
 */
export async function* readEntry(plan: Plan, node: string, options: EntryOptions): AsyncGenerator<EntryPage> {
  const entry = planEntry(plan, node);
  options.signal.throwIfAborted();
  const pages = entry.kind === 'source' ? readSource : readBarrier;
  for await (const page of untilAborted(pages(plan, planNode(plan, node), options), options.signal)) {
    yield { ...page, orderKeys: await orderHashes(plan, page.rows) };
  }
}

// A node that waits for something that never comes must not keep a cancelled run alive.
async function* untilAborted<T>(pages: AsyncGenerator<T>, signal: AbortSignal): AsyncGenerator<T> {
  let ended = false;
  try {
    for (;;) {
      const step = await beforeAbort(pages.next(), signal);
      ended = step.done ?? false;
      if (step.done) return;
      yield step.value;
    }
  } catch (error) {
    ended = !signal.aborted;
    throw error;
  } finally {
    const ending = ended ? undefined : pages.return(undefined);
    if (!signal.aborted) await ending;
    ending?.catch(() => undefined);
  }
}

function beforeAbort<T>(waiting: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    waiting.finally(() => signal.removeEventListener('abort', stop)).then(resolve, reject);
  });
}

async function* readSource(plan: Plan, node: PlanNode, options: EntryOptions): AsyncGenerator<ReadPage> {
  const { behaviour } = node.type;
  if (behaviour.kind !== 'source') return;
  const context = {
    cursor: options.cursor,
    pageSize: options.pageSize,
    notes: notesOf(node.id, options),
  };
  let read = options.rowsBefore;
  for await (const page of behaviour.read(withOwn(contextOf(plan, node, options), context))) {
    const numbered = numberRecords(node, page, read);
    read += page.records.length;
    yield {
      ...numbered,
      cursor: page.cursor,
      ...(page.total !== undefined && { total: page.total }),
    };
  }
}

function notesOf(node: string, { host: { memory }, dryRun }: EntryOptions): SourceContext['notes'] {
  return {
    load: (keys) => memory.load(node, keys),
    async keep(notes) {
      if (dryRun) return;
      await memory.keep(Object.entries(notes).map(([key, hash]) => ({ node, key, hash })));
    },
  };
}

function numberRecords(
  node: PlanNode,
  page: SourcePage,
  before: number,
): Pick<EntryPage, 'rows' | 'refused'> {
  const rows: NumberedRow[] = [];
  const refused: FailedRow[] = [];
  page.records.forEach((record, index) => {
    const row = before + index + 1;
    if ('value' in record) return rows.push({ row, value: record.value });
    const { raw: input, error } = record;
    return refused.push({
      node: node.id,
      port: node.outputs[0] ?? 'out',
      row,
      input,
      error: toErrorRecord(error),
    });
  });
  return { rows, refused };
}

async function* readBarrier(plan: Plan, node: PlanNode, options: EntryOptions): AsyncGenerator<ReadPage> {
  const { behaviour } = node.type;
  const { spool, pageSize } = options;
  if (behaviour.kind !== 'barrier' || !spool) {
    throw new Bug('engine.no-spool', { values: { node: node.id } });
  }
  const inputs = Object.fromEntries(
    node.inputs.map((port) => [port, { [Symbol.asyncIterator]: () => spool(port)[Symbol.asyncIterator]() }]),
  );
  const { scratch, clear } = ownScratch(options.host.scratch);
  const before = barrierCursor(options);
  let { kept } = before;
  const own = {
    pageSize,
    scratch,
    flows: options.host.flows?.(node.id),
    get kept() {
      return kept;
    },
  };
  const context = withOwn(contextOf(plan, node, options), own);
  let pages = 0;
  let rows = options.rowsBefore;
  try {
    for await (const chunk of behaviour.collect(inputs, context)) {
      if (!Array.isArray(chunk)) {
        kept = chunk.keep;
        const cursor = { pages: Math.max(pages, before.pages), kept };
        yield { rows: [], refused: [], cursor, ...(chunk.after !== undefined && { after: chunk.after }) };
        continue;
      }
      for (let from = 0; from < chunk.length; from += pageSize) {
        pages++;
        if (pages <= before.pages) continue;
        const values = chunk.slice(from, from + pageSize);
        const numbered = values.map((value) => ({ row: ++rows, value }));
        yield { rows: numbered, refused: [], cursor: kept === null ? pages : { pages, kept } };
      }
    }
  } finally {
    await clear();
  }
}

/** Pages of rows that are stored, and what the barrier kept. Cursors were the number of pages once. */
function barrierCursor({ cursor, pagesBefore }: EntryOptions): { pages: number; kept: Json } {
  if (!isJsonObject(cursor)) return { pages: pagesBefore, kept: null };
  return { pages: Number(cursor['pages']), kept: cursor['kept'] ?? null };
}

function contextOf(plan: Plan, node: PlanNode, { host, dryRun = false, signal }: EntryOptions) {
  return nodeContext(plan, node, { host, dryRun, signal });
}

// Not a spread: it would read the signal once and for all.
function withOwn<Context extends object, Own extends object>(context: Context, own: Own): Context & Own {
  return Object.defineProperties(context, Object.getOwnPropertyDescriptors(own)) as Context & Own;
}

/** The host's scratch, and a way to drop what was left in it. */
function ownScratch(scratch: Host['scratch']): {
  scratch: BarrierContext['scratch'];
  clear(): Promise<void>;
} {
  const left = new Set<string>();
  return {
    scratch: {
      async write(rows) {
        const chunk = await scratch.write(rows);
        left.add(chunk);
        return chunk;
      },
      read: (chunk) => scratch.read(chunk),
      async drop(chunk) {
        left.delete(chunk);
        await scratch.drop(chunk);
      },
    },
    async clear() {
      for (const chunk of left) await scratch.drop(chunk);
    },
  };
}
