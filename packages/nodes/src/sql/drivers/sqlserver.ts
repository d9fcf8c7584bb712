// SQL Server by `tedious`. A preview: there is no server to test against that may be installed freely. The driver is large, so
// it is loaded when a connection is first opened.
import { connect as connectSocket, type Socket } from 'node:net';
import type { Connection, Request } from 'tedious';
import type { Json, Row } from '@eclusa/flow';
import type { Answer, Dialect, Driver, Fault, Session, Target } from '../database';
import { clockText, dayText, exactNumber, jsonOf, storable } from '../exact';
import { bareName, type Statement } from '../statement';
import { mergeOne } from './merge';
import { faultOfSocket } from './socket-faults';

type Tedious = typeof import('tedious');

const dialect: Dialect = {
  place: (at) => `@p${at}`,
  quote: (name) => `[${bareName(name).name.replaceAll(']', ']]')}]`,
  sharesPlaces: true,
  rowsAtOnce: 1,
  valuesAtOnce: 2000,
  needsSavepoints: false,
  merge: (table, columns, key, _rows, replace) =>
    mergeOne(
      { from: '(SELECT 1 AS one) s', hint: 'WITH (HOLDLOCK) ', end: ';' },
      dialect,
      table,
      columns,
      key,
      replace,
    ),
};

export const sqlserver: Driver = {
  dialect,
  async open(target) {
    const tedious = await import('tedious');
    const socket = connectSocket(target.port, target.address).setNoDelay(true).setKeepAlive(true, 60_000);
    const connection = new tedious.Connection(configOf(target, socket));
    // A line that drops between statements is told by the one after it.
    connection.on('error', () => undefined);
    await new Promise<void>((resolve, reject) => {
      connection.connect((error) => {
        if (!error) return resolve();
        socket.destroy();
        reject(error);
      });
    });
    return new SqlServerSession(tedious, connection, socket);
  },
  faultOf,
};

function configOf({ host, database, user, password, tls, certificate }: Target, socket: Socket) {
  return {
    // The name is what its certificate bears; the socket goes to the address that was checked.
    server: host,
    authentication: { type: 'default' as const, options: { userName: user, password } },
    options: {
      connector: () => connected(socket),
      database,
      encrypt: tls !== 'none',
      trustServerCertificate: tls === 'encrypt',
      ...(certificate && { cryptoCredentialsDetails: { ca: certificate } }),
      appName: 'eclusa',
      connectTimeout: 15_000,
      // Time is watched outside, where a statement is broken off as well.
      requestTimeout: 0,
      useUTC: false,
    },
  };
}

function connected(socket: Socket): Promise<Socket> {
  if (!socket.connecting) return Promise.resolve(socket);
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('error', reject);
  });
}

class SqlServerSession implements Session {
  private mode: 'read' | 'write' = 'write';
  private current: Request | null = null;

  constructor(
    private readonly tedious: Tedious,
    private readonly connection: Connection,
    private readonly socket: Socket,
  ) {}

  begin(mode: 'read' | 'write'): Promise<void> {
    this.mode = mode;
    return this.told((done) => this.connection.beginTransaction(done));
  }

  /** It knows no transactions that cannot write; what a reading one wrote all the same is taken back. */
  commit(): Promise<void> {
    if (this.mode === 'read') return this.rollback();
    return this.told((done) => this.connection.commitTransaction(done));
  }

  rollback(): Promise<void> {
    return this.told((done) => this.connection.rollbackTransaction(done));
  }

  async execute(statement: Statement): Promise<Answer> {
    const rows: Row[] = [];
    const changed = await new Promise<number>((resolve, reject) => {
      const done = (error: Error | null | undefined, count?: number) =>
        error ? reject(error) : resolve(count ?? 0);
      this.say(statement, done).on('row', (columns: Column[]) => rows.push(rowOf(columns)));
    });
    return { changed, rows };
  }

