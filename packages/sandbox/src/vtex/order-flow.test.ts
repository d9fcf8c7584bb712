import { minutes, orders, orderStand, stock, type OrderStand } from './orders.testing';
import type { OrderEvent } from '../store/order-book';

describe('an order of the sandbox', () => {
  let stand: OrderStand;
  const call: OrderStand['call'] = (...given) => stand.call(...given);

  beforeAll(async () => {
    stand = await orderStand();
  });
  beforeEach(async () => {
    stand.sandbox.reset();
    await stock(call);
  });
  afterAll(() => stand.sandbox.close());

  const statusOf = async (id: string): Promise<unknown> => (await call(`GET ${orders}/${id}`)).json().status;
  const place = async (body: object = {}): Promise<string> => {
    const answer = await call('POST /_sandbox/orders', { skuId: 1, quantity: 2, ...body });
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.json<{ orderId: string }>().orderId;
  };
  const advance = (advanceMs: number) => call('POST /_sandbox/clock', { advanceMs });
  const reserved = async (): Promise<unknown> => {
    const answer = await call('GET /api/logistics/pvt/inventory/skus/1');
    return answer.json<{ balance: { reservedQuantity: number }[] }>().balance[0]?.reservedQuantity;
  };

  it('walks from payment to handling by the clock and by start-handling, and tells each step once', async () => {
    const events: OrderEvent[] = [];
    const stop = stand.sandbox.state.orders.onChange((event) => events.push(event));
    const id = await place();
    expect(await statusOf(id)).toBe('payment-pending');
    await advance(minutes(1));
    expect(await statusOf(id)).toBe('window-to-cancel');
    await advance(minutes(29));
    expect(await statusOf(id)).toBe('window-to-cancel');
    await advance(minutes(1));
    expect(await statusOf(id)).toBe('ready-for-handling');
    expect((await call(`POST ${orders}/${id}/start-handling`)).status).toBe(204);
    const again = await call(`POST ${orders}/${id}/start-handling`);
    expect([again.status, again.json()]).toEqual([
      409,
      {
        error: {
          code: 'OMS003',
          message: 'Order status should be ready-for-handling to perform this action',
          exception: null,
        },
      },
    ]);
    stop();
    expect(events.map(({ state }) => state)).toEqual([
      'order-created',
      'on-order-completed',
      'waiting-for-authorization',
      'payment-pending',
      'approve-payment',
      'payment-approved',
      'authorize-fulfillment',
      'window-to-cancel',
      'ready-for-handling',
      'start-handling',
      'handling',
    ]);
    expect(events[8]).toEqual({
      orderId: id,
      state: 'ready-for-handling',
      lastState: 'window-to-cancel',
      currentChange: '2026-11-23T00:31:00.000Z',
      lastChange: '2026-11-23T00:01:00.000Z',
      domain: 'Fulfillment',
    });
    await place();
    expect(events).toHaveLength(11);
  });

  it('has the amounts in cents, freight and discount in its totals, and is found by sequence', async () => {
    const id = await place({ shipping: 1500, discount: 100 });
    const order = (await call(`GET ${orders}/${id}`)).json<Record<string, unknown>>();
    expect(order).toMatchObject({
      value: 2 * 2499 + 1500 - 100,
      totals: [
        { id: 'Items', value: 4998 },
        { id: 'Discounts', value: -100 },
        { id: 'Shipping', value: 1500 },
        { id: 'Tax', value: 0 },
      ],
      items: [{ id: '1', refId: 'R-1', ean: '7891000315507', price: 2499, quantity: 2 }],
    });
    expect((await call(`GET ${orders}/${String(order.sequence)}`)).json().orderId).toBe(id);
    const missing = await call(`GET ${orders}/1-01`);
    expect([missing.status, missing.json<{ error: { code: string } }>().error.code]).toEqual([404, 'OMS007']);
  });

  it('holds units from the start, hands them over with handling, and only a stock write lets them go', async () => {
    const id = await place();
    expect(await reserved()).toBe(2);
    await advance(minutes(31));
    await call(`POST ${orders}/${id}/start-handling`);
    expect(await reserved()).toBe(2);
    await call('PATCH /api/logistics/pvt/inventory/skus/1/warehouses/1_1/quantity', { quantity: 8 });
    expect(await reserved()).toBe(0);
  });

  it('gives units back when it is cancelled before handling, not after', async () => {
    const early = await place();
    expect((await call(`POST ${orders}/${early}/cancel`, { reason: 'x' })).status).toBe(200);
    expect([await statusOf(early), await reserved()]).toEqual(['canceled', 0]);
    const late = await place({ status: 'handling' });
    await call(`POST ${orders}/${late}/cancel`);
    expect([await statusOf(late), await reserved()]).toEqual(['canceled', 2]);
  });

  it('is cancelled when the money is denied, or when nobody tells of it in time', async () => {
    const denied = await place({ payment: 'denied' });
    const slip = await place({ payment: 'notification' });
    await advance(minutes(1));
    expect([await statusOf(denied), await statusOf(slip)]).toEqual(['canceled', 'payment-pending']);
    await advance(5 * 24 * minutes(60));
    expect(await statusOf(slip)).toBe('canceled');
  });

  it('goes on after a payment notification, once', async () => {
    const id = await place({ payment: 'notification' });
    const order = (await call(`GET ${orders}/${id}`)).json<{
      paymentData: { transactions: { payments: { id: string }[] }[] };
    }>();
    const payment = order.paymentData.transactions[0]?.payments[0]?.id;
    const notify = () => call(`POST ${orders}/${id}/payments/${payment}/payment-notification`);
    expect((await call(`POST ${orders}/${id}/payments/other/payment-notification`)).status).toBe(404);
    expect((await notify()).status).toBe(200);
    expect(await statusOf(id)).toBe('window-to-cancel');
    expect((await notify()).status).toBe(400);
  });

  it('is cancelled at once by a shopper inside the window, and asks the seller after it', async () => {
    const early = await place({ status: 'window-to-cancel' });
    await call(`POST /_sandbox/orders/${early}/request-cancellation`);
    expect(await statusOf(early)).toBe('canceled');
    const late = await place({ status: 'handling' });
    const asked = await call(`POST /_sandbox/orders/${late}/request-cancellation`, { reason: 'too late' });
    expect(await statusOf(late)).toBe('cancellation-requested');
    const deny = (id: unknown) =>
      call(`POST /api/orders/pvt/document/${late}/deny-cancellation-request`, {
        cancellationRequestId: id,
        denyReason: 'shipped',
      });
    expect((await deny('other')).status).toBe(404);
    expect((await deny(asked.json().cancellationRequestId)).status).toBe(200);
    expect(await statusOf(late)).toBe('handling');
    expect((await deny(asked.json().cancellationRequestId)).status).toBe(409);
  });

  it('goes only where its workflow leads', async () => {
    const id = await place({ status: 'ready-for-handling' });
    const move = (to: string) => call(`POST /_sandbox/orders/${id}/move`, { to });
    expect((await move('invoiced')).status).toBe(400);
    expect((await move('handling')).status).toBe(400);
    expect((await move('start-handling')).status).toBe(200);
    expect((await move('nonsense')).status).toBe(400);
    const seller = await place({ flow: 'seller', status: 'handling' });
    expect(
      stand.sandbox.state.orders.find(seller)?.history.map(({ state, domain }) => [state, domain]),
    ).toEqual(
      [
        'on-order-completed-ffm',
        'order-accepted',
        'waiting-ffmt-authorization',
        'authorize-fulfillment',
        'window-to-cancel',
        'ready-for-handling',
        'start-handling',
        'handling',
      ].map((state) => [state, 'Fulfillment']),
    );
  });

  it('has no workflow when checkout is not closed within five minutes', async () => {
    const checkout = async (): Promise<{ orderId: string; orderGroup: string }> => {
      const body = {
        items: [{ id: '1', quantity: 1, seller: '1' }],
        clientProfileData: {},
        shippingData: {},
      };
      const answer = await call('PUT /api/checkout/pub/orders?sc=1', body);
      expect(answer.status).toBe(201);
      const [order] = answer.json<{ orders: { orderId: string; orderGroup: string }[] }>().orders;
      if (!order) throw new Error('no order');
      return order;
    };
    const close = (group: string) => call(`POST /api/checkout/pub/gatewayCallback/${group}`);
    const good = await checkout();
    expect(await statusOf(good.orderId)).toBeNull();
    expect((await close(good.orderGroup)).status).toBe(204);
    expect(await statusOf(good.orderId)).toBe('payment-pending');
    const late = await checkout();
    await advance(minutes(5));
    expect((await close(late.orderGroup)).status).toBe(400);
    expect((await call(`POST ${orders}/${late.orderId}/cancel`)).status).toBe(400);
    const tooMany = await call('PUT /api/checkout/pub/orders', { items: [{ id: '1', quantity: 99 }] });
    expect(tooMany.status).toBe(400);
  });

  it('is placed by the form of the page, which then shows it', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded', origin: stand.sandbox.url };
    const placed = await call('POST /_sandbox/orders', 'skuId=1&quantity=1&shipping=&status=', form);
    expect([placed.status, placed.headers.get('location')]).toEqual([303, '/?view=orders']);
    await call('POST /_sandbox/clock', 'advanceMs=60000', form);
    const shown = await call('GET /?view=orders', undefined, {});
    expect(shown.text).toContain('1268540500001-01');
    expect(shown.text).toContain('window-to-cancel');
    expect((await call('POST /_sandbox/orders', { skuId: 9 })).text).toContain('no SKU 9');
  });
});
