// The table of VTEX's requests can be read, and says of the dead ones what took their place.
import { deadRoute, readOperations } from './operations';

const all = readOperations();
const find = (request: string) => all.find(({ method, path }) => `${method} ${path}` === request);

test('all requests of the reference are there, each well formed', () => {
  expect(all).toHaveLength(609);
  for (const one of all) {
    expect(one.path).toMatch(/^\/[^\s?#]*$/);
    expect(one.method).toMatch(/^(GET|POST|PUT|PATCH|DELETE)$/);
    expect(one.effect).toMatch(/^(read|idempotent|create)$/);
    if (one.method === 'GET') expect(one.effect).toBe('read');
  }
});

test('a request tells its query, its body and its host', () => {
  expect(find('GET /api/catalog_system/pvt/sku/stockkeepingunitids')?.query).toEqual(['page', 'pagesize']);
  expect(find('PUT /api/catalog/pvt/product/{productId}')?.body).toEqual(['Name', 'CategoryId', 'BrandId']);
  expect(find('PATCH /pricing/prices/{itemId}/fixed')).toMatchObject({
    isList: true,
    body: ['minQuantity', 'value', 'tradePolicyId'],
  });
  expect(find('GET /api/pvt/rules')?.surface).toBe('payments');
  expect(find('GET /pricing/prices/{itemId}')).not.toHaveProperty('surface');
  expect(find('POST /api/do/notes')?.module).toBe('vtex-do');
});

test('a POST that only looks is no create', () => {
  expect(find('POST /api/checkout/pub/orderForms/simulation')?.effect).toBe('read');
  expect(find('POST /api/catalog/pvt/product')?.effect).toBe('create');
});

test('dead routes name the request that took their place, with places or values in the path', () => {
  expect(deadRoute('GET', '/api/pricing/pvt/price-sheet/7')).toEqual({
    code: 'vtex.route-dead',
    successor: 'PUT /pricing/prices/{itemId}',
  });
  expect(deadRoute('POST', '/api/oms/pvt/orders/{orderId}/changes')?.successor).toBe(
    'PATCH /api/order-system/orders/{changeOrderId}/changes',
  );
  expect(deadRoute('POST', '/api/pricing-hub/prices')?.successor).toBe(
    'PATCH /pricing/prices/{itemId}/fixed',
  );
  expect(deadRoute('GET', '/receiver/services')?.code).toBe('vtex.other-login');
});

test('every successor is a request of the reference that is alive', () => {
  const dead = all.flatMap(({ method, path }) => deadRoute(method, path) ?? []);
  expect(dead.length).toBeGreaterThan(10);
  for (const { successor, code } of dead) {
    if (code === 'vtex.other-login') continue;
    const [method = '', path = ''] = successor.split(' ');
    expect(find(successor)).toBeDefined();
    expect(deadRoute(method, path)).toBeUndefined();
  }
});
