// The inbox: events of other systems, each stored once and in one transaction with the run it starts. Whoever calls this
// may tell the other side that the events are kept as soon as the transaction is committed, and not before.
import {
  fitBinding,
  isCallOnly,
  memoryKey,
  runTurn,
  type Catalogue,
  type Json,
  type Row,
  type TriggerEvent,
} from '@eclusa/flow';
import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { boundFor } from './bindings';
import type { Run } from './entities/run.entity';
import type { FlowTrigger } from './entities/trigger.entity';
import { NO_STORE, type PageAt } from './entities/work.entity';
import { publishedOf, type Published } from './published';
import { acceptRun } from './turns';

/** Rows of one run that is started by events: one page. */
export const MOST_EVENTS = 500;
/** Days an event is remembered: longer than any feed keeps it (14) and any hook repeats it (4). */
export const EVENT_DAYS = 45;

/** The run that new events started, stored: to be told to the queue once the transaction is committed. */
export interface Taken {
  runId: string;
  rows: number;
  /** Its page, when it is a short run. */
  pageId: number | null;
}

type Of = Pick<FlowTrigger, 'id' | 'workspaceId' | 'flowId' | 'storeId' | 'node'>;

/**
 * Stores those of the events that have not come before, and the run they start. Null when none is new. Answers
 * `gone` for a box that the published version no longer has: nothing is stored then. `keep` is stored with the trigger.
 */
export async function takeEvents(
  dataSource: DataSource,
  catalogue: Catalogue,
  trigger: Of,
  events: readonly TriggerEvent[],
  keep?: Json,
): Promise<Taken | 'gone' | null> {
  if (events.length > MOST_EVENTS) throw new RangeError(`more than ${MOST_EVENTS} events at once`);
  return dataSource.transaction(async (manager) => {
    // Whoever publishes waits for us, so the box is still there when the run is.
    await manager.query('SELECT FROM flow WHERE id = $1 FOR SHARE', [trigger.flowId]);
    const published = await publishedOf(manager, trigger.flowId);
    const box = published?.document.nodes[trigger.node];
    if (!published || !box || box.disabled || !catalogue.get(box.type)?.behaviour.trigger) return 'gone';
    // One at a time for a flow and store, so that what is compared with what is known stays known.
    const lock = `events ${trigger.flowId} ${trigger.storeId ?? NO_STORE}`;
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [lock]);
    const runId = randomUUID();
    const fresh = await insertNew(manager, trigger, runId, events);
    await noteArrival(manager, trigger, fresh.length);
    if (keep !== undefined) await keepWith(manager, trigger, keep);
    if (fresh.length === 0) return null;
    return startRun(manager, catalogue, trigger, published, runId, fresh);
  });
}

async function insertNew(
  manager: EntityManager,
  { id, workspaceId, flowId, storeId }: Of,
  runId: string,
  events: readonly TriggerEvent[],
): Promise<TriggerEvent[]> {
  const fresh: TriggerEvent[] = [];
  for (const event of events) {
    const { of, is, from, until, once } = event.state ?? {};
    const stored = await manager.query<{ key: string }[]>(insertOne, [
      ...[flowId, storeId ?? NO_STORE, event.key, workspaceId, id, runId],
      ...[of ?? null, is ?? null, from ?? null, until ?? null, once ?? false],
    ]);
    if (stored.length > 0) fresh.push(event);
  }
  return fresh;
}

/** Known by its key, or as the same state of the same thing at a moment they share. */
const insertOne = `
INSERT INTO store_event (flow_id, store_id, key, workspace_id, trigger_id, run_id, subject, state, from_at, until_at, arrived_at)
SELECT $1::uuid, $2::uuid, $3, $4::uuid, $5::uuid, $6::uuid, $7::text, $8::text, $9::timestamptz, $10::timestamptz, now()
WHERE $7::text IS NULL OR NOT EXISTS (SELECT FROM store_event e
  WHERE e.flow_id = $1::uuid AND e.store_id = $2::uuid AND e.subject = $7::text
    AND ($11::boolean OR e.state = $8::text AND e.from_at <= $10::timestamptz AND e.until_at >= $9::timestamptz))
ON CONFLICT DO NOTHING RETURNING key`;

