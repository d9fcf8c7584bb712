// Brings a database to the newest schema. Run as `node packages/db/dist/migrate.js` before api and worker;
// two may run at once. Refuses nothing else: it never drops what it does not know.
import { sentence, toErrorRecord, UserError } from '@eclusa/flow';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source';

/** Any number that no other program locks in the same database. */
const MIGRATION_LOCK = 7_402_311_905;

export interface MigrateOptions {
  /** How long to go on trying to connect, in milliseconds. */
  waitMs?: number;
}

/** Runs what is pending and answers the names of the migrations it ran. */
export async function migrate(url: string, { waitMs = 30_000 }: MigrateOptions = {}): Promise<string[]> {
  const dataSource = await connect(url, Date.now() + waitMs);
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const done = await dataSource.runMigrations({ transaction: 'each' });
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    return done.map((migration) => migration.name);
  } finally {
    await lock.release();
    await dataSource.destroy();
  }
}

async function connect(url: string, until: number): Promise<DataSource> {
  for (;;) {
    try {
      return await new DataSource(dataSourceOptions(url, 3)).initialize();
    } catch (cause) {
      if (Date.now() >= until) throw unreachable(url, cause);
      await sleep(500);
    }
  }
}

function unreachable(url: string, cause: unknown): UserError {
  const detail = cause instanceof Error && cause.message !== '' ? cause.message : String(cause);
  const address = URL.canParse(url) ? new URL(url).host : 'DATABASE_URL';
  return new UserError('db.unreachable', { values: { address, detail }, cause });
}

/** Throws UserError `db.not-migrated` while the database lacks a migration this code was written for. */
export async function assertMigrated(dataSource: DataSource): Promise<void> {
  const known = dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name);
  const [table] = await dataSource.query<{ there: boolean }[]>(
    `SELECT to_regclass('migration') IS NOT NULL AS there`,
  );
  const rows = table?.there ? await dataSource.query<{ name: string }[]>('SELECT name FROM migration') : [];
  const done = new Set(rows.map((row) => row.name));
  const pending = known.filter((name) => !done.has(name));
  if (pending.length > 0) throw new UserError('db.not-migrated', { values: { pending: pending.join(', ') } });
}

async function main(): Promise<void> {
  const url = process.env.DATABASE_URL;
  if (!url) throw new UserError('db.url-missing');
  const done = await migrate(url);
  process.stdout.write(done.length === 0 ? 'database is up to date\n' : `migrated: ${done.join(', ')}\n`);
}

if (require.main === module) {
  main().catch((error: unknown) => {
    const { code, values } = toErrorRecord(error);
    process.stderr.write(`${sentence(code, values, 'en')}\n`);
    process.exitCode = 1;
  });
}
