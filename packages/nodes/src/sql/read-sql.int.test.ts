// Reading from real databases: what arrives, how it goes on, and what is refused.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Json, Row, SourcePage } from '@eclusa/flow';
import { contextOf, readAll, sorted } from '../harness.testing';
import { guardedReach } from '../net/reach';
import source from '../source/sql.node';
import { connectionWith, servers } from './databases.testing';
import { droppingLine } from './line.testing';
import { say } from './say.testing';
import type { DatabaseServer } from './servers.testing';

const kinds = ['postgres', 'mysql', 'firebird'] as const;
type Kind = (typeof kinds)[number];
const running = new Map<Kind, DatabaseServer>();
const count = 3000;

const types: Record<Kind, { big: string; text: string; time: string; fill: string[] }> = {
  postgres: {
    big: 'BIGINT',
    text: 'VARCHAR(60)',
    time: 'TIMESTAMP',
    fill: [
      `INSERT INTO produtos SELECT 9007199254740000 + n, 'Pão de açúcar nº ' || n, n + 0.25,
       TIMESTAMP '2026-01-01 00:00:00' + (n / 10) * INTERVAL '1 minute' FROM generate_series(1, ${count}) n`,
    ],
  },
  mysql: {
    big: 'BIGINT',
    text: 'VARCHAR(60)',
    time: 'DATETIME(3)',
    fill: [
      `INSERT INTO produtos SELECT 9007199254740000 + seq, CONCAT('Pão de açúcar nº ', seq), seq + 0.25,
       TIMESTAMP('2026-01-01 00:00:00') + INTERVAL seq DIV 10 MINUTE FROM seq_1_to_${count}`,
    ],
  },
  firebird: {
    big: 'BIGINT',
    text: 'VARCHAR(60)',
    time: 'TIMESTAMP',
    fill: [
      `EXECUTE BLOCK AS DECLARE n INTEGER = 1; BEGIN WHILE (n <= ${count}) DO BEGIN
       INSERT INTO produtos VALUES (9007199254740000 + :n, 'Pão de açúcar nº ' || :n, :n + 0.25,
       DATEADD(:n / 10 MINUTE TO TIMESTAMP '2026-01-01 00:00:00')); n = n + 1; END END`,
    ],
  },
};

beforeAll(async () => {
  const started = await Promise.all(kinds.map((kind) => servers[kind]()));
  kinds.forEach((kind, at) => running.set(kind, started[at] as DatabaseServer));
});

afterAll(async () => {
  await Promise.all([...running.values()].map((server) => server.close()));
});

const serverOf = (kind: Kind) => running.get(kind) as DatabaseServer;

interface Options {
  config?: Row;
  cursor?: Json;
  pageSize?: number;
  notes?: Map<string, string>;
  connection?: Row;
  parameters?: Row;
  attempts?: number;
}

function contextFor(kind: Kind, { connection, ...options }: Options) {
  const server = serverOf(kind);
  const { values } = connectionWith(server, connection ?? {});
  const config = { connection: 'erp', from: 'table', table: 'produtos', key: 'codigo', ...options.config };
  return { ...options, kind, connection: values, allow: [server.allow], config };
}

const read = (kind: Kind, options: Options = {}) => readAll(source, contextFor(kind, options));
const rowsOf = (pages: readonly SourcePage[]) => sorted(pages).rows;
/** Firebird answers names in capitals. */
const codes = (pages: readonly SourcePage[]) =>
  rowsOf(pages).map((row) => Number(BigInt(String(row['codigo'] ?? row['CODIGO'])) - 9007199254740000n));
const upTo = (last: number, first = 1) => Array.from({ length: last - first + 1 }, (_, at) => first + at);

/** What is held after a collection: garbage not yet collected says nothing about what is kept. */
function heldMegabytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

