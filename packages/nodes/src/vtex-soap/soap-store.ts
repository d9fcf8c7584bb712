// The SOAP Web Service of the store a node talks to: the same limiter, retries and guarded fetch as REST.
import type { Connection, Json, NodeContext } from '@eclusa/flow';
import { createSoapClient, soapReads, type SoapClient, type SoapValues } from '@eclusa/vtex';
import { newId } from '../vtex/coerce';
import { KeyRefusals } from '../vtex/key-refusals';
import { readingFetch } from '../vtex/reading-fetch';
import { rethrow } from '../vtex/remote';
import { ratesOf } from '../vtex/store';

/** The service as an action sees it while it works on a row. */
export interface SoapStore {
  readonly dryRun: boolean;
  /**
   * The result of a method, null where it has none or a dry run kept it back. Methods that only read, and those
   * `again` says so of, are repeated by themselves. Throws RemoteError or UserError.
   */
  call(method: string, values?: SoapValues, again?: 'again'): Promise<Json>;
  /** Runs `work` while nobody else works on `what` of this account. */
  lock<T>(what: string, work: () => Promise<T>): Promise<T>;
}

/**
 * The service of the connection bound to `connection`. Throws UserError for settings that cannot be right. A box that
 * `onlyReads` gets a fetch that holds nothing back.
 */
export async function openSoap(
  context: NodeContext,
  onlyReads = false,
): Promise<(signal: AbortSignal) => SoapStore> {
  const connection = await context.connection('connection');
  const { dryRun } = context;
  const write = soapClientOf(connection, context);
  const read = onlyReads
    ? write
    : soapClientOf(connection, { ...context, fetch: readingFetch(context.fetch) });
  const refusals = new KeyRefusals();
  const now = () => context.now().getTime();
  return (signal) => ({
    dryRun,
    async call(method, values = {}, again) {
      const reads = soapReads(method);
      const once = () => (reads ? read : write).call(method, values, { signal }).catch(rethrow);
      refusals.check(method, now());
      try {
        const { result } = await (reads || again ? context.retry(once) : once());
        refusals.succeeded(method);
        return (result ?? null) as Json;
      } catch (error) {
        refusals.failed(method, error, now());
        throw error;
      }
    },
    lock: (what, work) => context.lock(`vtex:${write.account.toLowerCase()}:${what}`, work),
  });
}

/** The client for a vtex connection's values: its SOAP user, else the application key. Throws VtexInputError as UserError. */
export function soapClientOf(
  { values }: Connection,
  tools: Pick<NodeContext, 'fetch' | 'limiter'> & { dryRun?: boolean },
): SoapClient {
  const text = (name: string) => (typeof values[name] === 'string' ? values[name].trim() : '');
  const own = text('soapUser') !== '';
  try {
    return createSoapClient({
      account: text('account'),
      user: own ? text('soapUser') : text('appKey'),
      password: own ? text('soapPassword') : text('appToken'),
      baseUrl: text('soapBaseUrl') || text('mainBaseUrl'),
      rates: ratesOf(values),
      ...(tools.dryRun && { placeholder: newId }),
      fetch: tools.fetch,
      limiter: tools.limiter,
    });
  } catch (error) {
    return rethrow(error);
  }
}
