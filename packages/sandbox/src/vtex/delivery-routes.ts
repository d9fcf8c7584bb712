// Every route of Logistics beside stock, reservations and warehouses, and the checkout's simulation that stands on them.
import type { Route } from '../http/wire';
import type { Store } from '../store/store';
import { cartSimulationRoutes } from './cart-simulation';
import { dockRoutes } from './dock';
import { freightRoutes } from './freight';
import { holidayRoutes } from './holiday';
import { locationRoutes } from './location';
import { pickupPointRoutes } from './pickup-point';
import { polygonRoutes } from './polygon';
import { shippingCalculationRoutes } from './shipping-calculation';
import { shippingPolicyRoutes } from './shipping-policy';
import { stockFileRoutes } from './stock-file';
import { supplyLotRoutes } from './supply-lot';

interface DeliverySettings {
  account: string;
  clock: () => number;
  inventoryLockMs?: number;
  stockFileMs?: number;
}

export function deliveryRoutes(store: Store, settings: DeliverySettings): Route[] {
  const { account, clock, inventoryLockMs = 1, stockFileMs = 0 } = settings;
  return [
    ...dockRoutes(store),
    ...shippingPolicyRoutes(store),
    ...freightRoutes(store),
    ...holidayRoutes(store),
    ...pickupPointRoutes(store),
    ...polygonRoutes(store),
    ...supplyLotRoutes(store, clock),
    ...stockFileRoutes(store, { account, clock, workMs: stockFileMs, lockMs: inventoryLockMs }),
    ...shippingCalculationRoutes(store),
    ...cartSimulationRoutes(store, clock),
    ...locationRoutes(store, account, clock),
  ];
}
