// Choosing a request fills a form that can be read, and every request has a name in three languages.
import { compileExpression } from './expression/expression';
import { requestFills, requestName } from './request-list';

test('a name is made of method and path', () => {
  expect(requestName({ request: 'GET /api/catalog/pvt/stockkeepingunit/{skuId}/ean' })).toEqual({
    en: 'Read: catalog, stockkeepingunit, ean',
    es: 'Leer: catalog, stockkeepingunit, ean',
    pt: 'Ler: catalog, stockkeepingunit, ean',
  });
  expect(requestName({ request: 'POST /api/oms/pvt/orders/{orderId}/start-handling' }).pt).toBe(
    'Enviar: oms, orders, start handling',
  );
});

test('what a request asks for gets a line of its own', () => {
  const fills = requestFills({
    request: 'PUT /api/things/{thingId}',
    query: ['an'],
    body: ['Name', 'Price'],
    sets: { surface: 'payments' },
  });
  expect(fills).toEqual({
    method: 'PUT',
    path: '/api/things/{thingId}',
    mapping: [{ target: 'thingId', expression: 'thingId' }],
    query: [{ name: 'an', value: 'an' }],
    body: '{\n  "Name": Name,\n  "Price": Price\n}',
    surface: 'payments',
  });
});

test('a request without a body empties the body', () => {
  expect(requestFills({ request: 'GET /api/things' })).toMatchObject({ body: '', mapping: [], query: [] });
});

test('the skeleton of a list is an expression, also for members that are no words', async () => {
  const { body } = requestFills({
    request: 'POST /a/{file-name}',
    body: ['an.id', 'in', 'plain'],
    isList: true,
  });
  const evaluate = compileExpression(body as string);
  expect(await evaluate.evaluate({ 'an.id': 1, in: 2, plain: 3 })).toEqual([{ 'an.id': 1, in: 2, plain: 3 }]);
});
