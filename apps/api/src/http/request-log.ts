// Names each request: in its answer, and in every line that is logged on its behalf.
import { ConsoleLogger } from '@nestjs/common';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

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
