// Gathers rows that are written at the same time into lots: a transaction each, few statements, and every row told its own
// fate. A row that fails does not take the others of its lot with it.
import { EclusaError, RemoteError, UserError, type NodeContext } from '@eclusa/flow';
import type { Session } from './database';
import type { SessionPool } from './session-pool';
import { columnsOf, writeStatement, type TableWrite, type Values } from './table-write';

/** Rows of a lot at most: those of a page. */
export const LOT = 500;

interface Waiting {
  values: Values;
  resolve(): void;
  reject(error: EclusaError): void;
}

/** By place in the lot; nothing where a row was written. */
type Failures = Map<number, EclusaError>;

export class LotWriter {
  private waiting: Waiting[] = [];
  private isWriting = false;
  private isChecked = false;

  constructor(
    private readonly write: TableWrite,
    private readonly pool: SessionPool,
    private readonly retry: NodeContext['retry'],
  ) {}

  /** Resolves when the row is committed. Rejects with what is wrong with it, or with the database. */
  add(values: Values): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ values, resolve, reject });
      if (this.isWriting) return;
      this.isWriting = true;
      // The rows of a page come one after another within one turn.
      setImmediate(() => void this.writeAll());
    });
  }

  private async writeAll(): Promise<void> {
    while (this.waiting.length > 0) {
      const lot = this.waiting.splice(0, LOT);
      try {
        const failures = await this.retry(() => this.pool.with((session) => this.transaction(session, lot)));
        lot.forEach((row, at) => {
          const failure = failures.get(at);
          if (failure) row.reject(failure);
          else row.resolve();
        });
      } catch (error) {
        for (const row of lot) row.reject(settled(error));
      }
    }
    this.isWriting = false;
  }

  private async transaction(session: Session, lot: readonly Waiting[]): Promise<Failures> {
    const { database } = this.pool;
    await database.told(() => session.begin('write'), session);
    await this.check(session);
    const failures: Failures = new Map();
    const rows = lot.map(({ values }) => values);
    for (const [from, to] of this.groups(rows)) await this.writeRows(session, rows, from, to, failures);
    await database.told(() => session.commit(), session);
    return failures;
  }

  /** A key that is none would write rows twice. */
  private async check(session: Session): Promise<void> {
    const { table, key, mode } = this.write;
    const { driver } = this.pool.database;
    if (this.isChecked || mode === 'update' || !driver.isKey) return;
    const isKey = await this.pool.database.told(
      () => driver.isKey?.(session, table, key) ?? Promise.resolve(true),
      session,
    );
    if (!isKey) throw new UserError('nodes.sql-key-not-unique', { values: { table, key: key.join(', ') } });
    this.isChecked = true;
  }

  /** Neighbours that one statement can write, as `[from, to)`. */
  private groups(rows: readonly Values[]): [number, number][] {
    const { rowsAtOnce, valuesAtOnce } = this.pool.database.driver.dialect;
    const groups: [number, number][] = [];
    let from = 0;
    for (let at = 1; at <= rows.length; at++) {
      const columns = columnsOf(rows[from] as Values);
      const most =
        this.write.mode === 'update' ? 1 : Math.min(rowsAtOnce, Math.floor(valuesAtOnce / columns.length));
      const next = rows[at];
      if (next && at - from < most && columnsOf(next).join('\n') === columns.join('\n')) continue;
      groups.push([from, at]);
      from = at;
    }
    return groups;
  }

  /** Halves what the database refuses until the rows at fault stand alone. */
  private async writeRows(
    session: Session,
    rows: readonly Values[],
    from: number,
    to: number,
    failures: Failures,
  ): Promise<void> {
    const error = await this.tryRows(session, rows.slice(from, to));
    if (!error) return;
    if (to - from === 1) return void failures.set(from, error);
    const middle = from + Math.ceil((to - from) / 2);
    await this.writeRows(session, rows, from, middle, failures);
    await this.writeRows(session, rows, middle, to, failures);
  }

  /** What is wrong with a value of these rows. Throws what is wrong with the statement or the database. */
  private async tryRows(session: Session, rows: readonly Values[]): Promise<EclusaError | null> {
    const { database } = this.pool;
    const { dialect } = database.driver;
    const say = (text: string) => database.told(() => session.execute({ text, values: [] }), session);
    if (dialect.needsSavepoints) await say('SAVEPOINT eclusa');
    try {
      const statement = writeStatement(this.write, rows, dialect);
      const { changed } = await database.told(() => session.execute(statement), session);
      if (dialect.needsSavepoints) await say('RELEASE SAVEPOINT eclusa');
      return this.write.mode === 'update' && changed === 0 ? this.unknown(rows[0] as Values) : null;
    } catch (error) {
      if (!isOfValue(error)) throw error;
      if (dialect.needsSavepoints) await say('ROLLBACK TO SAVEPOINT eclusa');
      return error;
    }
  }

  private unknown(row: Values): EclusaError {
    const { table, key } = this.write;
    const value = key.map((column) => String(row.get(column) ?? '')).join(', ');
    return new UserError('nodes.sql-row-unknown', { values: { table, key: key.join(', '), value } });
  }
}

function isOfValue(error: unknown): error is UserError {
  return error instanceof UserError && ['nodes.sql-value', 'nodes.sql-duplicate'].includes(error.code);
}

/** The lot as a whole has been tried again; each of its rows need not be. */
function settled(error: unknown): EclusaError {
  if (!(error instanceof RemoteError)) return error as EclusaError;
  return new RemoteError(error.code, { retryable: false, values: error.values, cause: error });
}
