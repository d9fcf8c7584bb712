// How long the names of calls are known.
import type { DataSource } from 'typeorm';

/** A call's name is known for this long at least. */
export const callKeyHours = 24;

/** Forgets names that are older. Their runs stay. */
export async function forgetCallKeys(dataSource: DataSource): Promise<void> {
  await dataSource.query(`DELETE FROM call_key WHERE created_at < now() - $1 * interval '1 hour'`, [
    callKeyHours,
  ]);
}
