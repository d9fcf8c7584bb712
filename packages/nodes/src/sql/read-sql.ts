// Reads a table or a query as pages of rows, in a transaction that cannot write and through a cursor, so that one page is in
// memory. Goes on after a crash, after a line that dropped, and in the next run at what is new.
import {
  EclusaError,
  isJsonObject,
  RemoteError,
  UserError,
  type Json,
  type Row,
  type SourceContext,
  type SourcePage,
} from '@eclusa/flow';
import { fillPlaces } from '../source/http-places';
import { lines, textOf } from '../transform/evaluation';
import { SqlDatabase } from './open-database';
import { Position, type Cursor, type Note } from './position';
import { asked, selectionOf, type Order, type Selection, type Start } from './selection';
import { namesIn } from './statement';

export interface SqlSourceConfig extends Selection {
  parameters?: Json;
  key?: string;
  read?: 'all' | 'new';
  since?: string;
  startAt?: string;
  again?: boolean;
  timeoutSeconds?: number;
  maxRows?: number;
}

type Context = SourceContext<SqlSourceConfig>;

const NOTE_KEY = 'position';
/** A line that drops so often without a row between is not tried again. */
const MOST_DROPS = 5;
/** Pages that begin and end alike, one after another: more than any table has by chance. */
const MOST_ALIKE = 100;

/** The rows from the context's cursor on. */
export async function* readSql(context: Context): AsyncGenerator<SourcePage> {
  yield* new SqlReader(context).pages();
}

class SqlReader {
  private readonly order: Order;
  private readonly position: Position;
  private records: Row[] = [];
  private drops = 0;
  private alike = 0;
  private ends = '';

  constructor(private readonly context: Context) {
    const { config } = context;
    const since = config.read === 'new' ? (config.since ?? '').trim() : '';
    if (config.read === 'new' && since === '') throw new UserError('nodes.sql-since-empty');
    this.order = { since: since === '' ? null : since, key: namesIn(config.key) };
    this.position = new Position(this.order);
  }

  async *pages(): AsyncGenerator<SourcePage> {
    const { context } = this;
    const connection = await context.connection('connection');
    const database = new SqlDatabase(connection, context, context.config.timeoutSeconds ?? 300);
    let start = await this.begin();
    for (;;) {
      try {
        yield* this.pagesFrom(database, start);
        break;
      } catch (error) {
        if (!isDrop(error) || context.signal.aborted || ++this.drops > MOST_DROPS) {
          // What was read before the fault is kept: the cursor then stands right before it.
          if (error instanceof EclusaError && this.records.length > 0) yield* this.page();
          throw error;
        }
        if (this.drops > 1) await context.pause(500 * 2 ** this.drops, error);
        start = this.position.resume();
      }
    }
    if (this.records.length > 0) yield* this.page();
    await this.keepNote(true);
  }

  /** Where this run begins: where it stood before a crash, or where the run before it ended. */
  private async begin(): Promise<Start> {
    const { cursor, config, notes } = this.context;
    if (isJsonObject(cursor)) {
      this.position.stand(cursor as Cursor);
      // A crash may have come between the page and its note.
      await this.keepNote(false);
      return this.position.resume();
    }
    if (this.order.since === null) return { kind: 'start' };
    const kept = (await notes.load([NOTE_KEY])).get(NOTE_KEY);
    if (kept) {
      const note = JSON.parse(kept) as Note;
      this.position.stand(note);
      return this.position.next(config.again !== false, note.isWhole);
    }
    const startAt = fillPlaces(config.startAt ?? '', this.context.parameters).trim();
    return startAt === '' ? { kind: 'start' } : { kind: 'from', at: [startAt] };
  }

  private async *pagesFrom(database: SqlDatabase, start: Start): AsyncGenerator<SourcePage> {
    const { config, pageSize } = this.context;
    const statement = selectionOf(config, this.order, start, this.values(start), database.driver.dialect);
    const limit = config.maxRows ?? 10_000_000;
    const session = await database.open();
    try {
      await database.told(() => session.begin('read'), session);
      const blocks = session.rows(statement, pageSize)[Symbol.asyncIterator]();
      for (;;) {
        const block = await database.told(() => blocks.next(), session);
        if (block.done) break;
        for (const row of block.value) {
          if (this.position.isKnown(row)) continue;
          // Only now is it known that the page before does not end the query.
          if (this.records.length === pageSize) yield* this.page();
          if (this.position.read >= limit)
            throw new UserError('nodes.sql-too-many-rows', { values: { limit } });
          this.position.take(row);
          this.records.push(row);
          this.drops = 0;
        }
      }
      this.position.end();
      await database.told(() => session.commit(), session);
    } finally {
      await session.close();
    }
  }

  private async *page(): AsyncGenerator<SourcePage> {
    const { records } = this;
    this.watch(records);
    this.records = [];
    yield { records: records.map((value) => ({ value })), cursor: this.position.cursor() };
    await this.keepNote(false);
  }

  /** A query without an order can answer the same for ever. */
  private watch(records: readonly Row[]): void {
    const ends = JSON.stringify([records.length, records[0], records.at(-1)]);
    this.alike = ends === this.ends ? this.alike + 1 : 0;
    this.ends = ends;
    if (this.alike >= MOST_ALIKE)
      throw new UserError('nodes.sql-same-page', { values: { pages: MOST_ALIKE } });
  }

  private async keepNote(isWhole: boolean): Promise<void> {
    const note = this.order.since === null ? null : this.position.note(isWhole);
    if (note && !this.context.dryRun) await this.context.notes.keep({ [NOTE_KEY]: JSON.stringify(note) });
  }

  /** What the query's places stand for. */
  private values(start: Start): Record<string, Json> {
    const { config, parameters } = this.context;
    const values: Record<string, Json> = {};
    for (const line of lines(config.parameters)) {
      const [name, value] = [textOf(line, 'name').replace(/^:/, ''), textOf(line, 'value')];
      const whole = /^\{([a-zA-Z][\w-]*)\}$/.exec(value)?.[1];
      const own = whole !== undefined && Object.hasOwn(parameters, whole);
      values[name] = own ? (parameters[whole] ?? null) : fillPlaces(value, parameters);
    }
    if (!asked(config).includes('since') || 'since' in values) return values;
    const since = start.kind === 'start' ? undefined : start.at[0];
    if (since === undefined) throw new UserError('nodes.sql-since-start');
    return { ...values, since };
  }
}

function isDrop(error: unknown): error is RemoteError {
  return error instanceof RemoteError && error.retryable;
}
