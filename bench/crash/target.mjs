// The other side, as a process that is never killed: it counts every call in memory and believes everything. Unlike
// the sandbox store it takes a second product of the same code, so that a repeated create is seen and not refused.
// Usage: node target.mjs <port> <least latency ms> <most latency ms>
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const [port, least, most] = process.argv.slice(2).map(Number);
const products = new Map();
const creates = new Map();
const sets = new Map();
const calledAt = new Map();
const odd = new Map();
let clock = 0;

const routes = [
  ['GET', /^\/api\/catalog_system\/pvt\/products\/productgetbyrefid\/([^/?]+)/, find],
  ['GET', /^\/api\/catalog\/pvt\/product\/(\d+)/, get],
  ['POST', /^\/api\/catalog\/pvt\/product$/, create],
  ['PATCH', /^\/api\/logistics\/pvt\/inventory\/skus\/(\d+)\/warehouses\/[^/]+\/quantity/, setStock],
];

createServer((request, response) => {
  answer(request, response).catch(() => request.socket.destroy());
}).listen(port, '127.0.0.1', () => process.stdout.write(`ready on ${port}\n`));

async function answer(request, response) {
  const { pathname, searchParams } = new URL(request.url, 'http://target');
  if (pathname === '/record') return send(response, 200, record());
  if (pathname === '/progress') return send(response, 200, progress(Number(searchParams.get('since'))));
  const body = await bodyOf(request);
  for (const [method, pattern, handler] of routes) {
    const match = method === request.method && pattern.exec(pathname);
    if (!match) continue;
    const [status, value] = await handler(decodeURIComponent(match[1] ?? ''), body);
    return send(response, status, value);
  }
  count(odd, `${request.method} ${pathname}`);
  return send(response, 404, { error: 'no such route' });
}

async function find(refId) {
  await latency();
  return [200, products.get(refId) ?? null];
}

async function get(id) {
  await latency();
  const product = [...products.values()].find((one) => one.Id === Number(id));
  return product ? [200, product] : [404, null];
}

// Counted when it arrives and there to be found a moment later, whether or not anybody still waits for the answer.
async function create(_, product) {
  count(creates, product.RefId);
  called(product.RefId.split('-')[0]);
  await latency(0.5);
  const made = { ...product, Id: products.size + 1 };
  products.set(product.RefId, made);
  await latency(0.5);
  return [200, made];
}

async function setStock(sku, { quantity }) {
  const known = sets.get(sku) ?? { calls: 0 };
  sets.set(sku, { calls: known.calls + 1, quantity });
  called(`${Math.floor(Number(sku) / 1000)}`);
  await latency();
  return [204, undefined];
}

function called(tag) {
  calledAt.set(tag, (clock += 1));
}

/** Runs that called since the given moment, and the moment it is now. */
function progress(since) {
  return { now: clock, tags: [...calledAt].filter(([, at]) => at > since).map(([tag]) => tag) };
}

function record() {
  return {
    creates: Object.fromEntries(creates),
    sets: Object.fromEntries(sets),
    odd: Object.fromEntries(odd),
  };
}

function count(counts, key) {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function latency(part = 1) {
  return sleep((least + Math.random() * (most - least)) * part);
}

async function bodyOf(request) {
  let text = '';
  for await (const piece of request) text += piece;
  return text ? JSON.parse(text) : undefined;
}

function send(response, status, value) {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(value === undefined ? undefined : JSON.stringify(value));
}
