import { startSandbox, type Sandbox } from '../sandbox';
import { clientOf, handClock, type Client } from '../sandbox.testing';

const clock = handClock();
let sandbox: Sandbox;
let call: Client;

beforeAll(async () => {
  sandbox = await startSandbox({ clock: clock.now });
  call = clientOf(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

/** An authorised transaction of 100.00 with one payment. */
async function authorized(paymentSystem = 2): Promise<{ id: string; paymentId: string }> {
  const body = { value: 10000, referenceId: '505', channel: 'lojademo', salesChannel: '1' };
  const { id } = (await call('POST /api/pvt/transactions', body)).json<{ id: string }>();
  const payments = [{ paymentSystem, value: 10000, installments: 1 }];
  await call(`POST /api/payments/transactions/${id}/payments?orderId=1-01`, payments);
  await call(`POST /api/pvt/transactions/${id}/authorization-request`, { transactionId: id });
  const [payment] = (await call(`GET /api/pvt/transactions/${id}/payments`)).json<{ id: string }[]>();
  return { id, paymentId: payment?.id ?? '' };
}

const ask = async (id: string, what: string, value: number) =>
  call(`POST /api/pvt/transactions/${id}/${what}-request`, { value });
const read = async (id: string) => (await call(`GET /api/pvt/transactions/${id}`)).json();

test('a card is approved at once, settled in parts, and refunded up to what was settled', async () => {
  const { id } = await authorized();
  expect(await read(id)).toMatchObject({ status: 'Approved', value: 10000, totalRefunds: 0 });
  expect((await ask(id, 'refunding', 100)).status).toBe(400);
  expect((await ask(id, 'settlement', 4000)).json()).toMatchObject({ status: 11, statusDetail: 'Settling' });
  expect((await ask(id, 'settlement', 7000)).status).toBe(400);
  await ask(id, 'settlement', 6000);
  expect(await read(id)).toMatchObject({ status: 'Finished' });
  expect((await call(`GET /api/pvt/transactions/${id}/settlements`)).json()).toMatchObject({
    requests: [{ value: 4000 }, { value: 6000 }],
  });
  expect((await ask(id, 'refunding', 2500)).json()).toMatchObject({ refundedValue: 2500 });
  expect((await ask(id, 'refunding', 7501)).status).toBe(400);
  expect(await read(id)).toMatchObject({ totalRefunds: 2500 });
  expect((await ask(id, 'cancellation', 100)).status).toBe(400);
});

test('what is approved and not settled can be cancelled', async () => {
  const { id } = await authorized();
  expect((await ask(id, 'cancellation', 10000)).json()).toMatchObject({ status: 13, cancelledValue: 10000 });
  expect(await read(id)).toMatchObject({ status: 'Cancelled', cancelationDate: expect.any(String) });
  expect((await ask(id, 'settlement', 10000)).status).toBe(400);
});

test('a settlement of 0 is taken and wedges the transaction', async () => {
  const { id } = await authorized();
  expect((await ask(id, 'settlement', 0)).status).toBe(200);
  expect(await read(id)).toMatchObject({ status: 'Settling' });
  expect((await ask(id, 'settlement', 10000)).status).toBe(400);
});

test('values are whole cents, and what is unknown is 404 in the gateway’s shape', async () => {
  const { id } = await authorized();
  expect((await ask(id, 'settlement', 99.9)).status).toBe(400);
  const unknown = await call('GET /api/pvt/transactions/NONE');
  expect([unknown.status, unknown.json()]).toMatchObject([404, { error: { code: '1' } }]);
  expect((await call(`GET /api/pvt/transactions/${id}/payments/NONE`)).status).toBe(404);
});

describe('a payment that is made elsewhere', () => {
  const notify = (paymentId: string) => `/api/payments/pvt/payments/${paymentId}/payment-notification`;

  it('waits, and is approved by the GET, which is no mere read', async () => {
    const { id, paymentId } = await authorized(6);
    expect(await read(id)).toMatchObject({ status: 'Authorizing' });
    expect((await call(`GET ${notify(paymentId)}`)).status).toBe(200);
    expect(await read(id)).toMatchObject({ status: 'Approved' });
  });

  it('is approved by a POST in decimal currency, once all parts are told', async () => {
    const { id, paymentId } = await authorized(201);
    const paid = (valuePaid: unknown, paymentDate = '23/11/2026') =>
      call(`POST ${notify(paymentId)}`, { paymentDate, valuePaid });
    expect((await paid(50, '2026-11-23')).status).toBe(400);
    expect((await paid(50, '31/02/2026')).status).toBe(400);
    expect((await paid('50')).status).toBe(400);
    await paid(50.5);
    expect(await read(id)).toMatchObject({ status: 'Authorizing' });
    await paid(49.5);
    expect(await read(id)).toMatchObject({ status: 'Approved' });
    expect((await call(`GET ${notify('NONE')}`)).status).toBe(404);
  });

  it('counts a part twice that is told twice', async () => {
    const { id, paymentId } = await authorized(6);
    for (const valuePaid of [50, 50])
      await call(`POST ${notify(paymentId)}`, { paymentDate: '23/11/2026', valuePaid });
    expect(await read(id)).toMatchObject({ status: 'Approved' });
    expect(sandbox.state.creates.doubled()).toMatchObject([{ kind: 'notification', created: 2 }]);
  });
});

test('payment methods are listed', async () => {
  const list = (await call('GET /api/pvt/merchants/payment-systems')).json<{ id: number }[]>();
  expect(list.map(({ id }) => id)).toEqual([2, 6, 201]);
});
