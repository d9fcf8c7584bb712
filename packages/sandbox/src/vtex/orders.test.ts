import { minutes, orders, orderStand, stock, type OrderStand } from './orders.testing';

interface Package {
  invoiceNumber: string;
  invoiceValue: number;
  trackingNumber: string | null;
  courierStatus: { finished: boolean };
}

describe('the order routes', () => {
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

  const place = (body: object = {}): string =>
    stand.sandbox.placeOrder({ skuId: 1, quantity: 2, ...body }).document.orderId;
  const get = async (id: string) =>
    (await call(`GET ${orders}/${id}`)).json<{
      status: string;
      value: number;
      packageAttachment: { packages: Package[] };
      totals: { id: string; value: number }[];
    }>();
  const invoice = (id: string, more: object = {}) =>
    call(`POST ${orders}/${id}/invoice`, {
      type: 'Output',
      issuanceDate: '2026-11-23T10:00:00',
      invoiceNumber: 'NF-1',
      invoiceValue: '4998',
      items: [{ id: '1', price: 2499, quantity: 2 }],
      ...more,
    });

  describe('list orders', () => {
    const list = async (query: string) => {
      const answer = await call(`GET ${orders}?${query}`);
      return answer.json<{
        list: { orderId: string; status: string; items: null }[];
        paging: { total: number };
      }>();
    };

    it('knows an order and its status four minutes late', async () => {
      const id = place();
      expect((await list('')).list).toEqual([]);
      stand.sandbox.advance(minutes(4));
      expect((await list('')).list).toMatchObject([{ orderId: id, status: 'payment-pending', items: null }]);
      expect((await get(id)).status).toBe('window-to-cancel');
      stand.sandbox.advance(minutes(1));
      expect((await list('')).list).toMatchObject([{ status: 'window-to-cancel' }]);
    });

    it('filters by status, date, policy and text, and sorts', async () => {
      await call('PUT /_sandbox/order-times', { indexLag: 0 });
      const first = place({ status: 'handling' });
      stand.sandbox.advance(minutes(60));
      const second = place({ status: 'ready-for-handling', salesChannel: '2', client: { email: 'b@x.com' } });
      const ids = async (query: string) => (await list(query)).list.map(({ orderId }) => orderId);
      expect(await ids('orderBy=creationDate,asc')).toEqual([first, second]);
      expect(await ids('')).toEqual([second, first]);
      expect(await ids('f_status=handling')).toEqual([first]);
      expect(await ids('f_salesChannel=2')).toEqual([second]);
      expect(await ids('q=b@x.com')).toEqual([second]);
      const range = encodeURIComponent('creationDate:[2026-11-23T00:30:00.000Z TO 2026-11-23T02:00:00.000Z]');
      expect(await ids(`f_creationDate=${range}`)).toEqual([second]);
      expect((await call(`GET ${orders}?f_creationDate=yesterday`)).status).toBe(400);
    });

    it('answers thirty pages of a hundred and not one more', async () => {
      expect((await call(`GET ${orders}?page=30&per_page=100`)).status).toBe(200);
      expect((await call(`GET ${orders}?page=31&per_page=100`)).status).toBe(400);
      expect((await call(`GET ${orders}?page=1&per_page=101`)).status).toBe(400);
    });
  });

  describe('an invoice', () => {
    it('ends the order when the sum meets the total, and is the same for the same number', async () => {
      const id = place({ status: 'handling' });
      const first = (await invoice(id)).json<{ receipt: string; orderId: string }>();
      expect(first.orderId).toBe(id);
      const second = (await invoice(id, { invoiceValue: '1' })).json<{ receipt: string }>();
      expect(second.receipt).not.toBe(first.receipt);
      const order = await get(id);
      expect([order.status, order.packageAttachment.packages.map((one) => one.invoiceValue)]).toEqual([
        'invoiced',
        [4998],
      ]);
      expect(stand.sandbox.state.creates.doubled()).toEqual([]);
    });

    it('may be a part: the order stays open, cannot be cancelled, and the rest ends it', async () => {
      const id = place({ status: 'handling' });
      const half = { invoiceValue: '2499', items: [{ id: '1', price: 2499, quantity: 1 }] };
      expect((await invoice(id, half)).status).toBe(200);
      expect((await get(id)).status).toBe('handling');
      expect((await call(`POST ${orders}/${id}/cancel`)).status).toBe(400);
      expect((await invoice(id, { invoiceNumber: 'NF-2' })).status).toBe(400);
      expect((await invoice(id, { ...half, invoiceNumber: 'NF-2' })).status).toBe(200);
      expect((await get(id)).status).toBe('invoiced');
    });

    it('wants cents as text, and items of the order', async () => {
      const id = place({ status: 'handling' });
      for (const wrong of [
        { invoiceValue: '49.98' },
        { invoiceValue: 4998 },
        { items: [{ id: '1', price: 24.99, quantity: 2 }] },
        { items: [{ id: '7', price: 2499, quantity: 2 }] },
        { issuanceDate: undefined },
      ]) {
        const answer = await invoice(id, wrong);
        expect([answer.status, answer.json()]).toMatchObject([400, { errors: expect.any(Object) as object }]);
      }
      expect((await get(id)).packageAttachment.packages).toEqual([]);
    });

    it('of a return is taken only after the order was invoiced whole', async () => {
      const id = place({ status: 'handling' });
      const back = { type: 'Input', invoiceNumber: 'DEV-1' };
      expect((await invoice(id, back)).status).toBe(400);
      await invoice(id);
      expect((await invoice(id, back)).status).toBe(200);
      expect((await get(id)).status).toBe('invoiced');
    });

    it('takes tracking later, and events only after a tracking number', async () => {
      const id = place({ status: 'handling' });
      await invoice(id);
      const tracking = {
        courier: 'C',
        trackingNumber: 'T1',
        trackingUrl: 'https://t/1',
        dispatchedDate: '2026-11-24',
      };
      const told = {
        isDelivered: true,
        deliveredDate: '2026-11-25 10:00',
        events: [{ city: 'A', state: 'SP', description: 'ok', date: '2026-11-25' }],
      };
      expect((await call(`PUT ${orders}/${id}/invoice/NF-1/tracking`, told)).status).toBe(400);
      expect((await call(`PATCH ${orders}/${id}/invoice/NF-9`, tracking)).status).toBe(404);
      expect((await call(`PATCH ${orders}/${id}/invoice/NF-1`, tracking)).status).toBe(200);
      expect(
        (await call(`PUT ${orders}/${id}/invoice/NF-1/tracking`, { ...told, deliveredDate: '25/11/2026' }))
          .status,
      ).toBe(400);
      expect((await call(`PUT ${orders}/${id}/invoice/NF-1/tracking`, told)).status).toBe(200);
      const order = await get(id);
      expect([order.status, order.packageAttachment.packages[0]?.courierStatus.finished]).toEqual([
        'invoiced',
        true,
      ]);
    });
  });

  describe('an order change', () => {
    const changes = (id: string) => `/api/order-system/orders/${id}/changes`;
    const body = { reason: 'no stock', remove: { items: [{ id: '1', quantity: 1 }] } };

    it('is accepted at once and applied when its time has come', async () => {
      const id = place({ status: 'handling' });
      const accepted = await call(`PATCH ${changes(id)}`, body);
      expect(accepted.status).toBe(202);
      const path = `${changes(id)}/${String(accepted.json().requestId)}`;
      expect((await call(`GET ${path}`)).json()).toMatchObject({ inProgress: true, finished: false });
      expect((await call(`PATCH ${changes(id)}`, body)).json<{ error: { code: string } }>().error.code).toBe(
        'SalesOrderSystem014',
      );
      expect((await get(id)).value).toBe(4998);
      stand.sandbox.advance(2000);
      expect((await call(`GET ${path}`)).json()).toMatchObject({ status: 'done', finished: true });
      expect((await get(id)).value).toBe(2499);
    });

    it('is refused outside handling, after an invoice, and for what the order has not', async () => {
      const early = place({ status: 'ready-for-handling' });
      expect((await call(`PATCH ${changes(early)}`, body)).status).toBe(409);
      const id = place({ status: 'handling' });
      const much = { reason: 'x', remove: { items: [{ id: '1', quantity: 3 }] } };
      expect((await call(`PATCH ${changes(id)}`, much)).status).toBe(400);
      await invoice(id, { invoiceValue: '2499' });
      expect((await call(`PATCH ${changes(id)}`, body)).json<{ error: { code: string } }>().error.code).toBe(
        'SalesOrderSystem046',
      );
      expect((await call(`POST ${orders}/${id}/changes`, {})).status).toBe(410);
    });
  });

  it('a note is kept for its order, thirty at most', async () => {
    const note = (description: string) =>
      call('POST /api/do/notes', {
        target: { id: 'o-1', type: 'order', url: 'x' },
        domain: 'oms',
        description,
      });
    for (let n = 1; n <= 30; n += 1) expect((await note(`n${n}`)).status).toBe(200);
    expect((await note('n31')).status).toBe(400);
    const page = await call('GET /api/do/notes?target.id=o-1&perPage=10&page=3');
    expect(page.json<{ items: { description: string }[] }>().items.map((one) => one.description)).toContain(
      'n30',
    );
  });

  it('only the documents for protected data hide the person', async () => {
    const id = place();
    const masked = (await call(`GET /api/orders/pvt/document/${id}`)).json<{
      clientProfileData: { email: string };
    }>();
    expect(masked.clientProfileData.email).toMatch(/^[*.]+@[*.]+$/);
    const open = (await call(`GET ${orders}/${id}`)).json<{ clientProfileData: { email: string } }>();
    expect(open.clientProfileData.email).toContain('ana');
  });

  it('reads of orders are counted by account, and a refusal names no time', async () => {
    await call('PUT /_sandbox/limits', { ordersRead: { perSecond: 1, burst: 1 } });
    const id = place();
    expect((await call(`GET ${orders}/${id}`)).status).toBe(200);
    const refused = await call(`GET ${orders}/${id}`);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, null]);
  });
});
