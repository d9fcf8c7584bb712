// Thirty orders on their whole way, from the store to the ERP and back as invoice, tracking and delivery, by the flows that
// come with Eclusa. The worker that carries them is killed in the middle of each flow, with calls under way whose answers
// nobody hears: nothing is lost, and nothing is made twice.
import { nodeTypes } from '@eclusa/nodes';
import { OrderShop } from './order-shop.testing';
import { until } from './triggers/triggers.testing';

const count = 30;
const quick = { event: { pollSeconds: 1, visibilitySeconds: 30 } };
const hour = 3_600_000;
let shop: OrderShop;

beforeEach(async () => {
  shop = await OrderShop.open();
});
afterEach(() => shop.close());

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, one) => all + one, 0);
const once = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, 1]));

/** Kills `worker` while another is there to take over, and gives back the pages it held, with its claims on them. */
async function killInTheMiddle(worker: ReturnType<OrderShop['startWorker']>, node: string, calls: number) {
  const held = await shop.held();
  expect(held.length).toBeGreaterThan(0);
  // Each of them was done at the other side, and its answer is still to come.
  expect(await shop.begun(node)).toBeGreaterThanOrEqual(calls);
  await shop.kill(worker);
  expect(await shop.begun(node)).toBeGreaterThanOrEqual(calls);
  return held;
}

/** Another worker has claimed, and finished, what the killed one held. */
async function expectTakenOver(held: Awaited<ReturnType<typeof killInTheMiddle>>) {
  const pages = new Map((await shop.pages()).map((page) => [page.id, page]));
  for (const { id, fence } of held) {
    expect(pages.get(id)).toMatchObject({ state: 'done' });
    expect(pages.get(id)?.fence).toBeGreaterThan(fence);
  }
}

test('thirty orders reach the ERP, and come back invoiced, tracked and delivered, once each, though workers are killed', async () => {
  const { sandbox, erp, site } = shop;
  const toErp = await shop.publish('order-to-erp', quick);
  const toStore = await shop.publish('invoices-to-vtex');

  // To the ERP. Looking is slow, so that not all orders are there before the kill.
  erp.faults.add([{ kind: 'latency', route: 'GET /erp/v1/pedidos/*', delayMs: 100 }]);
  const first = shop.startWorker();
  await until(
    async () => (await shop.trigger(toErp)).beganAt !== null,
    () => shop.trigger(toErp),
  );
  const ids = shop.place(count);
  const taken = () => Object.keys(erp.orders.report().taken).length;
  await until(() => taken() >= 10);
  erp.faults.add([{ kind: 'slow-answer', delayMs: hour }]);
  await until(() => (erp.faults.list().at(-1)?.hits ?? 0) >= 4);
  expect(taken()).toBeLessThan(count);
  const second = shop.startWorker();
  const heldFirst = await killInTheMiddle(first, 'erp', 4);
  erp.faults.clear();
  await until(
    () => shop.statuses()['handling'] === count,
    () => shop.statuses(),
  );
  await until(async () => (await shop.runs(toErp)).every(({ state }) => state === 'completed'));
  await expectTakenOver(heldFirst);
  expect(erp.orders.report()).toEqual({ taken: once(ids), doubled: [], cancelled: [] });
  expect(shop.requests('POST /api/oms/pvt/orders/{orderId}/start-handling')['204']).toBe(count);

  // Back as invoices. From the eleventh on the store does its work and never answers.
  sandbox.faults.add([{ kind: 'timeout', route: 'POST */invoice', after: 10 }]);
  const invoices = await shop.start(toStore);
  await until(() => (sandbox.faults.list()[0]?.hits ?? 0) >= 4);
  expect(shop.statuses()['invoiced']).toBeLessThan(count);
  shop.startWorker();
  const heldSecond = await killInTheMiddle(second, 'invoice', 4);
  sandbox.faults.clear();
  expect(await site.wait(invoices)).toMatchObject({ state: 'completed', written: count, failed: 0 });
  await expectTakenOver(heldSecond);
  expect(shop.statuses()).toEqual({ invoiced: count });

  // Sent and delivered; then there is nothing more to tell.
  erp.orders.times = { dispatch: 0, delivery: 0 };
  const tracked = await site.wait(await shop.start(toStore));
  expect(tracked).toMatchObject({ state: 'completed', written: count, failed: 0 });
  const again = await site.wait(await shop.start(toStore));
  expect(again).toMatchObject({ state: 'completed', written: 0, skipped: count, failed: 0 });

  expectWhole(ids);
}, 180_000);

