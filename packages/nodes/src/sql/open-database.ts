// From a connection to a database: which driver, the address the guard lets through, and faults in plain words.
import {
  EclusaError,
  RemoteError,
  UserError,
  type Connection,
  type Json,
  type NodeContext,
} from '@eclusa/flow';
import type { Driver, Fault, Session, Target } from './database';
import { firebird } from './drivers/firebird';
import { mysql } from './drivers/mysql';
import { oracle } from './drivers/oracle';
import { postgres } from './drivers/postgres';
import { sqlserver } from './drivers/sqlserver';

export type DatabaseTools = Pick<NodeContext, 'reach' | 'signal'>;

const drivers: Readonly<Record<string, { driver: Driver; port: number }>> = {
  postgres: { driver: postgres, port: 5432 },
  mysql: { driver: mysql, port: 3306 },
  firebird: { driver: firebird, port: 3050 },
  sqlserver: { driver: sqlserver, port: 1433 },
  oracle: { driver: oracle, port: 1521 },
};

/** The kinds of connections that lead to a database. */
export const databaseKinds = Object.keys(drivers);

/** A database behind a connection; nothing is opened yet. */
export class SqlDatabase {
  readonly driver: Driver;
  /** What a person calls it: `postgres://erp.example.com:5432/erp`. */
  readonly name: string;
  private readonly port: number;
  private readonly host: string;

  constructor(
    private readonly connection: Connection,
    private readonly tools: DatabaseTools,
    /** A statement may take so many seconds. */
    readonly seconds: number,
  ) {
    const known = drivers[connection.kind];
    if (!known) throw new UserError('nodes.sql-kind', { values: { kind: connection.kind } });
    this.driver = known.driver;
    this.host = textOf(connection.values['host']).trim();
    this.port = Number(connection.values['port'] || known.port);
    this.name = `${connection.kind}://${this.host}:${this.port}/${textOf(connection.values['database'])}`;
  }

  /** Signs in. Throws RemoteError or UserError with what to do. */
  async open(): Promise<Session> {
    const { values } = this.connection;
    const target: Target = {
      address: await this.tools.reach.address(this.host, this.port),
      reach: (host, port) => this.tools.reach.address(host, port),
      host: this.host.replace(/^\[|\]$/g, ''),
      port: this.port,
      database: textOf(values['database']).trim(),
      user: textOf(values['username']),
      password: textOf(values['password']),
      tls: (values['security'] ?? 'verify') as Target['tls'],
      certificate: textOf(values['certificate']).trim(),
      charset: textOf(values['charset']) || 'UTF8',
      seconds: this.seconds,
    };
    const opening = this.driver.open(target);
    try {
      return await this.within(opening, OPEN_SECONDS);
    } catch (error) {
      opening.then((session) => session.close()).catch(() => undefined);
      if (this.tools.signal.aborted) throw error;
      throw this.faultOf(error instanceof Late ? new Error(`no answer within ${OPEN_SECONDS} s`) : error);
    }
  }

  /** Runs `work`, and throws what it throws in plain words. A statement that takes too long is broken off. */
  async told<T>(work: () => Promise<T>, session?: Session): Promise<T> {
    try {
      return await (session ? this.within(work(), this.seconds, session) : work());
    } catch (error) {
      if (this.tools.signal.aborted) throw error;
      throw this.faultOf(error);
    }
  }

  /** Leaves our own errors as they are. */
  faultOf(error: unknown): EclusaError {
    if (error instanceof EclusaError) return error;
    const fault = error instanceof Late ? 'time' : this.driver.faultOf(error);
    const reason = (error instanceof Error ? error.message : String(error)).trim().slice(0, 500);
    const values = { database: this.name, host: this.host, port: this.port, seconds: this.seconds, reason };
    if (fault === 'gone' || fault === 'busy') {
      return new RemoteError(codes[fault], { retryable: true, values, cause: error });
    }
    if (fault === 'time') return new RemoteError(codes.time, { retryable: false, values, cause: error });
    return new UserError(codes[fault], { values, cause: error });
  }

  private async within<T>(work: Promise<T>, seconds: number, session?: Session): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    let stop: (() => void) | undefined;
    const { signal } = this.tools;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Late()), seconds * 1000 + GRACE_MS);
      stop = () => reject(signal.reason as Error);
      signal.addEventListener('abort', stop, { once: true });
      if (signal.aborted) stop();
    });
    try {
      return await Promise.race([work, late]);
    } catch (error) {
      if (error instanceof Late || signal.aborted) {
        work.catch(() => undefined);
        await session?.interrupt().catch(() => undefined);
      }
      throw error;
    } finally {
      clearTimeout(timer);
      if (stop) signal.removeEventListener('abort', stop);
    }
  }
}

const OPEN_SECONDS = 20;
/** Databases that watch the time themselves say so first. */
const GRACE_MS = 250;

class Late extends Error {}

const codes: Record<Fault, string> = {
  gone: 'nodes.sql-gone',
  busy: 'nodes.sql-busy',
  time: 'nodes.sql-time',
  'sign-in': 'nodes.sql-sign-in',
  'no-database': 'nodes.sql-no-database',
  certificate: 'nodes.sql-certificate',
  duplicate: 'nodes.sql-duplicate',
  statement: 'nodes.sql-statement',
  value: 'nodes.sql-value',
};

const textOf = (value: Json | undefined): string =>
  value === undefined || value === null ? '' : String(value);
