// The box "When an address is called", from the outside: what is proven is stored before it is answered, what is not
// proven runs nothing.
import { StoreEvent, type Run } from '@eclusa/db';
import { emptyFlow } from '@eclusa/flow';
import { Webhook } from 'standardwebhooks';
import { startApi, type Browser, type TestApi } from '../api.testing';

let api: TestApi;
let ana: Browser;

beforeAll(async () => {
  api = await startApi();
  ana = await api.person();
});
afterAll(() => api.close());

const secret = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;

interface Published {
  flowId: string;
  path: string;
}

async function published(config: object, signed = true): Promise<Published> {
  const document = emptyFlow('called');
  if (signed) document.slots = { proof: { kind: 'webhook', name: 'Proof' } };
  document.nodes = {
    a: { type: 'source.webhook', version: 1, config: { ...(signed && { connection: 'proof' }), ...config } },
    b: { type: 'transform.filter', version: 1, config: { condition: 'true' } },
  };
  document.edges = [{ from: { node: 'a', port: 'out' }, to: { node: 'b', port: 'in' } }];
  const { id: flowId } = (await ana.post<{ id: string }>('/flows', { name: 'called', document })).body;
  if (signed) {
    const connection = {
      kind: 'webhook',
      name: 'ERP',
      settings: { scheme: 'standard' },
      secrets: { secret },
    };
    const proof = (await ana.post<{ id: string }>('/connections', connection)).body.id;
    await ana.put(`/flows/${flowId}/binding`, { slots: { proof }, parameters: {} });
  }
  expect((await ana.post(`/flows/${flowId}/publish`, { revision: 1 })).status).toBe(201);
  const { items } = (await ana.get<{ items: { address: string }[] }>(`/flows/${flowId}/triggers`)).body;
  return { flowId, path: new URL(items[0]?.address ?? '').pathname };
}

async function call({ path }: Published, body: string, headers: Record<string, string>, method = 'POST') {
  const answer = await fetch(api.url + path, { method, headers, ...(body && { body }) });
  const text = await answer.text();
  const type = answer.headers.get('content-type') ?? '';
  return { status: answer.status, text, type, code: /"code":"([^"]+)"/.exec(text)?.[1] };
}

function proof(body: string, id = 'msg_1', at = new Date()): Record<string, string> {
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': `${Math.floor(at.getTime() / 1000)}`,
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  };
}

const runsOf = async ({ flowId }: Published) =>
  (await ana.get<{ items: Run[] }>(`/runs?flowId=${flowId}`)).body.items;
const stored = ({ flowId }: Published) => api.database.getRepository(StoreEvent).countBy({ flowId });

test('a call that proves itself is stored with its run when it is answered, and counts once', async () => {
  const flow = await published({});
  const body = '[{"sku":"A"},{"sku":"B"}]';
  const first = await call(flow, body, proof(body));
  expect(first).toMatchObject({ status: 202, text: '{"events":2}' });
  expect(await stored(flow)).toBe(2);
  expect((await call(flow, body, proof(body))).status).toBe(202);
  const next = await call(flow, body, proof(body, 'msg_2'));
  expect(next.status).toBe(202);
  expect(await runsOf(flow)).toMatchObject(Array(2).fill({ trigger: 'event', totals: { read: 2 } }));
});

test('what does not prove itself runs nothing and is told so', async () => {
  const flow = await published({});
  const body = '{"sku":"A"}';
  const [old, ahead] = [-600_000, 600_000].map((ms) => new Date(Date.now() + ms));
  const json = { 'content-type': 'application/json' };
  const refused = [
    await call(flow, body, json),
    await call(flow, body.replace('A', 'B'), proof(body)),
    await call(flow, body, proof(body, 'msg_1', old)),
    await call(flow, body, proof(body, 'msg_1', ahead)),
    await call(flow, body, { ...proof(body), 'webhook-id': 'msg_9' }),
  ];
  expect(refused.map(({ status, code }) => [status, code])).toEqual(
    Array(5).fill([401, 'nodes.hook-signature']),
  );
  expect(refused.every(({ type }) => type.startsWith('application/problem+json'))).toBe(true);
  expect([await stored(flow), await runsOf(flow)]).toEqual([0, []]);
});

test('without its connection nothing can be proven, and nothing runs', async () => {
  const flow = await published({});
  await api.database.query('UPDATE flow_binding SET slots = $2 WHERE flow_id = $1', [flow.flowId, {}]);
  const { status, code } = await call(flow, '{}', proof('{}'));
  expect([status, code]).toEqual([503, 'api.hook-unready']);
  expect(await stored(flow)).toBe(0);
});

test('an address without a signature takes forms, XML and CSV, and answers as it was told to', async () => {
  const flow = await published({ verify: 'none', status: 200, text: 'recebido' }, false);
  const taken = [
    await call(flow, 'sku=A&preco=1', { 'content-type': 'application/x-www-form-urlencoded' }),
    await call(flow, '<sku>A</sku>', { 'content-type': 'application/xml' }),
    await call(flow, 'sku;preco\nA;1\n', { 'content-type': 'text/csv' }),
  ];
  expect(taken.map(({ status, text }) => [status, text])).toEqual(Array(3).fill([200, 'recebido']));
  expect(await runsOf(flow)).toHaveLength(3);
});

test.each([
  [405, 'nodes.hook-method', 'PUT', 'application/json', '{}'],
  [405, 'nodes.hook-method', 'GET', 'application/json', ''],
  [413, 'api.hook-too-large', 'POST', 'application/json', JSON.stringify({ text: 'x'.repeat(257 * 1024) })],
  [415, 'nodes.hook-type', 'POST', 'application/pdf', '%PDF'],
  [422, 'nodes.hook-broken', 'POST', 'application/json', '{'],
  [422, 'nodes.hook-xml', 'POST', 'application/xml', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
  [400, 'api.json-too-deep', 'POST', 'application/json', '['.repeat(100) + ']'.repeat(100)],
])('%d %s', async (status, code, method, type, body) => {
  const flow = await published({ verify: 'none' }, false);
  const answer = await call(flow, body, { 'content-type': type }, method);
  expect([answer.status, answer.code]).toEqual([status, code]);
  expect([await stored(flow), await runsOf(flow)]).toEqual([0, []]);
});