  async *rows(statement: Statement, size: number): AsyncIterable<Row[]> {
    let block: Row[] = [];
    let wake = () => undefined as void;
    let end: { error?: Error | null | undefined } | null = null;
    const request = this.say(statement, (error) => {
      end = { error };
      wake();
    });
    request.on('row', (columns: Column[]) => {
      block.push(rowOf(columns));
      if (block.length < size) return;
      request.pause();
      wake();
    });
    const over = () => end as { error?: Error } | null;
    for (;;) {
      if (block.length < size && !over()) await new Promise<void>((resolve) => (wake = resolve));
      const error = over()?.error;
      if (error) throw error;
      const full = block;
      block = [];
      if (full.length > 0) yield full;
      if (over() && block.length === 0) return;
      request.resume();
    }
  }

  private say({ text, values }: Statement, done: (error?: Error | null, count?: number) => void): Request {
    const request = new this.tedious.Request(text, done);
    values.forEach((value, at) => {
      const [type, given] = this.parameter(value);
      request.addParameter(`p${at + 1}`, type, given);
    });
    this.current = request;
    this.connection.execSql(request);
    return request;
  }

  /** Numbers go as numbers: money does not take texts. */
  private parameter(value: Json): [Parameters<Request['addParameter']>[1], unknown] {
    const { TYPES } = this.tedious;
    const one = storable(value);
    if (typeof one === 'boolean') return [TYPES.Bit, one];
    if (typeof one === 'number') return [Number.isSafeInteger(one) ? TYPES.BigInt : TYPES.Float, one];
    return [TYPES.NVarChar, one];
  }

  private told(work: (done: (error?: Error | null) => void) => void): Promise<void> {
    return new Promise((resolve, reject) => work((error) => (error ? reject(error) : resolve())));
  }

  async interrupt(): Promise<void> {
    this.current?.cancel();
    // Time for the word that breaks the statement off; the line goes after it.
    await new Promise((done) => setTimeout(done, 100));
    this.socket.destroy();
  }

  async close(): Promise<void> {
    this.connection.close();
    this.socket.destroySoon();
  }
}

interface Column {
  metadata: { colName: string; type: { name: string } };
  value: unknown;
}

const rowOf = (columns: Column[]): Row =>
  Object.fromEntries(
    columns.map(({ metadata, value }) => [metadata.colName, valueOf(metadata.type.name, value)]),
  );

function valueOf(type: string, value: unknown): Json {
  if (value instanceof Date) {
    if (type === 'Date') return dayText(value);
    if (type === 'Time') return clockText(value).slice(11);
    return type === 'DateTimeOffset' ? value.toISOString() : clockText(value);
  }
  // Whole numbers of 64 bits come as texts.
  if (type === 'BigInt' || (type === 'IntN' && typeof value === 'string')) return exactNumber(String(value));
  return jsonOf(value);
}

const byNumber: Record<number, Fault> = {
  18456: 'sign-in',
  18452: 'sign-in',
  4060: 'no-database',
  911: 'no-database',
  2627: 'duplicate',
  2601: 'duplicate',
  1205: 'busy',
  1222: 'busy',
  10928: 'busy',
  40501: 'busy',
  40613: 'gone',
};
/** No such table, column or procedure, no right, a fault in the text. */
const ofStatement = new Set([
  102, 105, 137, 156, 201, 207, 208, 209, 229, 230, 262, 1033, 2812, 8144, 8145, 8178,
]);
const ofLine = new Set(['ESOCKET', 'ETIMEOUT', 'ECONNCLOSED', 'EINVALIDSTATE', 'ECANCEL']);

function faultOf(error: unknown): Fault {
  const {
    number,
    code = '',
    message = '',
  } = (error ?? {}) as { number?: number; code?: string; message?: string };
  const known = byNumber[number ?? 0];
  if (known) return known;
  if (ofStatement.has(number ?? 0)) return 'statement';
  if (code === 'ELOGIN') return 'sign-in';
  if (number !== undefined) return 'value';
  return ofLine.has(code) && !/certificate|self.signed/i.test(message) ? 'gone' : faultOfSocket(error);
}
