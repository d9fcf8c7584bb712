// Customers with their address, against the sandbox: found, tied together, never doubled.
import type { Json, NodeType, Row } from '@eclusa/flow';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import { mapping, runNode } from '../vtex/store.testing';
import find from './customer-find.node';
import importer from './customer-import.node';

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

const lines = mapping({
  email: 'email',
  document: 'cpf',
  firstName: 'nome',
  addressName: 'local',
  street: 'rua',
  country: 'pais',
});
const ana: Row = { email: 'Ana@X.com', cpf: '111.444.777-35', nome: 'Ana', rua: 'Aurora', pais: 'BRA' };
const run = (rows: Row[], config: Record<string, Json> = {}, node: NodeType = importer) =>
  runNode(sandbox, node, { mapping: lines, ...config }, rows);
const saved = async (rows: Row[], config?: Record<string, Json>) =>
  (await run(rows, config)).rows.map((row) => row['customer']);
const writes = () => sandbox.journal.recent().filter(({ method }) => method !== 'GET');
const held = (entity: string) =>
  [...(sandbox.state.entities.get(entity)?.documents.values() ?? [])].map((all) => all.at(-1)?.fields);

test('a customer is stored as the checkout does, and its address carries the client’s bare id', async () => {
  const [customer] = (await saved([ana])) as { id: string }[];
  expect(held('CL')).toMatchObject([{ email: 'ana@x.com', document: '11144477735', firstName: 'Ana' }]);
  expect(held('AD')).toMatchObject([{ userId: customer?.id, addressName: 'principal', street: 'Aurora' }]);
});

test('a second import changes what differs, keeps the rest, and writes nothing when nothing differs', async () => {
  await saved([ana]);
  clock.at += 2000;
  const moved = await saved([{ ...ana, rua: 'Boa Vista' }]);
  expect(moved).toMatchObject([{ change: 'unchanged', address: { change: 'updated' } }]);
  expect(held('AD')).toMatchObject([{ street: 'Boa Vista', country: 'BRA' }]);
  clock.at += 2000;
  const before = writes().length;
  expect(await saved([{ ...ana, rua: 'Boa Vista' }])).toMatchObject([
    { change: 'unchanged', address: { change: 'unchanged' } },
  ]);
  expect(writes()).toHaveLength(before);
});

test('two rows of one customer make one client with two addresses, although search shows none yet', async () => {
  const rows = [ana, { ...ana, local: 'trabalho' }, { ...ana, local: 'trabalho', rua: 'Sol' }];
  await saved(rows);
  expect(held('CL')).toHaveLength(1);
  expect(held('AD').map((one) => one?.['addressName'])).toEqual(['principal', 'trabalho']);
  expect(sandbox.state.creates.doubled()).toEqual([]);
});

test.each(['CL', 'AD'])('a lost answer to a create of %s doubles nothing', async (entity) => {
  clock.step = 100;
  const route = `POST /api/dataentities/${entity}/documents`;
  sandbox.faults.replace([{ route, kind: 'drop-after', count: 1 }]);
  expect(await saved([ana])).toMatchObject([{ address: { id: expect.any(String) } }]);
  expect([held('CL').length, held('AD').length]).toEqual([1, 1]);
});

test('a row without an address touches none, one without its key fails', async () => {
  expect(await saved([{ email: 'b@x.com' }])).toMatchObject([{ change: 'created' }]);
  expect(sandbox.state.entities.has('AD')).toBe(false);
  const { failed } = await run([{ email: 'c@x.com' }], { by: 'document' });
  expect(failed[0]?.error.code).toBe('vtex.document-without-key');
});

test('a customer is found by document with or without dots, and its absence fails the row or is null', async () => {
  await saved([ana]);
  clock.at += 2000;
  const by = { mapping: mapping({ document: 'cpf' }), fields: 'email' };
  expect((await run([{ cpf: '11144477735' }], by, find)).rows[0]?.['customer']).toMatchObject({
    email: 'ana@x.com',
  });
  const none = { cpf: '999' };
  expect((await run([none], by, find)).failed[0]?.error.code).toBe('vtex.nothing-found');
  const empty = await run([none], { ...by, whenMissing: 'empty' }, find);
  expect(empty.rows).toEqual([{ ...none, customer: null }]);
});
