// Room on disk for barriers, so that a run of any size stays small in memory.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Host } from '@eclusa/engine';
import type { Row } from '@eclusa/flow';
import { linesOf } from './lines';

/** Rows given back at once. */
const pageRows = 500;

/** A `Host.scratch` in a temporary folder that is made when first needed and removed by `close`. */
export function diskScratch(): Host['scratch'] & { close(): Promise<void> } {
  let folder: Promise<string> | undefined;
  let next = 0;
  return {
    async write(rows) {
      folder ??= mkdtemp(join(tmpdir(), 'eclusa-'));
      const file = join(await folder, `${next++}.ndjson`);
      await writeFile(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
      return file;
    },
    async *read(chunk) {
      let page: Row[] = [];
      for await (const line of linesOf(chunk)) {
        page.push(JSON.parse(line) as Row);
        if (page.length < pageRows) continue;
        yield page;
        page = [];
      }
      if (page.length > 0) yield page;
    },
    drop: (chunk) => rm(chunk, { force: true }),
    async close() {
      if (folder) await rm(await folder, { recursive: true, force: true });
    },
  };
}
