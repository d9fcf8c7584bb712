// What a flow answers its caller, through a real worker: status and body as its box says, once and the same for repeats.
import { startApi, type Browser, type TestApi } from '../api.testing';
import { publishedLine } from '../flows/flows.testing';
import { startWorkerFor } from '../worker.testing';

let api: TestApi;
let ana: Browser;
let worker: { stop(): Promise<void> };

beforeAll(async () => {
  api = await startApi();
  ana = await api.person('Ana');
  worker = await startWorkerFor(api);
});
afterAll(async () => {
  await worker.stop();
  await api.close();
});

interface Problem {
  code: string;
  values: { runId: string; state: string };
}

const source = { type: 'source.call', version: 1, config: {} };
const filter = { type: 'transform.filter', version: 1, config: { condition: 'pedido != "0"' } };
const respond = (config: object = {}) => ({
  type: 'transform.respond',
  version: 1,
  config: { status: 201, mapping: [{ target: 'order.id', expression: 'pedido' }], ...config },
});
const list = { rows: 'list', most: 700 };

const call = <T>(flow: string, rows: unknown, headers: Record<string, string> = { prefer: 'wait=30' }) =>
  ana.post<T>(`/flows/${flow}/runs`, { rows }, headers);
const runIn = (headers: Headers) => headers.get('location')?.split('/').at(-1) ?? '';

test('who waits is answered by the flow, and who asks later or again gets the same', async () => {
  const flow = await publishedLine(ana, source, filter, respond());
  const headers = { prefer: 'wait=30', 'idempotency-key': 'order-1001' };
  const first = await call(flow, { pedido: '1001' }, headers);
  expect([first.status, first.body]).toEqual([201, { order: { id: '1001' } }]);
  const run = runIn(first.headers);
  expect(first.headers.get('eclusa-run')).toBe(run);
  expect(first.headers.get('preference-applied')).toBe('wait=30');
  const again = await call(flow, { pedido: '1001' }, headers);
  expect([again.status, again.text, runIn(again.headers)]).toEqual([201, first.text, run]);
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  const later = await ana.get(`/runs/${run}/answer`);
  expect([later.status, later.text, later.headers.get('eclusa-run')]).toEqual([201, first.text, run]);
  const eva = await api.person('Eva');
  expect((await eva.get<Problem>(`/runs/${run}/answer`)).body.code).toBe('api.run-not-found');
});

test('who does not wait is told at once that the run is stored', async () => {
  const flow = await publishedLine(ana, source, respond());
  const { status, headers } = await call(flow, { pedido: '1' }, {});
  expect([status, headers.get('eclusa-run')]).toEqual([202, null]);
  const answer = await ana.get(`/runs/${runIn(headers)}/answer?wait=30`);
  expect([answer.status, answer.body]).toEqual([201, { order: { id: '1' } }]);
});

test('a list holds the rows of all pages in their order, and tells of those left out', async () => {
  const flow = await publishedLine(ana, source, respond({ ...list, status: 200 }));
  const rows = Array.from({ length: 1_300 }, (_, index) => ({ pedido: index + 1 }));
  const { status, body, headers } = await call<{ order: { id: number } }[]>(flow, rows);
  expect([status, headers.get('eclusa-answer-rows')]).toEqual([200, '1300']);
  expect(body.map(({ order }) => order.id)).toEqual(rows.slice(0, 700).map(({ pedido }) => pedido));
  const few = await call<object[]>(flow, rows.slice(0, 2));
  expect([few.body.length, few.headers.get('eclusa-answer-rows')]).toEqual([2, null]);
});

test('rows that come as lines are answered in the same way', async () => {
  const flow = await publishedLine(ana, source, respond());
  const body = Array.from({ length: 900 }, (_, index) => JSON.stringify({ pedido: `L${index}` })).join('\n');
  const headers = { prefer: 'wait=30', 'content-type': 'application/x-ndjson' };
  const answer = await ana.send('POST', `/flows/${flow}/runs`, { body, headers });
  expect([answer.status, answer.body]).toEqual([201, { order: { id: 'L0' } }]);
});

test('a flow without such a box answers with its run', async () => {
  const flow = await publishedLine(ana, source, filter);
  const { status, body, headers } = await call<{ state: string }>(flow, { pedido: '1' });
  expect([status, body.state, headers.get('eclusa-run')]).toEqual([200, 'completed', null]);
  const asked = await ana.get<Problem>(`/runs/${runIn(headers)}/answer`);
  expect([asked.status, asked.body.code]).toEqual([404, 'api.answer-none']);
});

test('a run to whose box no row came is no success to its caller', async () => {
  const flow = await publishedLine(ana, source, filter, respond());
  const { status, body, headers } = await call<Problem>(flow, { pedido: '0' });
  expect([status, body.code]).toEqual([422, 'api.answer-none']);
  expect(body.values).toEqual({ runId: runIn(headers), state: 'completed' });
  expect((await ana.get<Problem>(`/runs/${body.values.runId}/answer`)).status).toBe(404);
});

test('an answer without a body has none', async () => {
  const flow = await publishedLine(ana, source, respond({ status: 204 }));
  const { status, text } = await call(flow, { pedido: '1' });
  expect([status, text]).toEqual([204, '']);
});

test('when time is up the address is answered, and there the answer is given later', async () => {
  const flow = await publishedLine(ana, source, respond());
  // Paused: the run waits for as long as the test wants.
  await ana.post(`/flows/${flow}/pause`);
  const { status, body, headers } = await call<{ state: string }>(
    flow,
    { pedido: '7' },
    { prefer: 'wait=1' },
  );
  expect([status, body.state, headers.get('eclusa-run')]).toEqual([202, 'queued', null]);
  const address = `/runs/${runIn(headers)}/answer`;
  const early = await ana.get<{ state: string }>(address);
  expect([early.status, early.body.state, early.headers.get('retry-after')]).toEqual([202, 'queued', '1']);
  const waiting = ana.get(`${address}?wait=30`);
  await ana.send('POST', `/flows/${flow}/resume`);
  const { status: answered, body: given } = await waiting;
  expect([answered, given]).toEqual([201, { order: { id: '7' } }]);
});

test('a call to an address gets what the flow answers, each its own, and its repeat the same', async () => {
  const webhook = {
    type: 'source.webhook',
    version: 1,
    config: { verify: 'none', reply: 'flow', waitSeconds: 30, idHeader: 'x-id', status: 202, text: 'later' },
  };
  const flow = await publishedLine(ana, webhook, filter, respond());
  const { items } = (await ana.get<{ items: { address: string }[] }>(`/flows/${flow}/triggers`)).body;
  const hook = async (pedido: string, id: string) => {
    const headers = { 'content-type': 'application/json', 'x-id': id };
    const { pathname } = new URL(items[0]?.address ?? '');
    const answer = await fetch(api.url + pathname, {
      method: 'POST',
      headers,
      body: JSON.stringify({ pedido }),
    });
    return { status: answer.status, text: await answer.text(), run: answer.headers.get('eclusa-run') };
  };
  const both = await Promise.all([hook('A', '1'), hook('B', '2')]);
  expect(both.map(({ status, text }) => [status, text])).toEqual([
    [201, '{"order":{"id":"A"}}'],
    [201, '{"order":{"id":"B"}}'],
  ]);
  expect(both[0]?.run).not.toBe(both[1]?.run);
  expect(await hook('A', '1')).toEqual(both[0]);
  // No row comes to its box: what the webhook's own settings say.
  expect(await hook('0', '3')).toEqual({ status: 202, text: 'later', run: null });
});
