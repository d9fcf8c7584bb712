// Logistics: stock per SKU and warehouse. PUT is absolute and zeroes what is left out; two writes at once answer 423.
import { setTimeout as sleep } from 'node:timers/promises';
import { objectBody, optionalNumber, optionalText, pathId, type JsonObject } from '../http/fields';
import { empty, json, refuse, text, type Call, type Reply, type Route } from '../http/wire';
import type { Stock, Warehouse } from '../store/entities';
import type { Store } from '../store/store';
import { clearAcknowledged, confirmedQuantity, reservedQuantity } from './reservation';

export interface InventorySettings {
  account: string;
  clock: () => number;
  /** How long a write holds the lock of its SKU and warehouse. */
  lockMs: number;
  /** Status for a SKU the store does not have: no source tells. */
  unknownSku: number;
}

type Write = (stock: Stock, body: JsonObject) => Stock;

/** What an unlimited stock is shown as. */
const unlimitedShown = 1_000_000;

export function inventoryRoutes(store: Store, settings: InventorySettings): Route[] {
  const locks = new Set<string>();
  const sku = '/api/logistics/pvt/inventory/skus/{skuId}';
  const writer = (write: Write, done: Reply) => (call: Call) =>
    locked(store, settings, locks, call, write, done);
  return [
    { request: `PUT ${sku}/warehouses/{warehouseId}`, handler: writer(replace, json(true)) },
    { request: `PATCH ${sku}/warehouses/{warehouseId}/quantity`, handler: writer(quantityOnly, empty(204)) },
    { request: `PATCH ${sku}/warehouses/{warehouseId}/lead-time`, handler: writer(leadTimeOnly, empty(204)) },
    { request: `GET ${sku}`, handler: (call) => bySku(store, call) },
    {
      request: 'GET /api/logistics/pvt/inventory/items/{skuId}/warehouses/{warehouseId}',
      handler: (call) => byWarehouse(store, call),
    },
    {
      request: 'GET /api/logistics/pvt/inventory/items/{skuId}/docks/{dockId}',
      handler: (call) => byDock(store, call),
    },
    // The reference calls the first place {itemId} here; the two routes share it.
    {
      request: 'GET /api/logistics/pvt/inventory/items/{skuId}/warehouses/{warehouseId}/dispatched',
      handler: (call) => dispatched(store, call),
    },
  ];
}

async function locked(
  store: Store,
  settings: InventorySettings,
  locks: Set<string>,
  call: Call,
  write: Write,
  done: Reply,
): Promise<Reply> {
  const skuId = pathId(call.params.skuId);
  const warehouseId = call.params.warehouseId ?? '';
  if (!store.skus.has(skuId)) refuse(settings.unknownSku, `SKU ${call.params.skuId} not found.`);
  if (!findWarehouse(store, warehouseId)) refuse(400, `Warehouse ${warehouseId} not found.`);
  const body = objectBody(call.body);
  const key = `${settings.account}_item_logistics_${skuId}_${warehouseId}`;
  if (locks.has(key)) return text(`Unable to acquire lock for key: ${key}.`, 423);
  locks.add(key);
  try {
    if (settings.lockMs > 0) await sleep(settings.lockMs);
    const byId = store.stock.get(skuId) ?? new Map<string, Stock>();
    const before = byId.get(warehouseId) ?? newStock(warehouseId);
    const balanceAt =
      optionalText(body, 'dateUtcOnBalanceSystem') ?? new Date(settings.clock()).toISOString();
    byId.set(warehouseId, { ...write(before, body), balanceAt });
    store.stock.set(skuId, byId);
    clearAcknowledged(store, skuId, warehouseId);
    return done;
  } finally {
    locks.delete(key);
  }
}

const newStock = (warehouseId: string): Stock => ({
  warehouseId,
  quantity: 0,
  unlimited: false,
  leadTime: '00:00:00',
  balanceAt: '',
});

const replace: Write = (stock, body) => leadTimeOnly(quantityOnly(stock, body), body);

function quantityOnly(stock: Stock, body: JsonObject): Stock {
  const quantity = optionalNumber(body, 'quantity') ?? 0;
  if (!Number.isInteger(quantity) || quantity < 0)
    refuse(400, 'Field quantity must be an integer that is not negative');
  const unlimited = body.unlimitedQuantity ?? false;
  if (typeof unlimited !== 'boolean') return refuse(400, 'Field unlimitedQuantity must be a boolean');
  return { ...stock, quantity, unlimited };
}

