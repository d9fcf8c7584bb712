import { readConflict, readErrorBody } from './error-body';

describe('the message is found in every family of error bodies', () => {
  const json = (value: unknown) => JSON.stringify(value);
  test.each([
    [
      'orders',
      json({
        error: {
          code: 'OMS003',
          message: 'Order status should be ready-for-handling to perform this action',
          exception: null,
        },
      }),
      { vtexCode: 'OMS003', message: 'Order status should be ready-for-handling to perform this action' },
    ],
    [
      'order model validation',
      json({
        errors: { Queue: ['The Queue field is required.'] },
        title: 'One or more validation errors occurred.',
        status: 400,
        traceId: '00-1',
      }),
      { message: 'The Queue field is required.' },
    ],
    ['unknown order route', json({ title: 'Not Found', status: 404 }), { message: 'Not Found' }],
    [
      'catalogue, JSON string',
      json('Sku already created with this Id'),
      { message: 'Sku already created with this Id' },
    ],
    [
      'catalogue, plain text',
      'Brand already created with this Id',
      { message: 'Brand already created with this Id' },
    ],
    [
      'catalogue, newer routes',
      json({ Message: 'ProductAssortment not found.' }),
      { message: 'ProductAssortment not found.' },
    ],
    [
      'logistics lock',
      'Unable to acquire lock for key: loja_item_logistics_1_1_1.',
      { message: 'Unable to acquire lock for key: loja_item_logistics_1_1_1.' },
    ],
    [
      'promotions',
      json({
        error: { '': ['The `skus` object needs to have a valid `id` attribute.'] },
        title: 'x',
        status: 400,
      }),
      { message: 'The `skus` object needs to have a valid `id` attribute.' },
    ],
    [
      'Master Data',
      json({ Message: "Field 'X' not found in schema" }),
      { message: "Field 'X' not found in schema" },
    ],
    [
      'payments',
      json({ error: { code: '1', message: 'Unauthorized', exception: null } }),
      { message: 'Unauthorized', vtexCode: '1' },
    ],
    [
      'checkout',
      json({
        error: { code: 'CHK0200', message: 'Order form not found', exception: null },
        operationId: 'a',
        fields: {},
      }),
      { message: 'Order form not found', vtexCode: 'CHK0200' },
    ],
    [
      'gateway page',
      '<html><head><title>503 Service\n Unavailable</title></head><body>x</body></html>',
      { message: '503 Service Unavailable' },
    ],
    ['several lines', json({ errors: { a: ['is bad'], b: 'a: also' } }), { message: 'is bad; b: a: also' }],
    ['nothing', '', { message: '' }],
    ['broken JSON', '{"Message": "cut', { message: '{"Message": "cut' }],
    ['something else', json({ odd: 1 }), { message: '{"odd":1}' }],
  ])('%s', (_family, body, expected) => {
    const read = readErrorBody(body);
    expect(read.vtexCode).toBe('vtexCode' in expected ? expected.vtexCode : undefined);
    expect(read.message).toContain(expected.message);
  });

  test('a very long message is cut', () => {
    expect(readErrorBody('x'.repeat(10_000)).message.length).toBeLessThan(700);
  });
});

test.each([
  [
    'There is already a product created with the same RefId with Product Id 42',
    { on: 'RefId', existingId: 42 },
  ],
  ['There is already a product with the same LinkId with Product Id 7', { on: 'LinkId', existingId: 7 }],
  [
    'Sku can not be created because the RefId is registered in Sku id 2000001.',
    { on: 'RefId', existingId: 2000001 },
  ],
  ['Product already created with this Id', { on: 'Id' }],
  ['Conflict', { on: 'other' }],
])('the text "%s" names what clashed and the entity that holds it', (text, expected) => {
  expect(readConflict(text)).toEqual(expected);
});
