// Writing to real databases: each row once, whatever is repeated, dropped or refused on the way.
import { compilePlan, releasePrepared, runPage, type PageOutcome } from '@eclusa/engine';
import { emptyFlow, type NodeType, type Row } from '@eclusa/flow';
import { guardedReach } from '../net/reach';
import output from '../output/sql.node';
import outputCall from '../output/sql-call.node';
import { hostOf } from '../vtex/store.testing';
import { connectionWith, servers } from './databases.testing';
import { droppingLine, lineWithoutAnswerTo } from './line.testing';
import { say } from './say.testing';
import type { DatabaseServer } from './servers.testing';

const kinds = ['postgres', 'mysql', 'firebird'] as const;
type Kind = (typeof kinds)[number];
const running = new Map<Kind, DatabaseServer>();
const serverOf = (kind: Kind) => running.get(kind) as DatabaseServer;

beforeAll(async () => {
  const started = await Promise.all(kinds.map((kind) => servers[kind]()));
  kinds.forEach((kind, at) => running.set(kind, started[at] as DatabaseServer));
});

afterAll(async () => {
  await Promise.all([...running.values()].map((server) => server.close()));
});

interface Page {
  node?: NodeType;
  config?: Row;
  rows: Row[];
  dryRun?: boolean;
  /** Where the database is reached instead. */
  port?: number;
  /** What a dry run showed; with it no other write may be sent. */
  shown?: PageOutcome['requests'];
}

async function write(
  kind: Kind,
  { node = output, config, rows, dryRun = false, port, shown }: Page,
): Promise<PageOutcome> {
  const server = serverOf(kind);
  const flow = emptyFlow('test');
  flow.slots = { erp: { kind, name: 'ERP' } };
  const defaults: Row = node === output ? { mode: 'upsert', table: 'pedidos', key: 'numero' } : {};
  flow.nodes = { node: { type: node.id, version: 1, config: { connection: 'erp', ...defaults, ...config } } };
  const plan = compilePlan(flow, new Map([[node.id, node]]), { parameters: {} });
  const connection = connectionWith(server, port === undefined ? {} : { port });
  const allow = [server.allow, ...(port === undefined ? [] : [`127.0.0.1:${port}`])];
  const retry = { maxAttempts: 4, maxAge: 30_000, baseDelay: 10, maxDelay: 20 };
  const host = { ...hostOf({}), connection: async () => connection, reach: guardedReach({ allow }), retry };
  const outcome = runPage(
    plan,
    {
      entry: 'node',
      at: { node: 'node', port: 'in', side: 'input' },
      rows: rows.map((value, index) => ({ row: index + 1, value })),
    },
    {
      host,
      effects: { load: async () => [], write: async () => undefined },
      signal: new AbortController().signal,
      dryRun,
      sampleSize: 100,
      ...(shown && {
        shown: (_node, at) => shown.filter(({ row }) => row === at).map(({ request }) => request),
      }),
    },
  );
  return outcome.finally(() => releasePrepared(plan, host));
}

/** Rows as the table has them, names in small letters. */
async function stored(kind: Kind, columns = '*', order = 'numero'): Promise<Row[]> {
  const rows = await say(serverOf(kind), `SELECT ${columns} FROM pedidos ORDER BY ${order}`);
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name.toLowerCase(), value])),
  );
}

const failures = ({ failed }: PageOutcome) => failed.map(({ row, error }) => [row, error.code]);
const order = (at: number, more: Row = {}): Row => ({
  numero: `P-${String(at).padStart(4, '0')}`,
  total: at,
  ...more,
});
const orders = (count: number) => Array.from({ length: count }, (_, at) => order(at + 1));

