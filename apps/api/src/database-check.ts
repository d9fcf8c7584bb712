// Asks the database whether this process can work with it, before anything else starts.
import { assertMigrated, openDatabase } from '@eclusa/db';
import { UserError } from '@eclusa/flow';

/** Throws UserError `db.unreachable` or `db.not-migrated`. */
export async function checkDatabase(url: string): Promise<void> {
  const database = await openDatabase(url, 1).catch((cause: unknown) => {
    const detail = cause instanceof Error && cause.message !== '' ? cause.message : String(cause);
    throw new UserError('db.unreachable', { values: { address: new URL(url).host, detail }, cause });
  });
  try {
    await assertMigrated(database);
  } finally {
    await database.destroy();
  }
}
