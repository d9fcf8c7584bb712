// Reads all rows of a table by a cursor, 500 at a time: as the box reads it, or as a plain script on the same driver does, which is
// the floor. Usage: node database-read.mjs box|script <database url> <table>; prints rows, seconds and megabytes as JSON.
import { guardedReach, nodeTypes } from '@eclusa/nodes';
import pg from 'pg';
import Cursor from 'pg-cursor';

const [way, url, table] = process.argv.slice(2);
const size = 500;
const read = { box: byBox, script: byScript }[way];

const started = performance.now();
const rows = await read();
const seconds = (performance.now() - started) / 1000;
process.stdout.write(JSON.stringify({ rows, seconds, megabytes: process.resourceUsage().maxRSS / 1000 }));

async function byBox() {
  const { hostname, port, username, password, pathname } = new URL(url);
  const values = { host: hostname, port: Number(port), database: pathname.slice(1), username, password };
  const config = { connection: 'erp', from: 'table', table, key: 'id', timeoutSeconds: 300, maxRows: 1e9 };
  const context = {
    ...{ config, parameters: {}, dryRun: false, cursor: null, pageSize: size },
    signal: new AbortController().signal,
    reach: guardedReach({ allow: [`${hostname}:${port}`] }),
    connection: async () => ({ id: 'erp', kind: 'postgres', values: { ...values, security: 'none' } }),
    pause: async () => undefined,
    notes: { load: async () => new Map(), keep: async () => undefined },
  };
  let count = 0;
  for await (const page of nodeTypes.get('source.sql').behaviour.read(context)) count += page.records.length;
  return count;
}

async function byScript() {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('BEGIN READ ONLY');
  const cursor = client.query(new Cursor(`SELECT * FROM ${table} ORDER BY id`));
  let count = 0;
  for (;;) {
    const page = await cursor.read(size);
    count += page.length;
    if (page.length < size) break;
  }
  await client.end();
  return count;
}
