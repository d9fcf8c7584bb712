import type { FlowDocument } from '@eclusa/flow';
import { Browser, startApi, type TestApi } from '../api.testing';
import { pricesFlow } from './flows.testing';

let api: TestApi;
let ana: Browser;
let erpId: string;
beforeAll(async () => {
  api = await startApi();
  ana = await api.person('Ana');
  const vtex = { kind: 'vtex', name: 'V', settings: { account: 'a', appKey: 'k' } };
  const connectionId = await made('/connections', { ...vtex, secrets: { appToken: 't' } });
  const settings = { baseUrl: 'https://erp.example', auth: 'none' };
  erpId = await made('/connections', { kind: 'http', name: 'E', settings });
  await made('/stores', { name: 'Loja', account: 'a', connectionId });
});
afterAll(() => api.close());

const made = async (path: string, body: unknown) => (await ana.post<{ id: string }>(path, body)).body.id;

interface Refused {
  code: string;
  problems: { severity: string; code: string; slot?: string; node?: string; field?: string }[];
}
interface Version {
  number: number;
  createdBy: string;
  name: string | null;
  note: string | null;
}

/** A flow that is bound: its ERP by hand, its store by the workspace's own. */
async function bound(document = pricesFlow()): Promise<string> {
  const id = await made('/flows', { name: document.name, document });
  await ana.put(`/flows/${id}/binding`, { slots: { erp: erpId }, parameters: {} });
  return id;
}

const publish = <T = Refused>(id: string, body: object = { revision: 1 }) =>
  ana.post<T>(`/flows/${id}/publish`, body);

const patch = <T>(path: string, body: object) =>
  ana.send<T>('PATCH', path, {
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });

test('publishing makes the next version, which nothing can change', async () => {
  const id = await bound();
  const first = await publish<{ version: number }>(id);
  expect([first.status, first.body.version]).toEqual([201, 1]);
  await ana.put(`/flows/${id}`, { revision: 1, document: { ...pricesFlow(), name: 'Second' } });
  const late = await publish(id);
  expect([late.status, late.body.code]).toEqual([409, 'api.flow-changed']);
  const second = await publish<{ version: number }>(id, { revision: 2 });
  expect(second.body.version).toBe(2);
  const list = await ana.get<{ items: Version[] }>(`/flows/${id}/versions`);
  expect(list.body.items.map(({ number }) => number)).toEqual([2, 1]);
  expect(list.body.items[0]?.createdBy).toBe('Ana');
  const old = await ana.get<{ document: FlowDocument }>(`/flows/${id}/versions/1`);
  expect(old.body.document).toEqual(pricesFlow());
  const versions = api.database.getRepository('flow_version');
  await expect(
    versions.update({ flowId: id, number: 1 }, { document: pricesFlow('Other') }),
  ).rejects.toThrow();
});

test('a version keeps the note it was published with, and is named later', async () => {
  const id = await bound();
  await publish(id, { revision: 1, note: 'Prices for the spring catalogue' });
  const path = `/flows/${id}/versions/1`;
  const named = await patch<Version>(path, { name: 'Spring' });
  expect(named.body).toMatchObject({ name: 'Spring', note: 'Prices for the spring catalogue' });
  await patch(path, { note: null });
  const { items } = (await ana.get<{ items: Version[] }>(`/flows/${id}/versions`)).body;
  expect(items).toMatchObject([{ number: 1, name: 'Spring', note: null, createdBy: 'Ana' }]);
  expect((await patch(`/flows/${id}/versions/2`, { name: 'x' })).status).toBe(404);
});

/** The sound flow with its price box, or more, drawn otherwise. */
function broken(change: (document: FlowDocument) => void): FlowDocument {
  const document = pricesFlow('Broken');
  change(document);
  return document;
}
const edge = (from: string, to: string, port = 'in') => ({
  from: { node: from, port: 'out' },
  to: { node: to, port },
});

