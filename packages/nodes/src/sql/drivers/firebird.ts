// Firebird by `node-firebird`, which knows the character sets of old databases; rows come in blocks from an open cursor.
import type { Readable } from 'node:stream';
import type * as Firebird from 'node-firebird';
import type { Json, Row } from '@eclusa/flow';
import type { Answer, Dialect, Driver, Fault, Session } from '../database';
import { clockText, dayText, exactNumber, jsonOf, storable } from '../exact';
import { bareName, type Statement } from '../statement';
import { loadFirebird } from './firebird-challenge';
import { mergeOne } from './merge';
import { faultOfSocket } from './socket-faults';

/** What is not quoted is upper case, as in Firebird itself. */
const quote = (typed: string) => {
  const { name, isExact } = bareName(typed);
  const meant = isExact || !/^[A-Za-z][\w$]*$/.test(name) ? name : name.toUpperCase();
  return `"${meant.replaceAll('"', '""')}"`;
};

const dialect: Dialect = {
  place: () => '?',
  quote,
  sharesPlaces: false,
  rowsAtOnce: 1,
  valuesAtOnce: 1000,
  needsSavepoints: false,
  merge: (table, columns, key, _rows, replace) =>
    mergeOne({ from: 'RDB$DATABASE' }, dialect, table, columns, key, replace),
};

/** Types of parameters that take a date or a time. */
const DATES = new Set<number>([510, 560, 570, 32748, 32750, 32754, 32756]);
const MOST_STATEMENTS = 100;

export const firebird: Driver = {
  dialect,
  async open(target) {
    const library = await loadFirebird();
    const database = await library.attachAsync({
      host: target.address,
      port: target.port,
      database: target.database,
      user: target.user,
      // An empty one would be looked for in our own environment, and then taken for the usual one.
      password: target.password || ' ',
      encoding: target.charset as NonNullable<Firebird.Options['encoding']>,
      wireCrypt: target.tls === 'none' ? library.WIRE_CRYPT_DISABLE : library.WIRE_CRYPT_ENABLE,
      numericMode: 'string',
      blobAsText: true,
      blobChunkSize: 65_000,
      blobReadChunkSize: 65_000,
      statementCacheSize: 20,
      typeCast: cast,
    });
    (database as unknown as NodeJS.EventEmitter).on('error', () => undefined);
    return new FirebirdSession(database, {
      read: library.ISOLATION_REPEATABLE_READ,
      write: library.ISOLATION_READ_COMMITTED,
    });
  },
  faultOf,
};

class FirebirdSession implements Session {
  private transaction: Firebird.Transaction | null = null;
  private stream: Readable | null = null;
  private readonly cancel = new AbortController();
  /** Of the parameters of a statement, by its text. */
  private readonly types = new Map<string, number[]>();

  constructor(
    private readonly database: Firebird.Database,
    private readonly isolations: Record<'read' | 'write', number[]>,
  ) {}

  async begin(mode: 'read' | 'write'): Promise<void> {
    const isolation = this.isolations[mode];
    // A lock is waited for as long as a person would, and no longer.
    const options = { isolation, readOnly: mode === 'read', wait: true, waitTimeout: 10 };
    this.transaction = await this.alive(this.database.transactionAsync(options));
  }

  async commit(): Promise<void> {
    const { transaction } = this;
    this.transaction = null;
    if (transaction) await this.alive(transaction.commitAsync());
  }

  async rollback(): Promise<void> {
    const { transaction } = this;
    this.transaction = null;
    if (transaction) await this.alive(transaction.rollbackAsync());
  }

  async execute({ text, values }: Statement): Promise<Answer> {
    const options = { withMeta: true as const, signal: this.cancel.signal };
    const transaction = this.transaction as Firebird.Transaction;
    const given = await this.bound(text, values);
    const { rows, affectedRows } = await this.alive(transaction.queryAsync<Row>(text, given, options));
    const list = Array.isArray(rows) ? rows : rows ? [rows as Row] : [];
    return { changed: affectedRows ?? 0, rows: await Promise.all(list.map((row) => this.rowOf(row))) };
  }

  async *rows({ text, values }: Statement, size: number): AsyncIterable<Row[]> {
    const transaction = this.transaction as Firebird.Transaction;
    const options = { highWaterMark: size, signal: this.cancel.signal };
    const stream = transaction.queryStream(text, await this.bound(text, values), options);
    // The stream is not told when its connection ends.
    const gone = () => stream.destroy(lost());
    this.socket().once('close', gone);
    this.stream = stream;
    let block: Row[] = [];
    try {
      for await (const row of stream) {
        block.push(await this.rowOf(row as Row));
        if (block.length < size) continue;
        yield block;
        block = [];
      }
      if (block.length > 0) yield block;
    } finally {
      this.socket().removeListener('close', gone);
      this.stream = null;
    }
  }

  /** The driver reads dates out of texts only to the second, so they are made where the statement takes one. */
  private async bound(text: string, values: readonly Json[]): Promise<(string | boolean | Date | null)[]> {
    if (values.length === 0) return [];
    let types = this.types.get(text);
    if (!types) {
      const transaction = this.transaction as Firebird.Transaction;
      const statement = await this.alive(transaction.newStatementAsync(text));
      const { input } = statement as unknown as { input?: { type: number }[] };
      types = (input ?? []).map(({ type }) => type & ~1);
      await this.alive(statement.releaseAsync());
      if (this.types.size >= MOST_STATEMENTS) this.types.clear();
      this.types.set(text, types);
    }
    const known = types;
    return values.map((value, at) => {
      const one = storable(value);
      if (typeof one === 'number') return String(one);
      return typeof one === 'string' && DATES.has(known[at] ?? 0) ? dateOf(one) : one;
    });
  }

