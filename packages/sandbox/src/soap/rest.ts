// The SOAP service stands over the same store as REST, and over the same rules: its methods ask the REST handlers.
import type { Handler, Reply } from '../http/wire';
import { Refusal } from '../http/wire';
import { Router } from '../http/router';
import type { Route } from '../http/wire';
import { SoapFault } from './message';

/** Asks a REST route: `rest('PUT /api/catalog/pvt/brand/5', body)`. Throws SoapFault with what REST refuses with. */
export type Rest = (request: string, body?: unknown) => Promise<unknown>;

export function restOf(routes: readonly Route[]): Rest {
  const router = new Router(routes);
  return async (request, body) => {
    const [method = '', target = ''] = request.split(' ');
    const url = new URL(target, 'http://sandbox');
    const match = router.find(method, url.pathname);
    if (!match || match === 'path') {
      throw new SoapFault('a:ActionNotSupported', `The sandbox has nothing for this method (${request}).`);
    }
    const { params } = match;
    const call = { method, path: url.pathname, params, query: url.searchParams, headers: {}, body };
    const reply = await settle(() => match.route.handler(call));
    if (reply.status >= 400) throw new SoapFault('s:Client', textOf(reply));
    return reply.body;
  };
}

async function settle(work: () => ReturnType<Handler>): Promise<Reply> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return error.reply;
    throw error;
  }
}

function textOf({ status, body, text }: Reply): string {
  const { Message, error } = (body ?? {}) as { Message?: string; error?: { message?: string } };
  return text ?? Message ?? error?.message ?? (typeof body === 'string' ? body : `HTTP ${status}`);
}
