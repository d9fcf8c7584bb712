// Every VTEX route of the sandbox in one list.
import type { Gate } from '../gate/gate';
import type { Route } from '../http/wire';
import type { Store } from '../store/store';
import { accountRoutes } from './account';
import { brandRoutes } from './brand';
import { cartSimulationRoutes } from './cart-simulation';
import { categoryRoutes } from './category';
import { dockRoutes } from './dock';
import { eanRoutes } from './ean';
import { freightRoutes } from './freight';
import { holidayRoutes } from './holiday';
import { imageRoutes } from './image';
import { inventoryRoutes } from './inventory';
import { pickupPointRoutes } from './pickup-point';
import { polygonRoutes } from './polygon';
import { pricingRoutes } from './pricing';
import { productRoutes } from './product';
import { reservationRoutes } from './reservation';
import { shippingCalculationRoutes } from './shipping-calculation';
import { shippingPolicyRoutes } from './shipping-policy';
import { skuRoutes } from './sku';
import { skuLookupRoutes } from './sku-lookup';
import { specificationRoutes } from './specification';
import { stockFileRoutes } from './stock-file';
import { supplyLotRoutes } from './supply-lot';
import { warehouseRoutes } from './warehouse';

export interface RouteSettings {
  account: string;
  clock: () => number;
  inventoryLockMs?: number;
  stockFileMs?: number;
  unverified?: {
    priceOfUnknownSku?: number;
    stockOfUnknownSku?: number;
    unknownProductRefId?: '200-null' | '404';
  };
}

export function vtexRoutes(store: Store, gate: Gate, settings: RouteSettings): Route[] {
  const { account, clock, unverified = {} } = settings;
  return [
    ...accountRoutes(account, gate),
    ...categoryRoutes(store, account),
    ...brandRoutes(store),
    ...productRoutes(store, { unknownProductRefId: unverified.unknownProductRefId ?? '200-null' }),
    ...skuRoutes(store, clock),
    ...skuLookupRoutes(store),
    ...eanRoutes(store),
    ...imageRoutes(store, account),
    ...specificationRoutes(store),
    ...inventoryRoutes(store, {
      account,
      clock,
      lockMs: settings.inventoryLockMs ?? 1,
      unknownSku: unverified.stockOfUnknownSku ?? 400,
    }),
    ...reservationRoutes(store, clock),
    ...warehouseRoutes(store),
    ...dockRoutes(store),
    ...shippingPolicyRoutes(store),
    ...freightRoutes(store),
    ...holidayRoutes(store),
    ...pickupPointRoutes(store),
    ...polygonRoutes(store),
    ...supplyLotRoutes(store, clock),
    ...stockFileRoutes(store, {
      account,
      clock,
      workMs: settings.stockFileMs ?? 0,
      lockMs: settings.inventoryLockMs ?? 1,
    }),
    ...shippingCalculationRoutes(store),
    ...cartSimulationRoutes(store, clock),
    ...pricingRoutes(store, { clock, unknownSku: unverified.priceOfUnknownSku ?? 404 }),
  ];
}
