// The demo ERP as many Brazilian retailers have one: a deterministic catalogue to read, and orders to take.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { listen, payloadOf, readBody, send } from '../http/server';
import { empty, json, type Reply } from '../http/wire';
import { factsAt, itemAt, type ErpFacts, type ErpItem } from './catalogue';
import { csvChunks } from './csv';
import { expectedOf, type Expected } from './expected';
import { ErpFaults } from './faults';
import { ErpOrders, type ErpOrderTimes } from './orders';
import { erpPage } from './page';
import { pageFor } from './paging';

/** `none` lets everybody in. */
export type ErpAuth =
  | { kind: 'none' }
  | { kind: 'apiKey'; key: string }
  | { kind: 'basic'; user: string; password: string }
  | { kind: 'bearer'; token: string };

export interface ErpOptions {
  /** Default 0: any free port. */
  port?: number;
  /** Default 127.0.0.1. */
  host?: string;
  /** Rows in the catalogue. Default 2000; any number works, rows are made when asked for. */
  products?: number;
  /** Default none. */
  auth?: ErpAuth;
  /** Milliseconds since 1970, for the dates of invoices. Default Date.now. */
  clock?: () => number;
  /** Default: sent a minute after the invoice, delivered a minute later. */
  orderTimes?: ErpOrderTimes;
}

export interface Erp {
  url: string;
  port: number;
  /** Every row with what it means and, for a dirty one, what is wrong and why. */
  products: (ErpFacts & { item: ErpItem })[];
  expected(): Expected;
  faults: ErpFaults;
  orders: ErpOrders;
  close(): Promise<void>;
}

interface Parts {
  rows: number;
  auth: ErpAuth;
  faults: ErpFaults;
  orders: ErpOrders;
}

/** Resolves when the server listens. */
export async function startErp(options: ErpOptions = {}): Promise<Erp> {
  const parts: Parts = {
    rows: options.products ?? 2000,
    auth: options.auth ?? { kind: 'none' },
    faults: new ErpFaults(),
    orders: new ErpOrders(options.clock ?? Date.now),
  };
  parts.orders.times = options.orderTimes ?? parts.orders.times;
  const server = await listen(
    'demo ERP',
    options.port ?? 0,
    options.host ?? '127.0.0.1',
    (request, response) => {
      serve(parts, request, response).catch(() => request.socket.destroy());
    },
  );
  return {
    ...server,
    faults: parts.faults,
    orders: parts.orders,
    expected: () => expectedOf(parts.rows),
    get products() {
      return Array.from({ length: parts.rows }, (_, index) => ({
        ...factsAt(index + 1),
        item: itemAt(index + 1),
      }));
    },
  };
}

