// What a service of either version lists of itself for the forms.
import { contextOf } from '../harness.testing';
import odata from '../source/odata.node';
import { suggestionLists } from '../suggestion-lists';
import { startOdata, type TestService } from './service.testing';

let service: TestService;
afterEach(() => service.close());

async function ask(version: 2 | 4, list: string, config = {}) {
  service = await startOdata({ version });
  const context = contextOf(odata, {
    config: { connection: 'erp', ...config },
    connection: { baseUrl: service.url },
    allow: [service.host],
  });
  return suggestionLists[list]!(context, false);
}

test.each([2, 4] as const)('OData %s: the entity sets are those of its metadata', async (version) => {
  expect(await ask(version, 'odata.entity-sets')).toEqual([
    { value: 'Products', note: 'Product' },
    { value: 'Orders', note: 'Order' },
    { value: 'Lines', note: 'Line' },
  ]);
});

test.each([2, 4] as const)('OData %s: fields have their type, links are apart from them', async (version) => {
  const config = { entity: 'Products' };
  const date = version === 2 ? 'DateTime' : 'DateTimeOffset';
  expect(await ask(version, 'odata.fields', config)).toEqual([
    { value: 'ID', note: 'Int32', type: 'number', isKey: true },
    { value: 'Name', note: 'String', type: 'text' },
    { value: 'Price', note: 'Decimal', type: 'number' },
    { value: 'Changed', note: date, type: 'text', format: 'date-time' },
  ]);
  await service.close();
  expect(await ask(version, 'odata.links', config)).toEqual([{ value: 'Category', note: 'Category' }]);
});

test.each([2, 4] as const)(
  'OData %s: rows have what is selected, and what is expanded within it',
  async (version) => {
    const config = { entity: 'Products', select: 'ID, Price', expand: 'Category' };
    const fields = await ask(version, 'odata.rows', config);
    expect(fields.map(({ value, type }) => [value, type])).toEqual([
      ['ID', 'number'],
      ['Price', 'number'],
      ['Category', 'object'],
      ['Category.ID', 'number'],
      ['Category.Margin', 'number'],
    ]);
  },
);

test('what was remembered of a service counts until the list is asked for anew', async () => {
  service = await startOdata({ version: 4 });
  const context = contextOf(odata, {
    config: { connection: 'erp' },
    connection: { baseUrl: service.url },
    allow: [service.host],
  });
  const asked = async (fresh: boolean) => {
    await suggestionLists['odata.entity-sets']!(context, fresh);
    return service.requests.filter(({ url }) => url.endsWith('$metadata')).length;
  };
  expect([await asked(false), await asked(false), await asked(true)]).toEqual([1, 1, 2]);
});

test('an entity set that is not there is told with those there are', async () => {
  await expect(ask(4, 'odata.fields', { entity: 'Item' })).rejects.toMatchObject({
    code: 'nodes.odata-set-unknown',
    values: { set: 'Item', known: 'Products, Orders, Lines' },
  });
});