async function noteArrival(manager: EntityManager, { id }: Of, fresh: number): Promise<void> {
  await manager.query(`UPDATE flow_trigger SET events = events + $2, event_at = now() WHERE id = $1`, [
    id,
    fresh,
  ]);
}

async function keepWith(manager: EntityManager, { id }: Of, keep: Json): Promise<void> {
  await manager.query('UPDATE flow_trigger SET kept = $2 WHERE id = $1', [id, JSON.stringify(keep)]);
}

async function startRun(
  manager: EntityManager,
  catalogue: Catalogue,
  trigger: Of,
  published: Published,
  runId: string,
  events: readonly TriggerEvent[],
): Promise<Taken> {
  const rows = events.map(({ row: value }, index) => ({ row: index + 1, value }));
  const count = { readRows: rows.length, totalRows: rows.length };
  const { short } = await storeTriggered(manager, catalogue, trigger, published, {
    ...{ id: runId, trigger: 'event', ...count },
  });
  return storePage(manager, trigger, { runId, rows, short });
}

/**
 * Stores the run that a trigger starts, without its rows. It is a short one when its rows are one page and it waits for
 * no other.
 */
export async function storeTriggered(
  manager: EntityManager,
  catalogue: Catalogue,
  { workspaceId, flowId, storeId }: Pick<Of, 'workspaceId' | 'flowId' | 'storeId'>,
  { versionId, number: versionNumber, document }: Published,
  run: Pick<Run, 'id' | 'trigger' | 'readRows' | 'totalRows'> &
    Partial<Pick<Run, 'afterRunId' | 'chainDepth' | 'callers' | 'priority' | 'requestId'>>,
  { onePage = true }: { onePage?: boolean } = {},
): Promise<{ short: boolean }> {
  const of = { flowId, storeId };
  const bound = fitBinding(document, await boundFor(manager, { workspaceId, ...of }, document));
  const keys = {
    concurrencyKey: runTurn(document, of)?.concurrencyKey ?? null,
    memoryKey: memoryKey(document, catalogue, of),
  };
  const takesTurns = keys.concurrencyKey !== null || keys.memoryKey !== null;
  const short = onePage && isCallOnly(document, catalogue) && !takesTurns;
  // It waits for its turn whatever the flow says of runs that overlap: nobody would send these rows again.
  await acceptRun(
    manager,
    {
      ...{ ...run, workspaceId, ...of, versionId, versionNumber, short, ...keys },
      slots: { ...bound.slots },
      parameters: { ...bound.parameters } as Record<string, Json>,
      updatedAt: new Date(),
    },
    'queue',
  );
  return { short };
}

/** Stores the only page of a run that a trigger starts. */
export async function storePage(
  manager: EntityManager,
  { workspaceId, node }: Pick<Of, 'workspaceId' | 'node'>,
  { runId, rows, short }: { runId: string; rows: readonly { row: number; value: Row }[]; short: boolean },
): Promise<Taken> {
  const at: PageAt = { node, port: 'out', side: 'output' };
  const [page] = await manager.query<{ id: number }[]>(
    `INSERT INTO run_page (workspace_id, run_id, entry, seq, at, rows, row_count, enqueued_at)
     VALUES ($1, $2, $3, 0, $4, $5, $6, CASE WHEN $7 THEN now() END) RETURNING id`,
    [workspaceId, runId, node, JSON.stringify(at), JSON.stringify(rows), rows.length, short],
  );
  return { runId, rows: rows.length, pageId: short && page ? Number(page.id) : null };
}

/** The run that an event of this key started; undefined when it, or the event, is gone. */
export async function runOfEvent(
  on: Pick<DataSource, 'query'>,
  { flowId, storeId }: Pick<Of, 'flowId' | 'storeId'>,
  key: string,
): Promise<string | undefined> {
  const [found] = await on.query<{ id: string }[]>(
    `SELECT r.id FROM store_event e JOIN run r ON r.id = e.run_id
     WHERE e.flow_id = $1 AND e.store_id = $2 AND e.key = $3`,
    [flowId, storeId ?? NO_STORE, key],
  );
  return found?.id;
}

/** Forgets events that cannot come again. */
export async function forgetEvents(on: Pick<DataSource, 'query'>): Promise<void> {
  await on.query(`DELETE FROM store_event WHERE arrived_at < now() - $1 * interval '1 day'`, [EVENT_DAYS]);
}
