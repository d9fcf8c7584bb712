// One file of many changes at VTEX: a place for it, the upload to the address VTEX signs, its way to the end, and what was
// refused, by key. It knows no box and no row; an area describes its service as a `BulkService`.
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { stringify } from 'csv-stringify/sync';
import { RemoteError, UserError, type BarrierContext, type NodeContext } from '@eclusa/flow';
import { ownCause } from './remote';
import type { Store } from './store';

/** How one of VTEX's file services is spoken to. */
export interface BulkService {
  /** Column titles, in VTEX's order. */
  columns: readonly string[];
  /** Asks VTEX for a place to put a file of so many bytes. A place that is never used does nothing. */
  start(store: Store, bytes: number): Promise<BulkPlace>;
  /** Tells VTEX that the file is there, where it does not notice by itself. */
  confirm?(store: Store, id: string): Promise<unknown>;
  state(store: Store, id: string): Promise<BulkState>;
  /** The signed address of the list of refused lines. */
  errorsUrl(store: Store, id: string): Promise<string>;
  /** What one line of that list says; `record` is by column title. */
  refusal(record: Readonly<Record<string, string>>): BulkRefusal;
}

export interface BulkPlace {
  /** VTEX's number for the file. */
  id: string;
  url: string;
  headers?: Record<string, string>;
}

export interface BulkState {
  /** `empty`: the file has not come yet. `partly`: done but for lines that were refused. */
  phase: 'empty' | 'working' | 'done' | 'partly' | 'failed';
  /** VTEX's own word for it. */
  told: string;
  /** Of the work, as far as VTEX tells. */
  percent?: number;
}

export interface BulkRefusal {
  /** As the line was given. */
  key: string;
  code: string;
  message: string;
}

/** How a file came out. */
export interface BulkEnd {
  state: BulkState;
  /** It was still worked on when we stopped waiting. */
  isLate: boolean;
  refused: ReadonlyMap<string, BulkRefusal>;
}

export interface BulkTools {
  context: BarrierContext;
  store: Store;
  service: BulkService;
  /** How long a file may take, in milliseconds. */
  mostWait: number;
}

/** Milliseconds between two looks at a file: VTEX advises to begin with 5 seconds and to look ever less often. */
const firstPause = 5_000;
const longestPause = 60_000;
/** A file of a few megabytes over a slow line. */
const uploadMs = 10 * 60_000;

/** Lines of a file as VTEX reads them: commas, UTF-8, LF. */
export function csvText(lines: readonly (readonly (string | number | null)[])[]): string {
  return stringify(lines as (string | number | null)[][], { record_delimiter: '\n' });
}

/** Asks for a place; asked again while VTEX cannot, which costs nothing but an unused place. */
export function startFile(bytes: number, { context, store, service }: BulkTools): Promise<BulkPlace> {
  return context.retry(() => service.start(store, bytes));
}

/**
 * Puts the file where VTEX said. Throws RemoteError `vtex.bulk-upload`, not retryable when the address is no longer good:
 * it lives for some minutes.
 */
export async function uploadFile(place: BulkPlace, body: Buffer, tools: BulkTools): Promise<void> {
  const { context, store, service } = tools;
  const { url, headers } = place;
  const init = { method: 'PUT', headers: { 'Content-Type': 'text/csv', ...headers }, body };
  const response = await signedCall(context, url, init);
  await response.body?.cancel();
  if (service.confirm) await context.retry(async () => service.confirm?.(store, place.id));
}

/** Waits for the file's end, and reads what was refused. `since`: when it was begun. */
export async function followFile(id: string, since: number, tools: BulkTools): Promise<BulkEnd> {
  const { context, store, service, mostWait } = tools;
  for (let pause = firstPause; ; pause = Math.min(longestPause, pause * 1.5)) {
    const state = await service.state(store, id);
    if (state.phase === 'done' || state.phase === 'failed') {
      return { state, isLate: false, refused: new Map() };
    }
    if (state.phase === 'partly') return { state, isLate: false, refused: await readRefused(id, tools) };
    if (context.now().getTime() - since >= mostWait) return { state, isLate: true, refused: new Map() };
    await context.pause(pause, working(id, state));
  }
}

function working(file: string, { told, percent }: BulkState): RemoteError {
  const status = percent === undefined ? told : `${told}, ${percent}%`;
  return new RemoteError('vtex.bulk-working', { values: { file, status }, retryable: true });
}

async function readRefused(id: string, tools: BulkTools): Promise<Map<string, BulkRefusal>> {
  const { context, store, service } = tools;
  return context.retry(async () => {
    const response = await signedCall(context, await service.errorsUrl(store, id), { method: 'GET' });
    const refused = new Map<string, BulkRefusal>();
    if (!response.body) return refused;
    const options = {
      columns: true,
      bom: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
    };
    const bytes = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
    try {
      for await (const record of bytes.compose(parse(options)) as AsyncIterable<Record<string, string>>) {
        const refusal = service.refusal(record);
        refused.set(refusal.key, refusal);
      }
    } catch (cause) {
      context.signal.throwIfAborted();
      throw new RemoteError('vtex.bulk-errors-unreadable', { values: { file: id }, retryable: true, cause });
    }
    return refused;
  });
}

/** A call to a signed address, without the store's credentials: it carries its own, which nobody may see. */
async function signedCall(
  context: Pick<NodeContext, 'fetch' | 'signal' | 'retry'>,
  url: string,
  init: RequestInit & { method: string },
): Promise<Response> {
  if (!URL.canParse(url)) throw new UserError('vtex.bulk-no-address');
  const { host } = new URL(url);
  return context.retry(async () => {
    const signal = AbortSignal.any([context.signal, AbortSignal.timeout(uploadMs)]);
    const response = await context
      .fetch(url, { ...init, redirect: 'manual', signal })
      .catch((cause: unknown) => {
        context.signal.throwIfAborted();
        const own = cause instanceof Error ? ownCause(cause) : undefined;
        throw (
          own ?? new RemoteError('vtex.bulk-upload', { values: { host, status: 0 }, retryable: true, cause })
        );
      });
    const { status } = response;
    if (response.ok) return response;
    await response.body?.cancel();
    const retryable = status === 408 || status === 429 || status >= 500;
    throw new RemoteError('vtex.bulk-upload', { values: { host, status }, retryable });
  });
}
