// Finds every node and connection kind by file name, so that adding one touches one file.
// Refuses to start with two of one id, or with an id that its path does not say.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, sep } from 'node:path';
import { Bug } from '@eclusa/flow';

/** A module found by its name, with what it exports as `default`. */
export interface Found<T> {
  /** Path below the folder searched, with `/` between folders. */
  path: string;
  value: T | undefined;
}

const load = createRequire(__filename);

/** Loads every `*.<kind>.js` (or `.ts`, under jest) below `root`, in the order of their paths. */
export function discover<T>(root: string, kind: 'node' | 'connection'): Found<T>[] {
  const name = new RegExp(`\\.${kind}\\.(js|ts)$`);
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => {
      const { default: value } = load(file) as { default?: T };
      return { path: relative(root, file).split(sep).join('/'), value };
    });
}

/** The node id a path stands for: `vtex/request.node.ts` is `vtex.request`, `vtex-prices/price-set.node.ts` `vtex.price-set`. */
export function nodeIdOf(path: string): string {
  return path
    .replace(/\.node\.(js|ts)$/, '')
    .replace(/^([a-z]+)-[a-z-]+\//, '$1/')
    .replaceAll('/', '.');
}

/** The connection kind a path stands for: `connections/http.connection.ts` is `http`. */
export function connectionIdOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.connection\.(js|ts)$/, '');
}

/** What was found, by id. Throws Bug when an id is taken twice or is not the one its path says. */
export function byId<T extends { id: string }>(
  found: readonly Found<T>[],
  idOf: (path: string) => string,
): ReadonlyMap<string, T> {
  const index = new Map<string, T>();
  for (const { path, value } of found) {
    if (value === undefined) throw new Bug('nodes.no-default-export', { values: { path } });
    if (index.has(value.id)) throw new Bug('nodes.duplicate-id', { values: { id: value.id, path } });
    const expected = idOf(path);
    if (value.id !== expected) {
      throw new Bug('nodes.id-not-path', { values: { id: value.id, expected, path } });
    }
    index.set(value.id, value);
  }
  return index;
}
