import { Run } from '@eclusa/db';
import { randomUUID } from 'node:crypto';
import { startApi, type Browser, type TestApi } from './api.testing';
import { pricesFlow } from './flows/flows.testing';

interface Operation {
  operationId: string;
  method: string;
  path: string;
  isPublic: boolean;
  hasBody: boolean;
}

type Document = {
  paths: Record<string, Record<string, { operationId: string; security?: unknown[]; requestBody?: unknown }>>;
};

let api: TestApi;
let owner: Browser;
let stranger: Browser;
let operations: Operation[];
const schedule = { cron: '0 6 * * *', timezone: 'UTC', missed: 'once', overlap: 'skip', enabled: true };
/** What the owner has, by the first word of the path. */
const ids: Record<string, string> = {};
let marks: string[];

beforeAll(async () => {
  api = await startApi({ ECLUSA_ALLOW_PRIVATE_HOSTS: '' });
  owner = await api.person('Owner');
  stranger = await api.person('Stranger');
  operations = await listOperations();
  await fill();
});
afterAll(() => api.close());

async function listOperations(): Promise<Operation[]> {
  const { paths } = (await stranger.get<Document>('/../openapi.json')).body;
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { operationId, security, requestBody }]) => ({
      ...{ operationId, path, method: method.toUpperCase() },
      isPublic: !JSON.stringify(security).includes('session'),
      hasBody: requestBody !== undefined,
    })),
  );
}

async function fill(): Promise<void> {
  const made = async (path: string, body: unknown) => (await owner.post<{ id: string }>(path, body)).body.id;
  const vtex = { kind: 'vtex', name: 'Owner VTEX', settings: { account: 'ownerstore', appKey: 'ownerkey' } };
  ids.connections = await made('/connections', { ...vtex, secrets: { appToken: 'owner-token' } });
  const erp = { kind: 'http', name: 'Owner ERP', settings: { baseUrl: 'https://erp.example', auth: 'none' } };
  const erpId = await made('/connections', erp);
  ids.stores = await made('/stores', { name: 'Owner Store', account: 'a', connectionId: ids.connections });
  ids.flows = await made('/flows', { name: 'Owner Flow', document: pricesFlow() });
  const slots = { erp: erpId, store: ids.connections };
  await owner.put(`/flows/${ids.flows}/binding`, { storeId: ids.stores, slots, parameters: {} });
  await owner.put(`/flows/${ids.flows}/samples/erp`, {
    outputs: [{ port: 'out', rows: [{ sku: 'owner-sku' }] }],
  });
  await owner.post(`/flows/${ids.flows}/publish`, { revision: 1 });
  ids.runs = await made(`/flows/${ids.flows}/runs`, {});
  ids.schedules = await made(`/flows/${ids.flows}/schedules`, { ...schedule, storeId: ids.stores });
  const upload = await owner.send<{ id: string }>('POST', '/files?name=owner.csv', { body: 'owner;file' });
  ids.files = upload.body.id;
  ids.keys = (
    await owner.post<{ key: { id: string } }>('/keys', { name: 'Owner key', actions: ['runs:read'] })
  ).body.key.id;
  const run = await api.database.getRepository(Run).findOneByOrFail({ id: ids.runs });
  const own = { workspaceId: run.workspaceId, runId: run.id, node: 'price' };
  const failed = {
    ...own,
    ...{ port: 'in', entry: 'erp', rowNumber: 1, input: { sku: 'owner-sku' } },
    error: { kind: 'user', code: 'vtex.bad', values: {} },
  };
  await api.database.getRepository('run_failed_row').insert(failed);
  const waits = {
    state: 'waiting',
    missingTable: 'Owner table',
    missingBy: 'key',
    missingCode: 'owner-missing',
  };
  await api.database.getRepository('run_failed_row').insert({ ...failed, ...waits });
  await owner.put('/codes/tables/Owner%20table/pairs', {
    storeId: ids.stores,
    pairs: [{ key: 'owner-key', value: 'owner-value' }],
  });
  const sample = { ...own, side: 'in' as const, port: 'in', rows: [{ sku: 'owner-sku' }] };
  await api.database.getRepository('run_sample').insert(sample);
  marks = [
    ...Object.values(ids),
    erpId,
    'Owner',
    'owner-token',
    'ownerstore',
    'owner-sku',
    'owner;file',
    'owner-missing',
    'owner-key',
  ];
}