  /** Blobs that hold no text come as a way to fetch them. */
  private async rowOf(row: Row): Promise<Row> {
    const entries = Object.entries(row as Record<string, unknown>);
    if (!entries.some(([, value]) => typeof value === 'function')) return row;
    const read = entries.map(async ([name, value]) => {
      return [name, typeof value === 'function' ? jsonOf(await this.alive(bytesOf(value as Blob))) : value];
    });
    return Object.fromEntries(await Promise.all(read)) as Row;
  }

  private socket(): NodeJS.EventEmitter & { destroyed: boolean; destroy(): void } {
    return (this.database as unknown as { connection: { _socket: ReturnType<FirebirdSession['socket']> } })
      .connection._socket;
  }

  async interrupt(): Promise<void> {
    this.cancel.abort();
    // Time for the word that breaks the statement off; the line goes after it.
    await new Promise((done) => setTimeout(done, 100));
    this.socket().destroy();
  }

  async close(): Promise<void> {
    const parting = async () => {
      this.stream?.destroy();
      await this.rollback();
      await this.alive(this.database.detachAsync());
    };
    const late = new Promise((done) => setTimeout(done, 2000).unref());
    if (!this.socket().destroyed) await Promise.race([parting().catch(() => undefined), late]);
    this.socket().destroy();
  }

  /** The driver leaves callers waiting when the line drops under them. */
  private alive<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const gone = () => reject(lost());
      const socket = this.socket();
      if (socket.destroyed) return gone();
      socket.once('close', gone);
      void work.finally(() => socket.removeListener('close', gone)).then(resolve, reject);
    });
  }
}

const lost = () => Object.assign(new Error('the connection ended'), { code: 'ECONNRESET' });

type Blob = (read: (error: Error | null, name: string, bytes: NodeJS.EventEmitter) => void) => void;

function bytesOf(blob: Blob): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    blob((error, _name, stream) => {
      if (error) return reject(error);
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.once('error', reject);
      stream.once('end', () => resolve(Buffer.concat(pieces)));
    });
  });
}

const CLOCK = /^(?:(\d{4})-(\d{2})-(\d{2}))?[T ]?(?:(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?)?$/;

/** Throws what the database would say of a text that is no date. */
function dateOf(text: string): Date {
  const parts = CLOCK.exec(text.trim());
  if (parts && text.trim() !== '') {
    const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => Number(part ?? 0));
    const milliseconds = Number((parts[7] ?? '').padEnd(3, '0'));
    return new Date(year || 2000, (month || 1) - 1, day || 1, hour, minute, second, milliseconds);
  }
  const instant = new Date(text);
  if (!Number.isNaN(instant.getTime())) return instant;
  throw Object.assign(new Error(`Conversion error from string "${text}"`), { gdscode: 335544334 });
}

function cast({ typeName, scale }: Firebird.TypeCastColumn, next: () => unknown): unknown {
  const value = next();
  if (value === null || value === undefined) return null;
  if (value instanceof Date) {
    if (/DATE$/.test(typeName) && typeName !== 'TIMESTAMP') return dayText(value);
    if (/TIME$/.test(typeName)) return clockText(value).slice(11);
    return /TZ/.test(typeName) ? value.toISOString() : clockText(value);
  }
  if (typeof value === 'string' && /INT|DEC/.test(typeName)) return exactNumber(value);
  if (typeof value === 'number' && scale) return exactNumber(value.toFixed(-scale));
  // CHAR comes filled up with spaces.
  if (typeof value === 'string' && typeName === 'TEXT') return value.trimEnd();
  return value;
}

const byCode: Record<number, Fault> = {
  335544472: 'sign-in',
  335544344: 'no-database',
  335544375: 'no-database',
  335544687: 'no-database',
  335544835: 'no-database',
  335544336: 'busy',
  335544345: 'busy',
  335544510: 'busy',
  335544794: 'time',
  335544665: 'duplicate',
  335544349: 'duplicate',
  335544361: 'statement',
  335544352: 'statement',
  335544721: 'gone',
  335544726: 'gone',
  335544727: 'gone',
  335544741: 'gone',
  335544856: 'gone',
};

function faultOf(error: unknown): Fault {
  const {
    gdscode,
    message = '',
    code = '',
  } = (error ?? {}) as { gdscode?: number; message?: string; code?: unknown };
  const known = byCode[gdscode ?? 0];
  if (known) return known;
  if (/user name and password|not defined|login/i.test(message)) return 'sign-in';
  if (/I\/O error|No such file|unavailable database/i.test(message)) return 'no-database';
  // Everything that is wrong with a text comes as "dynamic SQL error" with the reason after it.
  if (gdscode === 335544569 || /Dynamic SQL Error/i.test(message))
    return /conversion|overflow|truncation/i.test(message) ? 'value' : 'statement';
  return gdscode === undefined || String(code).startsWith('E') ? faultOfSocket(error) : 'value';
}
