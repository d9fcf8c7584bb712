// One call to another system for a row: filled in from the row, sent within limits, its answer read and judged.
import { RemoteError, UserError, type Connection, type Json, type NodeContext, type Row } from '@eclusa/flow';
import { callHttp } from '../connections/http-call';
import { httpRequest, type HttpRequest, type NameValue } from '../connections/http-request';
import { parseJson, readText } from '../net/body';
import { networkError, statusError } from '../net/remote-faults';
import { failureJudge } from '../source/answer-failure';
import { fillPlaces } from '../source/http-places';
import { evaluator, lines, textOf, type Evaluate } from '../transform/evaluation';
import type { HttpOutputConfig } from './http-fields';

const largestAnswer = 5e6;

/** The calls of one box, its expressions compiled. */
export interface Sender {
  /** The answer; throws RemoteError or UserError for the row. */
  send(row: Row, signal: AbortSignal): Promise<Json>;
  /** What is known of the row on the other side, or null. */
  look(row: Row, signal: AbortSignal): Promise<Json>;
  /** Where `look` asks. */
  lookupAddress(row: Row): Promise<string>;
  /** What `send` does for the row, to be done or not: equal questions are equal calls. A question holds secrets. */
  asks(row: Row): Promise<{ question: string; send(signal: AbortSignal): Promise<Json> }>;
}

/** Throws UserError for an expression that does not compile. */
export function senderOf(context: NodeContext<HttpOutputConfig>, connection: Connection): Sender {
  const { config, parameters } = context;
  const request = requesterOf(context, connection);
  const judge = failureJudge(config.failure, parameters);

  async function sent(asked: HttpRequest, signal: AbortSignal): Promise<Json> {
    const answer = await call(context, connection, asked, signal).catch((error: unknown) => {
      if (config.whenMissing !== 'empty' || !hasStatus(error, 404)) throw error;
      return undefined;
    });
    if (answer === undefined) return null;
    await judge?.(answer);
    return answer;
  }

  async function asks(row: Row) {
    const asked = await request(row, config.method ?? 'POST', config.path ?? '');
    const { url, init } = asked;
    const question = JSON.stringify([url.href, [...new Headers(init.headers)], init.body ?? null]);
    return { question, send: (signal: AbortSignal) => sent(asked, signal) };
  }

  const lookup = (row: Row) => request(row, 'GET', config.lookup ?? '');
  return {
    asks,
    send: async (row, signal) => (await asks(row)).send(signal),
    async look(row, signal) {
      const answer = await call(context, connection, await lookup(row), signal).catch((error: unknown) => {
        if (hasStatus(error, 404)) return null;
        throw error;
      });
      return Array.isArray(answer) ? (answer[0] ?? null) : answer;
    },
    lookupAddress: async (row) => (await lookup(row)).url.href,
  };
}

/** A request filled from a row, its expressions compiled once. */
function requesterOf(
  { config, parameters }: NodeContext<HttpOutputConfig>,
  connection: Connection,
): (row: Row, method: string, path: string) => Promise<HttpRequest> {
  const compile = (source: string | undefined, name: string): Evaluate | undefined =>
    source?.trim() ? evaluator(source, name, parameters) : undefined;
  const [places, query, headers] = [config.places, config.query, config.headers].map((table) =>
    compiled(table, parameters),
  ) as [Filling, Filling, Filling];
  const body = config.method === 'GET' ? undefined : compile(config.body ?? '$', 'body');
  return async (row, method, path) => {
    const named = Object.fromEntries((await filled(places, row)).map(({ name, value }) => [name, value]));
    const values = { ...row, ...parameters, ...named };
    const address = fillPlaces(path, values, encodeURIComponent);
    const open = /\{([a-zA-Z][\w-]*)\}/.exec(address)?.[1];
    if (open !== undefined) throw new UserError('nodes.place-empty', { values: { place: open, path } });
    const content = method === 'GET' ? undefined : await body?.(row);
    return httpRequest(connection, {
      method,
      path: address,
      query: await filled(query, row),
      headers: await filled(headers, row),
      ...(content !== undefined && { body: JSON.stringify(content) }),
    });
  };
}

const hasStatus = (error: unknown, status: number): boolean =>
  error instanceof RemoteError && error.response?.status === status;

/** The lines of a table, to be filled from a row. */
type Filling = readonly { name: string; evaluate: Evaluate }[];

function compiled(table: Json | undefined, parameters: Readonly<Record<string, Json>>): Filling {
  return lines(table).map((line) => ({
    name: textOf(line, 'name'),
    evaluate: evaluator(textOf(line, 'value'), textOf(line, 'name'), parameters),
  }));
}

async function filled(table: Filling, row: Row): Promise<NameValue[]> {
  const values = await Promise.all(
    table.map(async ({ name, evaluate }) => ({ name, value: await evaluate(row) })),
  );
  return values.flatMap(({ name, value }) =>
    value === undefined || value === null
      ? []
      : [{ name, value: typeof value === 'string' ? value : JSON.stringify(value) }],
  );
}

async function call(
  context: NodeContext<HttpOutputConfig>,
  connection: Connection,
  asked: HttpRequest,
  signal: AbortSignal,
): Promise<Json> {
  const timeout = (context.config.timeoutSeconds ?? 60) * 1000;
  try {
    const within = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
    const response = await callHttp(connection, asked, context, within);
    const text = await readText(response, { maxBytes: largestAnswer, idleMs: timeout });
    if (!response.ok) throw uncertainWhereSent(statusError(response, text, asked.shown, context.now()));
    const parsed = parseJson(text);
    return 'value' in parsed ? parsed.value : text;
  } catch (error) {
    throw networkError(error, asked.shown, signal);
  }
}

// A 5xx may come after the work was done, as from a gateway that gave up waiting.
function uncertainWhereSent(error: RemoteError): RemoteError {
  const status = error.response?.status ?? 0;
  const { code, values, retryable, retryAfter, request, response } = error;
  if (status < 500 || status === 503) return error;
  return new RemoteError(code, {
    values,
    retryable,
    uncertain: true,
    ...(retryAfter !== undefined && { retryAfter }),
    ...(request && { request }),
    ...(response && { response }),
  });
}
