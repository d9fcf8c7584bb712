// Looking up in a real database: what is kept in the row, what is asked again, and what is not found.
import type { PreparedAction, Row } from '@eclusa/flow';
import { contextOf } from '../harness.testing';
import lookup from '../transform/lookup-sql.node';
import { startPostgres } from './databases.testing';
import { say } from './say.testing';
import type { DatabaseServer } from './servers.testing';

let server: DatabaseServer;
let over: AbortController;

beforeAll(async () => {
  server = await startPostgres();
  await say(
    server,
    'CREATE TABLE clientes (cnpj text, limite numeric(12, 2))',
    "INSERT INTO clientes VALUES ('1', 10), ('2', 20), ('2', 30)",
  );
});
beforeEach(() => void (over = new AbortController()));
afterEach(() => over.abort());
afterAll(() => server.close());

async function prepared(config: Row): Promise<(row: Row) => Promise<Row>> {
  if (lookup.behaviour.kind !== 'action') throw new Error('no action');
  const query = 'SELECT limite FROM clientes WHERE cnpj = :cnpj ORDER BY limite';
  const { kind, values } = server.connection;
  const own = { connection: 'erp', query, saveAs: 'cliente', ...config };
  const context = {
    config: own,
    kind,
    connection: { ...values },
    allow: [server.allow],
    signal: over.signal,
  };
  const action: PreparedAction = await lookup.behaviour.prepare(contextOf(lookup, context));
  const call = { signal: over.signal, record: () => undefined };
  return async (row) => (await action.run(row, call))[0]?.value as Row;
}

it('keeps the first row or all of them, and goes on or fails without any', async () => {
  const first = await prepared({});
  expect(await first({ cnpj: '2', n: 1 })).toEqual({ cnpj: '2', n: 1, cliente: { limite: 20 } });
  expect(await first({ cnpj: '9' })).toEqual({ cnpj: '9', cliente: null });
  const all = await prepared({ answer: 'all', whenMissing: 'fail' });
  expect(await all({ cnpj: '2' })).toEqual({ cnpj: '2', cliente: [{ limite: 20 }, { limite: 30 }] });
  await expect(all({ cnpj: '9' })).rejects.toMatchObject({ code: 'nodes.sql-not-found' });
});

it('asks an equal question once within the time it remembers answers', async () => {
  const [remembering, asking] = [await prepared({}), await prepared({ cacheSeconds: 0 })];
  for (const look of [remembering, asking]) await look({ cnpj: '1' });
  await say(server, "UPDATE clientes SET limite = 15 WHERE cnpj = '1'");
  expect(await remembering({ cnpj: '1' })).toMatchObject({ cliente: { limite: 10 } });
  expect(await asking({ cnpj: '1' })).toMatchObject({ cliente: { limite: 15 } });
});

it('asks again after a question that failed, and cannot write', async () => {
  const look = await prepared({ query: 'SELECT 1 / :n::int AS limite' });
  for (let n = 0; n < 2; n++) {
    await expect(look({ n: 0 })).rejects.toMatchObject({ code: 'nodes.sql-value' });
  }
  expect(await look({ n: 1 })).toMatchObject({ cliente: { limite: 1 } });
  const writing = await prepared({ query: 'DELETE FROM clientes WHERE cnpj = :cnpj RETURNING limite' });
  await expect(writing({ cnpj: '1' })).rejects.toMatchObject({ code: 'nodes.sql-statement' });
});
