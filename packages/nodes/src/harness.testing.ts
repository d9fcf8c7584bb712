// What tests of nodes stand on: a context over real files, real HTTP and the engine's own retry.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { withRetry } from '@eclusa/engine';
import type {
  BarrierContext,
  Connection,
  EclusaError,
  Files,
  FlowCalls,
  Json,
  NodeType,
  Row,
  RowResult,
  SourceContext,
  SourcePage,
} from '@eclusa/flow';
import { guardedFetch } from './net/guarded-fetch';
import { guardedReach } from './net/reach';

export interface LocalServer {
  url: string;
  host: string;
  requests: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[];
  close(): Promise<void>;
}

type Handler = (
  request: IncomingMessage & { body: string },
  response: ServerResponse,
) => void | Promise<void>;

/** A real HTTP server on a free port of 127.0.0.1 that remembers what it was asked. */
export async function serve(handler: Handler): Promise<LocalServer> {
  const requests: LocalServer['requests'] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    let body = '';
    for await (const piece of request) body += String(piece);
    requests.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
    await handler(Object.assign(request, { body }), response);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: Error) => response.destroy(error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** What the example of a node stands on: exported as `setup` by the `*.testing.ts` beside the node. */
export interface ExampleSetup {
  files?: Files;
  connection?: Connection;
  allow?: string[];
  flows?: FlowCalls;
  close?(): Promise<void>;
}

/** Files in memory, by id. */
export function memoryFiles(content: Record<string, string | Uint8Array> = {}): Files & {
  text(id: string): string;
  bytes(id: string): Buffer;
} {
  const stored = new Map(
    Object.entries(content).map(([id, bytes]) => [id, { name: id, bytes: Buffer.from(bytes) }]),
  );
  const bytesOf = (id: string) => stored.get(id)?.bytes ?? Buffer.alloc(0);
  return {
    text: (id) => bytesOf(id).toString('utf8'),
    bytes: bytesOf,
    async open(id) {
      const file = stored.get(id);
      if (!file) throw new Error(`no file ${id}`);
      return {
        id,
        name: file.name,
        size: file.bytes.length,
        async *read(start = 0) {
          for (let at = start; at < file.bytes.length; at += 65_536)
            yield file.bytes.subarray(at, at + 65_536);
        },
      };
    },
    async create(name, bytes) {
      const pieces: Uint8Array[] = [];
      for await (const piece of bytes) pieces.push(Uint8Array.from(piece));
      const id = `file-${stored.size + 1}`;
      stored.set(id, { name, bytes: Buffer.concat(pieces) });
      return { id, name, size: bytesOf(id).length };
    },
  };
}

export interface ContextOptions {
  config?: Record<string, Json>;
  parameters?: Record<string, Json>;
  connection?: Record<string, Json>;
  kind?: string;
  allow?: string[];
  files?: Files;
  cursor?: Json;
  pageSize?: number;
  signal?: AbortSignal;
  attempts?: number;
  now?: Date;
  dryRun?: boolean;
  folders?: string[];
  /** What was noted in earlier runs. */
  notes?: Map<string, string>;
}

/** A context whose retries do not wait, with the defaults of the node's fields filled in. */
export function contextOf(node: NodeType, options: ContextOptions = {}): SourceContext & BarrierContext {
  const defaults = Object.entries(node.fields).flatMap(([id, field]) =>
    'default' in field && field.default !== undefined ? [[id, field.default as Json]] : [],
  );
  const signal = options.signal ?? new AbortController().signal;
  const chunks = new Map<string, Row[]>();
  let nextChunk = 0;
  return {
    nodeId: 'node',
    config: { ...Object.fromEntries(defaults), ...options.config },
    parameters: options.parameters ?? {},
    dryRun: options.dryRun ?? false,
    signal,
    fetch: guardedFetch({ allow: options.allow ?? [] }),
    reach: guardedReach({ allow: options.allow ?? [], folders: options.folders ?? [] }),
    notes: notesOver(options.notes ?? new Map<string, string>()),
    limiter: { acquire: async () => undefined, observe: () => undefined },
    files: options.files ?? memoryFiles(),
    now: () => options.now ?? new Date('2026-11-23T12:34:56Z'),
    connection: async (): Promise<Connection> => ({
      id: 'c',
      kind: options.kind ?? 'http',
      values: options.connection ?? {},
    }),
    lock: (_key, work) => work(),
    pause: async () => undefined,
    retry: (call) =>
      withRetry(
        {
          policy: { maxAttempts: options.attempts ?? 6, maxAge: 60_000, baseDelay: 0, maxDelay: 0 },
          clock: { now: () => new Date(), sleep: async () => undefined },
          random: () => 0,
          signal,
        },
        call,
      ),
    cursor: options.cursor ?? null,
    kept: null,
    pageSize: options.pageSize ?? 500,
    scratch: {
      async write(rows) {
        const id = String(nextChunk++);
        chunks.set(id, structuredClone([...rows]));
        return id;
      },
      async *read(id) {
        yield structuredClone(chunks.get(id) ?? []);
      },
      async drop(id) {
        chunks.delete(id);
      },
    },
  };
}

function notesOver(notes: Map<string, string>): SourceContext['notes'] {
  return {
    load: async (keys) => new Map([...notes].filter(([key]) => keys.includes(key))),
    keep: async (more) => {
      for (const [key, note] of Object.entries(more)) notes.set(key, note);
    },
  };
}

/** Everything a source yields from its cursor on. */
export async function readAll(node: NodeType, options: ContextOptions = {}): Promise<SourcePage[]> {
  if (node.behaviour.kind !== 'source') throw new Error(`${node.id} is no source`);
  const pages: SourcePage[] = [];
  for await (const page of node.behaviour.read(contextOf(node, options))) pages.push(page);
  return pages;
}

/** The good rows and the refused ones of some pages. */
export function sorted(pages: readonly SourcePage[]): {
  rows: Row[];
  refused: { raw: Json; error: EclusaError }[];
} {
  const records = pages.flatMap((page) => page.records);
  return {
    rows: records.flatMap((record) => ('value' in record ? [record.value] : [])),
    refused: records.flatMap((record) => ('error' in record ? [record] : [])),
  };
}

/** The row function of a transform. */
export function rowsThrough(
  node: NodeType,
  options: ContextOptions = {},
): (row: Row) => RowResult | Promise<RowResult> {
  if (node.behaviour.kind !== 'transform') throw new Error(`${node.id} is no transform`);
  const run = node.behaviour.prepare(contextOf(node, options));
  return (row) => run(row, 'in');
}

/** All rows a barrier yields for these rows at its port `in`, or for rows by input port. */
export async function collected(
  node: NodeType,
  rows: Row[] | Record<string, Row[]>,
  options: ContextOptions = {},
): Promise<Row[]> {
  if (node.behaviour.kind !== 'barrier') throw new Error(`${node.id} is no barrier`);
  const context = contextOf(node, options);
  async function* pages(given: readonly Row[]): AsyncIterable<Row[]> {
    for (let at = 0; at < given.length; at += context.pageSize) yield given.slice(at, at + context.pageSize);
  }
  const byPort = Array.isArray(rows) ? { in: rows } : rows;
  const inputs = Object.fromEntries(Object.entries(byPort).map(([port, given]) => [port, pages(given)]));
  const result: Row[] = [];
  for await (const page of node.behaviour.collect(inputs, context))
    if (Array.isArray(page)) result.push(...page);
  return result;
}
