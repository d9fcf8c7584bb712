// Reads all documents of an entity by Master Data's scroll. Its token moves on with every call, so a call whose answer
// was lost cannot be made again: then, or when the token has died, the list starts anew and documents come twice, but
// none is left out.
import { RemoteError, UserError, type Json, type JsonObject } from '@eclusa/flow';
import type { VtexAnswer } from '@eclusa/vtex';
import { asObject, hasStatus, retold } from '../vtex/remote';
import { listOf, type ListPage, type ListTools } from '../vtex/vtex-list';
import { listQuery } from './document-fields';

export const scrollDocuments = 'GET /api/dataentities/{dataEntityName}/scroll';

const mostOfPage = 1000;
const mostRestarts = 3;
const busyMs = 60_000;

/** Where a scroll is: without a token at its start. */
interface At {
  token?: string;
  /** Documents since the start, and how many there are in all. */
  seen: number;
  total?: number;
  restarts: number;
}

/** The scroll has to start anew: its token is dead, or an answer of it was lost. */
class ScrollLost extends Error {}

/** One page: what the token has next, or the first documents. Throws UserError when it had to start anew too often. */
export async function readScroll(cursor: Json, tools: ListTools): Promise<ListPage> {
  const at = (asObject(cursor) as At | null) ?? { seen: 0, restarts: 0 };
  let answer: VtexAnswer;
  try {
    answer = at.token === undefined ? await open(tools) : await goOn(at.token, tools);
  } catch (error) {
    if (error instanceof ScrollLost) return restarted(at, tools);
    throw error;
  }
  const items = listOf(answer.body as Json, scrollDocuments);
  const total = Number(answer.headers['rest-content-total'] ?? Number.NaN);
  const token = answer.headers['x-vtex-md-token'] ?? at.token;
  const seen = at.seen + items.length;
  const known = Number.isNaN(total) ? at.total : total;
  const all = known === undefined ? {} : { total: known };
  if (known !== undefined && seen >= known) {
    if (items.length > 0 && token !== undefined) await end(token, tools);
    return { items, next: null, ...all };
  }
  // The end before all were seen: an answer was lost on the way, perhaps by a worker that stopped.
  if (items.length === 0) return known === undefined ? { items, next: null } : restarted(at, tools);
  if (token === undefined)
    throw new UserError('vtex.answer-without-list', { values: { request: scrollDocuments } });
  const next: At = { token, seen, restarts: at.restarts, ...all };
  return { items, next: next as unknown as JsonObject, ...all };
}

function restarted({ restarts }: At, { config }: ListTools): ListPage {
  if (restarts >= mostRestarts)
    throw new UserError('vtex.document-scroll-lost', {
      values: { entity: config['entity'] ?? '', restarts },
    });
  return { items: [], next: { seen: 0, restarts: restarts + 1 } };
}

const params = ({ config }: ListTools) => ({ dataEntityName: String(config['entity']).trim() });

/** A page of VTEX is a page of ours at most: what is left of a larger one could not be asked for again. */
async function open(tools: ListTools): Promise<VtexAnswer> {
  const { context, config, ask } = tools;
  const size = Math.min(context.pageSize, mostOfPage);
  const query = { ...listQuery(config, context.parameters), _size: size };
  try {
    return await ask(scrollDocuments, { params: params(tools), query });
  } catch (error) {
    if (!hasStatus(error, 400) || !/simultaneous scrolls/i.test(String(error.values['message']))) throw error;
    const busy = retold('vtex.document-scrolls-busy', error);
    throw new RemoteError(busy.code, {
      values: busy.values,
      cause: error,
      retryable: true,
      retryAfter: busyMs,
    });
  }
}

async function goOn(token: string, tools: ListTools): Promise<VtexAnswer> {
  const call = { params: params(tools), query: { _token: token }, once: true };
  // Refused before the work, the token has not moved: such a call may be made again.
  return tools.context.retry(async () => {
    try {
      return await tools.ask(scrollDocuments, call);
    } catch (error) {
      if (hasStatus(error, 400) && /operation not found/i.test(String(error.values['message'])))
        throw new ScrollLost();
      const isRefused = hasStatus(error, 429) || hasStatus(error, 503);
      if (error instanceof RemoteError && error.retryable && !isRefused) throw new ScrollLost();
      throw error;
    }
  });
}

/** Reads the empty page that ends a scroll, so that it no longer counts among the ten that may be open. */
async function end(token: string, tools: ListTools): Promise<void> {
  const call = { params: params(tools), query: { _token: token }, once: true };
  await tools.ask(scrollDocuments, call).catch(() => undefined);
}
