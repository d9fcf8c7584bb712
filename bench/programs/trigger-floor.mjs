// The durable floor of the triggers part: an HTTP server that commits one row before it answers, makes the call, and
// commits one row after it. It answers to nobody for what it did not do. Usage: node trigger-floor.mjs <port>, with
// DATABASE_URL and TARGET_URL.
import { createServer } from 'node:http';
import pg from 'pg';
import { request } from 'undici';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 });
const target = process.env.TARGET_URL;
await pool.query(
  'CREATE TABLE IF NOT EXISTS floor_call (id bigserial PRIMARY KEY, rows json, done_at timestamptz)',
);

createServer(async (message, response) => {
  let text = '';
  for await (const piece of message) text += piece;
  const { rows } = JSON.parse(text);
  const stored = await pool.query({
    name: 'keep',
    text: 'INSERT INTO floor_call (rows) VALUES ($1) RETURNING id',
    values: [JSON.stringify(rows)],
  });
  const { id } = stored.rows[0];
  response.writeHead(202, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ id }));
  await work(id, rows[0]);
}).listen(Number(process.argv[2]), '127.0.0.1', () => process.stdout.write('ready\n'));

async function work(id, { sku, estoque }) {
  const quantity = Number(estoque.replaceAll('.', '').replace(',', '.'));
  const url = `${target}/api/logistics/pvt/inventory/skus/${sku}/warehouses/1_1/quantity`;
  const body = JSON.stringify({ quantity, unlimitedQuantity: false });
  const answer = await request(url, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body,
  });
  await answer.body.dump();
  await pool.query({
    name: 'done',
    text: 'UPDATE floor_call SET done_at = now() WHERE id = $1',
    values: [id],
  });
}
