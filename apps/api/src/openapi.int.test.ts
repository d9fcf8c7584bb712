import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { execFileSync } from 'node:child_process';
import { get as ask } from 'node:http';
import path from 'node:path';
import { startApi, type Answer, type Browser, type TestApi } from './api.testing';
import { pricesFlow } from './flows/flows.testing';

type Content = Record<string, { schema: object }>;
interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  responses: Record<string, { description: string; content?: Content }>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

let api: TestApi;
let ana: Browser;
let document: Document;
let ajv: Ajv2020;
beforeAll(async () => {
  api = await startApi();
  ana = await api.person('Ana');
  document = (await ana.get<Document>('/../openapi.json')).body;
  ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema({ ...document, $id: 'api' });
});
afterAll(() => api.close());

const operations = () => Object.values(document.paths).flatMap((item) => Object.values(item));

test('every operation has a name of its own, a tag, a summary and its problems', () => {
  expect(document.openapi).toBe('3.1.0');
  const names = operations().map(({ operationId }) => operationId);
  expect(new Set(names).size).toBe(names.length);
  for (const { operationId, tags, summary, responses } of operations()) {
    expect([operationId, tags.length, summary.length > 5]).toEqual([operationId, 1, true]);
    const codes = Object.keys(responses);
    expect([operationId, codes.some((code) => code.startsWith('2'))]).toEqual([operationId, true]);
    expect([operationId, codes]).toEqual([operationId, expect.arrayContaining(['500'])]);
  }
});

