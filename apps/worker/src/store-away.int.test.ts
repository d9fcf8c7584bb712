// A store that is down: its pages wait, one call at a time asks for it, others go on in the lanes it left.
import { ConnectionEntity } from '@eclusa/db';
import { nodeTypes } from '@eclusa/nodes';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import { setTimeout as sleep } from 'node:timers/promises';
import { Bench, chain, Site } from './worker.testing';

const bench = new Bench();
const types = new Map([...bench.nodeTypes, ...nodeTypes]);
let down: Sandbox;
let up: Sandbox;
let site: Site;

beforeEach(async () => {
  down = await startSandbox({ account: 'parada', limits: 'off' });
  up = await startSandbox({ account: 'outra', limits: 'off' });
  site = await Site.open({
    ECLUSA_ALLOW_PRIVATE_HOSTS: `127.0.0.1:${down.port},127.0.0.1:${up.port}`,
    ECLUSA_PAGE_CONCURRENCY: '1',
    ECLUSA_PAGE_SIZE: '20',
  });
});
afterEach(async () => {
  await site.close();
  await Promise.all([down.close(), up.close()]);
});

/** A run that reads the store's brands once for each row. */
async function start(store: Sandbox, rows: number): Promise<string> {
  const { id } = await site.source.getRepository(ConnectionEntity).save({
    ...{ workspaceId: site.workspaceId, kind: 'vtex', name: store.account },
    settings: { account: store.account, appKey: store.appKey, mainBaseUrl: store.url },
    secrets: site.config().keys.seal({ appToken: store.appToken }, site.workspaceId),
  });
  const config = { connection: 'store', method: 'GET', path: '/api/catalog_system/pvt/brand/list' };
  const flow = chain({ type: 'test.rows', config: { count: rows } }, { type: 'vtex.request', config });
  flow.slots = { store: { kind: 'vtex', name: 'Store' } };
  return site.start(flow, { slots: { store: id } });
}

const calls = (store: Sandbox): number =>
  Object.values(store.journal.counters())
    .flatMap((byStatus) => Object.values(byStatus))
    .reduce((sum, times) => sum + times, 0);

test('pages of a store that is down wait, others use the lanes, and all goes on when it is back', async () => {
  down.faults.add([{ route: '*', kind: '503' }]);
  await site.work(types);
  await site.work(types);
  const waiting = await start(down, 200);
  const shown = await site.wait(waiting, ({ waiting }) => waiting?.service === 'vtex:parada:catalog');
  expect(shown.waiting).toMatchObject({ node: null, status: 503 });
  expect(Date.parse(shown.waiting?.nextTry ?? '')).toBeGreaterThan(Date.parse(shown.waiting?.since ?? ''));
  expect(shown.share).toBe('vtex:parada');

  // One lane for a store in each worker: were it occupied, this run would not end.
  expect(await site.wait(await start(up, 200))).toMatchObject({ state: 'completed', written: 200 });

  const before = calls(down);
  await sleep(6_000);
  // One after one, two and four seconds, perhaps; eight lanes of rows each calling again would be dozens.
  expect(calls(down) - before).toBeLessThanOrEqual(4);
  expect(await site.run(waiting)).toMatchObject({ state: 'running', written: 0, failed: 0 });

  down.faults.clear();
  expect(await site.wait(waiting)).toMatchObject({ state: 'completed', written: 200, failed: 0 });
  expect(down.journal.counters()['GET /api/catalog_system/pvt/brand/list']?.['200']).toBe(200);
});

test('rows that have waited for as long as the policy allows fail, without being sent', async () => {
  down.faults.add([{ route: '*', kind: '503' }]);
  await site.work(types, { ECLUSA_RETRY_AGE_MS: '6000' });
  const id = await start(down, 40);
  expect(await site.wait(id)).toMatchObject({ state: 'completed', written: 0, failed: 40 });
  const codes = new Set((await site.failedRows(id)).map(({ error }) => error.code));
  expect(codes).toContain('worker.store-away');
  expect(calls(down)).toBeLessThan(60);
});
