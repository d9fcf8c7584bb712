// The files of a folder as a box reads them: those its pattern means, new ones only, and what becomes of them afterwards.
import { RemoteError, UserError, type SourceContext } from '@eclusa/flow';
import { fillPlaces } from '../source/http-places';
import { readable } from './file';
import type { PlaceConfig } from './file-fields';
import type { Place, PlaceFile } from './place';
import { joined, type FileStore } from './store';

const MAX_DROPS = 5;
/** Keys asked for at once. */
const LOT = 1000;

/** The place that a folder of a store is. Closing it closes the store. */
export function storePlace(context: SourceContext<PlaceConfig>, store: FileStore): Place {
  const { config } = context;
  const folder = folderIn(fillPlaces(config.folder ?? '', context.parameters));
  const pathOf = (file: PlaceFile) => joined(folder, file.name);
  return {
    async list() {
      const deep = isDeep(config.pattern ?? '*');
      // What was moved away lies below the folder, too.
      const how = { deep, ...(config.after === 'move' && { except: folderIn(config.moveTo || 'lidos') }) };
      const files = await context.retry(() => store.list(folder, how));
      const meant = files.filter(({ name }) => isMeant(name, config.pattern ?? '*'));
      return config.onlyNew === false
        ? meant
        : newOnes(context, meant, (file) => joined(store.name, pathOf(file)));
    },
    async open(file, version) {
      if (version !== null && file.version !== version) {
        throw new UserError('nodes.file-changed', { values: { file: file.name } });
      }
      const read = (start: number) =>
        bytesOf(context, store.name, start, (at) => store.read(pathOf(file), at));
      return readable({ name: file.name, size: file.size, read, version: () => file.version });
    },
    async finish(file) {
      if (context.dryRun) return;
      await context.notes.keep({ [joined(store.name, pathOf(file))]: file.version ?? 'read' });
      const { after = 'keep', moveTo } = config;
      if (after === 'delete') await context.retry(() => store.remove(pathOf(file)));
      if (after === 'move') {
        const target = joined(joined(folder, folderIn(moveTo || 'lidos')), file.name);
        await context.retry(() => store.move(pathOf(file), target));
      }
    },
    close: () => store.close(),
  };
}

/** A folder within another. Throws UserError when it leaves that one. */
export function folderIn(typed: string): string {
  const parts = typed
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  if (parts.includes('..')) throw new UserError('nodes.folder-leaves', { values: { folder: typed } });
  return parts.join('/');
}

/** The files that no earlier run has read as they are now. */
export async function newOnes(
  { notes, cursor }: SourceContext<PlaceConfig>,
  files: readonly PlaceFile[],
  keyOf: (file: PlaceFile) => string,
): Promise<PlaceFile[]> {
  const known = new Map<string, string>();
  for (let at = 0; at < files.length; at += LOT) {
    const lot = await notes.load(files.slice(at, at + LOT).map(keyOf));
    for (const [path, note] of lot) known.set(path, note);
  }
  // What this run has begun is read to its end, and what it finished may still have to be moved.
  const own = namesIn(cursor);
  return files.filter((file) => own.has(file.name) || known.get(keyOf(file)) !== (file.version ?? 'read'));
}

function namesIn(cursor: unknown): ReadonlySet<string> {
  const { open, finish } = (cursor ?? {}) as { open?: { name: string } | null; finish?: string[] };
  return new Set([...(finish ?? []), ...(open ? [open.name] : [])]);
}

/** Whether a pattern speaks of files in folders within the folder. */
function isDeep(pattern: string): boolean {
  return pattern.includes('/');
}

/**
 * `nfe-*.xml`, or all below: any of them, upper or lower case. A pattern without a stroke means files right in the folder; a
 * double star stands for any folders, none of them included.
 */
export function isMeant(path: string, pattern: string): boolean {
  const names = path.toLowerCase().split('/');
  return anyOf(pattern, (one) => within(names, one.toLowerCase().split('/')));
}

/** The same for a text that is no path: a star stands for anything. */
export function isLike(text: string, pattern: string): boolean {
  return anyOf(pattern, (one) => matches(text.toLowerCase(), one.toLowerCase()));
}

function anyOf(pattern: string, isMet: (one: string) => boolean): boolean {
  const patterns = pattern
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return patterns.length === 0 || patterns.some(isMet);
}

/** Folder by folder, as `matches` does sign by sign. */
function within(names: readonly string[], pattern: readonly string[]): boolean {
  let [at, in_, star, from] = [0, 0, -1, 0];
  while (at < names.length) {
    const one = pattern[in_];
    if (one === '**') {
      [star, from] = [in_, at];
      in_ += 1;
    } else if (one !== undefined && matches(names[at] as string, one)) {
      at += 1;
      in_ += 1;
    } else if (star >= 0) {
      from += 1;
      [at, in_] = [from, star + 1];
    } else return false;
  }
  return pattern.slice(in_).every((one) => one === '**');
}

/** Without a regular expression: many stars would make one slow. */
function matches(name: string, pattern: string): boolean {
  let [at, in_, star, from] = [0, 0, -1, 0];
  while (at < name.length) {
    if (in_ < pattern.length && (pattern[in_] === '?' || pattern[in_] === name[at]) && pattern[in_] !== '*') {
      at += 1;
      in_ += 1;
    } else if (pattern[in_] === '*') {
      [star, from] = [in_, at];
      in_ += 1;
    } else if (star >= 0) {
      from += 1;
      [at, in_] = [from, star + 1];
    } else return false;
  }
  while (pattern[in_] === '*') in_ += 1;
  return in_ === pattern.length;
}

/** The bytes from `start` on. Asks again from where it stood when the line drops. */
export async function* bytesOf(
  context: SourceContext<PlaceConfig>,
  server: string,
  start: number,
  bytesFrom: (start: number) => AsyncIterable<Uint8Array>,
): AsyncIterable<Uint8Array> {
  let at = start;
  const seconds = context.config.timeoutSeconds ?? 60;
  for (let drops = 0; ;) {
    const stream = bytesFrom(at)[Symbol.asyncIterator]();
    try {
      for (;;) {
        const { done, value } = await withinSeconds(stream.next(), seconds, server);
        if (done) return;
        at += value.byteLength;
        drops = 0;
        yield value;
      }
    } catch (error) {
      if (!(error instanceof RemoteError) || !error.retryable || ++drops > MAX_DROPS) throw error;
      if (drops > 1) await context.pause(1000 * drops, error);
    } finally {
      void stream.return?.().catch(() => undefined);
    }
  }
}

async function withinSeconds<T>(work: Promise<T>, seconds: number, server: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const values = { server, reason: `${seconds} s` };
    const error = new RemoteError('nodes.server-unreachable', { retryable: true, values });
    timer = setTimeout(() => reject(error), seconds * 1000);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
