/** @jest-environment jsdom */
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { EditorView } from '@uiw/react-codemirror';
import { useState } from 'react';
import type { Field, FieldKind, Fields, Json } from '@eclusa/flow';
import { keys } from '../api/keys';
import { stubBrowser } from '../editor.testing';
import '../i18n';
import { FieldForm } from './FieldForm';
import { FieldScopeProvider, type FieldScope } from './field-scope';

beforeAll(stubBrowser);
afterEach(cleanup);

const text = (word: string) => ({ en: word, es: word, pt: word });
const named = { name: text('The field'), help: text('What it does') };

const descriptions: Record<FieldKind, Field> = {
  text: { kind: 'text', ...named },
  number: { kind: 'number', unit: text('cm'), ...named },
  toggle: { kind: 'toggle', ...named },
  choice: {
    kind: 'choice',
    choices: Array.from({ length: 4 }, (_, at) => ({ value: `v${at}`, name: text(`Choice ${at}`) })),
    ...named,
  },
  request: { kind: 'request', requests: [{ request: 'GET /api/things' }], ...named },
  date: { kind: 'date', ...named },
  secret: { kind: 'secret', ...named },
  connection: { kind: 'connection', accepts: ['http'], ...named },
  expression: { kind: 'expression', ...named },
  mapping: { kind: 'mapping', targets: [{ id: 'a', type: 'text', name: text('Target A') }], ...named },
  code: { kind: 'code', language: 'json', ...named },
  file: { kind: 'file', ...named },
  flow: { kind: 'flow', ...named },
  table: { kind: 'table', columns: { x: { kind: 'text', name: text('Column X') } }, ...named },
};

interface HostProps {
  fields: Fields;
  start?: Record<string, Json>;
  errors?: Record<string, string>;
  onChange?: (values: Record<string, Json>) => void;
}

function Host({ fields, start = {}, errors = {}, onChange }: HostProps) {
  const [values, setValues] = useState(start);
  return (
    <FieldForm
      idPrefix="t"
      fields={fields}
      values={values}
      errors={errors}
      onChange={(id, value) => {
        const { [id]: _old, ...rest } = values;
        const next = value === undefined ? rest : { ...rest, [id]: value };
        setValues(next);
        onChange?.(next);
      }}
      onFill={(given) => {
        setValues({ ...values, ...given });
        onChange?.({ ...values, ...given });
      }}
    />
  );
}

function draw(props: HostProps, scope?: FieldScope) {
  const cache = new QueryClient();
  cache.setQueryData(keys.connections, []);
  const form = <Host {...props} />;
  return render(
    <MantineProvider env="test">
      <QueryClientProvider client={cache}>
        {scope ? <FieldScopeProvider value={scope}>{form}</FieldScopeProvider> : form}
      </QueryClientProvider>
    </MantineProvider>,
  );
}

test.each(Object.entries(descriptions))('a %s field draws its label and help', async (_kind, field) => {
  draw({ fields: { one: field } });
  // The code editor arrives late.
  await act(() => import('./CodeEditor'));
  expect(screen.getAllByText('The field').length).toBeGreaterThan(0);
  expect(screen.getAllByText('What it does').length).toBeGreaterThan(0);
});

test('choosing a request fills the fields the form has, in one step', () => {
  const changes: unknown[] = [];
  const fields: Fields = {
    request: {
      kind: 'request',
      requests: [
        { request: 'GET /api/things' },
        { request: 'PUT /api/things/{thingId}', body: ['Name'], sets: { unknown: 'x' } },
      ],
      name: text('Find'),
    },
    method: { kind: 'text', name: text('Method') },
    path: { kind: 'text', name: text('Path') },
    body: { kind: 'text', name: text('Body') },
  };
  draw({ fields, onChange: (values) => changes.push(values) });
  fireEvent.click(screen.getAllByLabelText('Find')[0]!);
  fireEvent.click(screen.getByText('PUT /api/things/{thingId}'));
  expect(changes).toEqual([{ method: 'PUT', path: '/api/things/{thingId}', body: '{\n  "Name": Name\n}' }]);
});

test('an emptied text takes the setting out', () => {
  const changes: unknown[] = [];
  draw({
    fields: { one: descriptions.text },
    start: { one: 'a' },
    onChange: (values) => changes.push(values),
  });
  fireEvent.change(screen.getByLabelText('The field'), { target: { value: '' } });
  expect(changes).toEqual([{}]);
});

test('a field with `when` appears once the other field holds the value', () => {
  const fields: Fields = {
    on: { kind: 'toggle', name: text('On') },
    more: { kind: 'text', name: text('More'), when: { field: 'on', is: [true] } },
  };
  draw({ fields });
  expect(screen.queryByLabelText('More')).toBeNull();
  fireEvent.click(screen.getByLabelText('On'));
  expect(screen.getByLabelText('More')).toBeTruthy();
});

