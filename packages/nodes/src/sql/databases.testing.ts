// The databases that tests of the boxes run against.
import { Client } from 'pg';
import type { Connection, Row } from '@eclusa/flow';
import { startFirebird, startMariadb, type DatabaseServer } from './servers.testing';

/** The Postgres of the tests, with a database that is dropped at the end. */
export async function startPostgres(): Promise<DatabaseServer> {
  const url = process.env['ECLUSA_TEST_DATABASE_URL'];
  if (!url) throw new Error('ECLUSA_TEST_DATABASE_URL is not set');
  const { hostname, port, username, password } = new URL(url);
  const database = `eclusa_sql_${process.pid}`;
  const say = async (text: string) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(text);
    await client.end();
  };
  await say(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  await say(`CREATE DATABASE ${database}`);
  const own = { username: decodeURIComponent(username), password: decodeURIComponent(password) };
  const values = { host: hostname, port: Number(port), database, security: 'none', ...own };
  return {
    connection: { id: 'postgres', kind: 'postgres', values },
    allow: `${hostname}:${port}`,
    close: () => say(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`),
  };
}

export const servers = { postgres: startPostgres, mysql: startMariadb, firebird: startFirebird };

/** The same connection with other values. */
export function connectionWith({ connection }: DatabaseServer, values: Row): Connection {
  return { ...connection, values: { ...connection.values, ...values } };
}
