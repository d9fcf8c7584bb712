// The traps of documents, against the sandbox: a search that lags, keys, versions, lost answers.
import type { Json, NodeType, Row } from '@eclusa/flow';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import { mapping, runNode, type RunOptions } from '../vtex/store.testing';
import create from './document-create.node';
import schemaSave from './document-schema-save.node';
import update from './document-update.node';
import upsert from './document-upsert.node';
import { send } from './example-store.testing';

let sandbox: Sandbox;
const clock = { at: 0, step: 0 };

beforeAll(async () => {
  sandbox = await startSandbox({
    limits: 'off',
    searchDelayMs: 1000,
    clock: () => (clock.at += clock.step),
  });
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.reset();
  Object.assign(clock, { at: Date.UTC(2026, 10, 23), step: 0 });
});

const run = (node: NodeType, config: Record<string, Json>, rows: Row[], options?: RunOptions) =>
  runNode(sandbox, node, { entity: 'CL', ...config }, rows, options);
const kept = async (answer: ReturnType<typeof run>) => (await answer).rows.map((row) => row['document']);
const code = async (answer: ReturnType<typeof run>) => (await answer).failed[0]?.error.code;
const writes = () => sandbox.journal.recent().filter(({ method }) => method !== 'GET');
const lines = mapping({ code: 'code', name: 'name' });

async function made(body: object, entity = 'CL'): Promise<string> {
  const answer = await send(sandbox, `POST /api/dataentities/${entity}/documents`, body);
  clock.at += 2000;
  const { Id, id } = (await answer.json()) as { Id?: string; id?: string };
  return (Id ?? id ?? '').slice(entity.length + 1);
}

async function shown(id: string, entity = 'CL'): Promise<Record<string, Json>> {
  const path = `/api/dataentities/${entity}/documents/${id}?_fields=_all`;
  return (await (await send(sandbox, `GET ${path}`)).json()) as Record<string, Json>;
}

test('two rows with one key make one document, although search does not show it yet', async () => {
  const rows = [
    { code: 'A', name: 'one' },
    { code: 'a', name: 'two' },
  ];
  const [first, second] = await kept(run(create, { entity: 'ZA', key: 'code', mapping: lines }, rows));
  expect([first, second]).toMatchObject([{ change: 'created' }, { change: 'unchanged' }]);
  expect(writes()).toHaveLength(1);
});

test('a create whose answer is lost is found once search shows it, and not made again', async () => {
  clock.step = 100;
  sandbox.faults.replace([{ route: 'POST *documents', kind: 'drop-after', count: 1 }]);
  const row = { code: 'A', name: 'one' };
  const again = await kept(run(create, { entity: 'ZA', key: 'code', mapping: lines }, [row]));
  expect(again).toMatchObject([{ change: 'unchanged' }]);
  expect(writes()).toHaveLength(1);
});

test('a create that never arrived is made', async () => {
  clock.step = 100;
  sandbox.faults.replace([{ route: 'POST *documents', kind: 'drop', count: 1 }]);
  const row = { code: 'A', name: 'one' };
  const again = await kept(run(create, { entity: 'ZA', key: 'code', mapping: lines }, [row]));
  expect(again).toMatchObject([{ change: 'created' }]);
});

test('the id is the bare one in the letters of either version, without DocumentId too', async () => {
  const config = { key: 'email', mapping: mapping({ email: 'email' }) };
  await send(sandbox, 'PUT /api/dataentities/News/schemas/v1', {
    properties: { email: { type: 'string' } },
    'v-indexed': ['email'],
  });
  clock.at += 2000;
  for (const entity of ['CL', 'ZA', 'News']) {
    const schema = entity === 'News' ? 'v1' : '';
    const [one] = await kept(run(create, { ...config, entity, schema }, [{ email: 'a@x.com' }]));
    expect(one).toMatchObject({ id: expect.stringMatching(/^[\da-f-]{36}$/), change: 'created' });
  }
});

test('an update writes only what differs; what was not mapped stays', async () => {
  const id = await made({ email: 'a@x.com', firstName: 'Ana', phone: '1' });
  const config = { key: 'email', by: 'search', mapping: mapping({ email: 'email', firstName: 'name' }) };
  const row = { email: 'A@x.com ', name: 'Anna' };
  expect(await kept(run(upsert, config, [row]))).toEqual([{ id, change: 'updated' }]);
  expect(writes()[0]?.request).toEqual({ email: 'A@x.com', firstName: 'Anna' });
  expect(await shown(id)).toMatchObject({ firstName: 'Anna', phone: '1' });
  const before = writes().length;
  expect(await kept(run(upsert, config, [row]))).toEqual([{ id, change: 'unchanged' }]);
  expect(writes()).toHaveLength(before);
});

