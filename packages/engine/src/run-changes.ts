// A comparing node over the rows of a page that reach it.
import { UserError, toErrorRecord } from '@eclusa/flow';
import type { ErrorRecord, Identity, Row } from '@eclusa/flow';
import type { Inbox, Outbox } from './batch';
import { put } from './batch';
import type { Compared, PageChanges } from './changes';

/** Where rows leave that are as they were. */
export const UNCHANGED = 'unchanged';

/** The longest key, in characters: keys are codes, and every one is stored. */
const longestKey = 200;

export interface ChangesRun {
  node: string;
  identify(row: Row): Identity | Promise<Identity>;
  changes: PageChanges;
  /** Told of a row without a usable key. */
  fail(index: number, error: ErrorRecord): void;
}

/** Fills `outbox`. Rejects when the memory cannot be asked. */
export async function runChanges(run: ChangesRun, inbox: Inbox, outbox: Outbox): Promise<void> {
  const rows: (Compared & { index: number })[] = [];
  for (let index = 0; index < inbox.values.length; index++) {
    try {
      const { key, content } = await run.identify(inbox.values[index] as Row);
      if (key === '') throw new UserError('engine.key-missing', { values: { node: run.node } });
      if (key.length > longestKey) {
        throw new UserError('engine.key-too-long', { values: { node: run.node, limit: longestKey } });
      }
      rows.push({ key, content, index, origin: inbox.origins[index] as number });
    } catch (error) {
      run.fail(index, toErrorRecord(error));
    }
  }
  const changed = await run.changes.changed(run.node, rows);
  rows.forEach(({ index, origin }, at) => {
    const port = changed[at] ? 'out' : UNCHANGED;
    put(outbox, port, inbox.values[index] as Row, origin, inbox.paths[index] as string);
  });
}
