// A page's memory of the calls it made, in Postgres. Only the newest claim can write it: a worker that lost
// the page learns so here, before it makes another call.
import type { EffectLog, EffectRecord } from '@eclusa/engine';
import type { DataSource } from 'typeorm';
import { LeaseLost, type Lease } from '../leases';
import { rowsOf } from '../sql';

/** The log of one claimed page. `write` throws LeaseLost once the claim is gone. */
export function effectLog(
  dataSource: DataSource,
  page: { id: number; fence: number },
  lease: Lease,
): EffectLog {
  return {
    async load() {
      const rows = await rowsOf<{ [key in keyof EffectRecord]: EffectRecord[key] | null }>(
        dataSource,
        'SELECT node, item, state, result, failure FROM run_effect WHERE page_id = $1',
        [page.id],
      );
      return rows.map(({ result, failure, ...rest }) => ({
        ...(rest as EffectRecord),
        ...(result && { result }),
        ...(failure && { failure }),
      }));
    },
    async write(records) {
      await write(dataSource, page, newest(records));
      // The answer may have come long after the claim ran out: a blocked process learns it here.
      lease.check();
    },
  };
}

// A statement may touch each row once only.
function newest(records: readonly EffectRecord[]): EffectRecord[] {
  return [...new Map(records.map((record) => [`${record.node} ${record.item}`, record])).values()];
}

async function write(
  dataSource: DataSource,
  page: { id: number; fence: number },
  records: readonly EffectRecord[],
): Promise<void> {
  if (records.length === 0) return;
  // FOR SHARE: a claim that comes at the same moment waits for this write, or this write sees the claim.
  const written = await rowsOf(
    dataSource,
    `INSERT INTO run_effect (page_id, workspace_id, node, item, state, result, failure)
     SELECT p.id, p.workspace_id, e.node, e.item, e.state, e.result::json, e.failure::json
     FROM (SELECT id, workspace_id FROM run_page WHERE id = $1 AND fence = $2 AND state <> 'done' FOR SHARE) p,
       unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[]) AS e (node, item, state, result, failure)
     ON CONFLICT (page_id, node, item)
       DO UPDATE SET state = excluded.state, result = excluded.result, failure = excluded.failure
     RETURNING 1`,
    [
      page.id,
      page.fence,
      records.map((record) => record.node),
      records.map((record) => record.item),
      records.map((record) => record.state),
      records.map((record) => (record.result ? JSON.stringify(record.result) : null)),
      records.map((record) => (record.failure ? JSON.stringify(record.failure) : null)),
    ],
  );
  if (written.length === 0) throw new LeaseLost(`page ${page.id} was taken over`);
}
