// A database of its own for each test file: made, migrated, and dropped. Used by tests only.
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { migrate } from './migrate';

export interface TemporaryDatabase {
  url: string;
  /** Ends every session in it and removes it. */
  drop(): Promise<void>;
}

/** Makes and migrates a new, empty database on the server of `adminUrl`, whose user may create databases. */
export async function temporaryDatabase(adminUrl: string): Promise<TemporaryDatabase> {
  const name = `eclusa_test_${randomBytes(6).toString('hex')}`;
  await onServer(adminUrl, `CREATE DATABASE ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  await migrate(url.href);
  return { url: url.href, drop: () => onServer(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function onServer(adminUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
