// MySQL and MariaDB by `mysql2`, with statements prepared at the server. Rows stream at the pace they are asked for.
import { connect as connectSocket, type Socket } from 'node:net';
import type { Connection, QueryError, ResultSetHeader, RowDataPacket } from 'mysql2';
import type { Json, Row } from '@eclusa/flow';
import type { Answer, Dialect, Driver, Fault, Session, Target } from '../database';
import { exactNumber, jsonOf, storable } from '../exact';
import { bareName, type Statement } from '../statement';
import { insertMany } from './merge';
import { faultOfSocket } from './socket-faults';

const quote = (name: string) => `\`${bareName(name).name.replaceAll('`', '``')}\``;

const dialect: Dialect = {
  place: () => '?',
  quote,
  sharesPlaces: false,
  rowsAtOnce: 500,
  valuesAtOnce: 30_000,
  needsSavepoints: false,
  merge(table, columns, key, rows, replace) {
    const { text, order } = insertMany(dialect, table, columns, rows);
    const others = columns.filter((column) => !key.includes(column));
    // VALUES() is what MySQL and MariaDB both know. A column set to itself leaves the row as it is.
    const set =
      replace && others.length > 0 ? others.map((one) => `${quote(one)} = VALUES(${quote(one)})`) : [];
    const kept = key.slice(0, 1).map((one) => `${quote(one)} = ${table}.${quote(one)}`);
    return { text: `${text} ON DUPLICATE KEY UPDATE ${(set.length > 0 ? set : kept).join(', ')}`, order };
  },
};

export const mysql: Driver = {
  dialect,
  async open(target) {
    const { connection, socket } = await connectionTo(target);
    await new Promise<void>((resolve, reject) => {
      connection.connect((error) => {
        if (!error) return resolve();
        socket.destroy();
        reject(error);
      });
    });
    const session = new MysqlSession(connection, socket, target);
    // A reader that waits for the other side must not lose the line for it.
    await session.say('SET SESSION net_write_timeout = 3600, wait_timeout = 28800');
    return session;
  },
  faultOf,
  isKey,
};

async function connectionTo(target: Target) {
  const { address, host, port, database, user, password, tls, certificate } = target;
  const { createConnection } = await import('mysql2');
  const socket = connectSocket(port, address).setNoDelay(true).setKeepAlive(true, 60_000);
  const connection = createConnection({
    // The name is what its certificate bears; the socket goes to the address that was checked.
    host,
    stream: socket,
    port,
    database,
    user,
    password,
    connectTimeout: 15_000,
    charset: 'utf8mb4',
    dateStrings: true,
    supportBigNumbers: true,
    bigNumberStrings: true,
    maxPreparedStatements: 50,
    typeCast: cast,
    ...(tls !== 'none' && {
      ssl: {
        rejectUnauthorized: tls === 'verify',
        verifyIdentity: tls === 'verify',
        ...(certificate && { ca: certificate }),
      },
    }),
  });
  // A line that drops between statements is told by the one after it.
  connection.on('error', () => undefined);
  return { connection, socket };
}

class MysqlSession implements Session {
  private isStreaming = false;

  constructor(
    private readonly connection: Connection,
    private readonly socket: Socket,
    private readonly target: Target,
  ) {}

  /** A statement without values. */
  say(text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.connection.query(text, (error) => (error ? reject(error) : resolve()));
    });
  }

  begin(mode: 'read' | 'write'): Promise<void> {
    return this.say(mode === 'read' ? 'START TRANSACTION READ ONLY' : 'START TRANSACTION');
  }

  commit(): Promise<void> {
    return this.say('COMMIT');
  }

  rollback(): Promise<void> {
    return this.say('ROLLBACK');
  }

  execute({ text, values }: Statement): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const done = (error: QueryError | null, result: unknown) => {
        if (error) return reject(error);
        resolve(answerOf(result as ResultSetHeader | RowDataPacket[] | RowDataPacket[][]));
      };
      this.connection.execute(text, values.map(bound), done);
    });
  }

  async *rows({ text, values }: Statement, size: number): AsyncIterable<Row[]> {
    const query = this.connection.execute(text, values.map(bound));
    const stream = query.stream({ highWaterMark: size });
    // The stream is not told when its connection ends.
    const gone = () => stream.destroy(lost());
    if (this.socket.destroyed) throw lost();
    this.socket.once('close', gone);
    let block: Row[] = [];
    this.isStreaming = true;
    for await (const row of stream) {
      block.push(row as Row);
      if (block.length < size) continue;
      yield block;
      block = [];
    }
    this.isStreaming = false;
    this.socket.removeListener('close', gone);
    if (block.length > 0) yield block;
  }

  async interrupt(): Promise<void> {
    const { threadId } = this.connection;
    this.connection.destroy();
    const { connection: other } = await connectionTo(this.target);
    await new Promise<void>((resolve) => other.query(`KILL ${Number(threadId)}`, () => resolve()));
    other.destroy();
  }

  async close(): Promise<void> {
    // What was not asked for any more still lies in the line, and a word behind it would wait for ever.
    if (this.isStreaming) return this.connection.destroy();
    const ended = new Promise<void>((resolve) => this.connection.end(() => resolve()));
    await Promise.race([ended, new Promise((late) => setTimeout(late, 2000).unref())]);
    this.connection.destroy();
  }
}

