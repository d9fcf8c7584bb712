// Starts flows after runs of others: takes one line of the outbox and stores the run it asks for, in one transaction, so
// that each end starts each flow once, whoever dies in between.
import { UserError, toErrorRecord, type Catalogue, type Row } from '@eclusa/flow';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { FlowTrigger, type TriggerTrouble } from './entities/trigger.entity';
import type { PageAt } from './entities/work.entity';
import { MOST_EVENTS, storePage, storeTriggered, type Taken } from './events';
import { publishedOf, type Published } from './published';

/** Flows that may start one after the other: a circle that came about in spite of all comes to an end. */
export const LONGEST_CHAIN = 8;

/** What came of one line of the outbox: `taken` is the run to be told to the queue, null when there is nothing to start. */
export interface Followed {
  taken: Taken | null;
}

interface Ended {
  endId: number;
  triggerId: string;
  runId: string;
  flowName: string;
  depth: number;
}

/** The oldest line that is due; null when there is none. `onClaim` learns its id first. */
export async function followRun(
  manager: EntityManager,
  catalogue: Catalogue,
  onClaim: (endId: number) => void,
): Promise<Followed | null> {
  const [ended] = await manager.query<Ended[]>(claim);
  if (!ended) return null;
  onClaim(Number(ended.endId));
  await manager.query('DELETE FROM flow_end WHERE id = $1', [ended.endId]);
  const trigger = await manager.getRepository(FlowTrigger).findOneByOrFail({ id: ended.triggerId });
  // Whoever publishes waits for us, so the box is still there when the run is.
  await manager.query('SELECT FROM flow WHERE id = $1 FOR SHARE', [trigger.flowId]);
  const published = await publishedOf(manager, trigger.flowId);
  const box = published?.document.nodes[trigger.node];
  if (!published || !box || box.disabled || !catalogue.get(box.type)?.behaviour.trigger?.flows)
    return { taken: null };
  const depth = ended.depth + 1;
  if (depth > LONGEST_CHAIN) {
    await note(
      manager,
      trigger,
      new UserError('trigger.chain-too-long', { values: { flow: ended.flowName, most: LONGEST_CHAIN } }),
    );
    return { taken: null };
  }
  const start = box.config['rows'] === 'failed' ? startWithFailed : startWithSummary;
  const taken = await start(manager, { catalogue, trigger, published, ended, depth });
  if (taken) await note(manager, trigger, null);
  return { taken };
}

const claim = `
SELECT e.id AS "endId", e.trigger_id AS "triggerId", e.run_id AS "runId", f.name AS "flowName", r.chain_depth AS depth
FROM flow_end e JOIN run r ON r.id = e.run_id JOIN flow f ON f.id = r.flow_id
WHERE e.next_at <= now() ORDER BY e.next_at, e.id LIMIT 1 FOR UPDATE OF e SKIP LOCKED`;

/** Puts a line off that could not be followed: later and later, five minutes at most. */
export const putOff = `
UPDATE flow_end SET tries = tries + 1, next_at = now() + least(300, 2 ^ least(tries, 10)) * interval '1 second'
WHERE id = $1`;

async function note(
  manager: EntityManager,
  { id, trouble }: FlowTrigger,
  error: UserError | null,
): Promise<void> {
  const told: TriggerTrouble | null = error && {
    error: toErrorRecord(error),
    since: trouble?.since ?? new Date().toISOString(),
  };
  await manager.query(
    `UPDATE flow_trigger SET trouble = $2, events = events + $3,
       event_at = CASE WHEN $3 > 0 THEN now() ELSE event_at END WHERE id = $1`,
    [id, told && JSON.stringify(told), error ? 0 : 1],
  );
}

interface Start {
  catalogue: Catalogue;
  trigger: FlowTrigger;
  published: Published;
  ended: Ended;
  depth: number;
}

async function startWithSummary(manager: EntityManager, start: Start): Promise<Taken> {
  const { catalogue, trigger, published, ended, depth } = start;
  const [row] = await manager.query<{ value: Row }[]>(summary, [ended.runId]);
  const id = randomUUID();
  const more = {
    id,
    trigger: 'flow',
    readRows: 1,
    totalRows: 1,
    afterRunId: ended.runId,
    chainDepth: depth,
  } as const;
  const { short } = await storeTriggered(manager, catalogue, trigger, published, more);
  return storePage(manager, trigger, { runId: id, rows: [{ row: 1, value: row?.value ?? {} }], short });
}

const summary = `
SELECT json_build_object('runId', r.id, 'flowId', r.flow_id, 'flowName', f.name, 'version', r.version_number,
  'storeId', r.store_id, 'storeName', s.name, 'state', r.state, 'trigger', r.trigger, 'tags', r.tags,
  'read', r.read_rows, 'written', r.written, 'skipped', r.skipped, 'failed', r.failed, 'waiting', r.waiting_rows,
  'error', r.error->>'code', 'startedAt', r.started_at, 'finishedAt', r.finished_at) AS value
FROM run r JOIN flow f ON f.id = r.flow_id LEFT JOIN store s ON s.id = r.store_id WHERE r.id = $1`;

/** Null without failed rows. They never leave the database: it puts them into pages itself. */
async function startWithFailed(manager: EntityManager, start: Start): Promise<Taken | null> {
  const { catalogue, trigger, published, ended, depth } = start;
  const [counted] = await manager.query<{ rows: number }[]>(
    `SELECT count(*)::int AS rows FROM run_failed_row WHERE run_id = $1 AND state = 'open'`,
    [ended.runId],
  );
  const rows = counted?.rows ?? 0;
  if (rows === 0) return null;
  const id = randomUUID();
  const more = {
    id,
    trigger: 'flow',
    readRows: rows,
    totalRows: rows,
    afterRunId: ended.runId,
    chainDepth: depth,
  } as const;
  await storeTriggered(manager, catalogue, trigger, published, more, { onePage: false });
  const at: PageAt = { node: trigger.node, port: 'out', side: 'output' };
  await manager.query(failedPages, [
    ...[trigger.workspaceId, id, trigger.node, JSON.stringify(at), ended.runId, MOST_EVENTS],
  ]);
  return { runId: id, rows, pageId: null };
}

const failedPages = `
INSERT INTO run_page (workspace_id, run_id, entry, seq, at, rows, row_count)
SELECT $1::uuid, $2::uuid, $3::text, (n - 1) / $6::int, $4::json,
  json_agg(json_build_object('row', n, 'value', json_build_object('runId', run_id, 'node', node, 'number', row_number,
    'code', error->>'code', 'input', input)) ORDER BY n), count(*)
FROM (SELECT f.*, row_number() OVER (ORDER BY f.id) AS n FROM run_failed_row f
  WHERE f.run_id = $5::uuid AND f.state = 'open') numbered
GROUP BY (n - 1) / $6::int`;
