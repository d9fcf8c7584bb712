// Ends requests whose body comes too slowly, whoever reads it: a connection must not be held by a byte now and then.
import type { Request, RequestHandler } from 'express';
import { sendProblem } from './problem.filter';
import { Refusal } from './refusal';

export interface Patience {
  /** Silence that ends a body. */
  idleMs: number;
  /** From then on it has to bring this many bytes a second, on average. */
  firstMs: number;
  slowest: number;
  /** Between two looks. */
  beatMs: number;
}

/** As bodies of rows are judged by the one that reads them, which looks closer and so answers first. */
export const usualPatience: Patience = { idleMs: 30_000, firstMs: 60_000, slowest: 1_024, beatMs: 5_000 };

interface Watched {
  bytesAtFirst: number;
  bytes: number;
  idleMs: number;
  waitedMs: number;
}

/** Watches every body until it is whole. One that is too slow is answered 408 `api.body-too-slow` and cut off. */
export function patientBodies({
  idleMs,
  firstMs,
  slowest,
  beatMs,
}: Patience = usualPatience): RequestHandler {
  const watched = new Map<Request, { seen: Watched; end: () => void }>();
  let timer: NodeJS.Timeout | undefined;

  const look = (): void => {
    for (const [request, { seen, end }] of watched) {
      if (request.complete || request.destroyed) watched.delete(request);
      else if (isTooSlow(request, seen)) end();
    }
    if (watched.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };

  const isTooSlow = (request: Request, seen: Watched): boolean => {
    const bytes = request.socket.bytesRead;
    const isOurs = request.readableLength > 0;
    // What waits for us to read it is no fault of its sender.
    seen.idleMs = bytes > seen.bytes || isOurs ? 0 : seen.idleMs + beatMs;
    if (!isOurs) seen.waitedMs += beatMs;
    seen.bytes = bytes;
    const perSecond = ((bytes - seen.bytesAtFirst) / seen.waitedMs) * 1_000;
    return seen.idleMs >= idleMs || (seen.waitedMs > firstMs && perSecond < slowest);
  };

  return (request, response, next) => {
    if (request.complete || !hasBody(request)) return next();
    const bytes = request.socket.bytesRead;
    const end = () => {
      watched.delete(request);
      if (response.headersSent) return void request.destroy();
      sendProblem(
        new Refusal(408, 'api.body-too-slow', { seconds: Math.ceil(idleMs / 1_000) }),
        request,
        response,
      );
    };
    watched.set(request, { seen: { bytesAtFirst: bytes, bytes, idleMs: 0, waitedMs: 0 }, end });
    timer ??= setInterval(look, beatMs).unref();
    next();
  };
}

function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
