// A creating call whose answer never came: found and not repeated where the box can look, in doubt where it cannot;
// then a person says what happened, and nothing is created twice. The store is the sandbox, the boxes are the real ones.
import { ConnectionEntity } from '@eclusa/db';
import type { FlowDocument, Json, Row } from '@eclusa/flow';
import { nodeTypes } from '@eclusa/nodes';
import { enqueueRun } from '@eclusa/queue';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import { Bench, chain, Site } from './worker.testing';

const count = 6;
let site: Site;
let bench: Bench;
let sandbox: Sandbox;
let store: string;
/** Rows that came out behind the creating box. */
let behind: Row[];

beforeEach(async () => {
  behind = [];
  bench = new Bench();
  bench.onWrite = (row) => void behind.push(row);
  sandbox = await startSandbox({ limits: 'off' });
  const hosts = [await bench.open(), `127.0.0.1:${sandbox.port}`];
  site = await Site.open({ ECLUSA_ALLOW_PRIVATE_HOSTS: hosts.join(',') });
  const { workspaceId } = site;
  const saved = await site.source.getRepository(ConnectionEntity).save({
    ...{ workspaceId, kind: 'vtex', name: 'sandbox' },
    settings: { account: sandbox.account, appKey: sandbox.appKey, mainBaseUrl: sandbox.url },
    secrets: site.config().keys.seal({ appToken: sandbox.appToken }, workspaceId),
  });
  store = saved.id;
  await site.work(new Map([...nodeTypes, ...bench.nodeTypes]));
});
afterEach(async () => {
  await site.close();
  await sandbox.close();
  bench.close();
});

/** Rows 1 to 6, each creating a brand, then a box that tells what reached it. */
function flow(type: string, config: Record<string, Json>): FlowDocument {
  const make = { type, config: { connection: 'store', saveAs: 'brand', ...config } };
  const document = chain({ type: 'test.rows', config: { count } }, make, 'test.write');
  return { ...document, slots: { store: { kind: 'vtex', name: 'Store' } } };
}

const looking = () =>
  flow('vtex.brand-upsert', { mapping: [{ target: 'Name', expression: '"Marca " & n' }] });
/** The store takes any number of brands of one name, so a repeat would show. */
const blind = () =>
  flow('vtex.request', {
    ...{ method: 'POST', path: '/api/catalog/pvt/brand', mapping: [], query: [], surface: 'auto' },
    ...{ repeatable: false, body: '{"Name": "Marca " & n, "Active": true}' },
  });

const brands = () => [...sandbox.state.brands.values()].map((brand) => brand.Name).sort();
const everyBrand = Array.from({ length: count }, (_, i) => `Marca ${i + 1}`);
const start = async (document: FlowDocument) => site.wait(await site.start(document, { slots: { store } }));

/** What the API stores when a person settles rows: the marks and a new run. */
async function settle(runId: string, numbers: number[], state: 'happened' | 'replayed', given: Row | null) {
  const old = await site.run(runId);
  const { workspaceId, flowId, versionId, versionNumber, slots } = old;
  const made = await site.source.query(
    `INSERT INTO run (workspace_id, flow_id, version_id, version_number, slots, trigger, replay_of)
     VALUES ($1, $2, $3, $4, $5, 'replay', $6) RETURNING id`,
    [workspaceId, flowId, versionId, versionNumber, slots, runId],
  );
  const [{ id }] = made as [{ id: string }];
  await site.source.query(
    `UPDATE run_failed_row SET state = $3, replay_run_id = $4, given = $5
     WHERE run_id = $1 AND row_number = ANY($2::bigint[]) AND state = 'open'`,
    [runId, numbers, state, id, given ? JSON.stringify(given) : null],
  );
  await enqueueRun(site.runQueue(), { kind: 'start', runId: id });
  return site.wait(id);
}

test('a box that can look finds what its unanswered call made, and does not make it again', async () => {
  // `drop-after` does the work and cuts the connection instead of answering.
  sandbox.faults.add([{ route: 'POST /api/catalog/pvt/brand', kind: 'drop-after', nth: 2 }]);
  expect(await start(looking())).toMatchObject({ state: 'completed', written: count, failed: 0 });
  expect(brands()).toEqual(everyBrand);
  expect(sandbox.faults.list()[0]?.hits).toBeGreaterThan(0);
});

test('a box that cannot look leaves its rows in doubt; found done, they go on behind it and are not sent', async () => {
  sandbox.faults.add([{ route: 'POST /api/catalog/pvt/brand', kind: 'drop-after', nth: 2 }]);
  const run = await start(blind());
  expect(run).toMatchObject({ state: 'completed', written: 3, failed: 3 });
  const doubtful = await site.failedRows(run.id);
  expect(doubtful.map((row) => [row.node, row.error.code, row.error.request?.method])).toEqual(
    Array(3).fill(['b', 'engine.in-doubt', 'POST']),
  );
  expect(behind).toHaveLength(3);
  // The store did the work each time: a person looks there and finds all of them.
  expect(brands()).toEqual(everyBrand);
  sandbox.faults.clear();
  const numbers = doubtful.map((row) => row.rowNumber);
  const settled = await settle(run.id, numbers, 'happened', { brand: { id: 77 } });
  expect(settled).toMatchObject({ state: 'completed', readRows: 3, written: 3, failed: 0 });
  expect(brands()).toEqual(everyBrand);
  expect(behind.map((row) => Number(row.n)).sort()).toEqual([1, 2, 3, 4, 5, 6]);
  const after = behind.slice(3);
  expect(after).toEqual(after.map(({ n }) => ({ n, brand: { id: 77 } })));
  const counts = await site.counts(settled.id);
  expect([counts['b in in'], counts['b out out'], counts['c in in']]).toEqual([undefined, 3, 3]);
});

test('rows in doubt that did not arrive are made by sending them again, once', async () => {
  // `drop` cuts the connection before the work: to the caller it looks the same.
  sandbox.faults.add([{ route: 'POST /api/catalog/pvt/brand', kind: 'drop', nth: 3 }]);
  const run = await start(blind());
  expect(run).toMatchObject({ state: 'completed', written: 4, failed: 2 });
  expect(brands()).toHaveLength(4);
  sandbox.faults.clear();
  const rows = await site.failedRows(run.id);
  const sent = await settle(
    run.id,
    rows.map((row) => row.rowNumber),
    'replayed',
    null,
  );
  expect(sent).toMatchObject({ state: 'completed', written: 2, failed: 0 });
  expect(brands()).toEqual(everyBrand);
  expect(behind).toHaveLength(count);
});
