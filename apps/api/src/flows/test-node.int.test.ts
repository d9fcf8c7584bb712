import type { FlowDocument } from '@eclusa/flow';
import { startErp, startSandbox } from '@eclusa/sandbox';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Browser, startApi, type TestApi } from '../api.testing';
import { pricesFlow } from './flows.testing';

let api: TestApi;
let ana: Browser;
let erp: Awaited<ReturnType<typeof startErp>>;
let store: Awaited<ReturnType<typeof startSandbox>>;
let storeConnection: string;
let flowId: string;
let silentFlowId: string;
const silent = createServer(() => undefined);

beforeAll(async () => {
  erp = await startErp({ port: 0, products: 50 });
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  store = await startSandbox();
  const silentUrl = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const hosts = [erp.url, store.url, silentUrl].map((url) => new URL(url).host);
  api = await startApi({ ECLUSA_ALLOW_PRIVATE_HOSTS: hosts.join() });
  ana = await api.person('Ana');
  const { account, appKey, appToken, url } = store;
  const vtex = { kind: 'vtex', name: 'V', settings: { account, appKey, mainBaseUrl: url } };
  storeConnection = await made('/connections', { ...vtex, secrets: { appToken } });
  flowId = await boundFlow(erp.url);
  silentFlowId = await boundFlow(silentUrl);
});
afterAll(async () => {
  await api.close();
  await Promise.all([erp.close(), store.close()]);
  silent.closeAllConnections();
  silent.close();
});

const made = async (path: string, body: unknown) => (await ana.post<{ id: string }>(path, body)).body.id;

async function boundFlow(baseUrl: string): Promise<string> {
  const settings = { baseUrl, auth: 'none' };
  const source = await made('/connections', { kind: 'http', name: 'ERP', settings });
  const id = await made('/flows', { name: 'F', document: pricesFlow() });
  await ana.put(`/flows/${id}/binding`, { slots: { erp: source, store: storeConnection }, parameters: {} });
  return id;
}

interface Tested {
  outputs: Record<string, Record<string, unknown>[]>;
  failed: { error: { code: string; text: { pt: string } } }[];
  requests: { request: { method: string; url: string } }[];
  code: string;
}

const tryNode = (nodeId: string, rows: object[], document: FlowDocument = pricesFlow()) =>
  ana.post<Tested>(`/flows/${flowId}/test-node`, { document, nodeId, rows });

test('a transform shows what leaves by each port', async () => {
  const { body } = await tryNode('active', [
    { situacao: 'A', n: 1 },
    { situacao: 'I', n: 2 },
  ]);
  expect(body.outputs.out).toEqual([{ situacao: 'A', n: 1 }]);
});

test('a source gives its first page, at most 20 rows', async () => {
  const { status, body } = await tryNode('erp', []);
  expect(status).toBe(200);
  expect(body.outputs.out?.length).toBeGreaterThan(0);
  expect(body.outputs.out?.length).toBeLessThanOrEqual(20);
  expect(body.outputs.out?.[0]).toHaveProperty('codigo');
});

test('an action shows its request, sends nothing, and shows no secret', async () => {
  const { status, text, body } = await tryNode('price', [{ codigo: '1', preco: '10,50' }]);
  expect(status).toBe(200);
  expect(body.requests).toMatchObject([
    { request: { method: 'PUT', url: expect.stringContaining('prices/1') } },
  ]);
  expect(text).not.toContain(store.appToken);
});

test('a row that fails says why, in words', async () => {
  const document = pricesFlow();
  document.nodes.active = {
    type: 'transform.filter',
    version: 1,
    config: { condition: '$parseNumber(preco) > 1' },
  };
  const { body } = await tryNode('active', [{ preco: 'abc' }], document);
  expect(body.failed).toHaveLength(1);
  expect(body.failed[0]?.error.text.pt.length).toBeGreaterThan(10);
});

test('a box with several inputs gets the rows of each', async () => {
  const document = pricesFlow();
  document.nodes.join = {
    type: 'transform.join',
    version: 1,
    config: { keys: [{ left: 'sku' }], into: 'row' },
  };
  const inputs = [
    { port: 'left', rows: [{ sku: '1' }, { sku: '2' }] },
    { port: 'right', rows: [{ sku: 2, price: 9.9 }] },
  ];
  const test = (body: object) =>
    ana.post<Tested>(`/flows/${flowId}/test-node`, { document, nodeId: 'join', ...body });
  expect((await test({ inputs })).body.outputs).toEqual({ out: [{ sku: '1' }, { sku: '2', price: 9.9 }] });
  expect((await test({ inputs: [{ port: 'left' }] })).status).toBe(400);
  expect((await test({ inputs: [{ port: 'left', rows: Array(51).fill({}) }] })).status).toBe(400);
});

test('more than 50 rows, or a box that is not there, are refused', async () => {
  expect(
    (
      await tryNode(
        'active',
        Array.from({ length: 51 }, () => ({})),
      )
    ).status,
  ).toBe(400);
  expect((await tryNode('nothing', [])).body.code).toBe('engine.node-missing');
});

test('a box whose system stays silent is given up when the person leaves', async () => {
  const leaving = new AbortController();
  const left = new Promise((resolve) => {
    silent.once('request', (request) => {
      request.socket.once('close', resolve);
      leaving.abort();
    });
  });
  const waiting = fetch(`${api.url}/api/v1/flows/${silentFlowId}/test-node`, {
    method: 'POST',
    headers: { cookie: ana.cookie, 'x-eclusa-csrf': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ document: pricesFlow(), nodeId: 'erp', rows: [] }),
    signal: leaving.signal,
  });
  await expect(waiting).rejects.toThrow();
  await left;
});

test('a box whose settings have the wrong form is told so, with its problems', async () => {
  const document = pricesFlow();
  document.nodes.active = { type: 'transform.map', version: 1, config: { mapping: [null, { target: 'a' }] } };
  const { status, body } = await ana.post<{ code: string; problems: { code: string }[] }>(
    `/flows/${flowId}/test-node`,
    { document, nodeId: 'active', rows: [{ a: 1 }] },
  );
  expect([status, body.code]).toEqual([422, 'api.flow-has-problems']);
  expect(body.problems.map(({ code }) => code)).toContain('flow.mapping-line-broken');
});
