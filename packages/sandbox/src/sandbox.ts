// A stand-in VTEX store: one server with every surface on one port, its state in memory.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { movableClock, settle } from './control/orders';
import { control, type Control } from './control/routes';
import { Faults } from './control/faults';
import { Journal } from './control/journal';
import { dispatch, type Desk } from './gate/dispatch';
import { Gate } from './gate/gate';
import { Limiter, noLimits, publishedLimits, type Limits } from './gate/limits';
import { Router } from './http/router';
import { listen, send, type Listening } from './http/server';
import { css, script } from './page/assets';
import { page, type PageParts } from './page/page';
import { productSnapshots, type ProductSnapshot } from './store/snapshot';
import type { OrderEntry } from './store/order-book';
import { usualTimes, type OrderTimes } from './store/order-status';
import { Store } from './store/store';
import { placeOrder, type WantedOrder } from './vtex/order-placing';
import { reserveForOrders } from './vtex/order-reservation';
import { vtexRoutes } from './vtex/routes';

export interface SandboxOptions {
  /** Default 0: any free port. */
  port?: number;
  /** Default 127.0.0.1. */
  host?: string;
  /** Default `lojademo`. */
  account?: string;
  /** Default `vtexappkey-{account}-SANDBOX`. */
  appKey?: string;
  /** Default `sandbox-token`. */
  appToken?: string;
  /** Added to every VTEX answer. Default 0. */
  latencyMs?: number;
  /** How long a stock write holds its lock, so that concurrent writes meet 423. Default 1. */
  inventoryLockMs?: number;
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

export interface Sandbox {
  url: string;
  port: number;
  account: string;
  appKey: string;
  appToken: string;
  /** The live store: maps by id and by natural key. */
  state: Store;
  faults: Faults;
  journal: Journal;
  /** Plain copy of every product with its SKUs, prices and stock, in order of creation. */
  products(): ProductSnapshot[];
  /** Places an order from the simple body of `POST /_sandbox/orders`. */
  placeOrder(wanted: WantedOrder): OrderEntry;
  /** Moves the store's clock forward and lets happen what is due by then. */
  advance(milliseconds: number): void;
  /** Empty store, full limits, no faults, no journal, all roles, and the clock where it was. */
  reset(): void;
  close(): Promise<void>;
}

/** Resolves when the server listens. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const time = movableClock(options.clock ?? Date.now);
  const clock = time.now;
  const account = options.account ?? 'lojademo';
  const appKey = options.appKey ?? `vtexappkey-${account}-SANDBOX`;
  const appToken = options.appToken ?? 'sandbox-token';
  const limits = options.limits === 'off' ? noLimits : { ...publishedLimits, ...options.limits };
  const store = newStore(options);
  const gate = new Gate(appKey, appToken, clock);
  const faults = new Faults(clock);
  const journal = new Journal();
  const limiter = new Limiter(limits, clock);
  const router = new Router(vtexRoutes(store, gate, { ...options, account, clock }));
  const desk: Desk = {
    account,
    router,
    gate,
    limiter,
    faults,
    journal,
    clock,
    latencyMs: () => options.latencyMs ?? 0,
  };
  const reset = (): void => {
    time.reset();
    store.reset();
    gate.reset();
    faults.clear();
    journal.clear();
    limiter.reset(limits);
  };
  const parts = { store, desk, clock: time, limits, reset, credentials: { appKey, appToken } };
  const server = await listen(
    'sandbox store',
    options.port ?? 0,
    options.host ?? '127.0.0.1',
    (request, response) => {
      serve(parts, request, response).catch(() => request.socket.destroy());
    },
  );
  const close = closeWith(server, store, clock);
  const products = (): ProductSnapshot[] => [...productSnapshots(store)];
  const place = (wanted: WantedOrder): OrderEntry => placeOrder(store, clock(), wanted);
  const advance = (milliseconds: number): void => {
    time.advance(milliseconds);
    settle(store, clock());
  };
  const known = { account, appKey, appToken, state: store, faults, journal, products, reset };
  return { ...server, ...known, close, placeOrder: place, advance };
}

/** Time also passes while nobody asks: whoever listens to orders hears of it within a second, until it is closed. */
function closeWith(server: Listening, store: Store, clock: () => number): () => Promise<void> {
  const ticking = setInterval(() => settle(store, clock()), 1000).unref();
  return () => {
    clearInterval(ticking);
    return server.close();
  };
}

function newStore({ orderTimes }: SandboxOptions): Store {
  const store = new Store();
  store.orders.usual = { ...usualTimes, ...orderTimes };
  store.orders.reset();
  reserveForOrders(store);
  return store;
}

async function serve(
  parts: Control & PageParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://sandbox');
  if (url.pathname.startsWith('/_sandbox/')) return control(parts, request, response, url);
  if (url.pathname === '/') return send(response, page(parts, request, url));
  if (url.pathname === '/page.css') return send(response, { status: 200, text: css, type: 'text/css' });
  if (url.pathname === '/page.js')
    return send(response, { status: 200, text: script, type: 'text/javascript' });
  return dispatch(parts.desk, request, response, url);
}
