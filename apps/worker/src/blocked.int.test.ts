// A worker whose event loop stands still for longer than its lease, while another process takes its page: whatever the
// former holder does when it wakes is refused.
import { RunEffect, RunPage } from '@eclusa/db';
import { execFileSync } from 'node:child_process';
import { Bench, chain, Site } from './worker.testing';

let site: Site;
let bench: Bench;

beforeEach(async () => {
  bench = new Bench();
  site = await Site.open({ ECLUSA_ALLOW_PRIVATE_HOSTS: await bench.open(), ECLUSA_LEASE_MS: '500' });
});
afterEach(async () => {
  await site.close();
  bench.close();
});

/** Run by another process: waits until the page's lease is over, and claims it for an hour. */
const takeOver = `
const { Client } = require(process.env.PG);
(async () => {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  for (;;) {
    const { rows } = await client.query(
      "UPDATE run_page SET fence = fence + 1, lease_until = now() + interval '1 hour' " +
      "WHERE state = 'running' AND lease_until < now() RETURNING fence");
    if (rows.length > 0) { process.stdout.write(String(rows[0].fence)); break; }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await client.end();
})();`;

test('a former holder that wakes up stores nothing, sends nothing, and the rows are written once by the next', async () => {
  let fence = 0;
  bench.onWrite = async (row) => {
    // All but one row are on their way to the store when the process stops to hear anything.
    if (Number(row.n) !== 8) return;
    const env = { ...process.env, DATABASE_URL: site.database.url, PG: require.resolve('pg') };
    fence = Number(execFileSync(process.execPath, ['-e', takeOver], { env, timeout: 120_000 }).toString());
  };
  const former = await site.work(bench.nodeTypes);
  const runId = await site.start(chain({ type: 'test.rows', config: { count: 8 } }, 'test.write'));
  while (fence === 0) await new Promise((resolve) => setTimeout(resolve, 25));
  await former.stop();

  const [page] = await site.source.getRepository(RunPage).findBy({ runId });
  expect(page).toMatchObject({ fence, state: 'running' });
  expect(page?.leaseUntil?.getTime()).toBeGreaterThan(Date.now());
  const effects = await site.source.getRepository(RunEffect).findBy({ pageId: page?.id as number });
  expect(effects.filter((effect) => effect.state !== 'intent')).toEqual([]);
  expect(await site.run(runId)).toMatchObject({ state: 'running', written: 0, failed: 0 });
  expect(bench.calls.has(8)).toBe(false);

  await site.source.query(`UPDATE run_page SET lease_until = now() - interval '1 s' WHERE run_id = $1`, [
    runId,
  ]);
  bench.onWrite = () => undefined;
  await site.work(bench.nodeTypes);
  expect(await site.wait(runId)).toMatchObject({ state: 'completed', written: 8, failed: 0 });
  expect(bench.written).toBe(8);
  expect(bench.doubled).toEqual([]);
});
