// Oracle by `oracledb` in its thin mode, which needs no Oracle software. A preview: there is no server to test against that may be
// installed freely. The driver is large, so it is loaded when a connection is first opened.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Connection, FetchTypeResponse, Metadata } from 'oracledb';
import type { Json, Row } from '@eclusa/flow';
import type { Answer, Dialect, Driver, Fault, Session, Target } from '../database';
import { clockText, exactNumber, jsonOf, storable } from '../exact';
import { bareName, type Statement } from '../statement';
import { mergeOne } from './merge';
import { faultOfSocket } from './socket-faults';

type Oracle = typeof import('oracledb');

/** What is not quoted is upper case, as in Oracle itself. */
const quote = (typed: string) => {
  const { name, isExact } = bareName(typed);
  const meant = isExact || !/^[A-Za-z][\w$#]*$/.test(name) ? name : name.toUpperCase();
  return `"${meant.replaceAll('"', '')}"`;
};

const dialect: Dialect = {
  place: (at) => `:p${at}`,
  quote,
  sharesPlaces: true,
  rowsAtOnce: 1,
  valuesAtOnce: 1000,
  needsSavepoints: false,
  merge: (table, columns, key, _rows, replace) =>
    mergeOne({ from: 'dual' }, dialect, table, columns, key, replace),
};

export const oracle: Driver = {
  dialect,
  async open(target) {
    const { default: driver } = await import('oracledb');
    guardSockets();
    const connection = await checked.run(target.reach, () =>
      driver.getConnection({
        user: target.user,
        password: target.password,
        connectString: addressOf(target),
        ...(target.certificate && { walletContent: target.certificate }),
      }),
    );
    return new OracleSession(driver, connection);
  },
  faultOf,
};

/** Throws for names that would say more than a name within the address. */
function addressOf({ host, port, database, tls }: Target): string {
  for (const name of [host, database]) {
    if (!/^[\w.$#:-]+$/.test(name)) throw Object.assign(new Error(name), { errorNum: 12154 });
  }
  const security =
    tls === 'none' ? '' : `(SECURITY=(SSL_SERVER_DN_MATCH=${tls === 'verify' ? 'ON' : 'OFF'}))`;
  const protocol = tls === 'none' ? 'tcp' : 'tcps';
  return `(DESCRIPTION=(CONNECT_TIMEOUT=15)(RETRY_COUNT=0)(ADDRESS=(PROTOCOL=${protocol})(HOST=${host})(PORT=${port}))(CONNECT_DATA=(SERVICE_NAME=${database}))${security})`;
}

interface Address {
  host: string;
  hostname?: string;
  port: number;
  httpsProxy?: string | undefined;
}

interface Transport {
  prototype: { atts?: { httpsProxy?: string | undefined }; ntConnect(address: Address): Promise<void> };
}

const checked = new AsyncLocalStorage<Target['reach']>();
let isGuarded = false;

/** A listener may send the driver on to any other address: each is checked right before it is connected to. */
function guardSockets(): void {
  if (isGuarded) return;
  isGuarded = true;
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the driver has no door for sockets of ours
  const { prototype } = require('oracledb/lib/thin/sqlnet/ntTcp.js') as Transport;
  const connect = prototype.ntConnect;
  prototype.ntConnect = async function (address) {
    const reach = checked.getStore();
    if (!reach) throw new Error('a connection outside of the guard');
    address.host = await reach(address.hostname ?? address.host, Number(address.port));
    address.httpsProxy = undefined;
    if (this.atts) this.atts.httpsProxy = undefined;
    await connect.call(this, address);
  };
}

class OracleSession implements Session {
  constructor(
    private readonly driver: Oracle,
    private readonly connection: Connection,
  ) {}

  async begin(mode: 'read' | 'write'): Promise<void> {
    await this.connection.rollback();
    if (mode === 'read') await this.connection.execute('SET TRANSACTION READ ONLY');
  }

  commit(): Promise<void> {
    return this.connection.commit();
  }

  rollback(): Promise<void> {
    return this.connection.rollback();
  }

  async execute({ text, values }: Statement): Promise<Answer> {
    const { rowsAffected, rows } = await this.connection.execute<Row>(text, bound(values), this.options());
    return { changed: rowsAffected ?? 0, rows: (rows ?? []).map(rowOf) };
  }

  async *rows({ text, values }: Statement, size: number): AsyncIterable<Row[]> {
    const options = { ...this.options(), resultSet: true as const, fetchArraySize: size };
    const { resultSet } = await this.connection.execute<Row>(text, bound(values), options);
    if (!resultSet) return;
    for (;;) {
      const block = await resultSet.getRows(size);
      if (block.length > 0) yield block.map(rowOf);
      if (block.length < size) break;
    }
    await resultSet.close();
  }

  private options() {
    const { driver } = this;
    const fetchTypeHandler = ({ dbType }: Metadata<Row>): FetchTypeResponse | undefined => {
      if (dbType === driver.DB_TYPE_NUMBER) {
        return {
          type: driver.STRING,
          converter: (text: unknown) => (text === null ? null : exactNumber(String(text))),
        };
      }
      if (dbType === driver.DB_TYPE_CLOB || dbType === driver.DB_TYPE_NCLOB) return { type: driver.STRING };
      if (dbType === driver.DB_TYPE_BLOB) return { type: driver.BUFFER };
      if (dbType === driver.DB_TYPE_DATE || dbType === driver.DB_TYPE_TIMESTAMP) {
        return { converter: (date: unknown) => (date instanceof Date ? clockText(date) : date) };
      }
      return undefined;
    };
    return { outFormat: driver.OUT_FORMAT_OBJECT, fetchTypeHandler };
  }

  async interrupt(): Promise<void> {
    const late = new Promise((done) => setTimeout(done, 1000).unref());
    await Promise.race([this.connection.break(), late]);
    void this.connection.close({ drop: true }).catch(() => undefined);
  }

  async close(): Promise<void> {
    const late = new Promise((done) => setTimeout(done, 2000).unref());
    await Promise.race([this.connection.close().catch(() => undefined), late]);
  }
}

const rowOf = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, jsonOf(value)]));

