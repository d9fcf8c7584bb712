// Builds the document of a new order from the catalogue: items, totals, client, shipping, payment. Amounts in cents.
import type { OrderDocument, OrderItem, OrderTotal } from '../store/order';
import type { Store } from '../store/store';

export interface Placing {
  /** Unit price in cents. */
  items: { skuId: number; quantity: number; price: number }[];
  /** Freight of the whole order in cents. */
  shipping: number;
  /** Positive number of cents. */
  discount: number;
  salesChannel: string;
  payments: { paymentSystem: string }[];
  client: Record<string, unknown>;
  address?: Record<string, unknown>;
  marketplaceOrderId?: string;
  affiliateId?: string;
}

const paymentNames: Record<string, string> = {
  '2': 'Visa',
  '4': 'Mastercard',
  '6': 'Boleto Bancário',
  '125': 'Pix',
  '201': 'Promissória',
};

const someClient = {
  email: 'ana.lima@exemplo.com.br',
  firstName: 'Ana',
  lastName: 'Lima',
  documentType: 'cpf',
  document: '12345678909',
  phone: '+5511999990000',
  isCorporate: false,
  corporateName: null,
  tradeName: null,
  corporateDocument: null,
  stateInscription: null,
  corporatePhone: null,
  customerClass: null,
  customerCode: null,
};

const someAddress = {
  addressType: 'residential',
  receiverName: 'Ana Lima',
  addressId: 'casa',
  postalCode: '01310-100',
  city: 'São Paulo',
  state: 'SP',
  country: 'BRA',
  street: 'Avenida Paulista',
  number: '1000',
  neighborhood: 'Bela Vista',
  complement: null,
  reference: null,
  geoCoordinates: [],
};

/** The document of a new order, without a status. Its ids follow from the number of the order alone. */
export function documentFor(store: Store, now: number, placing: Placing): OrderDocument {
  const number = store.orders.takeNumber();
  const orderGroup = String(1_268_540_500_000 + number);
  const orderId = `${orderGroup}-01`;
  const at = new Date(now).toISOString();
  const items = placing.items.map((line, index) => itemOf(store, orderId, line, index));
  const totals = totalsOf(items, placing);
  const value = totals.reduce((sum, total) => sum + total.value, 0);
  return {
    orderId,
    sequence: String(500_000 + number),
    marketplaceOrderId: placing.marketplaceOrderId ?? '',
    sellerOrderId: `00-${orderId}`,
    origin: placing.marketplaceOrderId ? 'Fulfillment' : 'Marketplace',
    affiliateId: placing.affiliateId ?? '',
    salesChannel: placing.salesChannel,
    merchantName: null,
    status: null,
    workflowIsInError: false,
    statusDescription: null,
    value,
    creationDate: at,
    lastChange: at,
    orderGroup,
    totals,
    items,
    clientProfileData: clientOf(placing.client),
    shippingData: shippingOf(store, placing, now, items),
    paymentData: { giftCards: [], transactions: [transactionOf(number, value, placing.payments)] },
    ...untouched(),
  };
}

/** What no new order has yet. */
function untouched() {
  return {
    packageAttachment: { packages: [] },
    sellers: [{ id: '1', name: 'Loja Demo', logo: null, fulfillmentEndpoint: null }],
    changesAttachment: null,
    customData: null,
    openTextField: null,
    marketingData: null,
    ratesAndBenefitsData: { id: 'ratesAndBenefitsData', rateAndBenefitsIdentifiers: [] },
    cancellationData: null,
    cancelReason: null,
    hostname: 'lojademo',
    isCompleted: false,
    roundingError: 0,
    allowCancellation: false,
    allowEdition: false,
    isCheckedIn: false,
    authorizedDate: null,
    invoicedDate: null,
    storePreferencesData: {
      countryCode: 'BRA',
      currencyCode: 'BRL',
      currencySymbol: 'R$',
      timeZone: 'E. South America Standard Time',
    },
  };
}

