// What real databases list of their tables and columns.
import type { Row } from '@eclusa/flow';
import { contextOf, readAll, sorted } from '../harness.testing';
import source from '../source/sql.node';
import { suggestionLists } from '../suggestion-lists';
import { servers } from './databases.testing';
import { say } from './say.testing';
import type { DatabaseServer } from './servers.testing';

const kinds = ['postgres', 'mysql', 'firebird'] as const;
type Kind = (typeof kinds)[number];
const running = new Map<Kind, DatabaseServer>();

const odd: Record<Kind, string> = {
  postgres: '"Tabela de Preço"',
  mysql: '`Tabela de Preço`',
  firebird: '"Tabela de Preço"',
};

beforeAll(async () => {
  for (const kind of kinds) {
    const server = await servers[kind]();
    running.set(kind, server);
    await say(
      server,
      'CREATE TABLE produtos (filial INTEGER NOT NULL, codigo VARCHAR(20) NOT NULL, preco NUMERIC(15, 2), alterado TIMESTAMP, dia DATE, PRIMARY KEY (filial, codigo))',
      'CREATE VIEW ativos AS SELECT codigo FROM produtos',
      `CREATE TABLE ${odd[kind]} (codigo VARCHAR(20) NOT NULL PRIMARY KEY)`,
    );
  }
  await say(
    running.get('postgres')!,
    'CREATE SCHEMA vendas',
    'CREATE TABLE vendas.pedidos (numero BIGINT PRIMARY KEY)',
  );
});
afterAll(() => Promise.all([...running.values()].map((server) => server.close())));

function contextFor(kind: Kind, config: Row = {}) {
  const { connection, allow } = running.get(kind)!;
  return { kind, connection: connection.values, allow: [allow], config: { connection: 'erp', ...config } };
}
const ask = (kind: Kind, list: string, config: Row = {}) =>
  suggestionLists[list]!(contextOf(source, contextFor(kind, config)), false);
const lower = (entries: Awaited<ReturnType<typeof ask>>) =>
  entries.map((entry) => ({ ...entry, value: entry.value.toLowerCase() }));

describe.each(kinds)('%s', (kind) => {
  it('lists its tables and views, and none of its own', async () => {
    const tables = lower(await ask(kind, 'sql.tables'));
    expect(tables).toEqual(
      expect.arrayContaining([
        { value: 'ativos', note: 'view' },
        { value: 'produtos', note: 'table' },
      ]),
    );
    expect(tables).toHaveLength(kind === 'postgres' ? 4 : 3);
  });

  it('lists the columns of a table with their types and its key', async () => {
    const columns = lower(await ask(kind, 'sql.columns', { table: 'produtos' }));
    expect(columns).toMatchObject([
      { value: 'filial', type: 'number', isKey: true },
      { value: 'codigo', type: 'text', isKey: true },
      { value: 'preco', type: 'number' },
      { value: 'alterado', type: 'text', format: 'date-time' },
      { value: 'dia', type: 'text', format: 'date' },
    ]);
  });

  it('spells names so that the box reads the table', async () => {
    const tables = await ask(kind, 'sql.tables');
    const found = tables.find(({ value }) => /pre/i.test(value))!;
    const { rows } = sorted(
      await readAll(source, contextFor(kind, { from: 'table', table: found.value, key: 'codigo' })),
    );
    expect(rows).toEqual([]);
    expect(lower(await ask(kind, 'sql.columns', { table: found.value }))).toMatchObject([
      { value: 'codigo', isKey: true },
    ]);
  });

  it('tells the fields of rows as they will be called', async () => {
    const config = { from: 'table', table: 'produtos', columns: 'codigo, preco' };
    const told = await ask(kind, 'sql.rows', config);
    const [field] = told;
    expect(told.map(({ type }) => type)).toEqual(['text', 'number']);
    expect(field?.value).toBe(kind === 'firebird' ? 'CODIGO' : 'codigo');
    expect(await ask(kind, 'sql.rows', { ...config, from: 'query' })).toEqual([]);
  });

  it('takes a name that is no name for a value', async () => {
    await expect(ask(kind, 'sql.columns', { table: "x'; DROP TABLE produtos; --" })).rejects.toMatchObject({
      code: 'nodes.list-no-table',
    });
    expect(await ask(kind, 'sql.columns', { table: 'produtos' })).toHaveLength(5);
  });
});

test('tables of another schema have it before their name', async () => {
  expect(await ask('postgres', 'sql.tables')).toContainEqual({ value: 'vendas.pedidos', note: 'table' });
  expect(await ask('postgres', 'sql.columns', { table: 'vendas.pedidos' })).toMatchObject([
    { value: 'numero', isKey: true },
  ]);
});
