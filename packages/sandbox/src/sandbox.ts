// A stand-in for VTEX: one server with every surface on one port, for one account or many, their state in memory.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { openAccount, type Account, type AccountHandle } from './account';
import { control } from './control/routes';
import { accountOf, accountOfKey } from './gate/account-name';
import { dispatch } from './gate/dispatch';
import type { Limits } from './gate/limits';
import { listen, send } from './http/server';
import { css, script } from './page/assets';
import { page } from './page/page';
import type { OrderTimes } from './store/order-status';

export interface SandboxOptions {
  /** Default 0: any free port. */
  port?: number;
  /** Default 127.0.0.1. */
  host?: string;
  /** The account that is meant where a request names none. Default `lojademo`. */
  account?: string;
  /** More accounts, each with a store of its own and the key `vtexappkey-{account}-SANDBOX`. */
  moreAccounts?: readonly string[];
  /** Default `vtexappkey-{account}-SANDBOX`. */
  appKey?: string;
  /** Default `sandbox-token`. */
  appToken?: string;
  /** Added to every VTEX answer. Default 0. */
  latencyMs?: number;
  /** How long a stock write holds its lock, so that concurrent writes meet 423. Default 1. */
  inventoryLockMs?: number;
  /** How much later than a read by id Master Data's search and scroll see a write. Default 0. */
  searchDelayMs?: number;
  /** How long a confirmed stock file is queued, and then worked on, each. Default 0: done at the first look. */
  stockFileMs?: number;
  /** The same of a file of prices that has arrived. Default 0. */
  priceFileMs?: number;
  /** Parts replace the published limits; `off` lifts all. */
  limits?: Partial<Limits> | 'off';
  /** Milliseconds since 1970, for rate limits, dates and faults. Default Date.now. */
  clock?: () => number;
  /** Parts replace how long payment, cancel window and index take, in milliseconds. */
  orderTimes?: Partial<OrderTimes>;
  /** Answers that no source documents. Defaults: 404, 400, `200-null`. */
  unverified?: {
    priceOfUnknownSku?: number;
    stockOfUnknownSku?: number;
    unknownProductRefId?: '200-null' | '404';
  };
}

/** The server, and the account that is meant where a request names none. */
export interface Sandbox extends AccountHandle {
  url: string;
  port: number;
  /** Every account by its name in small letters, the first included. */
  accounts: ReadonlyMap<string, AccountHandle>;
  close(): Promise<void>;
}

/** Resolves when the server listens. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const main = openAccount(options.account ?? 'lojademo', options);
  const { appKey: _key, ...shared } = options;
  const more = (options.moreAccounts ?? []).map((name) => openAccount(name, shared));
  const accounts = new Map([main, ...more].map((one) => [one.handle.account.toLowerCase(), one]));
  const server = await listen(
    'sandbox store',
    options.port ?? 0,
    options.host ?? '127.0.0.1',
    (request, response) => {
      serve(accounts, main, request, response).catch(() => request.socket.destroy());
    },
  );
  const close = async (): Promise<void> => {
    for (const one of accounts.values()) one.stop();
    await server.close();
  };
  const handles = new Map([...accounts].map(([name, { handle }]) => [name, handle]));
  return { ...server, ...main.handle, accounts: handles, close };
}

async function serve(
  accounts: ReadonlyMap<string, Account>,
  main: Account,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://sandbox');
  const { parts } = accounts.get(accountAsked(request, url)?.toLowerCase() ?? '') ?? main;
  if (url.pathname.startsWith('/_sandbox/')) return control(parts, request, response, url);
  if (url.pathname === '/') return send(response, page(parts, request, url));
  if (url.pathname === '/page.css') return send(response, { status: 200, text: css, type: 'text/css' });
  if (url.pathname === '/page.js')
    return send(response, { status: 200, text: script, type: 'text/javascript' });
  return dispatch(parts.desk, request, response, url);
}

/** The page and the control routes take `?account=`; a VTEX route names it as VTEX does, or by its key. */
function accountAsked(request: IncomingMessage, url: URL): string | undefined {
  if (url.pathname === '/' || url.pathname.startsWith('/_sandbox/')) {
    return url.searchParams.get('account') ?? undefined;
  }
  return accountOf(url, request.headers.host).account ?? accountOfKey(request.headers);
}
