// The store's side, as fast as a process can be: it answers the calls of the bench's flows and counts them. It has no
// limit and believes everything. Usage: node target.mjs <port>; /_set?latency=20&record=1 begins a new count.
import { createServer } from 'node:http';
import { clock } from '../stack/clock.mjs';

const port = Number(process.argv[2]);
const price = '{"itemId":"1","basePrice":0.01,"costPrice":0.01,"markup":0,"fixedPrices":[]}';
let latency = 0;
let record = false;
let counts = { reads: 0, prices: 0, stocks: 0, odd: 0 };
/** Of each stock written: its SKU and when the call came. */
let arrivals = [];

createServer((request, response) => {
  const { method, url } = request;
  if (url.startsWith('/_')) return control(url, response);
  const body = answerTo(method, url);
  request.resume();
  request.on('end', () => {
    if (latency > 0) setTimeout(send, latency, response, body);
    else send(response, body);
  });
}).listen(port, '127.0.0.1', () => process.stdout.write(`ready on ${port}\n`));

function answerTo(method, url) {
  if (url.startsWith('/pricing/prices/')) {
    counts[method === 'GET' ? 'reads' : 'prices'] += 1;
    return method === 'GET' ? price : undefined;
  }
  if (method === 'PATCH' && url.endsWith('/quantity')) {
    counts.stocks += 1;
    if (record) arrivals.push([Number(url.split('/')[6]), clock()]);
  } else counts.odd += 1;
  return undefined;
}

function control(url, response) {
  const { pathname, searchParams } = new URL(url, 'http://target');
  if (pathname === '/_set') {
    latency = Number(searchParams.get('latency'));
    record = searchParams.get('record') === '1';
    counts = { reads: 0, prices: 0, stocks: 0, odd: 0 };
    arrivals = [];
  }
  send(response, JSON.stringify(pathname === '/_arrivals' ? arrivals : counts));
}

function send(response, body = '') {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
