/** @jest-environment jsdom */
import { MantineProvider } from '@mantine/core';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { suggestMapping, type MappingLine, type MappingTarget, type Row } from '@eclusa/flow';
import { stubBrowser } from '../editor.testing';
import { FieldScopeProvider } from '../fields/field-scope';
import '../i18n';
import { Mapper } from './Mapper';

beforeAll(stubBrowser);
afterEach(cleanup);

const target = (id: string, en: string, more: Partial<MappingTarget> = {}): MappingTarget => ({
  id,
  type: 'text',
  name: { en, es: en, pt: en },
  ...more,
});

const targets = [
  target('RefId', 'Reference code', { required: true }),
  target('price', 'Price', { type: 'number', required: true }),
  target('color', 'Color'),
];

const rows: Row[] = [
  { codigo: 'A1', preco: '1.299,90', itens: [{ sku: 'x' }] },
  { codigo: 'A2', preco: 'a combinar', itens: [] },
  { codigo: 'A3', preco: '9,90', itens: [] },
  { codigo: 'A4', preco: '8,50', itens: [] },
];

interface HostProps {
  known?: readonly MappingTarget[] | undefined;
  start?: MappingLine[];
  proposing?: boolean;
  seen: (lines: readonly MappingLine[]) => void;
}

function Host({ known, start = [], proposing = false, seen }: HostProps) {
  const [lines, setLines] = useState<readonly MappingLine[]>(start);
  const [shown, setShown] = useState(proposing);
  return (
    <FieldScopeProvider value={{ rows, parameters: {}, functions: [] }}>
      <Mapper
        id="m"
        name="Values"
        targets={known}
        lines={lines}
        proposals={known ? suggestMapping(known, rows) : []}
        proposing={shown}
        onProposing={setShown}
        onClose={() => undefined}
        onChange={(next) => {
          setLines(next);
          seen(next);
        }}
      />
    </FieldScopeProvider>
  );
}

function draw(props: Omit<HostProps, 'seen'>): MappingLine[][] {
  const changes: MappingLine[][] = [];
  render(
    <MantineProvider env="test">
      <Host {...props} seen={(lines) => changes.push([...lines])} />
    </MantineProvider>,
  );
  return changes;
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });

test('a click on a field and a click on a target connect them, and the value is read as it is written', () => {
  const changes = draw({ known: targets });
  fireEvent.click(button(/^preco,/), { detail: 1 });
  expect(screen.getByText(/preco is chosen/)).toBeTruthy();
  fireEvent.click(button('Connect preco to Price'));
  expect(changes).toEqual([[{ target: 'price', expression: '$parseNumber(preco, ",")' }]]);
  expect(screen.getByLabelText('Result for Price').textContent).toBe('1299.9');
  expect(screen.getByText('preco now fills Price.')).toBeTruthy();
});

test('by key, choosing a field leads to the target it is proposed for, and Escape lets go', () => {
  const changes = draw({ known: targets });
  fireEvent.click(button(/^preco,/), { detail: 0 });
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Connect preco to Price');
  fireEvent.keyDown(document.activeElement!, { key: 'Escape' });
  expect(screen.queryByText(/is chosen/)).toBeNull();
  expect(changes).toEqual([]);
});

test('the other way round works too: first the target, then the field', () => {
  const changes = draw({ known: targets });
  fireEvent.click(button('Choose a field for Color'));
  fireEvent.click(button(/^codigo,/), { detail: 1 });
  expect(changes).toEqual([[{ target: 'color', expression: 'codigo' }]]);
});

test('proposals say why, and those that are sure enough are accepted in one change', () => {
  const changes = draw({ known: targets, proposing: true });
  expect(
    within(screen.getByRole('group', { name: 'Price' })).getByText(/“preco” means the same/),
  ).toBeTruthy();
  fireEvent.click(button('Accept 2'));
  expect(changes).toEqual([
    [
      { target: 'RefId', expression: 'codigo' },
      { target: 'price', expression: '$parseNumber(preco, ",")' },
    ],
  ]);
});

test('another row shows its own values, results and fault', () => {
  draw({ known: targets, start: [{ target: 'price', expression: '$parseNumber(preco, ",")' }] });
  fireEvent.click(button('Next row'));
  expect(button(/^codigo,.*"A2"/)).toBeTruthy();
  expect(
    within(screen.getByRole('group', { name: 'Price' })).getByText(/“a combinar” is not a number/),
  ).toBeTruthy();
});

test('all results stand in a table, and a fault leads to its field and row', async () => {
  draw({ known: targets, start: [{ target: 'price', expression: '$parseNumber(preco, ",")' }] });
  fireEvent.click(screen.getByText('All results'));
  await act(() => new Promise((done) => setTimeout(done, 20)));
  expect(screen.getByText('1 value does not fit')).toBeTruthy();
  fireEvent.click(button(/^Row 2, Price/));
  expect(screen.getByText('Row 2 of 4')).toBeTruthy();
  expect(button('Edit Price').getAttribute('aria-expanded')).toBe('true');
});

test('without targets a field makes a column of its own name', () => {
  const changes = draw({});
  fireEvent.click(button(/^codigo,/), { detail: 1 });
  fireEvent.click(button('Add a field'));
  expect(changes).toEqual([[{ target: 'codigo', expression: 'codigo' }]]);
});
