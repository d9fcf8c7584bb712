import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import { startApi, type Browser, type TestApi } from '../api.testing';
import { pricesFlow } from '../flows/flows.testing';

let api: TestApi;
let ana: Browser;
let sandbox: Sandbox;
let storeId: string;
let flowId: string;

interface Check {
  connection: { ok: boolean };
  rights: {
    resource: string;
    state: string;
    message: { en: string; pt: string };
    neededBy: { flowName: string; node: string; draft: boolean; published: boolean }[];
  }[];
}

beforeAll(async () => {
  sandbox = await startSandbox({ limits: 'off' });
  api = await startApi({ ECLUSA_ALLOW_PRIVATE_HOSTS: new URL(sandbox.url).host });
  ana = await api.person('Ana');
  const { account, appKey, appToken, url } = sandbox;
  const settings = { account, appKey, mainBaseUrl: url, pricingBaseUrl: `${url}/${account}` };
  const connection = { kind: 'vtex', name: 'VTEX', settings, secrets: { appToken } };
  const made = async (path: string, body: unknown) => (await ana.post<{ id: string }>(path, body)).body.id;
  const connectionId = await made('/connections', connection);
  storeId = await made('/stores', { name: 'Store', account, connectionId });
  flowId = await made('/flows', { name: 'Prices', document: { ...pricesFlow(), name: 'Prices' } });
  await ana.put(`/flows/${flowId}/binding`, { storeId, slots: {}, parameters: {} });
});
afterAll(async () => {
  await api.close();
  await sandbox.close();
});

const check = async () => (await ana.post<Check>(`/stores/${storeId}/check`)).body;
const lack = (without: string[]) =>
  fetch(`${sandbox.url}/_sandbox/roles`, { method: 'PUT', body: JSON.stringify({ without }) });

test('a resource the key lacks comes first, with the boxes that need it and what to do', async () => {
  await lack(['Pricing: Read prices']);
  const { connection, rights } = await check();
  expect(connection.ok).toBe(true);
  expect(rights.map(({ resource, state }) => [resource, state])).toEqual([
    ['Pricing: Read prices', 'missing'],
    ['Pricing: Modify prices', 'untestable'],
  ]);
  expect(rights[0]?.message.en).toContain('"Pricing: Read prices"');
  expect(rights[0]?.message.pt).toContain('Perfis de acesso');
  expect(rights[0]?.neededBy).toMatchObject([{ flowName: 'Prices', draft: true, published: false }]);
  expect(sandbox.journal.recent().filter(({ method }) => method !== 'GET')).toEqual([]);
});

test('once the role has it, the read is answered', async () => {
  await lack([]);
  const { rights } = await check();
  expect(rights.find(({ resource }) => resource === 'Pricing: Read prices')?.state).toBe('ok');
});

test('a flow that is bound for another store only is not asked about', async () => {
  const other = await ana.post<{ id: string }>('/flows', { name: 'Other', document: pricesFlow() });
  const { connectionId } = (await ana.get<{ items: { connectionId: string }[] }>('/stores')).body.items[0]!;
  const second = await ana.post<{ id: string }>('/stores', { name: 'Second', account: 'b', connectionId });
  const storeOfOther = { storeId: second.body.id, slots: {}, parameters: {} };
  await ana.put(`/flows/${other.body.id}/binding`, storeOfOther);
  const names = (await check()).rights.flatMap(({ neededBy }) => neededBy.map(({ flowName }) => flowName));
  expect(new Set(names)).toEqual(new Set(['Prices']));
});
