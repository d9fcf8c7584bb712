// Runs of one flow start another when they end: once for each end, whoever dies in between.
import {
  Flow,
  FlowBinding,
  FlowTrigger,
  Run,
  RunPage,
  Store,
  ConnectionEntity,
  syncTriggers,
} from '@eclusa/db';
import type { Json } from '@eclusa/flow';
import { nodeTypes } from '@eclusa/nodes';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Bench, chain, Site } from '../worker.testing';
import { until } from './triggers.testing';

const main = path.resolve(__dirname, '../../dist/main.js');
const bench = new Bench();
const all = new Map([...nodeTypes, ...bench.nodeTypes]);
let site: Site;
let child: ChildProcess | undefined;

beforeEach(async () => {
  site = await Site.open({ ECLUSA_TRIGGER_MS: '50' });
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await site.close();
});

/** Publishes a flow; `stores` are those it is bound to. */
async function publish(document: ReturnType<typeof chain>, stores: readonly string[] = []): Promise<string> {
  const { flowId } = await site.publish(document);
  const { source, workspaceId } = site;
  await source.getRepository(Flow).update({ id: flowId }, { publishedVersion: 1, name: document.name });
  for (const storeId of stores)
    await source.getRepository(FlowBinding).save({ workspaceId, flowId, storeId });
  await source.transaction((manager) => syncTriggers(manager, all, site.config().keys, flowId));
  return flowId;
}

const follower = (flow: string, config: Record<string, Json> = {}, stores: readonly string[] = []) =>
  publish(chain({ type: 'source.flow-ended', config: { flow, ...config } }, 'test.odd'), stores);

/** Twenty rows, of which two fail. */
const first = () => publish(chain({ type: 'test.rows', config: { count: 20 } }, 'test.odd'));

async function run(flowId: string, more: Partial<Run> = {}): Promise<string> {
  const [version] = await site.source.query<{ id: string }[]>(
    'SELECT id FROM flow_version WHERE flow_id = $1',
    [flowId],
  );
  return site.insertRun({ id: version?.id ?? '', flowId, number: 1 } as never, more);
}

const runsOf = (flowId: string) =>
  site.source.getRepository(Run).find({ where: { flowId }, order: { createdAt: 'ASC' } });
const rowsOf = async (runId: string) =>
  (await site.source.getRepository(RunPage).find({ where: { runId }, order: { seq: 'ASC' } })).flatMap(
    ({ rows }) => (rows ?? []).map(({ value }) => value),
  );
const left = async () => (await site.source.query<object[]>('SELECT FROM flow_end')).length;

/** Ends a run as a worker does, with no worker there. */
const end = (runId: string, state = 'completed', failed = 0) =>
  site.source.query(`UPDATE run SET state = $2, failed = $3, finished_at = now() WHERE id = $1`, [
    runId,
    state,
    failed,
  ]);

async function store(name: string): Promise<string> {
  const { workspaceId, source } = site;
  const connection = { workspaceId, kind: 'vtex', name, settings: { account: name, appKey: 'k' } };
  const { id: connectionId } = await source.getRepository(ConnectionEntity).save(connection);
  return (await source.getRepository(Store).save({ workspaceId, name, account: name, connectionId })).id;
}

test('a finished run starts the flow that waits for it, with one row about it', async () => {
  const [watched, other] = [await first(), await first()];
  const next = await follower(watched);
  await follower(other);
  await site.work(all);
  const runId = await run(watched);
  await until(async () => (await runsOf(next))[0]?.state === 'completed');
  const [started] = await runsOf(next);
  expect(started).toMatchObject({
    trigger: 'flow',
    afterRunId: runId,
    chainDepth: 1,
    readRows: 1,
    storeId: null,
  });
  const samples = started?.picture?.samples[0]?.rows ?? [];
  expect(samples[0]).toMatchObject({
    runId,
    flowId: watched,
    state: 'completed',
    read: 20,
    failed: 2,
    error: null,
  });
  expect(await left()).toBe(0);
  expect(await site.source.getRepository(FlowTrigger).findOneByOrFail({ flowId: next })).toMatchObject({
    ...{ events: 1, watches: watched, trouble: null },
  });
}, 60_000);

test('failed rows come as rows, in pages, and without any nothing starts', async () => {
  const watched = await publish(chain({ type: 'test.rows', config: { count: 6_000 } }, 'test.odd'));
  const next = await follower(watched, { on: 'failed', rows: 'failed' });
  const quiet = await follower(watched, { on: 'any', rows: 'failed' });
  const clean = await publish(chain({ type: 'test.rows', config: { count: 5 } }, 'test.odd'));
  const nothing = await follower(clean, { on: 'any', rows: 'failed' });
  // Held, so that its pages are there to be looked at.
  await site.source.query('UPDATE flow SET paused_at = now() WHERE id = $1', [next]);
  await site.work(all);
  const [runId, cleanRun] = [await run(watched), await run(clean)];
  await site.wait(cleanRun);
  await until(async () => (await runsOf(next)).length === 1);
  const [started] = await runsOf(next);
  const rows = await rowsOf(started?.id ?? '');
  expect([started?.readRows, started?.totalRows, rows.length]).toEqual([600, 600, 600]);
  expect(rows[0]).toMatchObject({
    runId,
    node: 'b',
    number: 10,
    input: { n: 10 },
    code: expect.any(String) as string,
  });
  expect(new Set(rows.map(({ number }) => number)).size).toBe(600);
  await until(async () => (await left()) === 0);
  expect(await runsOf(quiet)).toHaveLength(1);
  expect(await runsOf(nothing)).toEqual([]);
  await site.source.query('UPDATE flow SET paused_at = NULL WHERE id = $1', [next]);
  expect((await site.wait(started?.id ?? '')).state).toBe('completed');
}, 90_000);

