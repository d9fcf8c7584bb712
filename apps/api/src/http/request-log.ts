// Names each request: in its answer, in every line that is logged on its behalf, and in answers Node gives by itself.
import { ConsoleLogger } from '@nestjs/common';
import { sentence } from '@eclusa/flow';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type Server } from 'node:http';
import type { Socket } from 'node:net';

const current = new AsyncLocalStorage<string>();

/** The header of every answer that names its request. */
const HEADER = 'x-request-id';

/** Gives each request an id that its answer and the log share. Never the caller's own: it would be anybody's. */
export function requestId(make: () => string = randomUUID): RequestHandler {
  return (_request: Request, response: Response, next: NextFunction) => {
    const id = make();
    response.setHeader(HEADER, id);
    current.run(id, next);
  };
}

/** The id of the request that is being worked on; undefined outside of one. */
export function currentRequestId(): string | undefined {
  return current.getStore();
}

type JsonLine = Parameters<ConsoleLogger['getJsonLogObject']>;
type TextLine = Parameters<ConsoleLogger['formatMessage']>;

/** Writes the id of the request into every line: as `requestId` in JSON, before the message in text. */
export class RequestLogger extends ConsoleLogger {
  protected override getJsonLogObject(...line: JsonLine): ReturnType<ConsoleLogger['getJsonLogObject']> {
    const id = currentRequestId();
    return { ...super.getJsonLogObject(...line), ...(id !== undefined && { requestId: id }) };
  }

  protected override formatMessage(...line: TextLine): string {
    const id = currentRequestId();
    const [level, message, pid, shownLevel, context, since, params] = line;
    const named: unknown = id === undefined ? message : `[${id}] ${String(message)}`;
    return super.formatMessage(level, named, pid, shownLevel, context, since, params);
  }
}

/** What Node itself refuses: a request that is none, too long a head, one that came too slowly. */
const refusals: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Answers with an id and a problem document what never becomes a request. */
export function answerUnreadable(server: Pick<Server, 'on'>): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    const status = refusals[error.code ?? ''] ?? 400;
    const id = randomUUID();
    const title = STATUS_CODES[status] ?? 'Error';
    const code = 'api.request-unreadable';
    const detail = sentence(code, {}, 'en');
    const body = JSON.stringify({
      ...{ type: `urn:eclusa:problem:${code}`, title, status, code, detail, values: {}, requestId: id },
    });
    socket.end(
      `HTTP/1.1 ${status} ${title}\r\n${HEADER}: ${id}\r\ncontent-type: application/problem+json\r\n` +
        `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
    );
  });
}