function leadTimeOnly(stock: Stock, body: JsonObject): Stock {
  const leadTime = optionalText(body, 'leadTime') ?? '00:00:00';
  if (!/^(\d+\.)?\d{2}:\d{2}:\d{2}(\.\d+)?$/.test(leadTime))
    refuse(400, 'Field leadTime must have the form d.hh:mm:ss');
  return { ...stock, leadTime };
}

/** Inventory takes any case of a warehouse id; a second spelling becomes a second stock, as on the real route. */
function findWarehouse(store: Store, id: string): Warehouse | undefined {
  const exact = store.warehouses.get(id);
  if (exact) return exact;
  return [...store.warehouses.values()].find((warehouse) => warehouse.id.toLowerCase() === id.toLowerCase());
}

function bySku(store: Store, call: Call): Reply {
  const skuId = pathId(call.params.skuId);
  const written = store.stock.get(skuId) ?? new Map<string, Stock>();
  const ids = new Set([...store.warehouses.keys(), ...written.keys()]);
  const balance = [...ids].map((id) => {
    const stock = written.get(id) ?? newStock(id);
    return {
      warehouseId: id,
      warehouseName: findWarehouse(store, id)?.name ?? id,
      totalQuantity: shownQuantity(stock),
      reservedQuantity: reservedQuantity(store, skuId, id),
      hasUnlimitedQuantity: stock.unlimited,
      timeToRefill: null,
      dateOfSupplyUtc: null,
      leadTime: stock.leadTime,
    };
  });
  return json({ skuId: call.params.skuId, balance });
}

function byWarehouse(store: Store, call: Call): Reply {
  return json(entries(store, pathId(call.params.skuId), call.params.warehouseId ?? ''));
}

function byDock(store: Store, call: Call): Reply {
  const skuId = pathId(call.params.skuId);
  const all = [...(store.stock.get(skuId)?.keys() ?? [])].flatMap((id) => entries(store, skuId, id));
  return json(all.filter(({ dockId }) => dockId === call.params.dockId));
}

/** One for each dock of the warehouse; none where the SKU never had stock. */
function entries(store: Store, skuId: number, id: string) {
  const stock = store.stock.get(skuId)?.get(id);
  if (!stock) return [];
  const reserved = reservedQuantity(store, skuId, id);
  const docks = findWarehouse(store, id)?.warehouseDocks ?? [];
  return docks.map(({ dockId }) => ({
    skuId: String(skuId),
    warehouseId: id,
    dockId,
    totalQuantity: shownQuantity(stock),
    reservedQuantity: reserved,
    availableQuantity: shownQuantity(stock) - reserved,
    isUnlimited: stock.unlimited,
    salesChannel: ['1'],
    deliveryChannels: ['delivery'],
    timeToRefill: null,
    dateOfSupplyUtc: null,
    supplyLotId: null,
    keepSellingAfterExpiration: false,
    transfer: null,
  }));
}

/** Confirmed reservations have left the payment behind and are on their way to the shelf. */
function dispatched(store: Store, call: Call): Reply {
  const skuId = pathId(call.params.skuId);
  const id = call.params.warehouseId ?? '';
  const stock = store.stock.get(skuId)?.get(id);
  if (!stock) return json([]);
  if (activeReservations(store) > mostActive) return refuse(400, 'Too many active reservations');
  const reserved = reservedQuantity(store, skuId, id);
  return json([
    {
      skuId: call.params.skuId,
      warehouseId: id,
      quantity: shownQuantity(stock),
      isUnlimitedQuantity: stock.unlimited,
      totalReservedQuantity: reserved,
      dispatchedReservationsQuantity: confirmedQuantity(store, skuId, id),
      availableQuantity: shownQuantity(stock) - reserved,
    },
  ]);
}

const mostActive = 2000;

function activeReservations(store: Store): number {
  return [...store.reservations.values()].filter(({ status }) => status === 1 || status === 2).length;
}

function shownQuantity(stock: Stock): number {
  return stock.unlimited ? unlimitedShown : stock.quantity;
}
