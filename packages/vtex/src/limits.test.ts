import { bucketsOf, publishedRates, readLimitHeaders } from './limits';

const keys = (method: string, path: string) =>
  bucketsOf({ account: 'Loja', method, path }).map((one) => one.key);

test('a price write pays the bucket of its route, a deletion a smaller one, a read the unpublished one', () => {
  const path = '/pricing/prices/{itemId}';
  expect(bucketsOf({ account: 'loja', method: 'PUT', path })).toEqual([
    { key: `vtex:loja:pricing:PUT ${path}`, ratePerSecond: 33, burst: 500, service: 'vtex:loja:pricing' },
  ]);
  expect(bucketsOf({ account: 'loja', method: 'DELETE', path })[0]).toMatchObject({
    ratePerSecond: 16,
    burst: 300,
  });
  expect(bucketsOf({ account: 'loja', method: 'GET', path })[0]).toMatchObject(publishedRates.pricingRead);
});

test('a catalogue call pays for its route and for the account, whatever the case of its name', () => {
  expect(keys('POST', '/api/catalog/pvt/brand')).toEqual([
    'vtex:loja:catalog:POST /api/catalog/pvt/brand',
    'vtex:loja:catalog',
  ]);
  expect(keys('GET', '/api/catalog_system/pvt/brand/list')[1]).toBe('vtex:loja:catalog');
});

test('orders share one bucket, coupons have their own, other families one each', () => {
  expect(keys('GET', '/api/oms/pvt/orders/{orderId}')).toEqual(keys('POST', '/api/orders/feed'));
  expect(keys('POST', '/api/rnb/pvt/multiple-coupons')).toEqual(['vtex:loja:coupons']);
  expect(keys('PUT', '/api/logistics/pvt/inventory/skus/{a}/warehouses/{b}')).toEqual([
    'vtex:loja:logistics',
  ]);
});

test('a rate agreed with VTEX replaces the published one', () => {
  const rates = { ...publishedRates, pricingWrite: { ratePerSecond: 100, burst: 1000 } };
  expect(bucketsOf({ account: 'a', method: 'PUT', path: '/pricing/x' }, rates)[0]).toMatchObject({
    burst: 1000,
  });
});

test('the limit headers are read in milliseconds, Retry-After as seconds or as a date', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  const read = (headers: Record<string, string>) =>
    readLimitHeaders(new Headers(headers), 429, now, '/pricing/x');
  expect(
    read({
      'Ratelimit-Limit': '500',
      'Ratelimit-Remaining': '0',
      'Ratelimit-Reset': '15',
      'Retry-After': '2',
    }),
  ).toEqual({
    status: 429,
    limit: 500,
    remaining: 0,
    resetMs: 15_000,
    retryAfterMs: 2_000,
  });
  expect(read({ 'Retry-After': 'Thu, 01 Jan 2026 00:00:05 GMT' }).retryAfterMs).toBe(5_000);
  expect(read({ 'Retry-After': 'soon', 'Ratelimit-Remaining': '' })).toEqual({ status: 429 });
});

test('one bucket of a call names the family as what answers, the account included', () => {
  const services = (path: string) =>
    bucketsOf({ account: 'Loja', method: 'PUT', path }).map((one) => one.service);
  expect(services('/pricing/prices/{itemId}')).toEqual(['vtex:loja:pricing']);
  expect(services('/api/catalog/pvt/brand')).toEqual(['vtex:loja:catalog', undefined]);
  expect(services('/api/oms/pvt/orders/{orderId}')).toEqual(services('/api/orders/feed'));
  expect(services('/api/logistics/pvt/x')).toEqual(['vtex:loja:logistics']);
});

test('orders that block without a word are left alone for a minute', () => {
  const read = (path: string, headers = {}) =>
    readLimitHeaders(new Headers(headers), 429, 0, path).retryAfterMs;
  expect(read('/api/oms/pvt/orders/{orderId}')).toBe(60_000);
  expect(read('/api/oms/pvt/orders/{orderId}', { 'retry-after': '5' })).toBe(5_000);
  expect(read('/api/catalog/pvt/brand')).toBeUndefined();
});
