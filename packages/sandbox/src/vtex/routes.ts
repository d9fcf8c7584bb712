// Every VTEX route of the sandbox in one list.
import type { Gate } from '../gate/gate';
import type { Route } from '../http/wire';
import type { Store } from '../store/store';
import { accountRoutes } from './account';
import { brandRoutes } from './brand';
import { categoryRoutes } from './category';
import { collectionRoutes } from './collection';
import { complementRoutes } from './complement';
import { creditAccountRoutes } from './credit-account';
import { creditInvoiceRoutes } from './credit-invoice';
import { documentRoutes } from './document';
import { documentSchemaRoutes } from './document-schema';
import { documentSearchRoutes } from './document-search';
import { couponRoutes } from './coupon';
import { deliveryRoutes } from './delivery-routes';
import { eanRoutes } from './ean';
import { imageRoutes } from './image';
import { inventoryRoutes } from './inventory';
import { kitRoutes } from './kit';
import { orderFeedRoutes } from './order-feed';
import { orderHookRoutes } from './order-hook';
import { orderPlacingRoutes } from './order-placing';
import { orderRoutes } from './order-routes';
import { paymentNotificationRoutes } from './payment-notification';
import { paymentRoutes } from './payment';
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
import { specificationTreeRoutes } from './specification-tree';
import { warehouseRoutes } from './warehouse';

export interface RouteSettings {
  account: string;
  clock: () => number;
  inventoryLockMs?: number;
  searchDelayMs?: number;
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
  const documents = { account, clock, searchDelayMs: settings.searchDelayMs ?? 0 };
  return [
    ...accountRoutes(store, account, gate),
    ...categoryRoutes(store, account),
    ...brandRoutes(store),
    ...productRoutes(store, { unknownProductRefId: unverified.unknownProductRefId ?? '200-null' }),
    ...skuRoutes(store, clock),
    ...skuLookupRoutes(store),
    ...eanRoutes(store),
    ...imageRoutes(store, account),
    ...specificationRoutes(store),
    ...specificationTreeRoutes(store),
    ...kitRoutes(store),
    ...complementRoutes(store),
    ...collectionRoutes(store),
    ...inventoryRoutes(store, {
      account,
      clock,
      lockMs: settings.inventoryLockMs ?? 1,
      unknownSku: unverified.stockOfUnknownSku ?? 400,
    }),
    ...reservationRoutes(store, clock),
    ...warehouseRoutes(store),
    ...documentRoutes(store, documents),
    ...documentSearchRoutes(store, documents),
    ...documentSchemaRoutes(store, clock),
    ...paymentRoutes(store, clock),
    ...paymentNotificationRoutes(store, clock),
    ...creditAccountRoutes(store, clock),
    ...creditInvoiceRoutes(store, clock),
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
