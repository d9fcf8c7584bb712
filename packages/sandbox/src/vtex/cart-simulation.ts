// Checkout: the simulation of a cart, from the store's own prices, stock and freight. Money in cents. Open to shoppers.
import { listBody, objectBody, optionalText, requiredNumber, requiredText } from '../http/fields';
import { json, type Call, type Reply, type Route } from '../http/wire';
import type { Store } from '../store/store';
import { availableInAll, deliveries, type Delivery } from './delivery';
import { computed } from './fixed-price';
import { modifierOf } from './price-modifier';

interface Line {
  index: number;
  skuId: number;
  quantity: number;
  seller: string;
  salesChannel: string;
  postalCode: string | null;
  country: string;
}

interface Message {
  code: string;
  text: string;
  status: string;
  fields: object;
}

export function cartSimulationRoutes(store: Store, clock: () => number): Route[] {
  return [
    {
      request: 'POST /api/checkout/pub/orderForms/simulation',
      handler: (call) => simulate(store, clock(), call),
    },
  ];
}

function simulate(store: Store, now: number, call: Call): Reply {
  const body = objectBody(call.body);
  const postalCode = optionalText(body, 'postalCode');
  const country = optionalText(body, 'country') ?? 'BRA';
  const lines = listBody(body.items).map((entry, index): Line => {
    const item = objectBody(entry);
    return {
      index,
      skuId: Number(requiredText(item, 'id')),
      quantity: requiredNumber(item, 'quantity'),
      seller: requiredText(item, 'seller'),
      salesChannel: call.query.get('sc') ?? '1',
      postalCode,
      country,
    };
  });
  const messages: Message[] = [];
  const known = lines.filter((line) => isSold(store, line, messages));
  const answers = known.map((line, itemIndex) => answerTo(store, now, line, itemIndex));
  const items = answers.map(({ item }) => item);
  const freight = answers.reduce((sum, { way }) => sum + (way ? cents(way.price) : 0), 0);
  const goods = items.reduce((sum, item) => sum + item.sellingPrice * item.quantity, 0);
  return json({
    items,
    ratesAndBenefitsData: { rateAndBenefitsIdentifiers: [], teaser: [] },
    paymentData: { installmentOptions: [], paymentSystems: [], payments: [], giftCards: [] },
    selectableGifts: [],
    marketingData: null,
    postalCode,
    country,
    logisticsInfo: answers.map(({ logistics }) => logistics),
    messages,
    purchaseConditions: { itemPurchaseConditions: [] },
    pickupPoints: [],
    subscriptionData: null,
    totals: [
      { id: 'Items', name: 'Total dos Itens', value: goods },
      { id: 'Shipping', name: 'Total do Frete', value: freight },
    ],
    itemMetadata: { items: [] },
  });
}

/** An item that is not for sale leaves the answer, and a message says so. */
function isSold(store: Store, { skuId }: Line, messages: Message[]): boolean {
  if (store.skus.get(skuId)?.IsActive === true) return true;
  const text = `O item ${skuId} não está disponível.`;
  messages.push({ code: 'ORD027', text, status: 'error', fields: { id: String(skuId) } });
  return false;
}

function answerTo(store: Store, now: number, line: Line, itemIndex: number) {
  const price = priceOf(store, now, line);
  const ways = price && line.postalCode ? waysFor(store, line, price.selling) : [];
  const availability = availabilityOf(store, line, price !== undefined, ways);
  const selling = cents(price?.selling ?? 0);
  const item = {
    id: String(line.skuId),
    requestIndex: line.index,
    quantity: line.quantity,
    seller: line.seller,
    sellerChain: [line.seller],
    tax: 0,
    priceValidUntil: price?.until ?? null,
    price: selling,
    listPrice: cents(price?.list ?? 0),
    rewardValue: 0,
    sellingPrice: selling,
    offerings: [],
    priceTags: [],
    measurementUnit: store.skus.get(line.skuId)?.MeasurementUnit ?? 'un',
    unitMultiplier: store.skus.get(line.skuId)?.UnitMultiplier ?? 1,
    parentItemIndex: null,
    availability,
  };
  const logistics = {
    itemIndex,
    addressId: null,
    selectedSla: null,
    selectedDeliveryChannel: null,
    quantity: line.quantity,
    shipsTo: [line.country],
    slas: oncePerPolicy(ways).map((way) => slaOf(way, line.quantity)),
    deliveryChannels: [{ id: 'delivery' }],
  };
  return { item, logistics, way: ways[0] };
}

function priceOf(store: Store, now: number, line: Line) {
  const price = store.prices.get(line.skuId);
  const { salesChannel, quantity } = line;
  const percent = price ? modifierOf(store, price, salesChannel, now) : 0;
  const found = price && computed(price, salesChannel, quantity, now, percent);
  if (!found) return undefined;
  const { sellingPrice, listPrice, priceValidUntil } = found as Record<string, unknown>;
  return { selling: Number(sellingPrice), list: Number(listPrice), until: String(priceValidUntil) };
}

const waysFor = (store: Store, line: Line, selling: number): Delivery[] =>
  deliveries(store, { ...line, postalCode: line.postalCode ?? '', value: selling * line.quantity });

function availabilityOf(store: Store, line: Line, hasPrice: boolean, ways: readonly Delivery[]): string {
  if (!hasPrice) return 'withoutPrice';
  if (availableInAll(store, line.skuId) < line.quantity) return 'withoutStock';
  return line.postalCode !== null && ways.length === 0 ? 'cannotBeDelivered' : 'available';
}

function oncePerPolicy(ways: readonly Delivery[]): Delivery[] {
  const first = new Map<string, Delivery>();
  for (const way of ways) if (!first.has(way.policyId)) first.set(way.policyId, way);
  return [...first.values()];
}

function slaOf(way: Delivery, quantity: number): object {
  const { policyId: courierId, policyName: courierName, warehouseId, dockId } = way;
  return {
    id: way.shippingMethod,
    deliveryChannel: 'delivery',
    name: way.shippingMethod,
    deliveryIds: [{ courierId, warehouseId, dockId, courierName, quantity }],
    shippingEstimate: `${way.days}bd`,
    shippingEstimateDate: null,
    lockTTL: null,
    availableDeliveryWindows: [],
    deliveryWindow: null,
    price: cents(way.price),
    listPrice: cents(way.price),
    tax: 0,
    pickupStoreInfo: { isPickupStore: false, friendlyName: null, address: null, dockId: null },
    pickupPointId: null,
    pickupDistance: 0,
    polygonName: null,
    transitTime: `${way.days}bd`,
  };
}

const cents = (amount: number): number => Math.round(amount * 100);
