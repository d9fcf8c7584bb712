// Tables of codes of a run's store, for boxes that look codes up and boxes that remember them.
import { findReferences, saveReferences, type Run } from '@eclusa/db';
import type { Host, SavedPair } from '@eclusa/engine';
import type { DataSource } from 'typeorm';
import { rowsOf, type Executor } from '../sql';

/** The tables of one run's store. Rows wait here: they are stored with their page, and go on by the sweep or a person. */
export function databaseReferences(
  dataSource: DataSource,
  run: Pick<Run, 'workspaceId' | 'storeId'> & Partial<Pick<Run, 'applies'>>,
): Host['references'] {
  return {
    // A row that went on later would do so in a run that no dry run has shown.
    canWait: !run.applies,
    find: (table, by, codes) => findReferences(dataSource, run, table, by, codes),
  };
}

/** Stores the pairs of a page, in the transaction that says it is done. */
export async function addSaved(
  on: Executor,
  { runId, workspaceId }: { runId: string; workspaceId: string },
  saved: readonly SavedPair[],
): Promise<void> {
  if (saved.length === 0) return;
  const [run] = await rowsOf<{ storeId: string | null }>(
    on,
    'SELECT store_id AS "storeId" FROM run WHERE id = $1',
    [runId],
  );
  await saveReferences(on, { workspaceId, storeId: run?.storeId ?? null }, saved);
}