function itemOf(store: Store, orderId: string, line: Placing['items'][number], index: number): OrderItem {
  const sku = store.skus.get(line.skuId);
  const product = store.products.get(sku?.ProductId ?? 0);
  const list = store.prices.get(line.skuId)?.listPrice;
  return {
    uniqueId: `${orderId}-${index + 1}`,
    id: String(line.skuId),
    productId: String(product?.Id ?? ''),
    ean: store.eansOfSku.get(line.skuId)?.[0] ?? null,
    lockId: orderId,
    itemAttachment: { content: {}, name: null },
    attachments: [],
    quantity: line.quantity,
    seller: '1',
    name: [product?.Name, sku?.Name].filter(Boolean).join(' '),
    refId: sku?.RefId ?? null,
    price: line.price,
    listPrice: list === undefined || list === null ? line.price : Math.round(list * 100),
    manualPrice: null,
    priceTags: [],
    sellerSku: String(line.skuId),
    commission: 0,
    tax: 0,
    measurementUnit: sku?.MeasurementUnit ?? 'un',
    unitMultiplier: sku?.UnitMultiplier ?? 1,
    sellingPrice: line.price,
    isGift: false,
  };
}

function totalsOf(items: OrderItem[], { discount, shipping }: Placing): OrderTotal[] {
  const goods = items.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  return [
    { id: 'Items', name: 'Items Total', value: goods },
    { id: 'Discounts', name: 'Discounts Total', value: discount === 0 ? 0 : -discount },
    { id: 'Shipping', name: 'Shipping Total', value: shipping },
    { id: 'Tax', name: 'Tax Total', value: 0 },
  ];
}

function clientOf(given: Record<string, unknown>): Record<string, unknown> {
  return { id: 'clientProfileData', ...someClient, ...given };
}

function shippingOf(
  store: Store,
  placing: Placing,
  now: number,
  items: OrderItem[],
): OrderDocument['shippingData'] {
  const address = { ...someAddress, ...placing.address };
  const arrival = new Date(now + 5 * 24 * 60 * 60_000).toISOString();
  return {
    id: 'shippingData',
    address,
    selectedAddresses: [address],
    trackingHints: null,
    logisticsInfo: items.map(({ id, quantity }, itemIndex) => ({
      itemIndex,
      selectedSla: 'Normal',
      selectedDeliveryChannel: 'delivery',
      deliveryCompany: 'Transportadora Demo',
      // The whole freight is on the first item.
      price: itemIndex === 0 ? placing.shipping : 0,
      listPrice: itemIndex === 0 ? placing.shipping : 0,
      sellingPrice: itemIndex === 0 ? placing.shipping : 0,
      lockTTL: '12d',
      shippingEstimate: '5bd',
      shippingEstimateDate: arrival,
      deliveryIds: [
        {
          courierId: '1',
          courierName: 'Transportadora Demo',
          dockId: '1_1_1',
          quantity,
          warehouseId: warehouseFor(store, Number(id)),
        },
      ],
      addressId: address.addressId,
    })),
  };
}

/** The first warehouse that has the SKU, else the first there is. */
function warehouseFor(store: Store, skuId: number): string {
  const [first] = store.stock.get(skuId)?.keys() ?? [];
  return first ?? [...store.warehouses.keys()][0] ?? '1_1';
}

function transactionOf(
  number: number,
  value: number,
  payments: { paymentSystem: string }[],
): OrderDocument['paymentData']['transactions'][number] {
  const hex = (start: string, index: number): string =>
    `${start}${String(number).padStart(28, '0')}${String(index).padStart(2, '0')}`.toUpperCase();
  return {
    isActive: true,
    transactionId: hex('AA', 0),
    merchantName: 'LOJADEMO',
    payments: payments.map((payment, index) => ({
      installments: 1,
      referenceValue: index === 0 ? value : 0,
      value: index === 0 ? value : 0,
      ...payment,
      id: hex('BB', index),
      paymentSystemName: paymentNames[payment.paymentSystem] ?? `Pagamento ${payment.paymentSystem}`,
      group: payment.paymentSystem === '6' ? 'bankInvoice' : 'creditCard',
      tid: null,
      dueDate: null,
      connectorResponses: {},
    })),
  };
}
