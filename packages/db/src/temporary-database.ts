// A database of its own for each test: a copy of one that is made and migrated once for each server. Used by tests only.
import { createHash, randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { dataSourceOptions } from './data-source';
import { migrate } from './migrate';

export interface TemporaryDatabase {
  url: string;
  /** Ends every session in it and removes it. */
  drop(): Promise<void>;
}

/** Any number that no other program locks on a server for tests. */
const TEMPLATE_LOCK = 7_402_311_906;

/** Makes a new, migrated, empty database on the server of `adminUrl`, whose user may create databases. */
export async function temporaryDatabase(adminUrl: string): Promise<TemporaryDatabase> {
  const name = `eclusa_test_${randomBytes(6).toString('hex')}`;
  await onServer(adminUrl, async (server) => {
    const template = await migratedTemplate(server, adminUrl);
    await server.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  return {
    url: addressOf(adminUrl, name),
    drop: () =>
      onServer(adminUrl, async (server) => {
        await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      }),
  };
}

/** The name of a database with all migrations as they are written now. Whoever asks first makes it, the others wait. */
async function migratedTemplate(server: Client, adminUrl: string): Promise<string> {
  const { migrations } = dataSourceOptions(adminUrl);
  const written = (migrations as readonly unknown[]).map(String).join('\n');
  const name = `eclusa_template_${createHash('sha256').update(written).digest('hex').slice(0, 12)}`;
  await server.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const { rowCount } = await server.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await makeTemplate(server, adminUrl, name);
  } finally {
    await server.query('SELECT pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
  return name;
}

async function makeTemplate(server: Client, adminUrl: string, name: string): Promise<void> {
  // It gets its name when it is whole: what a test that was ended left behind is never taken for it.
  const unfinished = `${name}_new`;
  await server.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
  await server.query(`CREATE DATABASE ${unfinished}`);
  await migrate(addressOf(adminUrl, unfinished));
  await server.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`);
}

function addressOf(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function onServer(adminUrl: string, work: (server: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
