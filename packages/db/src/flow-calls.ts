// Runs that a box of another run starts and waits for: who may be called, starting each once, whose turn it is, who is to
// go on when one has ended. Nothing here waits.
import {
  answeringBoxes,
  calledSources,
  callingBoxes,
  UserError,
  usedSlots,
  type CalledFlow,
  type Catalogue,
  type FlowCall,
  type FlowCallEnd,
  type FlowDocument,
} from '@eclusa/flow';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { boundFor } from './bindings';
import { FlowBinding } from './entities/flow.entity';
import type { Run } from './entities/run.entity';
import { storePage, storeTriggered } from './events';
import { LONGEST_CHAIN } from './flow-ends';
import { publishedOf, type Published } from './published';

type On = Pick<EntityManager, 'query'>;

/** The run whose box calls, as far as a call depends on it. */
export type CallingRun = Pick<Run, 'id' | 'workspaceId' | 'storeId'>;

/** A flow that can be called, in one version. */
export interface Callable extends CalledFlow {
  flowId: string;
  published: Published;
  /** Its box for called rows. */
  entry: string;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The flow as it is published, or one version of it. Throws UserError with what has to be done where it is not there, not
 * published, or takes no rows.
 */
export async function callable(
  on: On,
  catalogue: Catalogue,
  workspaceId: string,
  flowId: string,
  version?: number,
): Promise<Callable> {
  const [flow] = uuid.test(flowId)
    ? await on.query<{ name: string }[]>('SELECT name FROM flow WHERE id = $1 AND workspace_id = $2', [
        flowId,
        workspaceId,
      ])
    : [];
  if (!flow) throw new UserError('flow.called-unknown');
  const { name } = flow;
  const published = await publishedOf(on, flowId, version);
  if (!published) throw new UserError('flow.called-unpublished', { values: { flow: name } });
  const { document, number } = published;
  const [entry] = calledSources(document, catalogue);
  if (entry === undefined) throw new UserError('flow.called-takes-no-rows', { values: { flow: name } });
  const schema = document.nodes[entry]?.config['schema'];
  const answers = answeringBoxes(document, catalogue).length > 0;
  return {
    ...{ flowId, name, version: number, published, entry, answers },
    schema: typeof schema === 'string' ? schema : '',
  };
}

/**
 * The store a called flow runs for: that of the caller, or none where it is bound for no store. Throws UserError where it
 * is bound for others only, or lacks what it needs.
 */
export async function calledStore(
  manager: EntityManager,
  catalogue: Catalogue,
  { workspaceId, storeId: wanted }: Pick<Run, 'workspaceId' | 'storeId'>,
  { flowId, name, published: { document } }: Pick<Callable, 'flowId' | 'name' | 'published'>,
): Promise<string | null> {
  const bindings = await manager.getRepository(FlowBinding).findBy({ flowId, workspaceId });
  const stores = bindings.flatMap(({ storeId }) => (storeId === null ? [] : [storeId]));
  const isFree = stores.length === 0 || (wanted === null && bindings.some((one) => one.storeId === null));
  if (!isFree && wanted === null) throw new UserError('flow.called-needs-store', { values: { flow: name } });
  if (!isFree && !stores.includes(wanted as string)) {
    const store = await storeName(manager, wanted as string);
    throw new UserError('flow.called-not-bound', { values: { flow: name, store } });
  }
  const storeId = isFree ? null : wanted;
  const bound = await boundFor(manager, { workspaceId, flowId, storeId }, document);
  const names = missing(document, catalogue, bound);
  if (names.length === 0) return storeId;
  throw new UserError('flow.called-incomplete', { values: { flow: name, names: names.join(', ') } });
}

async function storeName(on: On, storeId: string): Promise<string> {
  const [store] = await on.query<{ name: string }[]>('SELECT name FROM store WHERE id = $1', [storeId]);
  return store?.name ?? '';
}

/** Names of what the flow uses and nobody has chosen or filled in. */
function missing(
  document: FlowDocument,
  catalogue: Catalogue,
  { slots, parameters }: Awaited<ReturnType<typeof boundFor>>,
): string[] {
  const open = [...usedSlots(document, catalogue)].filter((slot) => !slots[slot]);
  const empty = Object.entries(document.parameters).filter(
    ([id, { required, default: usual }]) => required && (parameters[id] ?? usual ?? '') === '',
  );
  return [
    ...open.map((slot) => document.slots[slot]?.name ?? slot),
    ...empty.map(([, parameter]) => parameter.name),
  ];
}

/** Throws UserError where too many flows have started one another before this run. */
export async function checkChain(on: On, { id }: CallingRun, { name }: CalledFlow): Promise<void> {
  const [run] = await on.query<{ depth: number }[]>('SELECT chain_depth AS depth FROM run WHERE id = $1', [
    id,
  ]);
  if ((run?.depth ?? 0) < LONGEST_CHAIN) return;
  throw new UserError('flow.call-chain-too-long', { values: { flow: name, most: LONGEST_CHAIN } });
}

/** The run that waits is not running any more: nothing was started. */
export class CallerStopped extends Error {}

/**
 * Stores a run with its rows, in the caller's transaction; null when the number has been started before. Throws
 * CallerStopped, for the transaction to be rolled back.
 */
export async function startCall(
  manager: EntityManager,
  catalogue: Catalogue,
  { id: parentId, node, workspaceId }: Pick<Run, 'id' | 'workspaceId'> & { node: string },
  { flowId, published, entry, storeId }: Callable & { storeId: string | null },
  { number, rows, atOnce }: Pick<FlowCall, 'number' | 'rows' | 'atOnce'>,
): Promise<string | null> {
  const id = randomUUID();
  const stored = await manager.query<object[]>(
    `INSERT INTO run_call (parent_id, node, number, workspace_id, run_id, at_once) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING RETURNING number`,
    [parentId, node, number, workspaceId, id, atOnce],
  );
  if (stored.length === 0) return null;
  const [parent] = await manager.query<Pick<Run, 'chainDepth' | 'callers' | 'priority' | 'requestId'>[]>(
    `SELECT chain_depth AS "chainDepth", callers, priority, request_id AS "requestId" FROM run WHERE id = $1`,
    [parentId],
  );
  if (!parent) throw new CallerStopped();
  const { chainDepth, callers, priority, requestId } = parent;
  const run = {
    ...{ id, trigger: 'call' as const, readRows: rows.length, totalRows: rows.length, afterRunId: parentId },
    ...{ chainDepth: chainDepth + 1, callers: [...callers, parentId], priority, requestId },
  };
  await storeTriggered(manager, catalogue, { workspaceId, flowId, storeId }, published, run, {
    onePage: false,
  });
  const numbered = rows.map((value, index) => ({ row: index + 1, value }));
  await storePage(manager, { workspaceId, node: entry }, { runId: id, rows: numbered, short: false });
  // Last, so that turns are locked before runs, as everywhere; whoever stops the caller from now on stops this run.
  const [state] = await manager.query<{ state: string }[]>('SELECT state FROM run WHERE id = $1 FOR SHARE', [
    parentId,
  ]);
  if (state?.state !== 'running') throw new CallerStopped();
  return id;
}

/** Numbers of a box that have been started, from 0 on, and how many of those runs have not ended. */
export async function callsOf(
  on: On,
  runId: string,
  node: string,
): Promise<{ started: number; open: number }> {
  const [found] = await on.query<{ started: number; open: number }[]>(
    `SELECT coalesce(max(number) + 1, 0)::int AS started, (count(*) FILTER (WHERE open))::int AS open
     FROM run_call WHERE parent_id = $1 AND node = $2`,
    [runId, node],
  );
  return found ?? { started: 0, open: 0 };
}

/** How runs that a box started have ended, from a number on. One that somebody lets go on by hand counts as cancelled. */
export function callEnds(
  on: On,
  runId: string,
  node: string,
  first: number,
  most: number,
): Promise<FlowCallEnd[]> {
  return on.query<FlowCallEnd[]>(
    `SELECT c.number, c.run_id AS "runId", CASE WHEN r.id IS NULL THEN 'gone'
         WHEN r.state IN ('completed', 'failed') THEN r.state ELSE 'cancelled' END AS state, coalesce(r.read_rows, 0)::float8 AS read,
       coalesce(r.written, 0)::float8 AS written, coalesce(r.failed, 0)::float8 AS failed,
       CASE WHEN r.error IS NOT NULL THEN json_build_object('code', r.error->'code', 'values', r.error->'values') END AS error
     FROM run_call c LEFT JOIN run r ON r.id = c.run_id
     WHERE c.parent_id = $1 AND c.node = $2 AND c.number >= $3 ORDER BY c.number LIMIT $4`,
    [runId, node, first, most],
  );
}

/** SQL over an entry `e`: a box whose runs have all ended, and which nobody has told so. */
const mayGoOn = `e.state = 'reading' AND e.lease_until IS NULL AND e.enqueued_at > now()
  AND EXISTS (SELECT FROM run_call c WHERE c.parent_id = e.run_id AND c.node = e.node)
  AND NOT EXISTS (SELECT FROM run_call c WHERE c.parent_id = e.run_id AND c.node = e.node AND c.open)`;

/** Boxes that wait for runs all of which have ended are due from now on. */
export async function releaseCallers(on: On): Promise<void> {
  await on.query(
    `UPDATE run_entry e SET enqueued_at = NULL FROM run r
     WHERE r.id = e.run_id AND r.state = 'running' AND ${mayGoOn}`,
  );
}

/** Who may go on because a run has ended: others of its box, and the box itself when there are none. */
export interface AfterCall {
  /** Queued runs, those that are next first. */
  next: string[];
  caller: { runId: string; entry: string; fence: number } | null;
}

/** What follows a run that has ended, when a box started it. Null for other runs. */
export async function afterCall(on: On, runId: string): Promise<AfterCall | null> {
  const [call] = await on.query<{ parentId: string; node: string }[]>(
    'SELECT parent_id AS "parentId", node FROM run_call WHERE run_id = $1',
    [runId],
  );
  if (!call) return null;
  const of = [call.parentId, call.node];
  const next = await on.query<{ id: string }[]>(
    `SELECT r.id FROM run_call c JOIN run r ON r.id = c.run_id AND r.state = 'queued'
     WHERE c.parent_id = $1 AND c.node = $2 AND c.open ORDER BY c.number LIMIT 10`,
    of,
  );
  // Of the two members that an UPDATE answers with, the rows.
  const [released] = await on.query<[{ fence: number }[], number]>(
    `UPDATE run_entry e SET enqueued_at = now()
     WHERE e.run_id = $1 AND e.node = $2 AND ${mayGoOn} RETURNING e.fence`,
    of,
  );
  const fence = released[0]?.fence;
  return {
    next: next.map(({ id }) => id),
    caller: fence === undefined ? null : { runId: call.parentId, entry: call.node, fence },
  };
}

/** Runs that are told to stop because one of those that wait for them is; at most a hundred of them. */
export async function stoppedCalls(on: On, runId: string): Promise<string[]> {
  const found = await on.query<{ id: string }[]>(
    `SELECT id FROM run WHERE state = 'cancelling' AND $1::uuid = ANY (callers) ORDER BY created_at LIMIT 100`,
    [runId],
  );
  return found.map(({ id }) => id);
}

/** Runs that were stopped with the run that waits for them go on with it, unless what came of them has gone on already. */
export async function resumeCalls(on: On, runId: string): Promise<void> {
  await on.query(
    `UPDATE run SET state = 'queued', error = NULL, finished_at = NULL, updated_at = now()
     WHERE state = 'cancelled' AND id IN (
       SELECT c.run_id FROM run_call c
       JOIN run_entry e ON e.run_id = c.parent_id AND e.node = c.node AND e.state = 'reading' AND e.rows = 0
       WHERE c.parent_id = $1)`,
    [runId],
  );
}

/** Notes which flows the published version of a flow runs. For the caller's transaction. */
export async function syncCalls(manager: EntityManager, catalogue: Catalogue, flowId: string): Promise<void> {
  await manager.query('DELETE FROM flow_call WHERE flow_id = $1', [flowId]);
  const published = await publishedOf(manager, flowId);
  const called = published ? callingBoxes(published.document, catalogue).map(({ flow }) => flow) : [];
  await manager.query(
    `INSERT INTO flow_call (flow_id, called_id, workspace_id)
     SELECT f.id, o.id, f.workspace_id FROM flow f JOIN flow o ON o.workspace_id = f.workspace_id
     WHERE f.id = $1 AND o.id::text = ANY($2::text[])`,
    [flowId, called],
  );
}
