// The life of one VTEX request: account, sign-in, role, limit, fault, work, answer, journal. Holds no VTEX data.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Journal } from '../control/journal';
import { Faults, type FaultRule } from '../control/faults';
import type { Router } from '../http/router';
import { isSoapPath, type SoapService } from '../soap/service';
import { payloadOf, readBody, send } from '../http/server';
import { Refusal, text, type Call, type Reply } from '../http/wire';
import { accountOf } from './account-name';
import { familyOf, plainError, roleOf, type Family } from './family';
import type { Gate } from './gate';
import type { Limiter } from './limits';

export interface Desk {
  account: string;
  router: Router;
  soap: SoapService;
  gate: Gate;
  limiter: Limiter;
  faults: Faults;
  journal: Journal;
  clock: () => number;
  latencyMs: () => number;
}

/** Of a file of many rows. VTEX takes 500 MB. */
const fileLimit = 64 * 1024 * 1024;

/** Characters of a file that the journal keeps. */
const shownOfFile = 64 * 1024;

interface Visit {
  path: string;
  family: Family;
  query: URLSearchParams;
  route: string;
  fault?: FaultRule;
  body?: unknown;
}

/** Answers one request of a VTEX surface, or withholds the answer when a fault says so. */
export async function dispatch(
  desk: Desk,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const started = performance.now();
  const { account, path } = accountOf(url, request.headers.host);
  const visit: Visit = { path, family: familyOf(path), query: url.searchParams, route: '(unknown)' };
  const known = account === undefined || account === desk.account;
  visit.fault = desk.faults.strike(`${request.method} ${path}`);
  if (visit.fault?.kind === 'latency') await sleep(visit.fault.delayMs);
  const latency = desk.latencyMs();
  if (latency > 0) await sleep(latency);
  const kind = visit.fault?.kind;
  const reply =
    kind === 'drop' || kind === 'timeout-before'
      ? undefined
      : known
        ? await answer(desk, request, visit)
        : text(`Account ${account} not found`, 404);
  const withheld =
    kind === 'drop' || kind === 'drop-after'
      ? 'dropped'
      : kind?.startsWith('timeout')
        ? 'timeout'
        : undefined;
  if (withheld === 'dropped') request.socket.destroy();
  else if (!withheld && reply) deliver(response, reply, kind === 'broken-json');
  desk.journal.record({
    at: new Date(desk.clock()).toISOString(),
    method: request.method ?? '',
    url: `${path}${url.search}`,
    route: visit.route,
    status: withheld ?? reply?.status ?? 0,
    milliseconds: Math.round((performance.now() - started) * 10) / 10,
    fault: kind,
    request: visit.body,
    response: reply?.body ?? reply?.text,
  });
}

function deliver(response: ServerResponse, reply: Reply, broken: boolean): void {
  if (!broken) return send(response, reply);
  const payload = payloadOf(reply) ?? '{"Message":';
  const type = reply.text === undefined ? 'application/json; charset=utf-8' : reply.type;
  send(response, { ...reply, text: payload.slice(0, Math.max(1, Math.floor(payload.length / 2))), type });
}

async function answer(desk: Desk, request: IncomingMessage, visit: Visit): Promise<Reply> {
  if (isSoapPath(visit.path)) return answerSoap(desk, request, visit);
  const method = request.method ?? 'GET';
  const match = desk.router.find(method, visit.path);
  // A signed address carries its own right to be asked.
  const open = /\/pub\/|^\/(api\/vtexid|signed)\//i.test(visit.path);
  if (!open && !desk.gate.admits(request.headers)) return plainError(visit.family, 401);
  if (!match) return plainError(visit.family, 404);
  if (match === 'path') return plainError(visit.family, 405);
  visit.route = match.route.request.slice(match.route.request.indexOf(' ') + 1);
  const allowed = open || desk.gate.allows(roleOf(visit.family, method), method, visit.path);
  if (!allowed) return plainError(visit.family, 403);
  const limit = desk.limiter.take(visit.family, method, match.route.request);
  const refused = limit.refused ? plainError(visit.family, 429) : faultReply(visit);
  if (refused) return withHeaders(refused, limit.headers);
  const body = await readJson(request, visit.family);
  if ('reply' in body) return withHeaders(body.reply, limit.headers);
  visit.body = typeof body.value === 'string' ? body.value.slice(0, shownOfFile) : body.value;
  if (visit.family === 'catalog' && hasTrailingSpace(body.value)) return { status: 400 };
  const { path, query } = visit;
  const call: Call = {
    method,
    path,
    params: match.params,
    query,
    headers: request.headers,
    body: body.value,
  };
  return withHeaders(await handle(visit.family, match.route.handler, call), limit.headers);
}

/** The SOAP Web Service has a sign-in of its own and no published limit; faults strike it like every route. */
async function answerSoap(desk: Desk, request: IncomingMessage, visit: Visit): Promise<Reply> {
  const { headers, method = 'GET' } = request;
  visit.route = '/service.svc';
  if (!desk.gate.admitsBasic(headers)) {
    return { status: 401, headers: { 'WWW-Authenticate': 'Basic Realm="Please Login to VtexID"' } };
  }
  const refused = faultReply(visit);
  if (refused) return refused;
  const raw = method === 'GET' ? Buffer.alloc(0) : await readBody(request);
  if (raw === undefined) return { status: 413 };
  visit.body = raw.toString('utf8');
  const { path, query, body } = visit;
  const { route, reply } = await desk.soap({ method, path, query, headers, text: body as string });
  visit.route = route;
  return reply;
}

async function handle(
  family: Family,
  handler: (call: Call) => Reply | Promise<Reply>,
  call: Call,
): Promise<Reply> {
  try {
    return await handler(call);
  } catch (error) {
    if (error instanceof Refusal) return error.reply;
    // A fault of the sandbox itself: visible as VTEX's 500 with our message, so that a test shows it.
    const message = error instanceof Error ? error.message : String(error);
    return { ...plainError(family, 500), headers: { 'x-sandbox-error': encodeURIComponent(message) } };
  }
}

function faultReply({ fault, family }: Visit): Reply | undefined {
  const status = fault?.kind === 'down' ? 503 : Number(fault?.kind);
  if (!fault || Number.isNaN(status)) return undefined;
  const reply = plainError(family, status);
  return fault.retryAfter === null ? reply : withHeaders(reply, { 'Retry-After': String(fault.retryAfter) });
}

function withHeaders(reply: Reply, headers: Record<string, string>): Reply {
  return { ...reply, headers: { ...headers, ...reply.headers } };
}

async function readJson(
  request: IncomingMessage,
  family: Family,
): Promise<{ value: unknown } | { reply: Reply }> {
  if (request.method === 'GET' || request.headers['content-length'] === '0') return { value: undefined };
  const isCsv = /^text\/csv\b/i.test(request.headers['content-type'] ?? '');
  const raw = await readBody(request, isCsv ? fileLimit : undefined);
  if (raw === undefined) return { reply: plainError(family, 413) };
  if (raw.length === 0) return { value: undefined };
  if (isCsv) return { value: raw.toString('utf8') };
  try {
    return { value: JSON.parse(raw.toString('utf8')) as unknown };
  } catch {
    return { reply: plainError(family, 400) };
  }
}

/** Catalog answers 400 with an empty body to any string that ends in a space. */
function hasTrailingSpace(value: unknown): boolean {
  if (typeof value === 'string') return value.endsWith(' ');
  if (value === null || typeof value !== 'object') return false;
  return Object.values(value).some(hasTrailingSpace);
}