test.each<[string, string, FlowDocument]>([
  ['a circle', 'flow.ring', broken(({ edges }) => edges.push(edge('price', 'active')))],
  [
    'a required value of VTEX that nothing fills',
    'flow.mapping-target-missing',
    broken(({ nodes }) => {
      nodes.price!.config.mapping = [{ target: 'basePrice', expression: 'preco' }];
    }),
  ],
  [
    'a join with an open input',
    'flow.input-not-connected',
    broken(({ nodes, edges }) => {
      nodes.join = { type: 'transform.join', version: 1, config: { keys: [{ left: 'sku' }] } };
      edges.push(edge('active', 'join', 'left'));
    }),
  ],
  [
    'a join with two arrows into one input',
    'flow.join-ambiguous',
    broken(({ nodes, edges }) => {
      nodes.join = { type: 'transform.join', version: 1, config: { keys: [{ left: 'sku' }] } };
      edges.push(edge('active', 'join', 'left'), edge('erp', 'join', 'left'), edge('erp', 'join', 'right'));
    }),
  ],
  [
    'a join that names no key',
    'flow.table-too-short',
    broken(({ nodes, edges }) => {
      nodes.join = { type: 'transform.join', version: 1, config: { keys: [] } };
      edges.push(edge('active', 'join', 'left'), edge('erp', 'join', 'right'));
    }),
  ],
  [
    'a product that could not be found again after a lost answer',
    'flow.mapping-target-missing',
    broken(({ nodes }) => {
      nodes.price = { type: 'vtex.product-upsert', version: 1, config: { connection: 'store', mapping: [] } };
    }),
  ],
  [
    'a create that is to look first and has no address to look at',
    'flow.field-missing',
    broken(({ nodes }) => {
      const config = { connection: 'erp', method: 'POST', path: '/pedidos', repeat: 'look' };
      nodes.price = { type: 'output.http', version: 1, config };
    }),
  ],
])('%s keeps a flow from being published', async (_what, code, document) => {
  const id = await bound(document);
  const refused = await publish(id);
  expect([refused.status, refused.body.code]).toEqual([422, 'api.flow-has-problems']);
  const errors = refused.body.problems.filter(({ severity }) => severity === 'error');
  expect(errors.map((problem) => problem.code)).toContain(code);
  expect((await ana.get<{ publishedVersion: null }>(`/flows/${id}`)).body.publishedVersion).toBeNull();
});

test('a slot that nobody has bound keeps a flow from being published, and binding it lets it', async () => {
  const id = await made('/flows', { name: 'Open', document: pricesFlow() });
  const refused = await publish(id);
  expect([refused.status, refused.body.code]).toEqual([422, 'api.flow-has-problems']);
  const errors = refused.body.problems.filter(({ severity }) => severity === 'error');
  // The store's slot is bound by the store itself.
  expect(errors).toMatchObject([{ code: 'flow.slot-unbound', slot: 'erp' }]);
  await ana.put(`/flows/${id}/binding`, { slots: { erp: erpId }, parameters: {} });
  expect((await publish(id)).status).toBe(201);
});

test('a create whose lost answer a person has to look into is warned of, and published', async () => {
  const config = { connection: 'store', method: 'POST', path: '/api/x', mapping: [] };
  const id = await bound(
    broken(({ nodes }) => {
      nodes.price = { type: 'vtex.request', version: 1, config };
    }),
  );
  const { status, body } = await publish(id);
  expect(status).toBe(201);
  expect(body.problems).toMatchObject([
    { severity: 'warning', code: 'flow.create-unchecked', node: 'price', field: 'repeatable' },
  ]);
});

test('a document is brought up to date without being saved', async () => {
  type Migrated = { document: FlowDocument; nodes: string[] };
  const same = await ana.post<Migrated>('/flows/migrate', { document: pricesFlow() });
  expect(same.body).toEqual({ document: pricesFlow(), nodes: [] });
  expect((await ana.post('/flows/migrate', { document: {} })).status).toBe(422);
});
