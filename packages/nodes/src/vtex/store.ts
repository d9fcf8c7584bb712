// The store a node talks to: the connection's client, with reads that may find nothing and locks per account.
import { UserError, type Connection, type Json, type JsonObject, type NodeContext } from '@eclusa/flow';
import {
  createVtexClient,
  publishedRates,
  readsOnly,
  type Rates,
  type VtexAnswer,
  type VtexCall,
  type VtexClient,
} from '@eclusa/vtex';
import { KeyRefusals } from './key-refusals';
import { RowReads } from './row-reads';
import { asObject, hasStatus, rethrow } from './remote';

type Options = Pick<VtexCall, 'params' | 'query' | 'body' | 'surface' | 'headers'> & {
  /** What is there now, in the shape of the body; null when nothing is. Asked only where differences are told. */
  before?: () => Promise<Json | undefined>;
};

/** `once`: not repeated by itself, for a read that moves on with every call. */
export type AskOptions = Options & { once?: boolean };

/** One store as an action sees it while it works on a row. */
export interface Store {
  readonly account: string;
  readonly dryRun: boolean;
  /**
   * The parsed answer to `GET /path/{with}/{places}`; throws RemoteError or UserError. All but a POST that writes is repeated by
   * itself, so that one fault does not start a row of several calls from the beginning.
   */
  send(request: string, options?: AskOptions): Promise<Json>;
  /** As `send`, with status and headers of the answer; names of headers in lower case. */
  ask(request: string, options?: AskOptions): Promise<VtexAnswer>;
  /** The object answered, or null for 404 and for VTEX's `200 null`. */
  find(request: string, options?: Options): Promise<JsonObject | null>;
  /** Runs `work` while nobody else works on `what` of this account. */
  lock<T>(what: string, work: () => Promise<T>): Promise<T>;
}

/** The client of the connection bound to `field`. Throws UserError for settings that cannot be right. */
export async function openStore(
  context: NodeContext,
  field = 'connection',
): Promise<(signal: AbortSignal) => Store> {
  const client = clientOf(await context.connection(field), context);
  const refusals = new KeyRefusals();
  return (signal) => storeOf(client, context, refusals, signal);
}

/** The client for a vtex connection's values. Throws VtexInputError. */
export function clientOf(connection: Connection, tools: Pick<NodeContext, 'fetch' | 'limiter'>): VtexClient {
  const { values } = connection;
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : '');
  const [main, pricing] = [text('mainBaseUrl'), text('pricingBaseUrl')];
  return createVtexClient({
    account: text('account'),
    environment: text('environment'),
    appKey: text('appKey'),
    appToken: text('appToken'),
    // An override of `main` moves what has no own override too: a test store answers everything in one place.
    baseUrls: {
      ...(main !== '' && { main, payments: main, 'batch-inventory': main, 'pricing-hub': main, vault: main }),
      ...((pricing || main) !== '' && { pricing: pricing || main }),
    },
    rates: ratesOf(values),
    fetch: tools.fetch,
    limiter: tools.limiter,
  });
}

/** The rates a connection changes. */
export function ratesOf(values: Connection['values']): Partial<Rates> {
  const perSecond = (name: string) =>
    typeof values[name] === 'number' && values[name] > 0 ? values[name] : undefined;
  const pricing = perSecond('pricingWritesPerSecond');
  const other = perSecond('otherCallsPerSecond');
  return {
    ...(pricing !== undefined && {
      // VTEX's burst is 15 seconds' worth of writes.
      pricingWrite: {
        ratePerSecond: pricing,
        burst: Math.max(publishedRates.pricingWrite.burst, pricing * 15),
      },
    }),
    ...(other !== undefined && {
      pricingRead: { ratePerSecond: other, burst: other * 2 },
      other: { ratePerSecond: other, burst: other * 2 },
    }),
  };
}

function storeOf(
  client: VtexClient,
  context: NodeContext,
  refusals: KeyRefusals,
  signal: AbortSignal,
): Store {
  const reads = new RowReads(client, signal);
  const ask: Store['ask'] = async (request, { once: isSingle = false, before, ...options } = {}) => {
    const { method, path } = parseRequest(request);
    const call = { method, path, ...options, signal };
    const looks = readsOnly(method, path);
    const telling = looks ? undefined : context.telling;
    const difference = telling && (await reads.difference(call, before));
    const plain = () => client.request(call).catch(rethrow);
    const once = telling && difference ? () => telling(difference, plain) : plain;
    // What an unanswered POST did has to be looked up before it is sent again: that is for the caller.
    const now = () => context.now().getTime();
    refusals.check(request, now());
    try {
      const isBlind = method === 'POST' && !looks;
      const answer = await (isBlind || isSingle ? once() : context.retry(once));
      refusals.succeeded(request);
      reads.note(call, answer.body as Json);
      return answer;
    } catch (error) {
      refusals.failed(request, error, now());
      if (hasStatus(error, 404)) reads.note(call, null);
      throw error;
    }
  };
  const send: Store['send'] = async (request, options) => (await ask(request, options)).body as Json;
  return {
    account: client.account,
    dryRun: context.dryRun,
    send,
    ask,
    async find(request, options) {
      try {
        return asObject(await send(request, options));
      } catch (error) {
        if (hasStatus(error, 404)) return null;
        throw error;
      }
    },
    lock: (what, work) => context.lock(`vtex:${client.account.toLowerCase()}:${what}`, work),
  };
}

/** `PUT /pricing/prices/{itemId}` in its two parts. */
export function parseRequest(request: string): Pick<VtexCall, 'method' | 'path'> {
  const [, method, path] = /^(GET|POST|PUT|PATCH|DELETE) (\/\S*)$/.exec(request) ?? [];
  if (!method || !path) throw new UserError('vtex.path-invalid', { values: { path: request } });
  return { method: method as VtexCall['method'], path };
}
