// A failed run goes on where it stopped: from the stored cursor, with the pages and effects that are there.
import { ConnectionEntity } from '@eclusa/db';
import { UserError, type Row } from '@eclusa/flow';
import { nodeTypes } from '@eclusa/nodes';
import { startErp, type Erp } from '@eclusa/sandbox';
import { Bench, chain, Site } from '../worker.testing';

const rows = (count: number) => ({ type: 'test.rows', config: { count } });
let site: Site;
let bench: Bench;
let erp: Erp;

beforeEach(async () => {
  bench = new Bench();
  erp = await startErp({ products: 500 });
  const hosts = [await bench.open(), `127.0.0.1:${erp.port}`];
  site = await Site.open({ ECLUSA_ALLOW_PRIVATE_HOSTS: hosts.join(',') });
});
afterEach(async () => {
  await site.close();
  await erp.close();
  bench.close();
});

/** What the API stores when somebody asks for it. */
const resume = (id: string) =>
  site.source.query(`UPDATE run SET state = 'queued', error = NULL, finished_at = NULL WHERE id = $1`, [id]);

test('an ERP that answers broken JSON fails the run; mended, the run completes with every row, once', async () => {
  const { workspaceId } = site;
  const { id: connection } = await site.source
    .getRepository(ConnectionEntity)
    .save({ workspaceId, kind: 'http', name: 'erp', settings: { baseUrl: erp.url, auth: 'none' } });
  const source = {
    ...{ connection: 'erp', path: '/erp/v1/produtos', items: 'itens', totalPath: 'total', paging: 'page' },
    ...{ pageParam: 'pagina', sizeParam: 'tamanho', size: 100, pagesPath: 'paginas', stop: 'last' },
  };
  // Some of the ERP's rows have no code: nothing to know them by.
  const known = { type: 'transform.filter', config: { condition: '$boolean(codigo)' } };
  const numbered = {
    type: 'transform.map',
    config: { mapping: [{ target: 'n', expression: '$number($substringAfter(codigo, "-"))' }] },
  };
  const flow = {
    ...chain({ type: 'source.http', config: source }, known, numbered, 'test.write'),
    slots: { erp: { kind: 'http', name: 'ERP' } },
  };
  erp.faults.add([{ kind: 'broken-json', page: 4 }]);
  await site.work(new Map([...nodeTypes, ...bench.nodeTypes]), { ECLUSA_RETRY_AGE_MS: '500' });
  const id = await site.start(flow, { slots: { erp: connection } });
  const failed = await site.wait(id);
  expect(failed).toMatchObject({ state: 'failed', readRows: 300, error: { node: 'a' } });
  const before = bench.written;
  expect(before).toBeGreaterThan(200);
  erp.faults.clear();
  await resume(id);
  const run = await site.wait(id);
  expect(run).toMatchObject({ state: 'completed', readRows: 500, totalRows: 500, error: null });
  expect(run.written + run.skipped + run.failed).toBe(500);
  expect(run.startedAt).toEqual(failed.startedAt);
  expect(bench.written).toBeGreaterThan(before);
  expect(bench.doubled).toEqual([]);
  expect((await site.counts(id))['a out out']).toBe(500);
});

test('rows that a barrier had been given before the run failed are in its sum after it went on', async () => {
  let broken = true;
  bench.onRead = (from) => {
    if (broken && from === 300) throw new UserError('nodes.broken-json', { values: { position: 7 } });
  };
  await site.work(bench.nodeTypes);
  const id = await site.start(chain(rows(500), 'test.sum', 'test.write'));
  expect(await site.wait(id)).toMatchObject({ state: 'failed', readRows: 300, collected: 300 });
  broken = false;
  const sums: Row[] = [];
  bench.onWrite = (row) => void sums.push(row);
  await resume(id);
  expect(await site.wait(id)).toMatchObject({ state: 'completed', collected: 500, derivedRows: 1 });
  expect(sums).toMatchObject([{ rows: 500, sum: (500 * 501) / 2 }]);
});

test('a cancelled run goes on with the pages that were open, and repeats no call', async () => {
  let slow = true;
  bench.onWrite = () => (slow ? new Promise((resolve) => setTimeout(resolve, 20)) : undefined);
  await site.work(bench.nodeTypes);
  const id = await site.start(chain(rows(1_000), 'test.write'));
  await site.wait(id, () => bench.written > 30);
  await site.source.query(`UPDATE run SET state = 'cancelling' WHERE id = $1`, [id]);
  expect(await site.wait(id)).toMatchObject({ state: 'cancelled' });
  slow = false;
  await resume(id);
  expect(await site.wait(id)).toMatchObject({ state: 'completed', readRows: 1_000, written: 1_000 });
  expect(bench.doubled).toEqual([]);
});

test('a replay that failed goes on with its own rows and takes none twice', async () => {
  let broken = true;
  bench.onWrite = () => {
    if (broken) throw new UserError('vtex.refused');
  };
  await site.work(bench.nodeTypes);
  const version = await site.publish(chain(rows(150), 'test.write'));
  const first = await site.insertRun(version);
  expect(await site.wait(first)).toMatchObject({ failed: 150 });
  broken = false;
  // As if the run had been stopped right after its start.
  bench.onWrite = () => new Promise((resolve) => setTimeout(resolve, 50));
  const replay = await site.insertRun(version, { trigger: 'replay', replayOf: first, state: 'cancelled' });
  await site.source.query(
    `UPDATE run_failed_row SET state = 'replayed', replay_run_id = $2 WHERE run_id = $1`,
    [first, replay],
  );
  await resume(replay);
  await site.wait(replay, ({ state }) => state === 'running');
  await site.source.query(`UPDATE run SET state = 'cancelling' WHERE id = $1`, [replay]);
  await site.wait(replay, ({ state }) => state === 'cancelled');
  await resume(replay);
  expect(await site.wait(replay)).toMatchObject({ state: 'completed', readRows: 150, written: 150 });
  expect(bench.doubled).toEqual([]);
});