describe.each(kinds)('writing to %s', (kind) => {
  beforeEach(async () => {
    const type = { postgres: 'TIMESTAMP', mysql: 'DATETIME(3)', firebird: 'TIMESTAMP' }[kind];
    const drop = kind === 'firebird' ? 'RECREATE TABLE' : 'CREATE TABLE';
    await say(
      serverOf(kind),
      ...(kind === 'firebird' ? [] : ['DROP TABLE IF EXISTS pedidos']),
      `${drop} pedidos (numero VARCHAR(20) NOT NULL PRIMARY KEY, total NUMERIC(18, 2), cliente VARCHAR(30),
       nota BIGINT, criado ${type})`,
    );
  });

  it('writes a page, and writing it again changes nothing', async () => {
    const rows = orders(500);
    expect(failures(await write(kind, { rows }))).toEqual([]);
    const before = await stored(kind);
    expect(before).toHaveLength(500);
    expect(failures(await write(kind, { rows }))).toEqual([]);
    expect(await stored(kind)).toEqual(before);
  });

  it('keeps every digit, date and accent', async () => {
    const row = {
      numero: 'É-1',
      total: '1234567890123456.78',
      cliente: 'Conceição “Zé” & Cia – 10 €',
      nota: '9007199254740993',
      criado: '2026-11-30T23:59:58.123',
    };
    expect(failures(await write(kind, { rows: [row] }))).toEqual([]);
    expect(await stored(kind)).toEqual([
      { ...row, criado: kind === 'mysql' ? '2026-11-30T23:59:58.123' : row.criado },
    ]);
  });

  it('fails the rows at fault alone, each with its own reason, and writes the others', async () => {
    const rows = orders(200);
    rows[17] = order(18, { nota: 'abc' });
    rows[90] = { total: 5 };
    rows[150] = order(151, { cliente: 'x'.repeat(31) });
    const outcome = await write(kind, { rows: rows.map((row) => ({ nota: 1, cliente: 'a', ...row })) });
    expect(failures(outcome).sort(([a], [b]) => Number(a) - Number(b))).toEqual([
      [18, 'nodes.sql-value'],
      [91, 'nodes.sql-key-value-missing'],
      [151, 'nodes.sql-value'],
    ]);
    expect(await stored(kind)).toHaveLength(197);
  });

  it('writes rows of one key in their order, also within a page', async () => {
    const rows = [order(1, { total: 10 }), order(2), order(1, { total: 30 })];
    expect(failures(await write(kind, { rows }))).toEqual([]);
    expect((await stored(kind)).map(({ total }) => total)).toEqual([30, 2]);
  });

  it('leaves what is there when it only adds, and fails what is not there when it only changes', async () => {
    await write(kind, { rows: orders(2) });
    const config = { mode: 'insert' };
    expect(failures(await write(kind, { config, rows: [order(2, { total: 99 }), order(3)] }))).toEqual([]);
    expect((await stored(kind)).map(({ total }) => total)).toEqual([1, 2, 3]);
    const rows = [order(1, { total: 50 }), order(2), order(9)];
    const outcome = await write(kind, { config: { mode: 'update' }, rows });
    expect(failures(outcome)).toEqual([[3, 'nodes.sql-row-unknown']]);
    expect((await stored(kind)).map(({ total }) => total)).toEqual([50, 2, 3]);
  });

  it('empties a column without a value, or leaves it as it is', async () => {
    await write(kind, { rows: [order(1, { cliente: 'Ana' }), order(2, { cliente: 'Rui' })] });
    const columns = [
      { target: 'numero', expression: 'numero' },
      { target: 'cliente', expression: 'cliente' },
    ];
    await write(kind, { config: { columns, empty: 'keep' }, rows: [order(1), order(2, { cliente: 'Eva' })] });
    expect((await stored(kind)).map(({ cliente, total }) => [cliente, total])).toEqual([
      ['Ana', 1],
      ['Eva', 2],
    ]);
    await write(kind, { config: { columns }, rows: [order(1)] });
    expect((await stored(kind)).map(({ cliente }) => cliente)).toEqual([null, 'Eva']);
  });

  it('shows in a dry run what it would say, says nothing, and may be held to it', async () => {
    const outcome = await write(kind, { rows: [order(1)], dryRun: true });
    expect(await stored(kind)).toEqual([]);
    const [shown] = outcome.requests ?? [];
    const body = JSON.stringify(shown);
    expect(body).toMatch(/INSERT/);
    expect(body).toMatch(/P-0001/);
    expect(body).not.toContain(String(serverOf(kind).connection.values['password']));
    const other = order(1, { total: 99 });
    const refused = await write(kind, { rows: [other], shown: outcome.requests });
    expect(failures(refused)).toEqual([[1, 'engine.not-as-shown']]);
    expect(await stored(kind)).toEqual([]);
    expect(failures(await write(kind, { rows: [order(1)], shown: outcome.requests }))).toEqual([]);
    expect(await stored(kind)).toHaveLength(1);
  });

  it('does every row once when the line drops in the middle of a page', async () => {
    const line = await droppingLine(serverOf(kind), 2, { postgres: 600, mysql: 150, firebird: 3000 }[kind]);
    try {
      const rows = orders(400);
      expect(failures(await write(kind, { rows, port: line.port }))).toEqual([]);
      expect(line.dropped()).toBe(2);
      expect((await stored(kind)).map(({ total }) => total)).toEqual(rows.map(({ total }) => total));
    } finally {
      line.close();
    }
  });

  it('fails every row with what is wrong where the table is not there', async () => {
    const outcome = await write(kind, { config: { table: 'nenhuma', mode: 'update' }, rows: orders(50) });
    expect(new Set(outcome.failed.map(({ error }) => error.code))).toEqual(new Set(['nodes.sql-statement']));
    expect(outcome.failed).toHaveLength(50);
  });

  it('calls a statement for each row and keeps its answer', async () => {
    const statement = {
      postgres: 'INSERT INTO pedidos (numero, total) VALUES (:numero, :total) RETURNING numero',
      mysql: 'INSERT INTO pedidos (numero, total) VALUES (:numero, :total) RETURNING numero',
      firebird: 'INSERT INTO pedidos (numero, total) VALUES (:numero, :total) RETURNING numero',
    }[kind];
    const config = { statement, saveAs: 'erp', parameters: [{ name: 'total', value: 'total * 2' }] };
    const outcome = await write(kind, { node: outputCall, config, rows: [order(1), order(1), order(2)] });
    expect(outcome.failed.map(({ error }) => error.code)).toEqual(['nodes.sql-duplicate']);
    expect((await stored(kind)).map(({ total }) => total)).toEqual([2, 4]);
    const [sample] = outcome.samples.filter(({ side, port }) => side === 'out' && port === 'out');
    expect(JSON.stringify((sample?.rows[0] as Row)['erp'])).toMatch(/"numero":"P-0001"/i);
  });
});

