import { startErp, startSandbox } from '@eclusa/sandbox';
import type { FlowDocument } from '@eclusa/flow';
import { startApi, type Browser, type TestApi } from '../api.testing';
import { pricesFlow } from './flows.testing';

let api: TestApi;
let ana: Browser;
let erp: Awaited<ReturnType<typeof startErp>>;
let store: Awaited<ReturnType<typeof startSandbox>>;
let flow: string;

beforeAll(async () => {
  erp = await startErp({ port: 0, products: 50 });
  store = await startSandbox();
  const hosts = [erp.url, store.url].map((url) => new URL(url).host);
  api = await startApi({ ECLUSA_ALLOW_PRIVATE_HOSTS: hosts.join() });
  ana = await api.person('Ana');
  const made = async (path: string, body: unknown) => (await ana.post<{ id: string }>(path, body)).body.id;
  const { account, appKey, appToken, url } = store;
  const vtex = { kind: 'vtex', name: 'V', settings: { account, appKey, mainBaseUrl: url } };
  const shop = await made('/connections', { ...vtex, secrets: { appToken } });
  const source = await made('/connections', {
    ...{ kind: 'http', name: 'ERP', settings: { baseUrl: erp.url, auth: 'none' } },
  });
  flow = await made('/flows', { name: 'F', document: pricesFlow() });
  await ana.put(`/flows/${flow}/binding`, { slots: { erp: source, store: shop }, parameters: {} });
});
afterAll(async () => {
  await api.close();
  await Promise.all([erp.close(), store.close()]);
});

interface Chain {
  results: { node: string; outputs: Record<string, object[]>; failed: unknown[]; requests: unknown[] }[];
  stopped: { node: string; error: { code: string; text: { pt: string } } } | null;
}

const rows = [
  { codigo: '1', situacao: 'A', preco: '10,50' },
  { codigo: '2', situacao: 'I', preco: '7,00' },
];
const tryChain = (nodes: string[], given: object[] = [], document: FlowDocument = pricesFlow()) =>
  ana.post<Chain>(`/flows/${flow}/test-chain`, { document, nodes, given });

test('a chain reads the source, and each box gets what left the one before it', async () => {
  const { status, body } = await tryChain(['price', 'active', 'erp']);
  expect(status).toBe(200);
  expect(body.results.map(({ node }) => node)).toEqual(['erp', 'active', 'price']);
  expect(body.results[1]?.outputs.out?.length).toBeGreaterThan(0);
  const { requests = [], failed = [] } = body.results[2] ?? {};
  expect(requests.length + failed.length).toBe(body.results[1]?.outputs.out?.length);
  expect(body.stopped).toBeNull();
});

test('rows that are given stand for a box, and no secret is shown', async () => {
  const given = [{ node: 'erp', outputs: [{ port: 'out', rows }] }];
  const { body, text } = await tryChain(['erp', 'active', 'price'], given);
  expect(body.results.map(({ node }) => node)).toEqual(['active', 'price']);
  expect(body.results[1]?.requests).toHaveLength(1);
  expect(text).not.toContain(store.appToken);
});

test('a box that cannot be tried is named with its reason, and what was done before it stays', async () => {
  const document = pricesFlow();
  document.nodes.active!.config = { condition: 'situacao = (' };
  const { status, body } = await tryChain(['erp', 'active', 'price'], [], document);
  expect(status).toBe(200);
  expect(body.results.map(({ node }) => node)).toEqual(['erp']);
  expect(body.stopped?.node).toBe('active');
  expect(body.stopped?.error.text.pt.length).toBeGreaterThan(10);
});

test('rows are kept for a box, replaced, and forgotten', async () => {
  const keep = (outputs: object[]) =>
    ana.put<{ updatedBy: string }>(`/flows/${flow}/samples/erp`, { outputs });
  const list = async () =>
    (await ana.get<{ items: { node: string; outputs: object }[] }>(`/flows/${flow}/samples`)).body.items;
  expect((await keep([{ port: 'out', rows }])).body.updatedBy).toBe('Ana');
  expect(await list()).toMatchObject([{ node: 'erp', outputs: { out: rows } }]);
  await keep([{ port: 'out', rows: rows.slice(0, 1) }]);
  expect(await list()).toMatchObject([{ outputs: { out: rows.slice(0, 1) } }]);
  expect((await ana.delete(`/flows/${flow}/samples/erp`)).status).toBe(204);
  expect((await ana.delete(`/flows/${flow}/samples/erp`)).status).toBe(204);
  expect(await list()).toEqual([]);
});

test('rows of boxes that the saved draft no longer has go away with the next that are kept', async () => {
  await ana.put(`/flows/${flow}/samples/gone`, { outputs: [] });
  await ana.put(`/flows/${flow}/samples/erp`, { outputs: [] });
  const { body } = await ana.get<{ items: { node: string }[] }>(`/flows/${flow}/samples`);
  expect(body.items.map(({ node }) => node)).toEqual(['erp']);
});

test('too many rows, and too large ones, are refused in words', async () => {
  const keep = (outputs: object[]) => ana.put<{ code: string }>(`/flows/${flow}/samples/erp`, { outputs });
  expect((await keep([{ port: 'out', rows: Array(51).fill({}) }])).status).toBe(400);
  const large = await keep([{ port: 'out', rows: [{ text: 'x'.repeat(600 * 1024) }] }]);
  expect([large.status, large.body.code]).toEqual([422, 'api.sample-too-large']);
  expect((await tryChain(['erp'], [{ node: 'erp', outputs: [{ port: 'out' }] }])).status).toBe(400);
});
