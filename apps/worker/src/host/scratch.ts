// Room for a barrier's rows outside memory: a table, emptied when the barrier or the run ends.
import type { Host } from '@eclusa/engine';
import type { Row } from '@eclusa/flow';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { rowsOf } from '../sql';

/** Rows in one stored piece: what a reader holds at a time. */
const pieceRows = 500;

export function databaseScratch(
  dataSource: DataSource,
  run: { id: string; workspaceId: string },
): Host['scratch'] {
  return {
    async write(rows) {
      const chunk = randomUUID();
      for (let at = 0; at < rows.length; at += pieceRows) {
        await dataSource.query(
          'INSERT INTO run_scratch (chunk, seq, workspace_id, run_id, rows) VALUES ($1, $2, $3, $4, $5)',
          [chunk, at / pieceRows, run.workspaceId, run.id, JSON.stringify(rows.slice(at, at + pieceRows))],
        );
      }
      return chunk;
    },
    async *read(chunk) {
      for (let seq = 0; ; seq++) {
        const [piece] = await rowsOf<{ rows: Row[] }>(
          dataSource,
          'SELECT rows FROM run_scratch WHERE chunk = $1 AND seq = $2 AND run_id = $3',
          [chunk, seq, run.id],
        );
        if (!piece) return;
        yield piece.rows;
      }
    },
    async drop(chunk) {
      await dataSource.query('DELETE FROM run_scratch WHERE chunk = $1 AND run_id = $2', [chunk, run.id]);
    },
  };
}