test.each(['postgres', 'mysql'] as const)(
  'a call whose answer %s could not deliver waits for a person, or is made again where told that this is harmless',
  async (kind) => {
    const node = outputCall;
    const statement = 'UPDATE pedidos SET total = total + 1 WHERE numero = :numero';
    await say(
      serverOf(kind),
      'DROP TABLE IF EXISTS pedidos',
      'CREATE TABLE pedidos (numero VARCHAR(20), total INT)',
      "INSERT INTO pedidos VALUES ('P-0001', 1)",
    );
    for (const [repeat, codes, total] of [
      ['unknown', [[1, 'engine.in-doubt']], 2],
      ['again', [], 4],
    ] as const) {
      const line = await lineWithoutAnswerTo('COMMIT', serverOf(kind));
      try {
        const outcome = await write(kind, {
          node,
          config: { statement, repeat },
          rows: [order(1)],
          port: line.port,
        });
        expect(failures(outcome)).toEqual(codes);
        expect(await stored(kind, 'total')).toEqual([{ total }]);
      } finally {
        line.close();
      }
    }
  },
);

test.each(['postgres', 'mysql'] as const)('a key without a unique index is refused by %s', async (kind) => {
  await say(
    serverOf(kind),
    'DROP TABLE IF EXISTS pedidos',
    'CREATE TABLE pedidos (numero VARCHAR(20), total INT)',
  );
  const outcome = await write(kind, { rows: orders(3) });
  expect(failures(outcome)).toEqual([1, 2, 3].map((row) => [row, 'nodes.sql-key-not-unique']));
  expect(await stored(kind)).toEqual([]);
});