const lost = () => Object.assign(new Error('the connection ended'), { code: 'ECONNRESET' });

function answerOf(result: ResultSetHeader | RowDataPacket[] | RowDataPacket[][]): Answer {
  if (!Array.isArray(result)) return { changed: result.affectedRows, rows: [] };
  // A procedure answers its sets of rows one after another; the first is the answer.
  const rows = (Array.isArray(result[0]) ? result[0] : result) as Row[];
  return { changed: 0, rows: rows.map((row) => ({ ...row })) };
}

function bound(value: Json): string | number | null {
  const one = storable(value);
  if (typeof one === 'boolean') return Number(one);
  // A text keeps every digit, and the server reads it as the column's type.
  return typeof one === 'number' && !Number.isInteger(one) ? String(one) : one;
}

interface Field {
  type: string;
  length: number;
}

function cast(field: Field, next: () => unknown): unknown {
  const value = next();
  if (value === null || value === undefined) return null;
  switch (field.type) {
    case 'DECIMAL':
    case 'NEWDECIMAL':
    case 'LONGLONG':
      return exactNumber(String(value));
    case 'DATETIME':
    case 'TIMESTAMP':
      return String(value).replace(' ', 'T');
    case 'BIT':
      return value instanceof Uint8Array
        ? exactNumber(BigInt(`0x${Buffer.from(value).toString('hex')}`).toString())
        : value;
    default:
      return jsonOf(value);
  }
}

const byNumber: Record<number, Fault> = {
  1044: 'no-database',
  1045: 'sign-in',
  1049: 'no-database',
  1062: 'duplicate',
  1205: 'busy',
  1213: 'busy',
  1040: 'busy',
  1203: 'busy',
  1226: 'busy',
  1969: 'time',
  3024: 'time',
  1317: 'time',
  1053: 'gone',
  1927: 'gone',
  1792: 'statement',
};
/** No such table, column or procedure, no right, a fault in the text. */
const ofStatement = new Set([
  1054, 1064, 1109, 1142, 1143, 1146, 1149, 1227, 1288, 1305, 1318, 1347, 1370, 1103,
]);

function faultOf(error: unknown): Fault {
  const { errno, code = '' } = (error ?? {}) as { errno?: number; code?: string };
  const known = byNumber[errno ?? 0];
  if (known) return known;
  if (ofStatement.has(errno ?? 0)) return 'statement';
  if (code === 'HANDSHAKE_NO_SSL_SUPPORT' || code === 'HANDSHAKE_SSL_ERROR') return 'certificate';
  return (errno ?? 0) >= 1000 && (errno ?? 0) < 10_000 && code.startsWith('ER_')
    ? 'value'
    : faultOfSocket(error);
}

async function isKey(session: Session, table: string, key: readonly string[]): Promise<boolean> {
  const [name = '', schema] = table
    .split('.')
    .map((part) => part.trim().replace(/^[`"]|[`"]$/g, ''))
    .reverse();
  const { rows } = await session.execute({
    text: `SELECT GROUP_CONCAT(LOWER(column_name) ORDER BY column_name SEPARATOR '\\n') AS names
           FROM information_schema.statistics
           WHERE table_schema = COALESCE(?, DATABASE()) AND table_name = ? AND non_unique = 0 GROUP BY index_name`,
    values: [schema ?? null, name],
  });
  const wanted = key
    .map((column) => bareName(column).name.toLowerCase())
    .sort()
    .join('\n');
  return rows.some(({ names }) => String(names).split('\n').sort().join('\n') === wanted);
}
