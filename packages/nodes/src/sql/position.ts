// Where a reader stands in the rows of a query: what is stored with each page, and what the next run begins with.
import { createHash } from 'node:crypto';
import { UserError, type Json, type JsonObject, type Row } from '@eclusa/flow';
import { isBefore } from './exact';
import { sortedBy, type Order, type Start } from './selection';

/** Stored with a page. `seen`: prints of the rows with the last value; null when they are too many to keep. */
export interface Cursor extends JsonObject {
  at: Json[] | null;
  seen: string[] | null;
  /** Rows read in this run. */
  rows: number;
  /** The print of the last row, where rows have no order to go on by. */
  last: string | null;
}

/** Kept from run to run. `isWhole`: the run came to its end. */
export interface Note {
  at: Json[];
  seen: string[] | null;
  isWhole: boolean;
}

/** Rows of one value whose prints are kept. */
const MOST_SEEN = 2000;

export class Position {
  private at: Json[] | null = null;
  /** Prints of the rows that have the last value, and the rows that wait for theirs. */
  private seen: string[] = [];
  private unseen: Row[] = [];
  private isCrowded = false;
  private rows = 0;
  private last: Row | null = null;
  private lastPrint: string | null = null;
  private readonly columns: readonly string[];
  /** What is asked for once more and has been read. */
  private known = new Map<string, number>();
  private skipped = 0;
  /** Rows to pass over where there is no order to go on by. */
  private skip = 0;

  constructor(private readonly order: Order) {
    this.columns = sortedBy(order);
  }

  /** Stands where the cursor of this run, or the note of the last one, says; at the start without either. */
  stand(where: { at: Json[] | null; seen: string[] | null; rows?: number; last?: string | null }): void {
    this.at = where.at;
    this.seen = where.seen ?? [];
    this.isCrowded = where.seen === null;
    this.rows = where.rows ?? 0;
    this.lastPrint = where.last ?? null;
  }

  get read(): number {
    return this.rows;
  }

  /** How the query has to begin for reading to go on here, in the run that came to here. */
  resume(): Start {
    [this.skipped, this.skip] = [0, this.rows];
    this.known = new Map();
    if (this.at === null || this.columns.length === 0) return { kind: 'start' };
    if (this.order.key.length > 0) return { kind: 'after', at: this.at };
    return this.again(this.at);
  }

  /** How the query of the next run has to begin. `again`: rows with the last value are asked for once more. */
  next(again: boolean, isWhole: boolean): Start {
    if (this.at === null) return { kind: 'start' };
    if (again && !this.isCrowded) return this.again(this.at);
    if (this.order.key.length > 0) return { kind: 'after', at: this.at };
    return isWhole ? { kind: 'beyond', at: this.at } : this.again(this.at);
  }

  private again(at: Json[]): Start {
    this.printSeen();
    for (const print of this.seen) this.known.set(print, (this.known.get(print) ?? 0) + 1);
    return { kind: 'from', at };
  }

  /** Whether the row has been read before. Throws UserError where it shows that the order is not the one there was. */
  isKnown(row: Row): boolean {
    if (this.columns.length === 0) {
      if (this.skipped >= this.skip) return false;
      this.skipped++;
      if (this.skipped === this.skip && this.printOfLast() !== printOf(row)) {
        throw new UserError('nodes.sql-order-changed', { values: { rows: this.rows } });
      }
      return true;
    }
    if (this.known.size === 0 || !this.at || valueIn(row, this.columns[0] as string) !== this.at[0])
      return false;
    const print = printOf(row);
    const left = this.known.get(print) ?? 0;
    if (left === 0) return false;
    this.known.set(print, left - 1);
    return true;
  }

  /** Called when the query has answered its last row. Throws UserError when it had fewer than were read before. */
  end(): void {
    if (this.columns.length > 0 || this.skipped >= this.skip) return;
    throw new UserError('nodes.sql-order-changed', { values: { rows: this.rows } });
  }

  /** Counts a row as read. Throws UserError for one that cannot come after the row before it. */
  take(row: Row): void {
    this.rows++;
    this.last = row;
    this.lastPrint = null;
    if (this.columns.length === 0) return;
    const at = this.columns.map((column) => valueIn(row, column));
    // Only within a run: what a new run asks for once more may lie before where the last one stood.
    this.compare(at);
    if (this.order.since !== null) {
      if (this.at && this.at[0] === at[0]) this.crowd(row);
      else [this.seen, this.unseen, this.isCrowded] = [[], [row], false];
    }
    this.at = at;
    this.isFirst = false;
  }

  private isFirst = true;

  private compare(at: readonly Json[]): void {
    const { at: before, columns } = this;
    const missing = at.indexOf(null);
    if (missing >= 0)
      throw new UserError('nodes.sql-key-null', { values: { column: columns[missing], row: this.rows } });
    if (!before) return;
    const differs = at.findIndex((value, index) => value !== before[index]);
    if (differs < 0) {
      if (this.order.key.length === 0 || this.isFirst) return;
      const value = at.join(', ');
      throw new UserError('nodes.sql-key-repeated', { values: { key: columns.join(', '), value } });
    }
    if (this.isFirst && differs > 0) return;
    if (isBefore(at[differs] as Json, before[differs] as Json) !== true) return;
    const values = { column: columns[differs], value: at[differs], before: before[differs] };
    throw new UserError('nodes.sql-backwards', { values });
  }

  private crowd(row: Row): void {
    if (this.isCrowded) return;
    this.unseen.push(row);
    if (this.seen.length + this.unseen.length <= MOST_SEEN) return;
    if (this.order.key.length === 0) {
      const values = { column: this.order.since, value: this.at?.[0], limit: MOST_SEEN };
      throw new UserError('nodes.sql-many-equal', { values });
    }
    [this.seen, this.unseen, this.isCrowded] = [[], [], true];
  }

  cursor(): Cursor {
    this.printSeen();
    const last = this.columns.length === 0 ? this.printOfLast() : null;
    return { at: this.at, seen: this.isCrowded ? null : this.seen, rows: this.rows, last };
  }

  note(isWhole: boolean): Note | null {
    this.printSeen();
    return this.at && { at: this.at, seen: this.isCrowded ? null : this.seen, isWhole };
  }

  private printSeen(): void {
    this.seen = [...this.seen, ...this.unseen.map(printOf)];
    this.unseen = [];
  }

  private printOfLast(): string | null {
    return (this.lastPrint ??= this.last && printOf(this.last));
  }
}

/** Tells rows apart without keeping them. */
function printOf(row: Row): string {
  return createHash('sha1').update(JSON.stringify(row)).digest('base64').slice(0, 16);
}

/** The value of a column, however the database spells its name. */
function valueIn(row: Row, column: string): Json {
  const bare = column.replace(/^"(.*)"$/, '$1');
  const exact = row[bare];
  if (exact !== undefined) return exact;
  const name = Object.keys(row).find((one) => one.toLowerCase() === bare.toLowerCase());
  if (name === undefined) {
    const columns = Object.keys(row).slice(0, 30).join(', ');
    throw new UserError('nodes.sql-column-missing', { values: { column: bare, columns } });
  }
  return row[name] ?? null;
}
