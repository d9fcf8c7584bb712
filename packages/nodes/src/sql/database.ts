// What the boxes know of any database: sessions in which statements run, and the ways in which databases differ.
import type { Row } from '@eclusa/flow';
import type { Notation, Statement } from './statement';

export interface Answer {
  /** Rows that a statement changed. */
  changed: number;
  /** Rows that it answered. */
  rows: Row[];
}

/** One signed-in connection. It carries one statement at a time. */
export interface Session {
  /** Opens a transaction. In one that reads only the database refuses to write. */
  begin(mode: 'read' | 'write'): Promise<void>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
  execute(statement: Statement): Promise<Answer>;
  /** The rows of a query in blocks of `size` at most, none fetched before it is asked for. */
  rows(statement: Statement, size: number): AsyncIterable<Row[]>;
  /** Breaks off what is under way, at the database too where that can be done. The session is of no use afterwards. */
  interrupt(): Promise<void>;
  close(): Promise<void>;
}

/** How a key is compared, and rows are written by it. */
export interface Dialect extends Notation {
  /** Rows that one statement can write. */
  rowsAtOnce: number;
  /** Values that one statement can hold. */
  valuesAtOnce: number;
  /** A statement that failed spoils the transaction unless there is a point to go back to. */
  needsSavepoints: boolean;
  /** Writes the rows whose key is not there, and with `replace` the others anew. */
  merge(
    table: string,
    columns: readonly string[],
    key: readonly string[],
    rows: number,
    replace: boolean,
  ): Merge;
}

/** A statement for some rows, and which value goes to which place: `[row, column]`. */
export interface Merge {
  text: string;
  order: readonly (readonly [number, number])[];
}

/** Why a database said no, as far as it changes what is to be done. */
export type Fault =
  /** The line dropped, or nobody is there. */
  | 'gone'
  | 'sign-in'
  | 'no-database'
  | 'certificate'
  /** Somebody else holds the row, or the database has no room right now. */
  | 'busy'
  | 'time'
  | 'duplicate'
  /** Whatever the values are: no such table or column, no right to it, a fault in the statement. */
  | 'statement'
  | 'value';

/** A kind of database. */
export interface Driver {
  dialect: Dialect;
  /** Opens a session at `target`. Throws what the driver throws. */
  open(target: Target): Promise<Session>;
  faultOf(error: unknown): Fault;
  /** Whether `key` names one row at most, where the database would not say so by itself. */
  isKey?(session: Session, table: string, key: readonly string[]): Promise<boolean>;
}

export interface Target {
  /** The address that was checked. */
  address: string;
  /** Checks another address, for a driver that a server may send on. Throws where flows may not go. */
  reach(host: string, port: number): Promise<string>;
  /** The name its certificate has to bear. */
  host: string;
  port: number;
  database: string;
  user: string;
  password: string;
  tls: 'verify' | 'encrypt' | 'none';
  /** PEM, for a certificate that nobody else vouches for. */
  certificate: string;
  charset: string;
  /** Seconds a statement may take. */
  seconds: number;
}
