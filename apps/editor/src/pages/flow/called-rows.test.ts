import { rowsIn } from './called-rows';

test('one object is one row, a list of objects are rows', () => {
  expect(rowsIn('{"sku": "A"}')).toEqual([{ sku: 'A' }]);
  expect(rowsIn('[{"sku": "A"}, {"sku": "B"}]')).toHaveLength(2);
});

test.each(['', '[]', '7', '[{"sku": "A"}, 7]', '[null]', '{sku: 1}'])('%j holds no rows', (text) => {
  expect(rowsIn(text)).toBeNull();
});