test('every reference leads somewhere and every schema compiles', () => {
  const references = new Set(JSON.stringify(document).match(/#\/components\/schemas\/\w*/g));
  for (const reference of references) expect(document.components.schemas).toHaveProperty(reference.slice(21));
  for (const name of Object.keys(document.components.schemas))
    expect(validator(`/components/schemas/${name}`)).toBeDefined();
  expect(JSON.stringify(document)).not.toContain('"nullable"');
});

function validator(pointer: string): ValidateFunction | undefined {
  return ajv.getSchema(`api#${pointer}`);
}

const escaped = (part: string) =>
  part.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D');

/** Checks status, content type and body of an answer against its operation. */
function expectTrue(operationId: string, answer: Answer<unknown>): void {
  const [route = '', item = {}] =
    Object.entries(document.paths).find(([, one]) =>
      Object.values(one).some((operation) => operation.operationId === operationId),
    ) ?? [];
  const [method = '', operation] =
    Object.entries(item).find(([, one]) => one.operationId === operationId) ?? [];
  const response = operation?.responses[answer.status];
  expect([operationId, answer.status, response !== undefined]).toEqual([operationId, answer.status, true]);
  const [type] = (answer.headers.get('content-type') ?? '').split(';');
  if (!response?.content) return expect([operationId, answer.text]).toEqual([operationId, '']);
  expect([operationId, Object.keys(response.content)]).toEqual([operationId, expect.arrayContaining([type])]);
  const where = [
    '',
    'paths',
    route,
    method,
    'responses',
    `${answer.status}`,
    'content',
    type ?? '',
    'schema',
  ];
  const check = validator(where.map(escaped).join('/'));
  check?.(answer.body ?? answer.text);
  expect([operationId, check?.errors ?? 'checked']).toEqual([operationId, check ? 'checked' : 'no schema']);
}

test('the main answers are as the document says', async () => {
  const is = async <T>(operationId: string, answer: Promise<Answer<T>>): Promise<T> => {
    const got = await answer;
    expectTrue(operationId, got);
    return got.body;
  };
  await is('getMe', ana.get('/auth/me'));
  await is('getCatalogue', ana.get('/catalogue'));
  await is('getFlowSchema', ana.get('/flows/schema.json'));
  await is('getHealth', ana.get('/healthz'));
  await is('getReadiness', ana.get('/readyz'));
  type Made = { id: string };
  const vtex = {
    kind: 'vtex',
    name: 'V',
    settings: { account: 'a', appKey: 'k' },
    secrets: { appToken: 't' },
  };
  const connection = await is('createConnection', ana.post<Made>('/connections', vtex));
  const http = { kind: 'http', name: 'E', settings: { baseUrl: 'https://erp.example', auth: 'none' } };
  const erp = await is('createConnection', ana.post<Made>('/connections', http));
  await is('listConnections', ana.get('/connections'));
  await is('getConnection', ana.get(`/connections/${erp.id}`));
  await is('createConnection', ana.post('/connections', { ...http, settings: {} }));
  await is(
    'testNewConnection',
    ana.post('/connections/test', { ...http, settings: { baseUrl: 'http://127.0.0.1:1', auth: 'none' } }),
  );
  const store = await is(
    'createStore',
    ana.post<Made>('/stores', { name: 'S', account: 'a', connectionId: connection.id }),
  );
  await is('listStores', ana.get('/stores'));
  const flow = await is('createFlow', ana.post<Made>('/flows', { name: 'F', document: pricesFlow() }));
  await is('createFlow', ana.post('/flows', { nonsense: 1 }));
  await is('createFlow', ana.post('/flows', { name: 'F', document: {} }));
  await is('saveFlow', ana.put(`/flows/${flow.id}`, { revision: 1, document: pricesFlow() }));
  await is('saveFlow', ana.put(`/flows/${flow.id}`, { revision: 1, document: pricesFlow() }));
  await is('validateFlow', ana.post('/flows/validate', { document: { ...pricesFlow(), edges: [] } }));
  const slots = { erp: erp.id, store: connection.id };
  await is('saveBinding', ana.put(`/flows/${flow.id}/binding`, { storeId: store.id, slots, parameters: {} }));
  await is('publishFlow', ana.post(`/flows/${flow.id}/publish`, { revision: 2, note: 'First' }));
  await is('migrateFlow', ana.post('/flows/migrate', { document: pricesFlow() }));
  const presence = `/flows/${flow.id}/presence`;
  await is('bePresent', ana.put(presence, { tab: '00000000-0000-4000-8000-000000000001' }));
  await is('leaveFlow', ana.delete(`${presence}/00000000-0000-4000-8000-000000000001`));
  await is('listFlowVersions', ana.get(`/flows/${flow.id}/versions`));
  await is('getFlowVersion', ana.get(`/flows/${flow.id}/versions/1`));
  await is(
    'describeFlowVersion',
    ana.send('PATCH', `/flows/${flow.id}/versions/1`, {
      body: '{"name":"Spring"}',
      headers: { 'content-type': 'application/json' },
    }),
  );
  const run = await is('startRun', ana.post<Made>(`/flows/${flow.id}/runs`, {}));
  await is('getFlow', ana.get(`/flows/${flow.id}`));
  await is('listFlows', ana.get('/flows'));
  await is('getRun', ana.get(`/runs/${run.id}`));
  await is('listRuns', ana.get('/runs'));
  await is('listFailedRows', ana.get(`/runs/${run.id}/failed-rows`));
  await is('listRunSamples', ana.get(`/runs/${run.id}/samples`));
  await is('listRunRequests', ana.get(`/runs/${run.id}/requests`));
  await is('replayRun', ana.post(`/runs/${run.id}/replay`, { all: true }));
  await is('cancelRun', ana.post(`/runs/${run.id}/cancel`));
  const rows = [{ situacao: 'A' }, { situacao: 'I' }];
  await is(
    'testNode',
    ana.post(`/flows/${flow.id}/test-node`, { document: pricesFlow(), nodeId: 'active', rows }),
  );
  const file = await is('uploadFile', ana.send<Made>('POST', '/files?name=a', { body: 'x' }));
  await is('downloadFile', ana.get(`/files/${file.id}`));
  const [codes, pairs] = ['/codes/tables/skus', [{ key: '1', value: 'one' }]];
  await is('saveCodes', ana.put(`${codes}/pairs`, { storeId: store.id, pairs }));
  await is('saveCodes', ana.put(`${codes}/pairs`, { pairs: [] }));
  await is('importCodes', ana.send('POST', `${codes}/csv?header=false`, { body: '1;one' }));
  await is('importCodes', ana.send('POST', `${codes}/csv`, { body: 'x' }));
  await is('exportCodes', ana.get(`${codes}/csv`));
  await is('listCodes', ana.get(`${codes}/pairs?storeId=${store.id}`));
  await is('listCodeTables', ana.get('/codes'));
  await is('listMissingCodes', ana.get('/codes/missing'));
  await is('giveUpCodes', ana.post('/codes/missing/give-up', { table: 'skus', by: 'key', codes: ['1'] }));
  await is('deleteCode', ana.delete(`${codes}/pairs?key=1`));
  await is('deleteStore', ana.delete('/stores/00000000-0000-4000-8000-000000000000'));
  await is('deleteConnection', ana.delete(`/connections/${erp.id}`));
  await is(
    'updateMe',
    ana.send('PATCH', '/auth/me', {
      body: '{"locale":"xx"}',
      headers: { 'content-type': 'application/json' },
    }),
  );
});

test('an unchanged catalogue is not sent again', async () => {
  const first = await ana.get('/catalogue');
  expect(first.headers.get('cache-control')).toBe('private, no-cache');
  // Node's fetch asks past every cache; a browser asks like this.
  const headers = { cookie: ana.cookie, 'if-none-match': first.headers.get('etag') ?? '' };
  const again = await new Promise((resolve) => {
    ask(`${api.url}/api/v1/catalogue`, { headers }, (answer) => resolve(answer.resume().statusCode));
  });
  expect(again).toBe(304);
});

test('the page of the documentation loads nothing from elsewhere', async () => {
  const page = await ana.get('/../docs');
  expect(page.status).toBe(200);
  expect(page.text).not.toMatch(/(?:src|href)="https?:/);
});

test('the generated client is in step with the document', () => {
  const script = path.resolve(__dirname, '../../../scripts/client.mjs');
  expect(execFileSync(process.execPath, [script, '--check'], { encoding: 'utf8' })).toMatch(/in step/);
});
