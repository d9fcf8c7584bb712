// PostgreSQL by `pg`, read through a cursor of the server. Values travel as text, so that the server gives them their types.
import { Client, DatabaseError, types as defaultTypes } from 'pg';
import Cursor from 'pg-cursor';
import type { Row } from '@eclusa/flow';
import type { Answer, Dialect, Driver, Fault, Session, Target } from '../database';
import { exactNumber, jsonOf, storable } from '../exact';
import { bareName, quotedTable, type Statement } from '../statement';
import { insertMany } from './merge';
import { faultOfSocket } from './socket-faults';

const quote = (name: string) => `"${bareName(name).name.replaceAll('"', '""')}"`;
const place = (at: number) => `$${at}`;

const dialect: Dialect = {
  place,
  quote,
  sharesPlaces: true,
  rowsAtOnce: 500,
  valuesAtOnce: 30_000,
  needsSavepoints: true,
  merge(table, columns, key, rows, replace) {
    const { text, order } = insertMany(dialect, table, columns, rows);
    const others = columns.filter((column) => !key.includes(column));
    const set = others.map((column) => `${quote(column)} = EXCLUDED.${quote(column)}`).join(', ');
    const then = replace && set !== '' ? `DO UPDATE SET ${set}` : 'DO NOTHING';
    return { text: `${text} ON CONFLICT (${key.map(quote).join(', ')}) ${then}`, order };
  },
};

export const postgres: Driver = {
  dialect,
  async open(target) {
    const client = new Client({
      host: target.address,
      port: target.port,
      database: target.database,
      user: target.user,
      // As a function, because an empty one would be looked for in our own environment and files.
      password: () => target.password,
      ssl: tlsOf(target),
      connectionTimeoutMillis: 15_000,
      application_name: 'eclusa',
      keepAlive: true,
      types: { getTypeParser: parserOf as typeof defaultTypes.getTypeParser },
    });
    // An idle connection that drops is told by the statement after it.
    client.on('error', () => undefined);
    const session = new PostgresSession(client, target.seconds);
    try {
      await client.connect();
    } catch (error) {
      // Where the driver gives up by itself the server would wait for it for a minute.
      await session.interrupt();
      throw error;
    }
    return session;
  },
  faultOf,
  isKey,
};

async function isKey(session: Session, table: string, key: readonly string[]): Promise<boolean> {
  const { rows } = await session.execute({
    text: `SELECT json_agg(a.attname::text) AS names
           FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey) AS k (at)
           JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.at
           WHERE i.indrelid = $1::regclass AND i.indisunique AND i.indpred IS NULL GROUP BY i.indexrelid`,
    values: [quotedTable(table, dialect)],
  });
  const wanted = key.map((column) => bareName(column).name).sort();
  return rows.some(({ names }) => JSON.stringify((names as string[]).sort()) === JSON.stringify(wanted));
}

function tlsOf({ tls, host, certificate }: Target) {
  if (tls === 'none') return false;
  return { rejectUnauthorized: tls === 'verify', servername: host, ...(certificate && { ca: certificate }) };
}

/** `Client` hides the process of the server and its socket. */
interface Inside {
  connection: { stream: { destroy(): void } };
}

class PostgresSession implements Session {
  constructor(
    private readonly client: Client,
    private readonly seconds: number,
  ) {}

  async begin(mode: 'read' | 'write'): Promise<void> {
    // For this transaction only, because a connection may be shared by a pool on the way.
    const set = [
      "TimeZone = 'UTC'",
      "DateStyle = 'ISO'",
      `statement_timeout = ${Math.round(this.seconds * 1000)}`,
    ];
    const settings = [...set, 'idle_in_transaction_session_timeout = 0'].map((one) => `SET LOCAL ${one}`);
    await this.client.query([`BEGIN${mode === 'read' ? ' READ ONLY' : ''}`, ...settings].join('; '));
  }

  async commit(): Promise<void> {
    await this.client.query('COMMIT');
  }

  async rollback(): Promise<void> {
    await this.client.query('ROLLBACK');
  }

  async execute({ text, values }: Statement): Promise<Answer> {
    const { rows, rowCount } = await this.client.query<Row>(text, values.map(asText));
    return { changed: rowCount ?? 0, rows };
  }

  async *rows({ text, values }: Statement, size: number): AsyncIterable<Row[]> {
    const types = { getTypeParser: parserOf as typeof defaultTypes.getTypeParser };
    const cursor = this.client.query(new Cursor<Row>(text, values.map(asText), { types } as never));
    for (;;) {
      const block = await this.read(cursor, size);
      if (block.length === 0) break;
      yield block;
      if (block.length < size) break;
    }
    await cursor.close();
  }

  /** A cursor is not told when its connection ends. */
  private read(cursor: Cursor<Row>, size: number): Promise<Row[]> {
    return new Promise((resolve, reject) => {
      const ended = () => reject(Object.assign(new Error('the connection ended'), { code: 'ECONNRESET' }));
      this.client.once('end', ended);
      cursor
        .read(size)
        .finally(() => this.client.off('end', ended))
        .then(resolve, reject);
    });
  }

  async interrupt(): Promise<void> {
    (this.client as unknown as Inside).connection.stream.destroy();
  }

  async close(): Promise<void> {
    await this.client.end().catch(() => undefined);
  }
}

const asText = (value: Parameters<typeof storable>[0]): string | null => {
  const one = storable(value);
  return one === null ? null : String(one);
};

const numeric = new Set([20, 21, 23, 26, 700, 701, 1700]);
const asJson = (value: string) => jsonOf(JSON.parse(value));
const asInstant = (value: string) => value.replace(' ', 'T').replace(/\+00$/, 'Z');
const asClock = (value: string) => value.replace(' ', 'T');
const asBytes = (value: string) => Buffer.from(value.replace(/^\\x/, ''), 'hex').toString('base64');

function parserOf(oid: number): (value: string) => unknown {
  if (numeric.has(oid)) return exactNumber;
  if (oid === 16) return (value) => value === 't';
  if (oid === 114 || oid === 3802) return asJson;
  if (oid === 1114) return asClock;
  if (oid === 1184) return asInstant;
  if (oid === 17) return asBytes;
  // Dates, times and intervals stay the texts they are.
  if (oid === 1082 || oid === 1186) return (value) => value;
  const parse = defaultTypes.getTypeParser(oid) as (value: string) => unknown;
  return (value) => jsonOf(parse(value));
}

const byState: Record<string, Fault> = {
  '28P01': 'sign-in',
  '28000': 'sign-in',
  '3D000': 'no-database',
  '57014': 'time',
  '55P03': 'busy',
  '40001': 'busy',
  '40P01': 'busy',
  '23505': 'duplicate',
  '42P10': 'statement',
  '25006': 'statement',
  '57P01': 'gone',
  '57P02': 'gone',
  '57P03': 'gone',
};

function faultOf(error: unknown): Fault {
  const state = error instanceof DatabaseError ? (error.code ?? '') : '';
  const known = byState[state];
  if (known) return known;
  if (state.startsWith('08')) return 'gone';
  if (state.startsWith('53')) return 'busy';
  if (/^(42|0A|3F)/.test(state)) return 'statement';
  if (state !== '') return 'value';
  // Without a password the driver gives up before it has asked.
  return error instanceof Error && /SASL|password/.test(error.message) ? 'sign-in' : faultOfSocket(error);
}
