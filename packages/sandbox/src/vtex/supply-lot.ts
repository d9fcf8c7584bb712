// Logistics: supply lots, units that will arrive. A transfer makes them stock, and the lot is gone.
import { objectBody, pathId, requiredNumber, requiredText } from '../http/fields';
import { empty, json, refuse, type Call, type Reply, type Route } from '../http/wire';
import { lotPlace, type SupplyLot } from '../store/logistics';
import type { Store } from '../store/store';

export function supplyLotRoutes(store: Store, clock: () => number): Route[] {
  const base = '/api/logistics/pvt/inventory/items/{skuId}/warehouses/{warehouseId}/supplyLots';
  return [
    { request: `GET ${base}`, handler: (call) => json(list(store, call)) },
    { request: `PUT ${base}/{supplyLotId}`, handler: (call) => put(store, call) },
    { request: `POST ${base}/{supplyLotId}/transfer`, handler: (call) => transfer(store, clock, call) },
  ];
}

function placeOf(call: Call): { skuId: number; warehouseId: string } {
  return { skuId: pathId(call.params.skuId), warehouseId: call.params.warehouseId ?? '' };
}

function lotsOf(store: Store, { skuId, warehouseId }: ReturnType<typeof placeOf>): Map<string, SupplyLot> {
  return store.logistics.lots.get(lotPlace(skuId, warehouseId)) ?? new Map<string, SupplyLot>();
}

function list(store: Store, call: Call): object[] {
  const place = placeOf(call);
  const docks = store.warehouses.get(place.warehouseId)?.warehouseDocks ?? [];
  return [...lotsOf(store, place).values()].flatMap((lot) =>
    docks.map(({ dockId }) => ({
      skuId: call.params.skuId,
      warehouseId: lot.warehouseId,
      dockId,
      totalQuantity: lot.quantity,
      reservedQuantity: 0,
      availableQuantity: lot.quantity,
      isUnlimited: false,
      salesChannel: ['1'],
      deliveryChannels: ['delivery'],
      timeToRefill: null,
      dateOfSupplyUtc: lot.dateOfSupplyUtc,
      supplyLotId: lot.supplyLotId,
      keepSellingAfterExpiration: lot.keepSellingAfterExpiration,
      transfer: null,
      leadTime: '00:00:00',
    })),
  );
}

function put(store: Store, call: Call): Reply {
  const place = placeOf(call);
  if (!store.skus.has(place.skuId)) refuse(400, `SKU ${call.params.skuId} not found.`);
  if (!store.warehouses.has(place.warehouseId)) refuse(400, `Warehouse ${place.warehouseId} not found.`);
  const body = objectBody(call.body);
  const quantity = requiredNumber(body, 'quantity');
  const dateOfSupplyUtc = requiredText(body, 'dateOfSupplyUtc');
  if (!Number.isInteger(quantity) || quantity < 0) refuse(400, 'Field quantity must be a whole number');
  if (Number.isNaN(Date.parse(dateOfSupplyUtc))) refuse(400, 'Field dateOfSupplyUtc must be a date');
  const supplyLotId = call.params.supplyLotId ?? '';
  const keepSellingAfterExpiration = body.keepSellingAfterExpiration === true;
  const lots = lotsOf(store, place);
  lots.set(supplyLotId, { ...place, supplyLotId, quantity, dateOfSupplyUtc, keepSellingAfterExpiration });
  store.logistics.lots.set(lotPlace(place.skuId, place.warehouseId), lots);
  return empty(204);
}

function transfer(store: Store, clock: () => number, call: Call): Reply {
  const place = placeOf(call);
  const lots = lotsOf(store, place);
  const lot = lots.get(call.params.supplyLotId ?? '') ?? refuse(404, 'Supply lot not found.');
  const ofSku = store.stock.get(place.skuId) ?? new Map();
  const before = ofSku.get(place.warehouseId);
  ofSku.set(place.warehouseId, {
    warehouseId: place.warehouseId,
    unlimited: before?.unlimited ?? false,
    leadTime: before?.leadTime ?? '00:00:00',
    quantity: (before?.quantity ?? 0) + lot.quantity,
    balanceAt: new Date(clock()).toISOString(),
  });
  store.stock.set(place.skuId, ofSku);
  lots.delete(lot.supplyLotId);
  store.creates.created('lot-transfer', `${lotPlace(place.skuId, place.warehouseId)}/${lot.supplyLotId}`);
  return empty(204);
}
