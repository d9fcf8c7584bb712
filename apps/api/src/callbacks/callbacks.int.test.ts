// Endpoints that are told of events: who may keep them, their secrets, the address that comes with a run, sending again.
import { randomUUID } from 'node:crypto';
import { startApi, type Browser, type TestApi } from '../api.testing';
import { publishedLine } from '../flows/flows.testing';

let api: TestApi;
let ana: Browser;

beforeAll(async () => {
  api = await startApi();
  ana = await api.person('Ana');
});
afterAll(() => api.close());

interface Callback {
  id: string;
  address: string;
  flowIds: string[] | null;
  enabled: boolean;
}
interface NewCallback {
  callback: Callback;
  secret: string;
}
interface Delivery {
  id: string;
  event: string;
  address: string;
  runId: string;
  state: string;
  tries: number;
}
type Problem = { code: string };

const wish = { name: 'ERP', address: 'https://erp.example/told?token=abc', events: ['run.finished'] };

async function made(more: object = {}, browser = ana): Promise<NewCallback> {
  const { status, body } = await browser.post<NewCallback>('/callbacks', { ...wish, ...more });
  expect(status).toBe(201);
  return body;
}

async function skippedRun(flow: string, more: object = {}): Promise<string> {
  const { status, body } = await ana.post<{ id: string }>(`/flows/${flow}/runs`, { rows: { n: 1 }, ...more });
  expect(status).toBe(202);
  await api.database.query(`UPDATE run SET state = 'completed', finished_at = now() WHERE id = $1`, [
    body.id,
  ]);
  return body.id;
}

const deliveriesOf = async (query: string) =>
  (await ana.get<{ items: Delivery[] }>(`/callbacks/deliveries?${query}`)).body.items;

test('the secret is shown once and kept sealed', async () => {
  const { callback, secret } = await made();
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect((await ana.get('/callbacks')).text).not.toContain(secret);
  const stored = await api.database.query<object[]>('SELECT e::text FROM callback_endpoint e');
  expect(JSON.stringify(stored)).not.toContain(secret);
  const { body } = await ana.post<NewCallback>(`/callbacks/${callback.id}/rotate`);
  expect(body.secret).not.toBe(secret);
});

test('an endpoint is changed, and removed with what it was told', async () => {
  const flow = await publishedLine(ana);
  const { callback } = await made();
  const changed = await ana.put<Callback>(`/callbacks/${callback.id}`, {
    ...wish,
    flowIds: [flow],
    enabled: false,
  });
  expect(changed.body).toMatchObject({ id: callback.id, flowIds: [flow], enabled: false });
  expect((await ana.delete(`/callbacks/${callback.id}`)).status).toBe(204);
  expect((await ana.delete<Problem>(`/callbacks/${callback.id}`)).body.code).toBe('api.callback-not-found');
});

test.each(['ftp://erp.example', 'erp.example', 'https://user:word@erp.example/', 'javascript:alert(1)'])(
  'nobody is called at %s',
  async (address) => {
    const { status, body } = await ana.post<Problem>('/callbacks', { ...wish, address });
    expect([status, body.code]).toEqual([422, 'api.callback-address']);
  },
);

test('what another workspace has is not there', async () => {
  const bia = await api.person('Bia');
  const { callback } = await made();
  expect((await bia.get<{ items: Callback[] }>('/callbacks')).body.items).toEqual([]);
  expect((await bia.put(`/callbacks/${callback.id}`, wish)).status).toBe(404);
  expect((await bia.post(`/callbacks/${callback.id}/rotate`)).status).toBe(404);
  const foreign = await ana.post<Problem>('/callbacks', { ...wish, flowIds: [await publishedLine(bia)] });
  expect([foreign.status, foreign.body.code]).toEqual([404, 'api.flow-not-found']);
  await skippedRun(await publishedLine(ana));
  const [delivery] = await deliveriesOf(`callbackId=${callback.id}`);
  expect((await bia.post(`/callbacks/deliveries/${delivery?.id}/resend`)).status).toBe(404);
  expect((await bia.get<{ items: Delivery[] }>('/callbacks/deliveries')).body.items).toEqual([]);
});

test('the end of a run is in the log of the endpoint, and can be sent again', async () => {
  const flow = await publishedLine(ana);
  const { callback } = await made({ flowIds: [flow] });
  await skippedRun(await publishedLine(ana));
  const runId = await skippedRun(flow);
  const [delivery, ...others] = await deliveriesOf(`callbackId=${callback.id}`);
  expect(others).toEqual([]);
  const address = 'https://erp.example/told';
  expect(delivery).toMatchObject({ event: 'run.finished', runId, address, state: 'waiting' });
  await api.database.query(
    `UPDATE callback_delivery SET state = 'given-up', tries = 13, next_at = NULL WHERE id = $1`,
    [delivery?.id],
  );
  const again = await ana.post<Delivery>(`/callbacks/deliveries/${delivery?.id}/resend`);
  expect(again.body).toMatchObject({ id: delivery?.id, state: 'waiting', tries: 0 });
  expect(again.status).toBe(202);
  expect((await ana.post(`/callbacks/deliveries/${randomUUID()}/resend`)).status).toBe(404);
});

test('an endpoint can be called to try it out, also while it is switched off', async () => {
  const { callback } = await made({ enabled: false });
  const tried = await ana.post<Delivery>(`/callbacks/${callback.id}/test`);
  expect(tried.status).toBe(202);
  expect(tried.body).toMatchObject({ event: 'callback.test', state: 'waiting', runId: null });
  expect(await deliveriesOf(`callbackId=${callback.id}`)).toEqual([tried.body]);
  const bia = await api.person('Bia');
  expect((await bia.post(`/callbacks/${callback.id}/test`)).status).toBe(404);
});

test('an address that comes with a run needs the secret of the workspace', async () => {
  const flow = await publishedLine(ana);
  const callbackUrl = 'https://erp.example/run-over';
  const start = () =>
    ana.post<Problem & { id: string }>(`/flows/${flow}/runs`, { rows: { n: 1 }, callbackUrl });
  expect((await start()).body.code).toBe('api.callback-secret-missing');
  const { body } = await ana.post<{ secret: string }>('/callbacks/run-secret');
  expect(body.secret).toMatch(/^whsec_/);
  const runId = await skippedRun(flow, { callbackUrl });
  const told = (await deliveriesOf(`runId=${runId}`)).filter(({ address }) => address === callbackUrl);
  expect(told).toMatchObject([{ event: 'run.finished', state: 'waiting' }]);
});