const CLOCK = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?)?$/;

/** Texts that are dates go as dates, because the session decides how it reads them from texts. */
function bound(values: readonly Json[]): Record<string, string | number | Date | null> {
  return Object.fromEntries(
    values.map((value, at) => {
      const one = storable(value);
      const isDate = typeof one === 'string' && CLOCK.test(one);
      const given = isDate ? new Date(one.includes('T') ? one : `${one}T00:00:00`) : one;
      return [`p${at + 1}`, typeof given === 'boolean' ? Number(given) : given];
    }),
  );
}

const byNumber: Record<number, Fault> = {
  1: 'duplicate',
  54: 'busy',
  60: 'busy',
  8177: 'busy',
  30006: 'busy',
  18: 'busy',
  20: 'busy',
  1005: 'sign-in',
  1017: 'sign-in',
  1045: 'sign-in',
  28000: 'sign-in',
  28001: 'sign-in',
  12154: 'no-database',
  12505: 'no-database',
  12514: 'no-database',
  1013: 'time',
  1456: 'statement',
  1031: 'statement',
  4063: 'statement',
  6550: 'statement',
  28: 'gone',
  3113: 'gone',
  3114: 'gone',
  3135: 'gone',
};

function faultOf(error: unknown): Fault {
  const { errorNum = 0, code = '' } = (error ?? {}) as { errorNum?: number; code?: string };
  const known = byNumber[errorNum];
  if (known) return known;
  if (code === 'NJS-518' || code === 'NJS-517') return 'no-database';
  if (errorNum >= 900 && errorNum < 1000) return 'statement';
  if (errorNum >= 12150 && errorNum < 12700) return 'gone';
  return errorNum > 0 && code.startsWith('ORA-') ? 'value' : faultOfSocket(error);
}
