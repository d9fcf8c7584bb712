import type { FailedRow } from '../../api/types';
import { editsFor, fieldOf, typedValue, type RowEdit } from './row-edits';

function edit(id: string, node: string, code: string, target?: string): [string, RowEdit] {
  const row = { id, node, error: { code, values: { ...(target && { target }) } } } as unknown as FailedRow;
  return [id, { row, value: { sku: id } }];
}

const edits = new Map([
  edit('1', 'price', 'a', 'basePrice'),
  edit('2', 'price', 'a', 'ean'),
  edit('3', 'stock', 'b'),
]);
const ids = (what: Parameters<typeof editsFor>[0]) => editsFor(what, edits).map((one) => one.failedRowId);

test('edits go along with the rows they belong to, and with no others', () => {
  expect(ids({ all: true })).toEqual(['1', '2', '3']);
  expect(ids({ failedRowIds: ['2', '9'] })).toEqual(['2']);
  expect(ids({ node: 'price', code: 'a' })).toEqual(['1', '2']);
  expect(ids({ node: 'price', code: 'a', field: 'ean' })).toEqual(['2']);
});

test('the field a reason is about is told apart by its id, or by its name in all languages', () => {
  const row = (values: object) => ({ error: { values } }) as FailedRow;
  expect(fieldOf(row({ target: 'ean', field: { en: 'EAN' } }))).toBe('ean');
  expect(fieldOf(row({ field: 'Price' }))).toBe('Price');
  expect(fieldOf(row({}))).toBeNull();
});

test('what is typed keeps the kind the member had, as long as it can', () => {
  expect(typedValue('12,5', 3)).toEqual({ value: 12.5 });
  expect(typedValue('12 kg', 3)).toEqual({ value: '12 kg' });
  expect(typedValue('007', 'x')).toEqual({ value: '007' });
  expect(typedValue('', null)).toEqual({ value: null });
  expect(typedValue('[1]', [])).toEqual({ value: [1] });
  expect(typedValue('[1', [])).toBeNull();
});