/** The path with the owner's ids in it. */
function pathOf({ path }: Operation): string {
  const kind = path.split('/')[1] ?? '';
  return path
    .replace('{id}', ids[kind] ?? randomUUID())
    .replace('{number}', '1')
    .replace('{tab}', '00000000-0000-4000-8000-000000000001')
    .replace('{node}', 'erp')
    .replace('{box}', 'erp')
    .replace('{scheduleId}', ids.schedules ?? 'none')
    .replace('{triggerId}', ids.schedules ?? 'none');
}

/** A body that would be accepted, so that only ownership can refuse it. */
function bodyOf({ operationId }: Operation): unknown {
  const document = pricesFlow();
  const connection = {
    kind: 'vtex',
    name: 'x',
    settings: { account: 'x', appKey: 'x' },
    secrets: { appToken: 'x' },
  };
  const bodies: Record<string, unknown> = {
    updateConnection: connection,
    testConnection: {},
    updateStore: { name: 'x', account: 'x', connectionId: ids.connections },
    saveFlow: { revision: 1, document },
    testNode: { document, nodeId: 'active', rows: [{ situacao: 'A' }] },
    testChain: { document, nodes: ['active'], given: [] },
    askChoices: { document, list: 'odata.entity-sets' },
    keepFlowSample: { outputs: [] },
    publishFlow: { revision: 1 },
    describeFlowVersion: { name: 'x' },
    bePresent: { tab: '00000000-0000-4000-8000-000000000001' },
    saveBinding: { slots: {}, parameters: {} },
    startRun: {},
    createSchedule: schedule,
    updateSchedule: { ...schedule, enabled: false },
    replayRun: { all: true },
    settleDoubt: { outcome: 'again', all: true },
    rerunRun: { page: 1 },
    updateKey: { name: 'x', actions: ['runs:read'] },
    rotateKey: {},
    updateCallback: { name: 'x', address: 'https://erp.example/x', events: ['run.finished'] },
  };
  return bodies[operationId];
}

test('there are as many routes as the contract has, so that the next tests cannot pass by looking at few', () => {
  expect(operations.length).toBeGreaterThanOrEqual(46);
  expect(operations.filter(({ path }) => path.includes('{id}')).length).toBeGreaterThanOrEqual(27);
});

test('nobody who is not signed in gets past any route that is not public', async () => {
  const nobody = await api.person('Nobody');
  nobody.cookie = '';
  const isOpen = ['signIn', 'signInWithLink', 'getHealth', 'getReadiness'];
  expect(
    operations
      .filter(({ isPublic }) => isPublic)
      .map((one) => one.operationId)
      .sort(),
  ).toEqual(isOpen.sort());
  for (const operation of operations.filter(({ isPublic }) => !isPublic)) {
    const { status } = await nobody.send(operation.method, pathOf(operation));
    expect([operation.operationId, status]).toEqual([operation.operationId, 401]);
  }
});

test('every route with the id of another workspace answers 404, and changes nothing', async () => {
  const before = await snapshot();
  for (const operation of operations.filter(({ path }) => path.includes('{id}'))) {
    const body = bodyOf(operation);
    const {
      status,
      body: problem,
      text,
    } = await stranger.send<{ code: string }>(operation.method, pathOf(operation), {
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    });
    expect([operation.operationId, status, problem?.code]).toEqual([
      operation.operationId,
      404,
      expect.stringMatching(/-not-found$|^db\.file-missing$/),
    ]);
    for (const mark of ['Owner', 'owner-sku', 'owner;file']) expect(text).not.toContain(mark);
  }
  expect(await snapshot()).toEqual(before);
});

/** As a word of its own: VTEX has fields with such names. */
function holds(text: string, mark: string): boolean {
  return text.replaceAll(/\w+Owner\w*|Owner\w+/g, '').includes(mark);
}

test('no list shows anything of another workspace', async () => {
  const lists = operations.filter(
    // A person has no key to be told of.
    ({ method, path, isPublic }) =>
      method === 'GET' && !path.includes('{') && !isPublic && path !== '/keys/current',
  );
  expect(lists.map(({ operationId }) => operationId)).toEqual(
    expect.arrayContaining(['listFlows', 'listRuns', 'listConnections', 'listStores', 'getMe']),
  );
  for (const { path } of lists) {
    const { status, text } = await stranger.get(path);
    expect(status).toBe(200);
    for (const mark of marks) expect([path, mark, holds(text, mark)]).toEqual([path, mark, false]);
  }
  expect((await stranger.get<{ items: unknown[] }>(`/runs?flowId=${ids.flows}`)).body.items).toEqual([]);
});

