import { readAll, sorted } from '../harness.testing';
import call from './call.node';

const read = async (example: string, pageSize = 100) => readAll(call, { config: { example }, pageSize });

test('a single object is one row, a list is read page by page', async () => {
  expect(sorted(await read('{"sku": "A"}')).rows).toEqual([{ sku: 'A' }]);
  expect(
    (await read('[{"sku": "A"}, {"sku": "B"}, {"sku": "C"}]', 2)).map((page) => page.records.length),
  ).toEqual([2, 1]);
});

test('an entry that is no object is refused with its number, a text that is no JSON as a whole', async () => {
  const pages = await read('[{"sku": "A"}, 7]');
  expect(pages.flatMap((page) => page.records)[1]).toMatchObject({
    raw: 7,
    error: { code: 'nodes.example-row' },
  });
  await expect(read('{sku: 1}')).rejects.toMatchObject({ code: 'nodes.example-broken' });
});
