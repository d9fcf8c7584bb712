// Which warehouse, dock and shipping policy can bring a SKU to a postal code, at what price and in what time.
import type { Freight } from '../store/logistics';
import type { Store } from '../store/store';
import { covers } from './freight';
import { availableIn } from './reservation';

export interface Wish {
  skuId: number;
  quantity: number;
  postalCode: string;
  country: string;
  salesChannel: string;
  /** What the goods are worth, in decimal currency, for freight that is a percentage of it. */
  value: number;
}

export interface Delivery {
  warehouseId: string;
  dockId: string;
  policyId: string;
  policyName: string;
  shippingMethod: string;
  /** Decimal currency. */
  price: number;
  transitTime: string;
  dockTime: string;
  leadTime: string;
  days: number;
  available: number;
}

/** Units that can be sold from all active warehouses. */
export function availableInAll(store: Store, skuId: number): number {
  const active = [...store.warehouses.values()].filter(({ isActive }) => isActive);
  return active.reduce((sum, { id }) => sum + availableIn(store, skuId, id), 0);
}

/** Every way to deliver all of the quantity from one warehouse, cheapest first. */
export function deliveries(store: Store, wish: Wish): Delivery[] {
  const weight = (store.skus.get(wish.skuId)?.PackagedWeightKg ?? 0) * wish.quantity;
  const found: Delivery[] = [];
  for (const { warehouse, dock, policyId } of ways(store, wish)) {
    const policy = store.logistics.policies.get(policyId);
    if (policy?.isActive !== true) continue;
    const line = store.logistics.freights.get(policyId)?.find((one) => takes(one, wish, weight));
    if (!line) continue;
    const leadTime = store.stock.get(wish.skuId)?.get(warehouse)?.leadTime ?? '00:00:00';
    found.push({
      warehouseId: warehouse,
      dockId: dock.id,
      policyId,
      policyName: String(policy.name),
      shippingMethod: String(policy.shippingMethod),
      price: priceOf(line, wish, weight),
      transitTime: line.timeCost,
      dockTime: dock.dockTimeFake,
      leadTime,
      days: Math.max(1, daysOf(line.timeCost) + daysOf(dock.dockTimeFake) + daysOf(leadTime)),
      available: availableIn(store, wish.skuId, warehouse),
    });
  }
  return found.sort((a, b) => a.price - b.price || a.days - b.days);
}

function* ways(store: Store, { skuId, quantity, salesChannel }: Wish) {
  for (const warehouse of store.warehouses.values()) {
    if (!warehouse.isActive || availableIn(store, skuId, warehouse.id) < quantity) continue;
    for (const { dockId } of warehouse.warehouseDocks) {
      const dock = store.logistics.docks.get(dockId);
      if (!dock?.isActive || !dock.salesChannels.includes(salesChannel)) continue;
      for (const policyId of dock.freightTableIds) yield { warehouse: warehouse.id, dock, policyId };
    }
  }
}

function takes(line: Freight, wish: Wish, weight: number): boolean {
  const fits = line.weightStart <= weight && weight <= line.weightEnd;
  return fits && line.country === wish.country && covers(line, wish.postalCode);
}

function priceOf(line: Freight, wish: Wish, weight: number): number {
  const byValue = (line.pricePercent / 100) * wish.value;
  const byWeight = (line.pricePercentByWeight / 100) * weight;
  return Math.round((line.absoluteMoneyCost + byValue + byWeight) * 100) / 100;
}

/** Whole days of `d.hh:mm:ss`, a part of one counted as one. */
function daysOf(duration: string): number {
  const [, days = '0', time = ''] = /^(?:(\d+)\.)?(\d{2}:\d{2}:\d{2})/.exec(duration) ?? [];
  return Number(days) + (/[1-9]/.test(time) ? 1 : 0);
}