test('advanced fields wait behind a button, unless one of them has an error', () => {
  const fields: Fields = { one: { kind: 'text', name: text('Rare'), advanced: true } };
  draw({ fields });
  expect(screen.queryByLabelText('Rare')).toBeNull();
  cleanup();
  draw({ fields, errors: { one: 'Mend this.' } });
  expect(screen.getByText('Mend this.')).toBeTruthy();
});

test('errors inside a mapping and a table stand at their line', () => {
  draw({
    fields: { m: descriptions.mapping, t: descriptions.table },
    start: { m: [{ target: 'a', expression: 'x' }], t: [{ x: 'v' }] },
    errors: { 'm.a': 'Line is wrong.', 't.0.x': 'Cell is wrong.' },
  });
  expect(screen.getByText('Line is wrong.')).toBeTruthy();
  expect(screen.getByText('Cell is wrong.')).toBeTruthy();
});

test('a mapping whose targets depend on a choice shows those of the chosen', () => {
  const one = (id: string) => [{ id, type: 'text' as const, name: text(`Target ${id}`) }];
  const fields: Fields = {
    kind: descriptions.choice,
    values: {
      kind: 'mapping',
      name: text('Values'),
      targetsBy: { field: 'kind', targets: { v0: one('A'), v1: one('B') } },
    },
  };
  draw({ fields, start: { kind: 'v0' } });
  expect([screen.queryByText('Target A') !== null, screen.queryByText('Target B')]).toEqual([true, null]);
  cleanup();
  draw({ fields, start: { kind: 'v1' } });
  expect([screen.queryByText('Target A'), screen.queryByText('Target B') !== null]).toEqual([null, true]);
});

/** Types into a formula the way its editor hears of it. */
async function write(label: string, text: string): Promise<void> {
  await act(() => import('./FormulaEditor'));
  const view = EditorView.findFromDOM(await screen.findByLabelText(label))!;
  act(() => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }));
}

test('a formula shows its result for the first sample row, and its fault in words', async () => {
  const scope: FieldScope = { rows: [{ preco: 10 }], parameters: {}, functions: [] };
  draw({ fields: { one: descriptions.expression }, start: { one: 'preco * 2' } }, scope);
  expect(screen.getByText('20')).toBeTruthy();
  await write('The field', 'preco *');
  expect(screen.queryByText('20')).toBeNull();
  expect(screen.getByText(/stops too early/)).toBeTruthy();
  expect(screen.getByLabelText('The field').getAttribute('aria-invalid')).toBe('true');
});

test('a value that its target refuses is mended by a click, and the rule stays as a step', () => {
  const scope: FieldScope = { rows: [{ preco: '1.299,90' }], parameters: {}, functions: [] };
  const changes: Record<string, Json>[] = [];
  const price = { id: 'price', type: 'number' as const, name: text('Price') };
  const one: Field = { kind: 'mapping', targets: [price], name: text('Values') };
  const start = { one: [{ target: 'price', expression: 'preco' }] };
  draw({ fields: { one }, start, onChange: (values) => changes.push(values) }, scope);
  expect(screen.getAllByText(/“?"?1\.299,90/).length).toBeGreaterThan(0);
  fireEvent.click(screen.getByRole('button', { name: /the comma separates decimals/ }));
  expect(changes.at(-1)).toEqual({ one: [{ target: 'price', expression: '$parseNumber(preco, ",")' }] });
  expect(screen.getByText('1299.9')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Step Number 1.299,90' })).toBeTruthy();
});

test('what is sure is filled in one step', () => {
  const scope: FieldScope = { rows: [{ preco: '1.299,90', marca: 'Acme' }], parameters: {}, functions: [] };
  const changes: Record<string, Json>[] = [];
  const target = (id: string, type: 'text' | 'number') => ({ id, type, name: text(id) });
  const one: Field = {
    kind: 'mapping',
    targets: [target('price', 'number'), target('brand', 'text')],
    name: text('Values'),
  };
  draw({ fields: { one }, onChange: (values) => changes.push(values) }, scope);
  fireEvent.click(screen.getByRole('button', { name: 'Suggest (2)' }));
  expect(changes).toEqual([
    {
      one: [
        { target: 'price', expression: '$parseNumber(preco, ",")' },
        { target: 'brand', expression: 'marca' },
      ],
    },
  ]);
});

test('a line of a table can be added and removed', () => {
  const changes: unknown[] = [];
  draw({ fields: { one: descriptions.table }, onChange: (values) => changes.push(values) });
  fireEvent.click(screen.getByRole('button', { name: 'Add line' }));
  fireEvent.click(screen.getByRole('button', { name: 'Remove line' }));
  expect(changes).toEqual([{ one: [{}] }, { one: [] }]);
});
