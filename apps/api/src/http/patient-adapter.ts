// The HTTP server under the service: how long it waits for headers, and what it says of bytes that are no request.
import { ExpressAdapter } from '@nestjs/platform-express';
import { randomUUID } from 'node:crypto';
import { createServer, STATUS_CODES, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { problemOf } from './problem.filter';
import { Refusal } from './refusal';

export interface ServerTimes {
  /** From the first byte of a request to the end of its headers. */
  headersMs: number;
  /** From the first byte of a request to its last. */
  requestMs: number;
  keepAliveMs: number;
  /** Between two looks at all connections: a slow one is ended so much later at most. */
  lookMs: number;
}

const usualTimes: ServerTimes = {
  headersMs: 20_000,
  // An upload of the largest file over a slow line. One that stands still is ended long before.
  requestMs: 60 * 60_000,
  // Longer than load balancers and clients keep a connection: who closes first must not be us, in the middle of a request.
  keepAliveMs: 75_000,
  lookMs: 5_000,
};

export class PatientAdapter extends ExpressAdapter {
  constructor(private readonly times: ServerTimes = usualTimes) {
    super();
  }

  override initHttpServer(options: Parameters<ExpressAdapter['initHttpServer']>[0]): void {
    super.initHttpServer(options);
    this.httpServer = patientServer(this.getInstance<Parameters<typeof createServer>[1]>(), this.times);
  }
}

/** A server that ends slow requests, and answers what it cannot read with a problem document, too. */
export function patientServer(listener: Parameters<typeof createServer>[1], times: ServerTimes): Server {
  const { headersMs, requestMs, keepAliveMs, lookMs } = times;
  const server = createServer(
    {
      ...{ headersTimeout: headersMs, requestTimeout: requestMs, keepAliveTimeout: keepAliveMs },
      connectionsCheckingInterval: lookMs,
    },
    listener,
  );
  /** What each connection is being answered. */
  const current = new WeakMap<Socket, ServerResponse>();
  server.on('request', ({ socket }, answer) => current.set(socket, answer));
  return server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    const answer = current.get(socket);
    const isUnderWay = answer?.headersSent && !answer.writableFinished;
    if (!socket.writable || isUnderWay || error.code === 'ECONNRESET') return void socket.destroy();
    socket.end(answerTo(error.code, Math.ceil(headersMs / 1_000)));
  });
}

function answerTo(code: string | undefined, seconds: number): string {
  const refusal =
    code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? new Refusal(408, 'api.headers-too-slow', { seconds })
      : code === 'HPE_HEADER_OVERFLOW'
        ? new Refusal(431, 'api.headers-too-large')
        : new Refusal(400, 'api.request-unreadable');
  const requestId = randomUUID();
  const body = JSON.stringify(problemOf(refusal, 'en', requestId));
  const head = [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
    ...['connection: close', 'cache-control: no-store', 'content-type: application/problem+json'],
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${requestId}`,
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}
