// The rows of one file: their lines, and what each row is told once the file has come to its end. Pure.
import type { Row } from '@eclusa/flow';
import { csvText, type BulkEnd, type BulkRefusal } from './bulk-file';

/** A row's line. Without cells the row cannot be in a file and goes by a call of its own, in its order. */
export interface BulkLine {
  /** What it changes: of two lines with one key the later counts. */
  key: string;
  cells: readonly (string | number | null)[] | null;
}

/** The line of a row. Throws where its values are wrong: its own call will tell. */
export type LineOf = (row: Row) => BulkLine | Promise<BulkLine>;

/** What a row was told when it was collected. A row in no file is told nothing: a call is made for it. */
export type BulkNote =
  | { file: string; line: number }
  | { file: string; line: number; code: string; message: string }
  | { file: string; lost: LostEnd; status: string }
  /** A later row changes the same. */
  | { replaced: true }
  /** A dry run: what would be sent. `bytes`, of the whole file, with its first line. */
  | { text: string; line: number; bytes?: number }
  | { isSummary: true };

/** Why nobody knows what became of the lines of a file, or that nothing did. */
export type LostEnd = 'failed' | 'late' | 'unclear';

/** How a file came out for its rows. */
export type PartEnd =
  | { kind: 'sent'; file: string; refused: ReadonlyMap<string, BulkRefusal> }
  | { kind: 'lost'; file: string; lost: LostEnd; status: string }
  | { kind: 'dry'; bytes: number };

interface LastRow {
  /** Its place, counted from the file's first row. */
  at: number;
  text?: string;
  /** From 1 on, the header not counted. */
  line?: number;
}

export class Part {
  rows = 0;
  /** Lines in the file. */
  lines = 0;
  private readonly last = new Map<string, LastRow>();

  /** Takes rows until there are `limit` of them or no more. */
  static async read(rows: AsyncIterator<Row>, lineOf: LineOf, limit: number): Promise<Part> {
    const part = new Part();
    while (part.rows < limit) {
      const next = await rows.next();
      if (next.done) break;
      part.add(await lineOrNone(lineOf, next.value));
    }
    for (const known of part.last.values()) if (known.text !== undefined) known.line = ++part.lines;
    return part;
  }

  body(columns: readonly string[]): Buffer {
    const lines = [...this.last.values()].map(({ text = '' }) => text);
    return Buffer.from(csvText([columns]) + lines.join(''), 'utf8');
  }

  /** `end` as it is for the rows: when a refused line cannot be found, no line of the file is known to be done. */
  endOf(file: string, { state, isLate, refused }: BulkEnd): PartEnd {
    const lost = (how: LostEnd): PartEnd => ({ kind: 'lost', file, lost: how, status: state.told });
    if (isLate) return lost('late');
    if (state.phase === 'failed') return lost('failed');
    const isUnclear = state.phase === 'partly' && refused.size === 0;
    const isKnown = [...refused.keys()].every((key) => this.last.get(key)?.line !== undefined);
    return isUnclear || !isKnown ? lost('unclear') : { kind: 'sent', file, refused };
  }

  /** What the row at `at` is told. */
  noteFor(key: string, at: number, end: PartEnd | null): BulkNote | undefined {
    const last = this.last.get(key);
    if (!last) return undefined;
    if (last.at !== at) return { replaced: true };
    const { line, text = '' } = last;
    if (line === undefined || !end) return undefined;
    if (end.kind === 'dry') return { text, line, ...(line === 1 && { bytes: end.bytes }) };
    if (end.kind === 'lost') return { file: end.file, lost: end.lost, status: end.status };
    const refusal = end.refused.get(key);
    const place = { file: end.file, line };
    return refusal ? { ...place, code: refusal.code, message: refusal.message } : place;
  }

  private add(line: BulkLine | undefined): void {
    const at = this.rows++;
    if (!line) return;
    // Taken out first, so that the lines keep the order of the rows they are of.
    this.last.delete(line.key);
    this.last.set(line.key, { at, ...(line.cells && { text: csvText([line.cells]) }) });
  }
}

/** Undefined for a row whose values are wrong. */
export async function lineOrNone(lineOf: LineOf, row: Row): Promise<BulkLine | undefined> {
  try {
    return await lineOf(row);
  } catch {
    return undefined;
  }
}
