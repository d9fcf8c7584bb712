// Remembers how far a box has read, by the highest value of a field such as the time of the last change. What is
// remembered counts from the next run on, when every row of this one has been stored.
import { createHash } from 'node:crypto';
import { isJsonObject, type Json, type JsonObject, type Row, type SourceContext } from '@eclusa/flow';
import { valueAt } from './http-paging';

/** The settings that all boxes with such a memory have. */
export interface LastConfig {
  lastField?: string;
  lastStart?: string;
}

/** The highest value, and prints of the rows that have it: the other side may give them once more. */
interface Mark extends JsonObject {
  value: string | number;
  prints: string[];
}

/** What of it goes into the cursor of a run, so that the run asks the same after a crash. */
export interface LastState extends JsonObject {
  from: Mark | null;
  high: Mark | null;
}

const NOTE = 'last';
/** Rows with one value that are told apart. Beyond it some come twice, and none is lost. */
const MOST_PRINTS = 5000;

type Context = Pick<SourceContext<LastConfig>, 'config' | 'notes'>;

export class LastValue {
  /** Its prints are added to in place; what is given away are copies. */
  private high: Mark | null;

  private constructor(
    private readonly context: Context,
    private readonly from: Mark | null,
    high: Mark | null,
  ) {
    this.high = high && { value: high.value, prints: [...high.prints] };
  }

  /** As an earlier run left it, or as the cursor of this run has it. */
  static async open(context: Context, state: LastState | undefined): Promise<LastValue> {
    if (state) return new LastValue(context, state.from, state.high);
    if (!context.config.lastField?.trim()) return new LastValue(context, null, null);
    const noted = (await context.notes.load([NOTE])).get(NOTE);
    const mark = noted === undefined ? null : (JSON.parse(noted) as Mark);
    return new LastValue(context, mark, null);
  }

  /** What the request asks from; undefined in a first run for which nothing is given. */
  get since(): string | undefined {
    const start = this.context.config.lastStart?.trim();
    return this.from ? String(this.from.value) : start || undefined;
  }

  /** The state for the cursor of a page. */
  get state(): LastState {
    const { from, high } = this;
    return { from, high: high && { value: high.value, prints: high.prints.slice(-MOST_PRINTS) } };
  }

  /** False for a row that an earlier run has read. Takes note of the others. */
  isNew(row: Row): boolean {
    const { lastField } = this.context.config;
    const value = lastField?.trim() ? valueAt(row, lastField) : undefined;
    if (typeof value !== 'string' && typeof value !== 'number') return true;
    const print = printOf(row);
    const isAgain = this.from && order(value, this.from.value) === 0 && this.from.prints.includes(print);
    if (isAgain) return false;
    this.note(value, print);
    return true;
  }

  private note(value: string | number, print: string): void {
    const { high } = this;
    const place = high ? order(value, high.value) : 1;
    if (place > 0) {
      // Rows of the last run with the same value stay known.
      const same = this.from && order(value, this.from.value) === 0 ? this.from.prints : [];
      this.high = { value, prints: [...same, print] };
    } else if (high && place === 0) {
      high.prints.push(print);
      if (high.prints.length > 2 * MOST_PRINTS) high.prints.splice(0, MOST_PRINTS);
    }
  }

  /** Called when the last page is stored; repeated after a crash. */
  async remember(): Promise<void> {
    const { high, from } = this.state;
    if (!high || (from && order(high.value, from.value) < 0)) return;
    await this.context.notes.keep({ [NOTE]: JSON.stringify(high) });
  }
}

/** Numbers by size, also where they come as text; all else as text, which dates of one form are made for. */
function order(a: string | number, b: string | number): number {
  const numeric = (value: string | number) =>
    typeof value === 'number' || /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : NaN;
  const [left, right] = [numeric(a), numeric(b)];
  if (!Number.isNaN(left) && !Number.isNaN(right)) return left - right;
  return String(a) < String(b) ? -1 : Number(String(a) > String(b));
}

function printOf(row: Row): string {
  return createHash('sha1')
    .update(JSON.stringify(sorted(row)))
    .digest('base64')
    .slice(0, 16);
}

/** Members in one order: a system may write them in another the next time. */
function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isJsonObject(value)) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, sorted(value[name] ?? null)]));
}