test('only the ends that count start it: finished, failed, any; a dry run and a skipped one never', async () => {
  const watched = await first();
  const by = {
    completed: await follower(watched, { on: 'completed' }),
    failed: await follower(watched, { on: 'failed' }),
    any: await follower(watched, { on: 'any' }),
  };
  await end(await run(watched));
  await end(await run(watched), 'completed', 3);
  await end(await run(watched), 'failed');
  await end(await run(watched), 'cancelled');
  await end(await run(watched, { dryRun: true }));
  await site.source.query(
    `INSERT INTO run (workspace_id, flow_id, version_id, version_number, state, finished_at, updated_at)
     SELECT workspace_id, flow_id, id, 1, 'skipped', now(), now() FROM flow_version WHERE flow_id = $1`,
    [watched],
  );
  await site.work(all);
  await until(async () => (await left()) === 0);
  const counts = await Promise.all(
    Object.entries(by).map(async ([on, id]) => [on, (await runsOf(id)).length]),
  );
  expect(Object.fromEntries(counts)).toEqual({ completed: 2, failed: 2, any: 4 });
}, 60_000);

test('it runs for the store of the run, for every store, or without one', async () => {
  const [a, b] = [await store('a'), await store('b')];
  const watched = await first();
  const same = await follower(watched, { stores: 'same' }, [a, b]);
  const every = await follower(watched, { stores: 'every' }, [a, b]);
  const none = await follower(watched);
  await end(await run(watched, { storeId: a }));
  await end(await run(watched));
  await site.work(all);
  await until(async () => (await left()) === 0);
  const stores = async (id: string) => (await runsOf(id)).map(({ storeId }) => storeId).sort();
  expect(await stores(same)).toEqual([a]);
  expect(await stores(every)).toEqual([a, a, b, b].sort());
  expect(await stores(none)).toEqual([null, null]);
}, 60_000);

test('a circle that came about in spite of all comes to its end, and the trigger says why', async () => {
  const watched = await first();
  const next = await follower(watched);
  await site.source.query(`UPDATE flow_trigger SET watches = $1 WHERE flow_id = $1`, [next]);
  await end(await run(next));
  await site.work(all);
  const trigger = () => site.source.getRepository(FlowTrigger).findOneByOrFail({ flowId: next });
  await until(async () => (await trigger()).trouble !== null, trigger);
  expect((await trigger()).trouble?.error).toMatchObject({ code: 'trigger.chain-too-long' });
  expect((await runsOf(next)).map(({ chainDepth }) => chainDepth)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
}, 60_000);

test('many workers start each of a hundred ends once', async () => {
  const watched = await first();
  const next = await follower(watched);
  for (let n = 0; n < 100; n++) await end(await run(watched));
  await Promise.all([site.work(all), site.work(all), site.work(all)]);
  await until(async () => (await left()) === 0);
  const after = (await runsOf(next)).map(({ afterRunId }) => afterRunId);
  expect([after.length, new Set(after).size]).toEqual([100, 100]);
}, 90_000);

test('a worker killed between the end and the start leaves it to the next, once', async () => {
  if (!existsSync(main)) throw new Error(`${main} is missing: build the worker first (npx nx build worker)`);
  const watched = await first();
  const next = await follower(watched);
  const runId = await run(watched);
  // Held here, the worker has taken the line and stored nothing yet.
  const holder = site.source.createQueryRunner();
  await holder.startTransaction();
  await holder.query('SELECT FROM flow WHERE id = $1 FOR UPDATE', [next]);
  await end(runId);
  startProcess();
  await until(async () => {
    const [one] = await site.source.query<{ waits: boolean }[]>(
      `SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock') AS waits`,
    );
    return one?.waits ?? false;
  });
  const ended = once(child!, 'exit');
  child?.kill('SIGKILL');
  await ended;
  await holder.rollbackTransaction();
  await holder.release();
  expect(await runsOf(next)).toEqual([]);
  expect(await left()).toBe(1);
  await site.work(all);
  await until(async () => (await runsOf(next))[0]?.state === 'completed');
  expect([(await runsOf(next)).length, await left()]).toEqual([1, 0]);
}, 90_000);

function startProcess(): void {
  const env = { ...process.env, ...site.environment, ECLUSA_LOG: 'text' };
  child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}
