import { Audit, ChangeMemory, Flow as FlowEntity, NO_STORE } from '@eclusa/db';
import type { FlowDocument } from '@eclusa/flow';
import { Browser, startApi, type TestApi } from '../api.testing';
import { pricesFlow } from './flows.testing';

let api: TestApi;
let ana: Browser;
beforeAll(async () => {
  api = await startApi();
  ana = await api.person('Ana');
});
afterAll(() => api.close());

interface Flow {
  id: string;
  revision: number;
  draft: FlowDocument;
  publishedVersion: number | null;
  updatedBy: string;
  problems: Problem[];
}
interface Problem {
  severity: string;
  code: string;
  node?: string;
  slot?: string;
  text: { en: string; es: string; pt: string };
}
interface Refused {
  code: string;
  detail: string;
  problems: Problem[];
}

const create = async (document = pricesFlow()) =>
  (await ana.post<Flow>('/flows', { name: document.name, document })).body;

test('a draft is saved with its revision, and what is wrong with it is answered in three languages', async () => {
  const flow = await create();
  expect(flow.revision).toBe(1);
  const broken = pricesFlow();
  delete broken.nodes.price?.config.mapping;
  const saved = await ana.put<Flow>(`/flows/${flow.id}`, { revision: 1, document: broken });
  expect(saved.body.revision).toBe(2);
  const problem = saved.body.problems.find(({ severity }) => severity === 'error');
  expect(problem).toMatchObject({ node: 'price' });
  const { en, es, pt } = problem?.text ?? { en: '', es: '', pt: '' };
  expect(new Set([en, es, pt]).size).toBe(3);
  expect(Math.min(en.length, es.length, pt.length)).toBeGreaterThan(20);
});

test('a save from an old revision is refused with both sides in hand', async () => {
  const flow = await create();
  const theirs = { ...pricesFlow(), name: 'Theirs' };
  await ana.put(`/flows/${flow.id}`, { revision: 1, document: theirs });
  const mine = { ...pricesFlow(), name: 'Mine' };
  const stale = await ana.put<Flow & Refused>(`/flows/${flow.id}`, { revision: 1, document: mine });
  expect(stale.status).toBe(409);
  expect(stale.headers.get('content-type')).toMatch('application/problem+json');
  expect(stale.body).toMatchObject({
    code: 'api.flow-changed',
    revision: 2,
    updatedBy: 'Ana',
    draft: theirs,
  });
  expect(stale.body.detail).toMatch(/Ana saved "Theirs"/);
  const kept = await ana.get<Flow>(`/flows/${flow.id}`);
  expect(kept.body).toMatchObject({ revision: 2, draft: theirs });
});

test('of many saves from one revision exactly one wins', async () => {
  const flow = await create();
  const saves = Array.from({ length: 8 }, (_, n) =>
    ana.put(`/flows/${flow.id}`, { revision: 1, document: { ...pricesFlow(), name: `Save ${n}` } }),
  );
  const statuses = (await Promise.all(saves)).map(({ status }) => status).sort();
  expect(statuses).toEqual([200, 409, 409, 409, 409, 409, 409, 409]);
});

test('what is not a flow is refused with the places that are wrong', async () => {
  const flow = await create();
  const strange = { ...pricesFlow(), extra: true, nodes: { 'not ok': 1 } };
  const refused = await ana.put<Refused>(`/flows/${flow.id}`, { revision: 1, document: strange });
  expect([refused.status, refused.body.code]).toEqual([422, 'api.flow-malformed']);
  expect(refused.body.problems.length).toBeGreaterThan(0);
  const validated = await ana.post<Refused>('/flows/validate', { document: pricesFlow() });
  expect(validated.body.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('a document that is too large or too deep is refused before it is read', async () => {
  const large = { ...pricesFlow(), description: 'x'.repeat(5 * 1024 * 1024) };
  const refused = await ana.post<Refused>('/flows', { name: 'Large', document: large });
  expect([refused.status, refused.body.code]).toEqual([413, 'api.body-too-large']);
  const deep = await ana.send<Refused>('POST', '/flows', {
    body: `{"name":"Deep","document":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    headers: { 'content-type': 'application/json' },
  });
  expect([deep.status, deep.body.code]).toEqual([400, 'api.json-too-deep']);
});

test('a text no database can hold is refused, not lost', async () => {
  const refused = await ana.post<Refused>('/flows', { name: 'a\u0000b' });
  expect([refused.status, refused.body.code]).toEqual([400, 'api.text-unstorable']);
});

test('the list is read page by page without a gap', async () => {
  const bia = await api.person('Bia');
  for (let n = 0; n < 5; n++) await bia.post('/flows', { name: `Flow ${n}` });
  type List = { items: { name: string; nodeCount: number }[]; nextCursor?: string };
  const names: string[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const path: string = `/flows?limit=2${cursor && `&cursor=${cursor}`}`;
    const { body } = await bia.get<List>(path);
    names.push(...body.items.map(({ name }) => name));
    cursor = body.nextCursor;
  }
  expect(names).toEqual(['Flow 4', 'Flow 3', 'Flow 2', 'Flow 1', 'Flow 0']);
  const bad = await bia.get<Refused>('/flows?cursor=nonsense');
  expect([bad.status, bad.body.code]).toEqual([400, 'api.cursor-invalid']);
});

test('what a flow remembers is forgotten for one store only, and only by its own workspace', async () => {
  const { id: flowId } = (await ana.post<{ id: string }>('/flows', { name: 'Delta' })).body;
  const { workspaceId } = await api.database.getRepository(FlowEntity).findOneByOrFail({ id: flowId });
  const connection = { kind: 'vtex', name: 'VTEX', settings: { account: 'a', appKey: 'k' } };
  const made = await ana.post<{ id: string }>('/connections', { ...connection, secrets: { appToken: 't' } });
  const store = { name: 'Store', account: 'a', connectionId: made.body.id };
  const storeId = (await ana.post<{ id: string }>('/stores', store)).body.id;
  const memory = api.database.getRepository(ChangeMemory);
  const row = { flowId, workspaceId, node: 'changed', hash: 'h', runId: flowId };
  await memory.insert([NO_STORE, storeId].map((id) => ({ ...row, storeId: id, key: '1' })));

  const stranger = await api.person();
  expect((await stranger.delete(`/flows/${flowId}/memory`)).status).toBe(404);
  expect((await ana.delete(`/flows/${flowId}/memory?storeId=${crypto.randomUUID()}`)).status).toBe(404);
  const forgotten = await ana.delete(`/flows/${flowId}/memory?storeId=${storeId}`);
  expect(forgotten).toMatchObject({ status: 200, body: { keys: 1 } });
  expect(await memory.findBy({ flowId })).toMatchObject([{ storeId: NO_STORE }]);
});

test('a removed flow is gone, and every change is in the audit log', async () => {
  const flow = await create();
  expect((await ana.delete(`/flows/${flow.id}`)).status).toBe(204);
  expect((await ana.get(`/flows/${flow.id}`)).status).toBe(404);
  const log = await api.database
    .getRepository(Audit)
    .find({ where: { subject: flow.id }, order: { at: 'ASC' } });
  expect(log.map(({ action }) => action)).toEqual(['flow.create', 'flow.delete']);
  expect(log.every(({ userId }) => userId !== null)).toBe(true);
});