/** Every order has one invoice of its whole value, one tracking number, and is delivered; no write was repeated. */
function expectWhole(ids: readonly string[]) {
  const { sandbox, erp } = shop;
  const packages = ids.map((id) => {
    const { value, packageAttachment } = shop.document(id);
    expect(packageAttachment.packages).toHaveLength(1);
    const [one] = packageAttachment.packages;
    expect(one).toMatchObject({ type: 'Output', invoiceValue: value, courierStatus: { finished: true } });
    expect(one?.courierStatus.data.map(({ description }) => description)).toEqual([
      'Pedido enviado',
      'Pedido entregue',
    ]);
    return one;
  });
  expect(new Set(packages.map((one) => one?.invoiceNumber)).size).toBe(count);
  expect(new Set(packages.map((one) => one?.trackingNumber)).size).toBe(count);
  expect(erp.orders.report()).toEqual({ taken: once(ids), doubled: [], cancelled: [] });
  // The journal of the store: not even a second attempt at an invoice.
  expect(sum(shop.requests('POST /api/oms/pvt/orders/{orderId}/invoice'))).toBe(count);
  expect(sum(shop.requests('PATCH /api/oms/pvt/orders/{orderId}/invoice/{invoiceNumber}'))).toBe(count);
  expect(sum(shop.requests('PUT /api/oms/pvt/orders/{orderId}/invoice/{invoiceNumber}/tracking'))).toBe(
    2 * count,
  );
  const made = [...sandbox.state.creates.all()].filter(({ kind }) => kind === 'invoice');
  expect(made).toHaveLength(count);
  expect(made.filter(({ created, refused }) => created !== 1 || refused !== 0)).toEqual([]);
  expect(sandbox.state.creates.doubled()).toEqual([]);
}

test('an order that is cancelled on one side is cancelled on the other, once, and the echo changes nothing', async () => {
  const { site, erp } = shop;
  const toErp = await shop.publish('order-to-erp', quick);
  const byStore = await shop.publish('cancellations-to-erp');
  const byErp = await shop.publish('cancellations-to-vtex');
  await site.work(nodeTypes);
  await until(async () => (await shop.trigger(toErp)).beganAt !== null);
  const ids = shop.place(6);
  await until(
    () => shop.statuses()['handling'] === 6,
    () => shop.statuses(),
  );
  const [inStore = '', inErp = ''] = ids;
  await shop.cancelInStore(inStore);
  await fetch(`${erp.url}/erp/v1/pedidos/${inErp}/cancelamento`, { method: 'POST' });
  // The ERP cancels, and its answer is lost.
  erp.faults.add([{ kind: 'drop-after', route: 'POST */cancelamento', count: 1 }]);

  const once = async (version: typeof byStore) => {
    const { state, readRows, written, failed } = await site.wait(await shop.start(version));
    return { state, readRows, written, failed };
  };
  expect(await once(byStore)).toEqual({ state: 'completed', readRows: 1, written: 1, failed: 0 });
  expect(await once(byErp)).toEqual({ state: 'completed', readRows: 2, written: 2, failed: 0 });
  expect(erp.orders.report().cancelled.sort()).toEqual([inStore, inErp].sort());
  expect(shop.statuses()).toEqual({ canceled: 2, handling: 4 });

  // Each side now hears of its own cancellation.
  expect(await once(byStore)).toEqual({ state: 'completed', readRows: 2, written: 1, failed: 0 });
  for (const version of [byStore, byErp])
    expect(await once(version)).toMatchObject({ written: 0, failed: 0 });
  expect(shop.requests('POST /api/oms/pvt/orders/{orderId}/cancel')).toEqual({ '200': 2 });
  expect(shop.document(inErp).cancelReason).toBe('Sem estoque no depósito');
  expect(shop.document(inStore).cancelReason).toBe('Cliente desistiu');
}, 90_000);
