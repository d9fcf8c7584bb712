// Rows sorted into folders by values of theirs (`year=2026/month=11`), as lakes and warehouses read them. Only as many rows
// are held as a few pages have; the rest waits in the scratch.
import { createHash } from 'node:crypto';
import { UserError, type BarrierContext, type Json, type Row } from '@eclusa/flow';
import { evaluator, lines, textOf, type Evaluate } from '../transform/evaluation';
import { putAside } from './output-columns';

const MOST_PARTITIONS = 2_000;
/** Pages of rows held before all of them are put aside. */
const PAGES_HELD = 10;
/** What Hive and all who followed it write for a value that is not there. */
const NOTHING = '__HIVE_DEFAULT_PARTITION__';

export interface Partition {
  /** `year=2026/month=11`. */
  path: string;
  rows: number;
  /** Tells these rows from any others, in whatever order they come. */
  print: string;
  pages(): AsyncIterable<Row[]>;
}

interface Key {
  name: string;
  valueOf: Evaluate;
}

/** The names and values that the table asks for; empty when rows are not to be sorted. Throws UserError. */
export function partitionKeys(
  table: Json | undefined,
  parameters: Readonly<Record<string, Json>>,
): readonly Key[] {
  return lines(table)
    .map((line) => ({ name: textOf(line, 'name'), value: textOf(line, 'value') }))
    .filter(({ name }) => name !== '')
    .map(({ name, value }) => ({ name, valueOf: evaluator(value || `\`${name}\``, name, parameters) }));
}

/** All partitions, by path. A field that a folder is named after is not in its rows: readers would find it twice. */
export async function partitionsOf(
  keys: readonly Key[],
  pages: AsyncIterable<Row[]>,
  { scratch, pageSize }: Pick<BarrierContext, 'scratch' | 'pageSize'>,
): Promise<Partition[]> {
  const parts = new Map<string, Part>();
  let held = 0;
  for await (const page of pages) {
    for (const row of page) {
      const path = await pathOf(keys, row);
      const part = parts.get(path) ?? new Part(path, scratch);
      if (!parts.has(path)) parts.set(path, part);
      if (parts.size > MOST_PARTITIONS)
        throw new UserError('nodes.too-many-partitions', { values: { limit: MOST_PARTITIONS } });
      part.add(row, keys);
      held += 1;
      if (part.held >= pageSize) held -= await part.putAside();
    }
    if (held < PAGES_HELD * pageSize) continue;
    for (const part of parts.values()) held -= await part.putAside();
  }
  for (const part of parts.values()) await part.putAside();
  return [...parts.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function pathOf(keys: readonly Key[], row: Row): Promise<string> {
  const parts: string[] = [];
  for (const { name, valueOf } of keys)
    parts.push(`${escaped(name)}=${escaped(textFor(await valueOf(row)))}`);
  return parts.join('/');
}

function textFor(value: Json | undefined): string {
  if (value === undefined || value === null || value === '') return NOTHING;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The signs that Hive escapes, and dots that would lead out of the folder. */
function escaped(text: string): string {
  return text
    .replace(/[\p{Cc}"#%'*/:=?\\{[\]^<>|]/gu, (sign) =>
      encodeURIComponent(sign).replaceAll("'", '%27').replaceAll('*', '%2A'),
    )
    .replace(/^\.+$/, (dots) => dots.replaceAll('.', '%2E'))
    .slice(0, 200);
}

class Part implements Partition {
  rows = 0;
  private waiting: Row[] = [];
  private readonly chunks: string[] = [];
  private sum = 0n;

  constructor(
    readonly path: string,
    private readonly scratch: BarrierContext['scratch'],
  ) {}

  get held(): number {
    return this.waiting.length;
  }

  get print(): string {
    return this.sum.toString(16).padStart(64, '0').slice(0, 20);
  }

  add(row: Row, keys: readonly Key[]): void {
    const digest = createHash('sha256').update(JSON.stringify(row)).digest('hex');
    // A sum, so that the order of rows does not count, and a row that comes twice does.
    this.sum = BigInt.asUintN(256, this.sum + BigInt(`0x${digest}`));
    const own = { ...row };
    for (const { name } of keys) delete own[name];
    this.waiting.push(own);
    this.rows += 1;
  }

  /** Answers how many rows it held. */
  async putAside(): Promise<number> {
    const { length } = this.waiting;
    if (length === 0) return 0;
    this.chunks.push(await this.scratch.write(this.waiting));
    this.waiting = [];
    return length;
  }

  pages(): AsyncIterable<Row[]> {
    return putAside(this.chunks, this.scratch);
  }
}
