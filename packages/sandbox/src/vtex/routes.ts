// Every VTEX route of the sandbox in one list.
import type { Gate } from '../gate/gate';
import type { Route } from '../http/wire';
import type { Store } from '../store/store';
import { accountRoutes } from './account';
import { brandRoutes } from './brand';
import { categoryRoutes } from './category';
import { deliveryRoutes } from './delivery-routes';
import { couponRoutes } from './coupon';
import { eanRoutes } from './ean';
import { imageRoutes } from './image';
import { inventoryRoutes } from './inventory';
import { orderFeedRoutes } from './order-feed';
import { orderHookRoutes } from './order-hook';
import { orderRoutes } from './order-routes';
import { orderPlacingRoutes } from './order-placing';
import { priceFileRoutes } from './price-file';
import { priceRuleRoutes } from './price-rules';
import { pricingRoutes } from './pricing';
import { productRoutes } from './product';
import { promotionRoutes } from './promotion';
import { promotionImportRoutes } from './promotion-import';
import { reservationRoutes } from './reservation';
import { skuRoutes } from './sku';
import { skuLookupRoutes } from './sku-lookup';
import { specificationRoutes } from './specification';
import { warehouseRoutes } from './warehouse';

export interface RouteSettings {
  account: string;
  clock: () => number;
  inventoryLockMs?: number;
  stockFileMs?: number;
  priceFileMs?: number;
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
    ...orderRoutes({ store, clock }),
    ...deliveryRoutes(store, settings),
    ...orderPlacingRoutes(store, clock),
    ...promotionRoutes(store, clock),
    ...promotionImportRoutes(store, clock),
    ...couponRoutes(store, clock, account),
    ...priceRuleRoutes(store),
    ...priceFileRoutes(store, { clock, workMs: settings.priceFileMs ?? 0 }),
    ...orderFeedRoutes(store, clock),
    ...orderHookRoutes(store, clock, account),
    ...pricingRoutes(store, { clock, unknownSku: unverified.priceOfUnknownSku ?? 404 }),
  ];
}
