import { emptyFlow } from '@eclusa/flow';
import { connectionKinds } from '@eclusa/nodes';
import { readBindings } from './bindings';
import { folder, removeFolders, write } from './terminal.testing';

afterAll(removeFolders);

const document = {
  ...emptyFlow('Test'),
  slots: { erp: { kind: 'http', name: 'ERP' }, store: { kind: 'vtex', name: 'Store' } },
};

function read(content: unknown, env: Record<string, string> = {}) {
  const file = write(folder(), 'bindings.json', content);
  return readBindings(file, document, { kinds: connectionKinds, env });
}

const http = (values: object) => ({ slots: { erp: { kind: 'http', values } } });

test('a slot gets its values, defaults of its kind filled in', async () => {
  const { slots, parameters } = await read({ ...http({ baseUrl: 'https://erp' }), parameters: { days: 3 } });
  expect(slots.erp).toMatchObject({
    id: 'erp',
    kind: 'http',
    values: { baseUrl: 'https://erp', auth: 'none' },
  });
  expect(parameters).toEqual({ days: 3 });
});

test('secrets come from the environment, wherever they stand', async () => {
  const headers = [{ name: 'x', value: '$env:HEADER' }];
  const values = { baseUrl: 'https://erp', auth: 'bearer', token: '$env:ERP_TOKEN', headers };
  const { slots } = await read(http(values), { ERP_TOKEN: 'secret', HEADER: 'h' });
  expect(slots.erp?.values).toMatchObject({ token: 'secret', headers: [{ name: 'x', value: 'h' }] });
});

test.each([
  ['not an object', [], 'cli.bindings-shape'],
  ['a member nobody knows', { slot: {} }, 'cli.bindings-shape'],
  ['a slot without a kind', { slots: { erp: { values: {} } } }, 'cli.bindings-shape'],
  ['a slot the flow does not have', { slots: { crm: { kind: 'http' } } }, 'cli.slot-unknown'],
  ['another kind than the flow wants', { slots: { erp: { kind: 'vtex' } } }, 'cli.slot-kind'],
  ['a required value left out', http({}), 'cli.value-missing'],
  ['a value required by another', http({ baseUrl: 'https://erp', auth: 'bearer' }), 'cli.value-missing'],
  ['a value misspelt', http({ baseUrl: 'https://erp', tokn: 'x' }), 'cli.value-unknown'],
  ['a variable that is not set', http({ baseUrl: '$env:NOWHERE' }), 'cli.env-missing'],
])('%s is refused', async (_, content, code) => {
  await expect(read(content)).rejects.toMatchObject({ code });
});
