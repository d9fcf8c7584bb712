// The floor of the bulk part: the same rows by a plain script. No queue, no database, no retry, no memory of what was
// done. Usage: node bulk-floor.mjs <erp url> <target url> <rows> <calls at once>; prints rows and seconds as JSON.
import { request } from 'undici';

const [erp, target] = process.argv.slice(2, 4);
const [rows, concurrency] = process.argv.slice(4).map(Number);
const size = 500;
let done = 0;

const started = performance.now();
const waiting = [];
let page = 1;
let loading = load();
await Promise.all(Array.from({ length: concurrency }, lane));
const seconds = (performance.now() - started) / 1000;
const { userCPUTime, systemCPUTime } = process.resourceUsage();
process.stdout.write(JSON.stringify({ rows: done, seconds, cpu: (userCPUTime + systemCPUTime) / 1e6 }));

async function lane() {
  for (;;) {
    const row = waiting.pop();
    if (row) await write(row);
    else if (!(await loaded())) return;
  }
}

// A page is asked for before the one before it is used up.
async function loaded() {
  if (!loading) return waiting.length > 0;
  const mine = loading;
  const found = await mine;
  if (loading === mine) {
    waiting.push(...found.reverse());
    page += 1;
    loading = (page - 1) * size < rows ? load() : undefined;
  }
  return true;
}

async function load() {
  const answer = await request(`${erp}/produtos?linhas=${rows}&pagina=${page}&tamanho=${size}`);
  const { itens } = await answer.body.json();
  return itens
    .filter((row) => row.situacao === 'A')
    .map(({ sku, preco, estoque }) => ({ sku, preco: decimal(preco), saldo: decimal(estoque) }));
}

async function write({ sku, preco, saldo }) {
  const price = `${target}/pricing/prices/${sku}`;
  const held = await (await request(price)).body.json();
  if (held.basePrice !== preco) await send('PUT', price, { basePrice: preco });
  const quantity = `/api/logistics/pvt/inventory/skus/${sku}/warehouses/1_1/quantity`;
  await send('PATCH', target + quantity, { quantity: saldo, unlimitedQuantity: false });
  done += 1;
}

async function send(method, url, body) {
  const headers = { 'content-type': 'application/json' };
  const answer = await request(url, { method, headers, body: JSON.stringify(body) });
  await answer.body.dump();
  if (answer.statusCode !== 200) throw new Error(`${method} ${url} was answered ${answer.statusCode}`);
}

function decimal(text) {
  return Number(text.replaceAll('.', '').replace(',', '.'));
}