test('by its alternate key VTEX finds a document at once, and its 304 is no failure', async () => {
  const config = { key: 'email', by: 'alternate', mapping: mapping({ email: 'email', firstName: 'name' }) };
  const answers = await kept(run(upsert, config, [{ email: 'a@x.com', name: 'Ana' }]));
  expect(answers).toMatchObject([{ change: 'saved', id: expect.any(String) }]);
  const again = await kept(run(upsert, config, [{ email: 'a@x.com', name: 'Ana' }]));
  expect(again).toEqual([{ id: null, change: 'unchanged' }]);
});

test('with the key as its id a document is made under it, and then changed', async () => {
  const config = { entity: 'ZA', key: 'code', by: 'id', mapping: lines };
  const save = (name: string) => kept(run(upsert, config, [{ code: 'A-1', name }]));
  expect(await save('one')).toEqual([{ id: 'A-1', change: 'created' }]);
  expect(await save('two')).toEqual([{ id: 'A-1', change: 'updated' }]);
  expect(await save('two')).toEqual([{ id: 'A-1', change: 'unchanged' }]);
  expect(await shown('A-1', 'ZA')).toMatchObject({ code: 'A-1', name: 'two' });
});

test.each<[string, Record<string, Json>, Row]>([
  ['vtex.document-ambiguous', {}, { code: 'A', name: 'x' }],
  ['vtex.document-key-wildcard', {}, { code: 'A*', name: 'x' }],
  ['vtex.document-without-key', {}, { name: 'x' }],
  ['vtex.document-empty', {}, {}],
  ['vtex.document-schema-missing', { entity: 'News' }, { code: 'A', name: 'x' }],
])('a row is refused with %s', async (expected, config, row) => {
  await made({ code: 'A' }, 'ZA');
  await made({ code: 'a' }, 'ZA');
  const before = writes().length;
  const all = { entity: 'ZA', key: 'code', by: 'search', mapping: lines, ...config };
  expect(await code(run(upsert, all, [row]))).toBe(expected);
  expect(writes()).toHaveLength(before);
});

test('a document that is gone fails its update, one whose fields are private is written all the same', async () => {
  const config = { documentId: 'id', mapping: mapping({ firstName: '"Ana"' }) };
  expect(await code(run(update, config, [{ id: 'none' }]))).toBe('vtex.document-gone');
  const id = await made({ email: 'a@x.com' });
  sandbox.state.entities.get('CL')?.privateFields.add('firstName');
  expect(await kept(run(update, config, [{ id: `CL-${id}` }]))).toEqual([{ id, change: 'updated' }]);
  sandbox.state.entities.get('CL')?.privateFields.clear();
  expect(await shown(id)).toMatchObject({ firstName: 'Ana' });
});

test('a deleted document that search still shows is made anew', async () => {
  const id = await made({ code: 'A' }, 'ZA');
  await send(sandbox, `DELETE /api/dataentities/ZA/documents/${id}`);
  const config = { entity: 'ZA', key: 'code', by: 'search', mapping: lines };
  const [saved] = await kept(run(upsert, config, [{ code: 'A', name: 'x' }]));
  expect(saved).toMatchObject({ change: 'created' });
  expect(saved).not.toMatchObject({ id });
});

test('a schema keeps its triggers when its fields are saved, and an equal one is not sent', async () => {
  const path = 'PUT /api/dataentities/News/schemas/v1';
  await send(sandbox, path, { properties: {}, 'v-triggers': [{ name: 't' }] });
  const values = mapping({ dataEntityName: '"News"', schemaName: '"v1"', properties: 'fields' });
  const save = () =>
    runNode(sandbox, schemaSave, { mapping: values }, [{ fields: { email: { type: 'string' } } }]);
  expect((await save()).rows[0]?.['schema']).toMatchObject({ change: 'updated' });
  expect(sandbox.state.entities.get('News')?.schemas.get('v1')?.body).toEqual({
    properties: { email: { type: 'string' } },
    'v-triggers': [{ name: 't' }],
  });
  const before = writes().length;
  expect((await save()).rows[0]?.['schema']).toMatchObject({ change: 'unchanged' });
  expect(writes()).toHaveLength(before);
});

test('a dry run shows what it would create and sends nothing', async () => {
  const config = { entity: 'ZA', key: 'code', mapping: lines };
  const outcome = run(create, config, [{ code: 'A', name: 'x' }], { dryRun: true });
  expect(await kept(outcome)).toEqual([{ id: '(new)', change: 'created' }]);
  expect(writes()).toEqual([]);
});
