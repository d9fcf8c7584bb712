// A store that does what it was asked long after its caller is gone: whoever takes the page next does not look, and so does
// not make a second thing, before such a call must be over.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RunEffect } from '@eclusa/db';
import { Bench, chain, Site } from './worker.testing';

const lateMs = 2_500;
let site: Site;
let bench: Bench;
/** Things of that row in the store. */
const made = new Map<string, number>();
let asked = 0;

// Does its work late, and also for a caller that has hung up.
const store = createServer((request, response) => {
  const row = request.url ?? '';
  if (request.method !== 'POST') return void response.writeHead(made.has(row) ? 200 : 404).end();
  asked += 1;
  setTimeout(() => {
    made.set(row, (made.get(row) ?? 0) + 1);
    response.writeHead(200).end();
  }, lateMs);
});

beforeEach(async () => {
  made.clear();
  asked = 0;
  await new Promise<void>((resolve) => store.listen(0, '127.0.0.1', resolve));
  bench = new Bench();
  bench.storeApart = `127.0.0.1:${(store.address() as AddressInfo).port}`;
  site = await Site.open({ ECLUSA_ALLOW_PRIVATE_HOSTS: bench.storeApart, ECLUSA_CALL_MS: '6000' });
});
afterEach(async () => {
  await site.close();
  store.closeAllConnections();
  await new Promise((resolve) => store.close(resolve));
});

const rows = 4;
async function calling(): Promise<string> {
  const runId = await site.start(chain({ type: 'test.rows', config: { count: rows } }, 'test.write'));
  while (asked < rows) await new Promise((resolve) => setTimeout(resolve, 10));
  return runId;
}

const everyRowOnce = Array.from({ length: rows }, (_, i) => [`/${i + 1}`, 1]);

test('a call that outlives the claim is not made again by the next holder', async () => {
  await site.work(bench.nodeTypes);
  const runId = await calling();
  // As after a death: the claim is over, its holder has no more say.
  await site.source.query(
    `UPDATE run_page SET fence = fence + 1, lease_until = now() - interval '1 ms' WHERE run_id = $1`,
    [runId],
  );
  expect(await site.wait(runId)).toMatchObject({ state: 'completed', written: rows, failed: 0 });
  expect([...made].sort()).toEqual(everyRowOnce);
});

test('nor after a holder that stopped in order and gave the page back', async () => {
  const first = await site.work(bench.nodeTypes);
  const runId = await calling();
  await first.stop();
  expect(await site.source.getRepository(RunEffect).countBy({ state: 'intent' })).toBe(rows);
  await site.work(bench.nodeTypes);
  expect(await site.wait(runId)).toMatchObject({ state: 'completed', written: rows, failed: 0 });
  expect([...made].sort()).toEqual(everyRowOnce);
});
