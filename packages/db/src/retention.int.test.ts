// History is cleared away by age, each workspace by its own, and nothing that is still needed.
import { emptyFlow } from '@eclusa/flow';
import type { DataSource } from 'typeorm';
import { openDatabase } from './data-source';
import { Retention } from './entities/retention.entity';
import { clearHistory } from './retention';
import { addRowLog, findRowLog, runsOfKey } from './row-log';
import { temporaryDatabase, type TemporaryDatabase } from './temporary-database';

let database: TemporaryDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await temporaryDatabase(process.env.ECLUSA_TEST_DATABASE_URL ?? '');
  source = await openDatabase(database.url);
});
afterAll(async () => {
  await source?.destroy();
  await database?.drop();
});

const one = async (text: string, values: unknown[]) =>
  (await source.query<{ id: string }[]>(`${text} RETURNING id`, values))[0]?.id ?? '';

/** A workspace with a run that is this many days old, and a line about `key`. */
async function place(days: number, state = 'completed') {
  const workspaceId = await one('INSERT INTO workspace (name) VALUES ($1)', ['w']);
  const flowId = await one('INSERT INTO flow (workspace_id, name, draft) VALUES ($1, $2, $3)', [
    ...[workspaceId, 'f', JSON.stringify(emptyFlow('f'))],
  ]);
  const versionId = await one(
    'INSERT INTO flow_version (workspace_id, flow_id, number, document) VALUES ($1, $2, 1, $3)',
    [workspaceId, flowId, JSON.stringify(emptyFlow('f'))],
  );
  const runId = await one(
    `INSERT INTO run (workspace_id, flow_id, version_id, version_number, state, created_at)
     VALUES ($1, $2, $3, 1, $4, now() - $5 * interval '1 day')`,
    [workspaceId, flowId, versionId, state, days],
  );
  await addRowLog(source, [{ workspaceId, runId, entry: 'a', lines: [{ keys: ['key', 'other'] }] }]);
  await source.query('UPDATE row_log SET day = day - $2 WHERE run_id = $1', [runId, days]);
  await source.query(
    'UPDATE row_log_key SET day = day - $2 WHERE log_id IN (SELECT id FROM row_log WHERE run_id = $1)',
    [runId, days],
  );
  return { workspaceId, runId };
}

const lines = async (workspaceId: string) =>
  (await findRowLog(source, { workspaceId, key: 'KEY', days: 2_000, limit: 10 })).length;
const hasRun = async (id: string) => (await source.query('SELECT FROM run WHERE id = $1', [id])).length === 1;

test('lines, runs and their keys go when they are older than the workspace keeps, and not before', async () => {
  const [young, old, ancient] = [await place(80), await place(100), await place(400)];
  const thrifty = await place(10);
  await source.getRepository(Retention).save({ workspaceId: thrifty.workspaceId, logDays: 5, runDays: 8 });
  const keeper = await place(100);
  await source.getRepository(Retention).save({ workspaceId: keeper.workspaceId, logDays: 120 });
  const cleared = await clearHistory(source);
  expect(cleared).toMatchObject({ log: 3, runs: 2 });
  expect(
    await Promise.all([young, old, ancient, thrifty, keeper].map((at) => lines(at.workspaceId))),
  ).toEqual([1, 0, 0, 0, 1]);
  expect(await Promise.all([young, old, ancient, thrifty].map((at) => hasRun(at.runId)))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(await runsOfKey(source, young.workspaceId, 'other')).toEqual([young.runId]);
  // Of the keys those older than anybody keeps: the 120 days of one are kept for all.
  expect(cleared.keys).toBe(2);
});

test('a run that is not over, or has rows that wait for a code, stays however old it is', async () => {
  const open = await place(900, 'running');
  const waiting = await place(900);
  await source.query(
    `INSERT INTO run_failed_row (workspace_id, run_id, node, port, entry, row_number, input, error, state)
     VALUES ($1, $2, 'a', 'in', 'a', 1, '{}', '{}', 'waiting')`,
    [waiting.workspaceId, waiting.runId],
  );
  await clearHistory(source);
  expect([await hasRun(open.runId), await hasRun(waiting.runId)]).toEqual([true, true]);
});

test('a story goes on page by page over several days, and over lines of runs that are gone', async () => {
  const { workspaceId, runId } = await place(3);
  await addRowLog(source, [
    { workspaceId, runId, entry: 'a', lines: Array.from({ length: 4 }, () => ({ keys: ['key'] })) },
  ]);
  await source.query('DELETE FROM row_log WHERE run_id = $1 AND day > $2', [runId, 1_000_000]);
  const search = { workspaceId, key: 'key', days: 90, limit: 2 };
  const first = await findRowLog(source, search);
  const [, last] = first;
  const rest = await findRowLog(source, { ...search, limit: 9, ...(last && { after: last }) });
  expect([first.length, rest.length]).toEqual([2, 3]);
  expect(rest.at(-1)?.day).toBe((first[0]?.day ?? 0) - 3);
});
