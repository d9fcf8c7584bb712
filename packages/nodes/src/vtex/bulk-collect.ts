// Which way many rows go to VTEX: few by calls of their own, many in files. Holds the lines of one file at a time, and
// keeps the number of a file before it is sent, so that nothing is sent twice.
import { NOTE, RemoteError, type Json, type JsonObject, type Kept, type Row } from '@eclusa/flow';
import { followFile, startFile, uploadFile, type BulkTools } from './bulk-file';
import { lineOrNone, Part, type BulkNote, type LineOf, type PartEnd } from './bulk-part';

/** `auto`: by the number of rows. */
export type Route = 'auto' | 'single' | 'file';

export interface BulkLoad {
  route: Route;
  /** Rows up to which `auto` makes single calls. */
  threshold: number;
  lineOf: LineOf;
}

/** Rows of one file: some megabytes, and some tens of them in memory. VTEX takes 500 MB. */
const mostRows = 100_000;
/** Places tried for one file before giving up. */
const mostPlaces = 3;

/** Pages of rows with their notes, and a last row that says which way they went. Nothing for no rows. */
export async function* collectBulk(
  pages: AsyncIterable<Row[]>,
  load: BulkLoad,
  tools: BulkTools,
  limit = mostRows,
): AsyncGenerator<Row[] | Kept> {
  const { threshold, route } = load;
  const seen = await countUpTo(pages, route === 'auto' ? threshold + 1 : 1);
  if (seen === 0) return;
  const byFile = route === 'file' || (route === 'auto' && seen > threshold);
  const summary = byFile ? yield* inFiles(pages, load, tools, limit) : yield* oneByOne(pages);
  yield [noted({ route: byFile ? 'file' : 'single', ...summary, threshold }, { isSummary: true })];
}

async function countUpTo(pages: AsyncIterable<Row[]>, enough: number): Promise<number> {
  let rows = 0;
  for await (const page of pages) {
    rows += page.length;
    if (rows >= enough) break;
  }
  return rows;
}

async function* oneByOne(pages: AsyncIterable<Row[]>): AsyncGenerator<Row[], JsonObject> {
  let rows = 0;
  for await (const page of pages) {
    rows += page.length;
    yield page;
  }
  return { rows };
}

// Two readers of the same rows: one ahead, that makes the lines of a file, one behind, that hands its rows on.
async function* inFiles(
  pages: AsyncIterable<Row[]>,
  load: BulkLoad,
  tools: BulkTools,
  limit: number,
): AsyncGenerator<Row[] | Kept, JsonObject> {
  const [ahead, behind] = [rowByRow(pages), rowByRow(pages)];
  const files: JsonObject[] = [];
  let rows = 0;
  try {
    for (;;) {
      const part = await Part.read(ahead, load.lineOf, limit);
      if (part.rows === 0) return { rows, files };
      const end = part.lines === 0 ? null : yield* sendPart(part, files.length, tools);
      if (end) files.push(shown(part, end));
      rows += part.rows;
      yield* handOn(behind, { part, end, lineOf: load.lineOf, pageSize: tools.context.pageSize });
    }
  } finally {
    await Promise.all([ahead.return(undefined), behind.return(undefined)]);
  }
}

async function* rowByRow(pages: AsyncIterable<Row[]>): AsyncGenerator<Row> {
  for await (const page of pages) yield* page;
}

/** A file as the summary tells of it. */
function shown({ lines }: Part, end: PartEnd): JsonObject {
  if (end.kind === 'dry') return { lines, bytes: end.bytes };
  if (end.kind === 'lost') return { file: end.file, lines, refused: lines, end: end.lost };
  return { file: end.file, lines, refused: end.refused.size };
}

/** Files begun so far, as they are kept: VTEX's number and when. A file that was sent is never sent again. */
interface Begun {
  files: { id: string; at: number }[];
}

async function* sendPart(part: Part, place: number, tools: BulkTools): AsyncGenerator<Kept, PartEnd> {
  const { context, store, service } = tools;
  const body = part.body(service.columns);
  if (context.dryRun) return { kind: 'dry', bytes: body.length };
  const known = begunIn(context.kept)[place];
  // A place that was given and never filled does nothing: another one is asked for.
  const isSent = known && (await service.state(store, known.id)).phase !== 'empty';
  const { id, at } = isSent ? known : yield* send(body, place, tools);
  return part.endOf(id, await followFile(id, at, tools));
}

async function* send(
  body: Buffer,
  place: number,
  tools: BulkTools,
): AsyncGenerator<Kept, Begun['files'][number]> {
  const { context } = tools;
  for (let tries = 1; ; tries++) {
    const given = await startFile(body.length, tools);
    const begun = { id: given.id, at: context.now().getTime() };
    yield { keep: { files: [...begunIn(context.kept).slice(0, place), begun] } };
    try {
      await uploadFile(given, body, tools);
      return begun;
    } catch (error) {
      const isStale = error instanceof RemoteError && error.code === 'vtex.bulk-upload' && !error.retryable;
      if (!isStale || tries === mostPlaces) throw error;
    }
  }
}

function begunIn(kept: Json): Begun['files'] {
  return (kept as unknown as Begun | null)?.files ?? [];
}

interface HandOn {
  part: Part;
  end: PartEnd | null;
  lineOf: LineOf;
  pageSize: number;
}

async function* handOn(
  rows: AsyncIterator<Row>,
  { part, end, lineOf, pageSize }: HandOn,
): AsyncGenerator<Row[]> {
  let page: Row[] = [];
  for (let at = 0; at < part.rows; at++) {
    const next = await rows.next();
    if (next.done) break;
    const line = await lineOrNone(lineOf, next.value);
    page.push(noted(next.value, line && part.noteFor(line.key, at, end)));
    if (page.length < pageSize) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

function noted(row: Row, note: BulkNote | undefined): Row {
  return note ? { ...row, [NOTE]: note as unknown as Json } : row;
}