test('things of another workspace cannot be used by naming them in a body', async () => {
  const code = (answer: { body: { code: string } }) => answer.body.code;
  const store = { name: 'x', account: 'x', connectionId: ids.connections };
  expect(code(await stranger.post('/stores', store))).toBe('api.connection-not-found');
  const flow = await stranger.post<{ id: string }>('/flows', { name: 'Mine', document: pricesFlow() });
  const path = `/flows/${flow.body.id}`;
  const bind = (body: object) =>
    stranger.put<{ code: string }>(`${path}/binding`, { parameters: {}, ...body });
  expect(code(await bind({ slots: { store: ids.connections } }))).toBe('api.binding-invalid');
  expect(code(await bind({ slots: {}, storeId: ids.stores }))).toBe('api.store-not-found');
  const vtex = {
    kind: 'vtex',
    name: 'V',
    settings: { account: 'a', appKey: 'k' },
    secrets: { appToken: 't' },
  };
  const http = { kind: 'http', name: 'E', settings: { baseUrl: 'https://erp.example', auth: 'none' } };
  const made = async (body: object) => (await stranger.post<{ id: string }>('/connections', body)).body.id;
  await bind({ slots: { store: await made(vtex), erp: await made(http) } });
  await stranger.post(`${path}/publish`, { revision: 1 });
  expect(code(await stranger.post(`${path}/runs`, { storeId: ids.stores }))).toBe('api.store-not-found');
  const timed = { ...schedule, storeId: ids.stores };
  expect(code(await stranger.post(`${path}/schedules`, timed))).toBe('api.store-not-found');
  const test = { document: pricesFlow(), nodeId: 'active', rows: [], storeId: ids.stores };
  expect(code(await stranger.post(`${path}/test-node`, test))).toBe('api.store-not-found');
  const csv = pricesFlow();
  csv.nodes.erp = { type: 'source.csv', version: 1, config: { from: 'file', file: ids.files ?? '' } };
  const stolen = await stranger.post(`${path}/test-node`, { document: csv, nodeId: 'erp', rows: [] });
  expect(stolen.text).not.toContain('owner;file');
  expect(stolen.status).toBe(404);
});

test('codes of a store of another workspace cannot be seen, changed or given up by naming the store', async () => {
  const before = await snapshot();
  const table = '/codes/tables/Owner%20table';
  const query = `storeId=${ids.stores}`;
  const body = { storeId: ids.stores, table: 'Owner table', by: 'key', codes: ['owner-missing'] };
  const pair = { storeId: ids.stores, pairs: [{ key: 'owner-missing', value: 'x' }] };
  const answers = [
    await stranger.get(`/codes?${query}`),
    await stranger.get(`/codes/missing?${query}`),
    await stranger.get(`${table}/pairs?${query}`),
    await stranger.get(`${table}/csv?${query}`),
    await stranger.put(`${table}/pairs`, pair),
    await stranger.delete(`${table}/pairs?${query}&key=owner-key`),
    await stranger.send('POST', `${table}/csv?${query}&header=false`, { body: 'owner-missing;x' }),
    await stranger.post('/codes/missing/give-up', body),
  ];
  for (const { status, body: problem, text } of answers) {
    expect([status, (problem as { code?: string } | undefined)?.code]).toEqual([404, 'api.store-not-found']);
    expect(text).not.toContain('owner-');
  }
  // Without a store they are the stranger's own, and lead to nothing of the owner's.
  expect((await stranger.get(`${table}/pairs`)).text).not.toContain('owner-');
  await stranger.put(`${table}/pairs`, { pairs: [{ key: 'owner-missing', value: 'x' }] });
  expect((await stranger.post('/codes/missing/give-up', { ...body, storeId: null })).body).toEqual({
    rows: 0,
  });
  expect(await snapshot()).toEqual(before);
});

/** Everything stored of the owner, as the database has it. */
async function snapshot(): Promise<unknown> {
  const tables = [
    'connection',
    'store',
    'flow',
    'flow_version',
    'flow_binding',
    'flow_sample',
    'run',
    'run_failed_row',
    'schedule',
    'flow_trigger',
    'file',
    'cross_reference',
  ];
  const { body } = await owner.get<{ workspace: { id: string } }>('/auth/me');
  return Promise.all(
    tables.map((table) =>
      api.database.query(`SELECT * FROM ${table} WHERE workspace_id = $1 ORDER BY 1`, [body.workspace.id]),
    ),
  );
}
