// One VTEX account of the sandbox: its store and its clock, its credentials, limits and faults.
import { movableClock, settle } from './control/orders';
import type { Control } from './control/routes';
import { Faults } from './control/faults';
import { Journal } from './control/journal';
import type { Desk } from './gate/dispatch';
import { Gate } from './gate/gate';
import { Limiter, noLimits, publishedLimits } from './gate/limits';
import { Router } from './http/router';
import type { PageParts } from './page/page';
import type { SandboxOptions } from './sandbox';
import { soapService } from './soap/service';
import type { OrderEntry } from './store/order-book';
import { usualTimes } from './store/order-status';
import { productSnapshots, type ProductSnapshot } from './store/snapshot';
import { Store } from './store/store';
import { placeOrder, type WantedOrder } from './vtex/order-placing';
import { reserveForOrders } from './vtex/order-reservation';
import { vtexRoutes } from './vtex/routes';

/** An account as tests hold it. */
export interface AccountHandle {
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
}

export interface Account {
  handle: AccountHandle;
  /** What the control routes, the page and the VTEX routes work on. */
  parts: Control & PageParts;
  /** Ends what goes on by itself. */
  stop(): void;
}

/** An account named so, empty. */
export function openAccount(account: string, options: SandboxOptions): Account {
  const time = movableClock(options.clock ?? Date.now);
  const clock = time.now;
  const appKey = options.appKey ?? `vtexappkey-${account}-SANDBOX`;
  const appToken = options.appToken ?? 'sandbox-token';
  const limits = options.limits === 'off' ? noLimits : { ...publishedLimits, ...options.limits };
  const store = newStore(options);
  const gate = new Gate(appKey, appToken, clock);
  const faults = new Faults(clock);
  const journal = new Journal();
  const limiter = new Limiter(limits, clock);
  const routes = vtexRoutes(store, gate, { ...options, account, clock });
  const router = new Router(routes);
  const latencyMs = (): number => options.latencyMs ?? 0;
  const soap = soapService(store, routes);
  const desk: Desk = { account, router, soap, gate, limiter, faults, journal, clock, latencyMs };
  const reset = (): void => {
    time.reset();
    store.reset();
    gate.reset();
    faults.clear();
    journal.clear();
    limiter.reset(limits);
  };
  const advance = (milliseconds: number): void => {
    time.advance(milliseconds);
    settle(store, clock());
  };
  // Time also passes while nobody asks: whoever listens to orders hears of it within a second.
  const ticking = setInterval(() => settle(store, clock()), 1000).unref();
  return {
    handle: {
      ...{ account, appKey, appToken, state: store, faults, journal, reset, advance },
      products: () => [...productSnapshots(store)],
      placeOrder: (wanted) => placeOrder(store, clock(), wanted),
    },
    parts: { store, desk, clock: time, limits, reset, routes, credentials: { appKey, appToken } },
    stop: () => clearInterval(ticking),
  };
}

function newStore({ orderTimes }: SandboxOptions): Store {
  const store = new Store();
  store.orders.usual = { ...usualTimes, ...orderTimes };
  store.orders.reset();
  reserveForOrders(store);
  return store;
}
