// Which boxes a first flow is made of, in the order in which rows pass them. Pure data and choices; filling their
// mappings is `start-flow.ts`.
import type { Json } from '../json';
import type { StartAnswers, StartGoal } from './answers';

/** A box before its mapping is filled. */
export interface PlannedBox {
  /** Its id in the document. */
  id: string;
  /** Of the catalogue. */
  type: string;
  /** The slot its connection field holds. */
  slot?: 'store' | 'erp';
  config?: Record<string, Json>;
  /** Targets that a box in front of it answers: the expression by target. */
  given?: Readonly<Record<string, string>>;
  /** Targets without which the box is of no use here, though it could do without. */
  wanted?: readonly string[];
}

const store = (id: string, type: string, more: Partial<PlannedBox> = {}): PlannedBox => ({
  id,
  type,
  slot: 'store',
  ...more,
});

const findSku = store('sku', 'vtex.sku-find', { config: { saveAs: 'sku', whenMissing: 'fail' } });
const readOrder = store('order', 'vtex.order-get', {
  config: { saveAs: 'order' },
  given: { orderId: 'orderId' },
});

const toStore: Record<Exclude<StartGoal, 'ordersToErp' | 'ordersToFile' | 'ordersToApi'>, PlannedBox[]> = {
  products: [
    store('category', 'vtex.category-upsert', { config: { saveAs: 'category' } }),
    store('brand', 'vtex.brand-upsert', { config: { saveAs: 'brand' } }),
    store('product', 'vtex.product-upsert', {
      config: { saveAs: 'product' },
      given: { CategoryId: 'category.id', BrandId: 'brand.id' },
    }),
    store('sku', 'vtex.sku-upsert', { config: { saveAs: 'sku' }, given: { ProductId: 'product.id' } }),
  ],
  prices: [findSku, store('price', 'vtex.price-set', { given: { itemId: 'sku.Id' }, wanted: ['basePrice'] })],
  stock: [findSku, store('stock', 'vtex.stock-set', { given: { skuId: 'sku.Id' }, wanted: ['quantity'] })],
  invoices: [store('invoice', 'vtex.order-invoice')],
  tracking: [store('tracking', 'vtex.order-tracking', { wanted: ['trackingNumber'] })],
  customers: [store('customer', 'vtex.customer-import')],
};

/** The boxes, the one that rows come from first. */
export function planOf(answers: StartAnswers): PlannedBox[] {
  const { to } = answers;
  const source = sourceOf(answers);
  // Their own address is the person's to fill in: no two systems have the same.
  const send: PlannedBox = { id: 'send', type: 'output.http', slot: 'erp', config: { body: 'order' } };
  switch (to) {
    case 'ordersToErp':
      return [
        source,
        readOrder,
        send,
        store('handling', 'vtex.order-start-handling', { given: { orderId: 'orderId' } }),
      ];
    case 'ordersToApi':
      return [source, readOrder, send];
    case 'ordersToFile':
      return [source, { id: 'file', type: 'output.file', config: { name: 'orders-{date}' } }];
    default:
      return [source, ...toStore[to]];
  }
}

function sourceOf({ from, pace, file, path, items, sample }: StartAnswers): PlannedBox {
  switch (from) {
    case 'file':
      // An uploaded file stays as it is: what is read again and again lies at an address.
      return pace === 'schedule'
        ? { id: 'source', type: 'source.csv', slot: 'erp', config: { from: 'address' } }
        : { id: 'source', type: 'source.csv', config: { from: 'file', ...(file && { file }) } };
    case 'http':
      return {
        id: 'source',
        type: 'source.http',
        slot: 'erp',
        config: { paging: 'none', ...(path && { path }), ...(items && { items }) },
      };
    case 'call':
      return {
        id: 'source',
        type: 'source.call',
        ...(sample.length > 0 && { config: { example: JSON.stringify(sample.slice(0, 5), null, 2) } }),
      };
    case 'vtex':
      return pace === 'event'
        ? store('source', 'vtex.order-events')
        : store('source', 'vtex.order-list', { config: { lastHours: 24 } });
  }
}
