// A bare HTTP server: listens, reads bodies up to a limit, writes answers, closes at once. Refuses nothing by itself.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Reply } from './wire';

export interface Listening {
  url: string;
  port: number;
  /** Cuts every open connection, also those that wait for an answer that never comes. */
  close(): Promise<void>;
}

const bodyLimit = 5 * 1024 * 1024;

/** Port 0 takes any free port. Rejects with a sentence a person can act on when the port is taken. */
export function listen(
  name: string,
  port: number,
  host: string,
  listener: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Listening> {
  const server = createServer({ keepAliveTimeout: 60_000 }, listener);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Error(portTaken(name, port)) : error);
    });
    server.listen(port, host, () => {
      const at = (server.address() as AddressInfo).port;
      const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
      resolve({ url: `http://${shown}:${at}`, port: at, close: () => close(server) });
    });
  });
}

function close(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function portTaken(name: string, port: number): string {
  const variable = name === 'demo ERP' ? 'ECLUSA_ERP_PORT' : 'ECLUSA_SANDBOX_PORT';
  return `Port ${port} for the ${name} is in use. Stop the process that has it, or set ${variable} to a free port.`;
}

/** Whole body, or undefined when it is larger than `limit`, 5 MiB unless given (the rest is thrown away). */
export async function readBody(
  request: IncomingMessage,
  limit: number = bodyLimit,
): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  return size > limit ? undefined : Buffer.concat(chunks);
}

/** Writes the answer and ends the response. */
export function send(response: ServerResponse, reply: Reply): void {
  if (response.destroyed || response.headersSent) return;
  const payload = payloadOf(reply);
  const headers: Record<string, string | number> = { ...reply.headers };
  if (payload === undefined) headers['content-length'] = 0;
  else {
    headers['content-type'] = reply.type ?? (reply.text === undefined ? jsonType : textType);
    headers['content-length'] = Buffer.byteLength(payload);
  }
  if (reply.status === 204) delete headers['content-length'];
  response.writeHead(reply.status, headers);
  response.end(payload);
}

const jsonType = 'application/json; charset=utf-8';
const textType = 'text/plain; charset=utf-8';

/** The text that goes over the wire, undefined for an empty body. */
export function payloadOf(reply: Reply): string | undefined {
  if (reply.text !== undefined) return reply.text;
  return reply.body === undefined ? undefined : JSON.stringify(reply.body);
}