describe.each(kinds)('reading from %s', (kind) => {
  beforeAll(async () => {
    const { big, text, time, fill } = types[kind];
    await say(
      serverOf(kind),
      `CREATE TABLE produtos (codigo ${big} NOT NULL PRIMARY KEY, descricao ${text}, preco NUMERIC(18, 2), alterado ${time})`,
      ...fill,
    );
  });

  it('answers every row once, in pages, with every digit and accent', async () => {
    const pages = await read(kind, { pageSize: 400 });
    expect(pages.map(({ records }) => records.length)).toEqual([400, 400, 400, 400, 400, 400, 400, 200]);
    expect(codes(pages)).toEqual(upTo(count));
    const row = Object.fromEntries(
      Object.entries(rowsOf(pages)[1999] as Row).map(([name, value]) => [name.toLowerCase(), value]),
    );
    expect(row).toEqual({
      codigo: '9007199254742000',
      descricao: 'Pão de açúcar nº 2000',
      preco: 2000.25,
      alterado: '2026-01-01T03:20:00',
    });
  });

  it('goes on behind any stored page', async () => {
    const pages = await read(kind, { pageSize: 700 });
    for (const at of [0, 2]) {
      const rest = await read(kind, { pageSize: 700, cursor: pages[at]?.cursor as Json });
      expect(codes(rest)).toEqual(upTo(count, (at + 1) * 700 + 1));
    }
  });

  it('goes on in a query without a key by counting, and stops where the order is another', async () => {
    const query = (order: string) => ({
      from: 'query',
      key: '',
      query: `SELECT * FROM produtos ORDER BY ${order}`,
    });
    const [first] = await read(kind, { config: query('codigo'), pageSize: 500 });
    const cursor = first?.cursor as Json;
    expect(codes(await read(kind, { config: query('codigo'), cursor }))).toEqual(upTo(count, 501));
    await expect(read(kind, { config: query('codigo DESC'), cursor })).rejects.toMatchObject({
      code: 'nodes.sql-order-changed',
    });
  });

  it('gives values by name, never as a part of the text', async () => {
    const config = {
      from: 'query',
      query: "SELECT codigo FROM produtos WHERE descricao = :nome OR (preco < :ate AND ':x' <> descricao)",
      parameters: [
        { name: 'nome', value: "' OR 1=1 --" },
        { name: 'ate', value: '{limite}' },
      ],
    };
    expect(codes(await read(kind, { config, parameters: { limite: 4 } }))).toEqual([1, 2, 3]);
    await expect(read(kind, { config: { ...config, parameters: [] } })).rejects.toMatchObject({
      code: 'nodes.sql-parameter-missing',
      values: { name: 'nome' },
    });
  });

  it('reads only what is new in the next run, the last value once more but no row twice', async () => {
    const notes = new Map<string, string>();
    const config = { read: 'new', since: 'alterado', key: '', startAt: '2026-01-01 04:55:00' };
    const first = await read(kind, { config, notes });
    // In which order rows of one value come is the database's affair.
    expect(codes(first).sort((a, b) => a - b)).toEqual(upTo(count, 2950));
    expect(codes(await read(kind, { config, notes }))).toEqual([]);
    const at = "TIMESTAMP '2026-01-01 05:00:00'".replace('TIMESTAMP ', kind === 'mysql' ? '' : 'TIMESTAMP ');
    await say(
      serverOf(kind),
      `INSERT INTO produtos VALUES (9007199254743001, 'Depois', 1, ${at})`,
      `INSERT INTO produtos VALUES (9007199254743002, 'Depois', 1, ${at.replace('05:00', '06:00')})`,
    );
    expect(codes(await read(kind, { config, notes })).sort()).toEqual([3001, 3002]);
    expect(codes(await read(kind, { config, notes }))).toEqual([]);
    await say(serverOf(kind), 'DELETE FROM produtos WHERE codigo > 9007199254743000');
  });

  it('goes on in a run of what is new where a page ended within rows of one value', async () => {
    const notes = new Map<string, string>();
    for (const key of ['', 'codigo']) {
      const config = { read: 'new', since: 'alterado', key };
      const pages = await read(kind, { config, pageSize: 1003, notes: new Map(notes) });
      const rest = await read(kind, { config, pageSize: 1003, cursor: pages[0]?.cursor as Json, notes });
      expect(codes(rest).sort((a, b) => a - b)).toEqual(upTo(count, 1004));
      expect(codes(await read(kind, { config, notes }))).toEqual([]);
      notes.clear();
    }
  });

  it('refuses a key that is there twice, and one that is not there', async () => {
    await expect(read(kind, { config: { key: 'alterado' } })).rejects.toMatchObject({
      code: 'nodes.sql-key-repeated',
    });
    await expect(read(kind, { config: { key: 'nenhuma' } })).rejects.toMatchObject({
      code: 'nodes.sql-statement',
    });
  });

  it('holds a page of 102,000 rows and no more', async () => {
    const query = `SELECT a.codigo, a.descricao, a.alterado, b.codigo AS outro FROM produtos a, produtos b
      WHERE b.codigo <= 9007199254740034`;
    const config = { from: 'query', key: 'codigo, outro', query };
    const held: number[] = [];
    let [rows, pages, largest] = [0, 0, 0];
    if (source.behaviour.kind !== 'source') throw new Error('no source');
    for await (const { records } of source.behaviour.read(contextOf(source, contextFor(kind, { config })))) {
      rows += records.length;
      largest = Math.max(largest, records.length);
      if (++pages % 100 === 0) held.push(heldMegabytes());
    }
    expect([rows, pages, largest]).toEqual([102_000, 204, 500]);
    expect((held.at(-1) ?? 0) - (held[0] ?? 0)).toBeLessThan(8);
  });

  it('cannot write', async () => {
    const query = {
      postgres: "INSERT INTO produtos VALUES (1, 'x', 1, now()) RETURNING codigo",
      mysql: 'SELECT codigo FROM produtos WHERE codigo = 9007199254740001 FOR UPDATE',
      firebird: "INSERT INTO produtos VALUES (1, 'x', 1, CURRENT_TIMESTAMP) RETURNING codigo",
    }[kind];
    await expect(read(kind, { config: { from: 'query', key: '', query } })).rejects.toMatchObject({
      code: 'nodes.sql-statement',
    });
    expect(await say(serverOf(kind), 'SELECT codigo FROM produtos WHERE codigo = 1')).toEqual([]);
  });

  it('tells a wrong password, a database that is not there and a port where nobody is', async () => {
    const told = async (connection: Row) => {
      const error = await read(kind, { connection }).catch((one: unknown) => one);
      return (error as { code: string }).code;
    };
    expect(await told({ password: 'errada' })).toBe('nodes.sql-sign-in');
    expect(await told({ database: `${String(serverOf(kind).connection.values['database'])}x` })).toBe(
      'nodes.sql-no-database',
    );
    expect(await told({ port: 1 })).toBe('nodes.address-refused');
  });

  it('breaks off a statement that takes longer than its time', async () => {
    const slow = {
      postgres: 'SELECT pg_sleep(60) AS codigo',
      mysql: 'SELECT SLEEP(60) AS codigo',
      firebird: `SELECT COUNT(*) AS codigo FROM produtos a, produtos b, produtos c`,
    }[kind];
    const begun = Date.now();
    const config = { from: 'query', key: '', query: slow, timeoutSeconds: 1 };
    await expect(read(kind, { config })).rejects.toMatchObject({ code: 'nodes.sql-time', retryable: false });
    expect(Date.now() - begun).toBeLessThan(6000);
  });

  it('goes on where it stood when the line drops in the middle', async () => {
    const line = await droppingLine(serverOf(kind), 2, 20_000);
    try {
      const options = contextFor(kind, { pageSize: 200, connection: { port: line.port } });
      const pages = await readAll(source, { ...options, allow: [`127.0.0.1:${line.port}`] });
      expect(codes(pages)).toEqual(upTo(count));
      expect(line.dropped()).toBe(2);
    } finally {
      line.close();
    }
  });

  it('keeps the rows it has when the line stays away', async () => {
    const line = await droppingLine(serverOf(kind), Infinity);
    const pages: SourcePage[] = [];
    try {
      const options = contextFor(kind, { pageSize: 200, connection: { port: line.port } });
      const context = contextOf(source, { ...options, allow: [`127.0.0.1:${line.port}`] });
      const reading = async () => {
        for await (const page of source.behaviour.kind === 'source' ? source.behaviour.read(context) : []) {
          pages.push(page);
          if (pages.length === 2) line.stop();
        }
      };
      await expect(reading()).rejects.toMatchObject({ code: 'nodes.sql-gone', retryable: true });
      const read = codes(pages);
      expect(read).toEqual(upTo(read.length));
      const rest = await readAll(source, contextFor(kind, { cursor: pages.at(-1)?.cursor as Json }));
      expect(codes(rest)).toEqual(upTo(count, read.length + 1));
    } finally {
      line.close();
    }
  });
});