async function serve(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'erp'}`);
  const path = url.pathname.replace(/\/+$/, '');
  if (path.startsWith('/_erp/')) return send(response, await control(parts, path, request));
  const key = parts.auth.kind === 'apiKey' ? parts.auth.key : undefined;
  const page = erpPage(request, url, parts.rows, key);
  if (page) return send(response, page);
  if (!admits(parts.auth, request)) return send(response, refused(parts.auth));
  if (isAboutOrders(path)) return answerOrders(parts, request, response, url, path);
  if (request.method !== 'GET') return send(response, readOnly);
  const slow = parts.faults.strike('latency', Number(url.searchParams.get('pagina') ?? 1));
  if (slow) await sleep(slow.delayMs);
  if (path === '/erp/v1/produtos') return sendPage(parts, url, response);
  if (path === '/erp/v1/produtos.csv') return sendCsv(parts, url, response);
  send(response, path.startsWith('/erp/v1/produtos/') ? one(parts, path) : notFound());
}

const readOnly = json({ erro: 'Somente leitura.' }, 405);

const isAboutOrders = (path: string): boolean => /^\/erp\/v1\/(pedidos|notas|cancelamentos)(\/|$)/.test(path);

async function answerOrders(
  { orders, faults }: Parts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  path: string,
): Promise<void> {
  const asked = `${request.method} ${path}`;
  const late = faults.strikeRoute('latency', asked);
  if (late) await sleep(late.delayMs);
  const failing = faults.strikeRoute('status', asked);
  if (failing) return send(response, json({ erro: 'Erro interno do servidor.' }, failing.status));
  const reply = (await orders.answer(request, url, path)) ?? readOnly;
  if (faults.strikeRoute('drop-after', asked)) return void request.socket.destroy();
  const slow = faults.strikeRoute('slow-answer', asked);
  if (slow) await sleep(slow.delayMs, undefined, { ref: false });
  send(response, reply);
}

function sendPage(parts: Parts, url: URL, response: ServerResponse): void {
  const page = pageFor(parts.rows, url);
  if ('refusal' in page) return send(response, json({ erro: page.refusal }, 400));
  const failing = parts.faults.strike('status', page.number);
  if (failing) return send(response, json({ erro: 'Erro interno do servidor.' }, failing.status));
  const reply: Reply = { ...json(page.envelope), headers: page.headers };
  const broken = parts.faults.strike('broken-json', page.number);
  if (!broken) return send(response, reply);
  const whole = payloadOf(reply) ?? '';
  send(response, {
    ...reply,
    text: whole.slice(0, Math.floor(whole.length * 0.6)),
    type: 'application/json',
  });
}

async function sendCsv(parts: Parts, url: URL, response: ServerResponse): Promise<void> {
  const asked = url.searchParams.get('encoding')?.toLowerCase() ?? 'utf-8';
  const encoding = ['latin1', 'windows-1252', 'iso-8859-1'].includes(asked) ? 'windows-1252' : 'utf-8';
  response.writeHead(200, { 'content-type': `text/csv; charset=${encoding}` });
  for (const chunk of csvChunks(parts.rows, encoding, parts.faults.brokenLines())) {
    if (response.destroyed) return;
    if (!response.write(chunk)) await once(response, 'drain');
  }
  response.end();
}

function one(parts: Parts, path: string): Reply {
  const row = Number(/^SKU-(\d{5,})$/.exec(path.split('/').at(-1) ?? '')?.[1]);
  return row >= 1 && row <= parts.rows ? json(itemAt(row)) : notFound();
}

const notFound = (): Reply => json({ erro: 'Não encontrado.' }, 404);

function admits(auth: ErpAuth, request: IncomingMessage): boolean {
  const given = request.headers.authorization;
  switch (auth.kind) {
    case 'none':
      return true;
    case 'apiKey':
      return request.headers['x-api-key'] === auth.key;
    case 'bearer':
      return given === `Bearer ${auth.token}`;
    case 'basic':
      return given === `Basic ${Buffer.from(`${auth.user}:${auth.password}`).toString('base64')}`;
  }
}

function refused(auth: ErpAuth): Reply {
  const reply = json({ erro: 'Credencial ausente ou inválida.' }, 401);
  return auth.kind === 'basic' ? { ...reply, headers: { 'www-authenticate': 'Basic realm="ERP"' } } : reply;
}

async function control(parts: Parts, path: string, request: IncomingMessage): Promise<Reply> {
  const origin = request.headers.origin;
  if (origin !== undefined && origin !== `http://${request.headers.host}`)
    return json({ erro: 'Foreign origin.' }, 403);
  try {
    switch (`${request.method} ${path}`) {
      case 'GET /_erp/expected':
        return json(expectedOf(parts.rows));
      case 'GET /_erp/orders':
        return json(parts.orders.report());
      case 'GET /_erp/faults':
        break;
      case 'PUT /_erp/faults':
      case 'POST /_erp/faults': {
        const given = JSON.parse((await readBody(request))?.toString('utf8') ?? '') as unknown;
        const list = Array.isArray(given) ? given : [given];
        if (request.method === 'PUT') parts.faults.replace(list);
        else parts.faults.add(list);
        break;
      }
      case 'DELETE /_erp/faults':
        parts.faults.clear();
        return empty(204);
      default:
        return notFound();
    }
    return json({ faults: parts.faults.list() });
  } catch (error) {
    return json({ erro: error instanceof Error ? error.message : String(error) }, 400);
  }
}
