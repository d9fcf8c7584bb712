// Reads the files of a place one after another as pages of rows. The cursor says which file, and where in it, the last
// stored row ended; a file is finished with (moved, noted) when its last row is stored and not before.
import {
  EclusaError,
  isJsonObject,
  UserError,
  type Json,
  type JsonObject,
  type SourceContext,
  type SourcePage,
  type SourceRecord,
} from '@eclusa/flow';
import type { FileFormat, ReadableFile } from './file';
import type { FileLimits } from './limits';
import type { Place, PlaceFile } from './place';
import { unpacked } from './unpack';

interface Cursor extends JsonObject {
  /** The last file, by name, of which everything has been read. */
  done: string | null;
  /** Files that ended in the stored page. */
  finish: string[];
  /** The file in which the page ended. */
  open: (JsonObject & OpenFile) | null;
}

/** `inner`: the file within an archive. `at`: the format's own. */
interface OpenFile {
  name: string;
  version: string | null;
  inner: string | null;
  at: Json;
}

type Config = FileLimits & Record<string, Json | undefined>;

/** The rows of all files of the place from the context's cursor on. */
export async function* readFiles<C extends Config>(
  context: SourceContext<C>,
  place: Place,
  format: FileFormat<C>,
): AsyncGenerator<SourcePage> {
  try {
    yield* new FilesReader(context, place, format).pages();
  } finally {
    await place.close();
  }
}

class FilesReader<C extends Config> {
  private records: SourceRecord[] = [];
  private ended: PlaceFile[] = [];
  private open: { file: PlaceFile; source: ReadableFile; inner: string | null; at: () => Json } | null = null;
  private done: string | null = null;
  private start: Cursor | null = null;

  constructor(
    private readonly context: SourceContext<C>,
    private readonly place: Place,
    private readonly format: FileFormat<C>,
  ) {}

  async *pages(): AsyncGenerator<SourcePage> {
    const files = (await this.place.list()).sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
    this.start = cursorOf(this.context.cursor, files);
    this.done = this.start?.done ?? null;
    await this.finishAgain(files);
    for (const file of this.filesLeft(files)) {
      try {
        yield* this.pagesOf(file);
      } catch (error) {
        // What was read before the fault is kept: the cursor then stands right before it.
        if (!(error instanceof EclusaError) || this.records.length === 0) throw error;
        yield this.page();
        await this.finishEnded();
        throw error;
      }
      this.ended.push(file);
      this.done = file.name;
      this.open = null;
      // Files without rows would otherwise wait for a page that never comes.
      if (this.records.length === 0) await this.finishEnded();
    }
    if (this.records.length > 0) {
      yield this.page();
      await this.finishEnded();
    }
  }

  /** What a crash may have left undone after the last page was stored. */
  private async finishAgain(files: readonly PlaceFile[]): Promise<void> {
    const left = new Set(this.start?.finish);
    for (const file of files) if (left.has(file.name)) await this.place.finish(file);
  }

  private filesLeft(files: readonly PlaceFile[]): PlaceFile[] {
    const { done } = this;
    const open = this.start?.open?.name;
    // Files that came meanwhile and sort before the one being read are for the next run.
    const left = files.filter(({ name }) =>
      open === undefined ? done === null || name > done : name >= open,
    );
    if (open !== undefined && left[0]?.name !== open) {
      throw new UserError('nodes.file-gone', { values: { file: open } });
    }
    return left;
  }

  private async *pagesOf(file: PlaceFile): AsyncGenerator<SourcePage> {
    const begun = this.start?.open?.name === file.name ? this.start.open : null;
    const source = await this.place.open(file, begun?.version ?? null);
    try {
      yield* this.pagesWithin(file, source, begun);
    } finally {
      await source.close();
    }
  }

  private async *pagesWithin(
    file: PlaceFile,
    source: ReadableFile,
    begun: OpenFile | null,
  ): AsyncGenerator<SourcePage> {
    const { config, pageSize } = this.context;
    let skipping = begun?.inner ?? null;
    for await (const inner of unpacked(source, this.format, config)) {
      const name = inner === source ? null : inner.name;
      if (skipping !== null && name !== skipping) continue;
      skipping = null;
      const at = begun && begun.inner === name ? begun.at : null;
      for await (const block of this.format.read(inner, config, at)) {
        for (const { record, at: place } of block) {
          // Only now is it known that the page does not end the file.
          if (this.records.length === pageSize) {
            yield this.page();
            await this.finishEnded();
            this.records = [];
          }
          this.records.push(record);
          this.open = { file, source, inner: name, at: place };
        }
      }
    }
    if (skipping !== null) throw new UserError('nodes.file-changed', { values: { file: file.name } });
  }

  private page(): SourcePage {
    const { open } = this;
    const cursor: Cursor = {
      done: this.done,
      finish: this.ended.map(({ name }) => name),
      open: open && {
        name: open.file.name,
        version: open.source.version(),
        inner: open.inner,
        at: open.at(),
      },
    };
    return { records: this.records, cursor };
  }

  private async finishEnded(): Promise<void> {
    const ended = this.ended;
    this.ended = [];
    for (const file of ended) await this.place.finish(file);
  }
}

/** Runs that began before boxes read many files have the place within their only file as the cursor. */
function cursorOf(cursor: Json, files: readonly PlaceFile[]): Cursor | null {
  if (!isJsonObject(cursor) || 'open' in cursor) return cursor as Cursor | null;
  const version = typeof cursor['version'] === 'string' ? cursor['version'] : null;
  const open = { name: files[0]?.name ?? '', version, inner: null, at: cursor };
  return { done: null, finish: [], open };
}