test('a private address is refused unless the operator allows it', async () => {
  const reach = guardedReach();
  await expect(reach.address('127.0.0.1', 5432)).rejects.toMatchObject({ code: 'nodes.address-refused' });
  const options = { ...contextFor('postgres', {}), allow: [] };
  await expect(readAll(source, options)).rejects.toMatchObject({ code: 'nodes.address-refused' });
});

test('an empty password is not taken from our own environment', async () => {
  const before = process.env['PGPASSWORD'];
  process.env['PGPASSWORD'] = String(serverOf('postgres').connection.values['password']);
  try {
    const reading = read('postgres', { connection: { password: '' } });
    await expect(reading).rejects.toMatchObject({ code: 'nodes.sql-sign-in' });
  } finally {
    if (before === undefined) delete process.env['PGPASSWORD'];
    else process.env['PGPASSWORD'] = before;
  }
});

// Every sixteenth salt begins with a zero, and is sent one digit shorter.
test('whoever has an account at Firebird gets in, whatever the salt of the password is', async () => {
  const server = serverOf('firebird');
  const names = Array.from({ length: 48 }, (_, index) => `PESSOA${index}`);
  await say(server, ...names.map((name) => `CREATE USER ${name} PASSWORD 'segredo-1'`));
  for (const username of names) {
    const values = { ...server.connection.values, username, password: 'segredo-1' };
    const rows = await say(
      { ...server, connection: { ...server.connection, values } },
      'SELECT 1 AS um FROM RDB$DATABASE',
    );
    expect([username, rows]).toEqual([username, [{ UM: 1 }]]);
  }
});

