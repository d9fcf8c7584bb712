import { VtexInputError } from './error';
import { baseUrl, expandPath, queryString, surfaceOf } from './surface';

test('the account is a host label for most surfaces and a path segment for pricing', () => {
  const store = { account: 'lojademo' };
  expect(baseUrl('main', store)).toBe('https://lojademo.vtexcommercestable.com.br');
  expect(baseUrl('pricing', store)).toBe('https://api.vtex.com/lojademo');
  expect(baseUrl('payments', store)).toBe('https://lojademo.vtexpayments.com.br');
  expect(baseUrl('batch-inventory', store)).toBe('https://logistics.vtexcommercestable.com.br/lojademo');
  expect(baseUrl('main', { ...store, environment: 'vtexcommercebeta' })).toBe(
    'https://lojademo.vtexcommercebeta.com.br',
  );
  expect(baseUrl('main', { ...store, environment: 'myvtex' })).toBe('https://lojademo.myvtex.com');
});

test('each surface can be moved, with the account filled in where it is asked for', () => {
  const baseUrls = { main: 'http://127.0.0.1:4310/', pricing: 'http://127.0.0.1:4310/{account}' };
  expect(baseUrl('main', { account: 'a1', baseUrls })).toBe('http://127.0.0.1:4310');
  expect(baseUrl('pricing', { account: 'a1', baseUrls })).toBe('http://127.0.0.1:4310/a1');
  expect(baseUrl('payments', { account: 'a1', baseUrls })).toBe('https://a1.vtexpayments.com.br');
});

test.each(['evil.com/', 'a b', '', 'x@y', 'loja.demo', '-a', 'a'.repeat(64), 'a#', '../a'])(
  'the account name %p is refused before anything is sent',
  (account) => {
    expect(() => baseUrl('main', { account })).toThrow(VtexInputError);
    expect(() => baseUrl('pricing', { account })).toThrow(VtexInputError);
  },
);

test('an environment or address that is none is refused', () => {
  expect(() => baseUrl('main', { account: 'a', environment: 'evil.com/x' })).toThrow(
    'vtex.environment-invalid',
  );
  expect(() => baseUrl('main', { account: 'a', baseUrls: { main: 'ftp://x' } })).toThrow(
    'vtex.address-invalid',
  );
  expect(() => baseUrl('main', { account: 'a', baseUrls: { main: 'nonsense' } })).toThrow(
    'vtex.address-invalid',
  );
});

test('a value stays inside its segment of the path', () => {
  expect(expandPath('/pricing/prices/{itemId}', { itemId: 7 })).toBe('/pricing/prices/7');
  expect(expandPath('/a/{ref}/b', { ref: 'x/../y?z=1#ç' })).toBe('/a/x%2F..%2Fy%3Fz%3D1%23%C3%A7/b');
});

test.each(['', ' ', '.', '..'])('the path value %p is refused', (value) => {
  expect(() => expandPath('/a/{ref}', { ref: value })).toThrow('vtex.path-value-missing');
});

test('a path that hides a query, climbs or is relative is refused', () => {
  for (const path of ['api/x', '/a/../b', '/a?b=1', '/a#b', '/a\\b']) {
    expect(() => expandPath(path)).toThrow('vtex.path-invalid');
  }
});

test('a query leaves out what is not there and repeats lists', () => {
  expect(queryString({ a: 1, b: null, c: undefined, d: ['x', 'y z'], e: false })).toBe(
    '?a=1&d=x&d=y+z&e=false',
  );
  expect(queryString({})).toBe('');
});

test('the surface follows from the path', () => {
  expect(surfaceOf('/pricing/prices/{itemId}')).toBe('pricing');
  expect(surfaceOf('/availability/v1/inventory/batch')).toBe('batch-inventory');
  expect(surfaceOf('/api/pvt/transactions/{transactionId}')).toBe('payments');
  expect(surfaceOf('/api/payments/pvt/payments/{paymentId}/payment-notification')).toBe('payments');
  expect(surfaceOf('/api/payments/transactions/{transactionId}/payments')).toBe('vault');
  expect(surfaceOf('/api/oms/pvt/orders')).toBe('main');
  expect(surfaceOf('/api/oms/pvt/orders/{orderId}/payments/{paymentId}/payment-notification')).toBe('main');
});
