// From one database into another, run after run: what was stored is not read again, and what is written twice is there once.
import { ConnectionEntity, type FlowVersion } from '@eclusa/db';
import { nodeTypes } from '@eclusa/nodes';
import { chain, Site } from '../worker.testing';

const rowCount = 1200;
let site: Site;
let version: FlowVersion;
let connectionId: string;

beforeEach(async () => {
  const { host } = new URL(process.env['ECLUSA_TEST_DATABASE_URL'] ?? '');
  site = await Site.open({ ECLUSA_ALLOW_PRIVATE_HOSTS: host });
  await site.source.query(`
    CREATE TABLE produtos (codigo text PRIMARY KEY, preco numeric(12, 2), alterado timestamp NOT NULL);
    CREATE TABLE bi_produtos (sku text PRIMARY KEY, preco numeric(12, 2), vezes int);
    INSERT INTO produtos SELECT 'SKU-' || n, n, timestamp '2026-01-01' + n / 7 * interval '1 second'
    FROM generate_series(1, ${rowCount}) n`);
  const { hostname, port, username, password, pathname } = new URL(site.database.url);
  const { workspaceId } = site;
  const settings = {
    host: hostname,
    port: Number(port),
    database: pathname.slice(1),
    username,
    security: 'none',
  };
  ({ id: connectionId } = await site.source.getRepository(ConnectionEntity).save({
    ...{ workspaceId, kind: 'postgres', name: 'erp', settings },
    secrets: site.config().keys.seal({ password }, workspaceId),
  }));
  const columns = [
    { target: 'sku', expression: 'codigo' },
    { target: 'preco', expression: 'preco' },
  ];
  const drawn = chain(
    {
      type: 'source.sql',
      config: { connection: 'erp', from: 'table', table: 'produtos', read: 'new', since: 'alterado' },
    },
    { type: 'output.sql', config: { connection: 'erp', table: 'bi_produtos', key: 'sku', columns } },
  );
  version = await site.publish({ ...drawn, slots: { erp: { kind: 'postgres', name: 'ERP' } } });
  await site.work(nodeTypes);
});

afterEach(() => site.close());

async function next() {
  const run = await site.wait(await site.insertRun(version, { slots: { erp: connectionId } }));
  const { state, readRows, written, failed, error } = run;
  return { state, readRows, written, failed, error };
}

const done = (rows: number) => ({
  state: 'completed',
  readRows: rows,
  written: rows,
  failed: 0,
  error: null,
});

test('the first run takes everything, the next ones what came since', async () => {
  expect(await next()).toEqual(done(rowCount));
  expect(await next()).toEqual(done(0));
  await site.source.query(`
    INSERT INTO produtos SELECT 'NOVO-1', 5, max(alterado) FROM produtos;
    UPDATE produtos SET preco = 9.9, alterado = timestamp '2026-02-01' WHERE codigo = 'SKU-1'`);
  expect(await next()).toEqual(done(2));
  expect(await next()).toEqual(done(0));
  const [sums] = await site.source.query<{ rows: number; same: number }[]>(
    `SELECT count(*) AS rows, count(*) FILTER (WHERE p.preco = b.preco) AS same
     FROM produtos p JOIN bi_produtos b ON b.sku = p.codigo`,
  );
  expect(sums).toEqual({ rows: rowCount + 1, same: rowCount + 1 });
});