test('the line is protected as asked, and refused where nobody vouches for the certificate', async () => {
  const { certificate = '', connection } = serverOf('mysql');
  const query = { from: 'query', key: '', query: "SHOW SESSION STATUS LIKE 'Ssl_cipher'" };
  const cipher = async (values: Row) => {
    const options = contextFor('mysql', { config: query, connection: values });
    const allow = ['127.0.0.1', 'localhost', '::1'].map(
      (host) => `${host}:${String(connection.values['port'])}`,
    );
    const [row] = rowsOf(await readAll(source, { ...options, allow }));
    return String(row?.['Value']);
  };
  expect(await cipher({ security: 'none' })).toBe('');
  expect(await cipher({ security: 'encrypt' })).toMatch(/TLS|AES|CHACHA/);
  expect(await cipher({ security: 'verify', certificate, host: 'localhost' })).toMatch(/TLS|AES|CHACHA/);
  const refused = { code: 'nodes.sql-certificate' };
  await expect(cipher({ security: 'verify', host: 'localhost' })).rejects.toMatchObject(refused);
  await expect(read('postgres', { connection: { security: 'verify' } })).rejects.toMatchObject(refused);
});

test('a query that answers the same for ever, or more than it may, ends with its reason', async () => {
  const config = { from: 'query', key: '', query: "SELECT 'x' AS a FROM generate_series(1, 100000)" };
  await expect(read('postgres', { config })).rejects.toMatchObject({ code: 'nodes.sql-same-page' });
  await expect(read('postgres', { config: { ...config, maxRows: 1000 } })).rejects.toMatchObject({
    code: 'nodes.sql-too-many-rows',
    values: { limit: 1000 },
  });
});
