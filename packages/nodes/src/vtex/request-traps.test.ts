// What VTEX trips over is taken off a body or refused, and everything else passes as it is.
import { over, safeBody } from './request-traps';

const code = (work: () => unknown): string => {
  try {
    work();
    return 'accepted';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test('texts for the catalogue lose the spaces at their ends, at any depth, and others keep theirs', () => {
  const body = { Name: 'Aurora ', Values: [' P ', { Text: 'x ' }], Id: 3 };
  expect(safeBody('PUT', '/api/catalog/pvt/brand/{brandId}', body)).toEqual({
    Name: 'Aurora',
    Values: ['P', { Text: 'x' }],
    Id: 3,
  });
  expect(safeBody('PUT', '/api/oms/pvt/orders/1/x', body)).toEqual(body);
});

test('an id of 0 never leaves, nor a new SKU that is active', () => {
  expect(code(() => safeBody('POST', '/api/catalog/pvt/product', { Id: 0, Name: 'x' }))).toBe('vtex.id-zero');
  const sku = '/api/catalog/pvt/stockkeepingunit';
  expect(code(() => safeBody('POST', sku, { IsActive: true }))).toBe('vtex.sku-born-active');
  expect(code(() => safeBody('PUT', `${sku}/1`, { IsActive: true }))).toBe('accepted');
});

test('codes that stand twice in one question are asked once', () => {
  const path = '/api/catalog_system/pub/sku/stockkeepingunitidsbyrefids';
  expect(safeBody('POST', path, ['a', 'b', 'a '])).toEqual(['a', 'b']);
});

test('a price of three values, half a stock and a settlement of 0 are refused', () => {
  const price = { basePrice: 3, costPrice: 2, markup: 50 };
  expect(code(() => safeBody('PUT', '/pricing/prices/{itemId}', price))).toBe('vtex.price-three-values');
  expect(code(() => safeBody('PUT', '/pricing/prices/1', { ...price, markup: null }))).toBe('accepted');
  const stock = '/api/logistics/pvt/inventory/skus/{skuId}/warehouses/{warehouseId}';
  expect(code(() => safeBody('PUT', stock, { quantity: 3 }))).toBe('vtex.stock-put-incomplete');
  expect(code(() => safeBody('PATCH', `${stock}/quantity`, { quantity: 3 }))).toBe('accepted');
  const settle = '/api/pvt/transactions/{transactionId}/settlement-request';
  expect(code(() => safeBody('POST', settle, { value: 0 }))).toBe('vtex.payment-zero');
  expect(code(() => safeBody('POST', settle, { value: 100 }))).toBe('accepted');
});

test('a body is laid over what is there, and goes alone where nothing is', () => {
  expect(over({ a: 1, b: 2 }, { b: 3 })).toEqual({ a: 1, b: 3 });
  expect(over(null, { b: 3 })).toEqual({ b: 3 });
  expect(over({ a: 1 }, [1])).toEqual([1]);
});
