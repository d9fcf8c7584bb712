import type { Json } from '@eclusa/flow';
import { readAll, sorted, type ContextOptions } from '../harness.testing';
import { readMetadata } from '../odata/metadata';
import { startOdata, type OdataOptions, type TestService } from '../odata/service.testing';
import { keyOf, literal } from '../odata/values';
import { itWithSamples, sample } from '../samples.testing';
import odata from './odata.node';

const products = [1, 2, 3, 4, 5].map((ID) => ({
  ID,
  Name: `P${ID}`,
  Price: ID * 10.5,
  Changed: `2026-11-0${ID}T10:00:00`,
  Category: { ID: 7, Margin: 0.25 },
}));
let service: TestService;
const start = async (options: OdataOptions) =>
  void (service = await startOdata({ products: products.map((one) => ({ ...one })), ...options }));
afterEach(() => service.close());

const read = (config: Record<string, Json>, more: ContextOptions = {}) =>
  readAll(odata, {
    config: { connection: 'erp', entity: 'Products', ...config },
    connection: { baseUrl: service.url },
    allow: [service.host],
    ...more,
  });
const ids = async (config: Record<string, Json>, more: ContextOptions = {}) =>
  sorted(await read(config, more)).rows.map((row) => row['ID']);

describe.each([2, 4] as const)('reading a service of OData %s', (version) => {
  it('follows the addresses of the next pages, and goes on after any stored page', async () => {
    await start({ version, pageSize: 2 });
    expect(await ids({})).toEqual([1, 2, 3, 4, 5]);
    const pages = await read({}, { pageSize: 1 });
    expect(pages).toHaveLength(5);
    for (const [at, { cursor }] of pages.entries()) {
      const rest = await ids({}, { pageSize: 1, cursor: JSON.parse(JSON.stringify(cursor)) as Json });
      expect(rest).toEqual([1, 2, 3, 4, 5].slice(at + 1));
    }
  });

  it('skips rows where the service gives no addresses', async () => {
    await start({ version });
    expect(await ids({ pages: 'skip', size: 2, orderby: 'ID' })).toEqual([1, 2, 3, 4, 5]);
  });

  it('gives plain values: decimals as numbers, dates in ISO, what is linked within, no annotations', async () => {
    await start({ version });
    const [row] = sorted(await read({ expand: 'Category' })).rows;
    expect(row).toEqual(products[0]);
    const [bare] = sorted(await read({ select: 'ID,Price' })).rows;
    expect(bare).toEqual({ ID: 1, Price: 10.5 });
    const [unlinked] = sorted(await read({})).rows;
    expect(unlinked).not.toHaveProperty('Category');
  });

  it('filters by what the box says, and asks only for what is new since the last run', async () => {
    await start({ version });
    expect(await ids({ filter: 'Price gt {min}' }, { parameters: { min: 40 } })).toEqual([4, 5]);
    const notes = new Map<string, string>();
    const config = { changes: 'last', lastField: 'Changed', filter: 'Price gt 10' };
    expect(await ids(config, { notes })).toEqual([1, 2, 3, 4, 5]);
    expect(await ids(config, { notes })).toEqual([]);
    service.products.set(6, { ID: 6, Name: 'P6', Price: 60, Changed: '2026-11-05T10:00:00', Category: null });
    service.products.set(7, { ID: 7, Name: 'P7', Price: 1, Changed: '2026-11-09T10:00:00', Category: null });
    expect(await ids(config, { notes })).toEqual([6]);
  });

  it('says which entity sets there are when the one that is asked for is not', async () => {
    await start({ version });
    await expect(read({ entity: 'Product' })).rejects.toMatchObject({
      code: 'nodes.odata-set-unknown',
      values: { known: 'Products, Orders, Lines' },
    });
  });
});

describe('what changed, as the service tells', () => {
  it('is read from where the last run ended, deleted entities among it, once all is stored', async () => {
    await start({ version: 4, pageSize: 2 });
    const notes = new Map<string, string>();
    const changed = async () => sorted(await read({ changes: 'delta' }, { notes })).rows;
    expect(await changed()).toHaveLength(5);
    expect(await changed()).toEqual([]);
    service.touch(3);
    service.products.delete(5);
    service.removed.push(5);
    expect(await changed()).toEqual([
      expect.objectContaining({ ID: 3, Name: 'P3' }),
      { _removed: 'deleted', _id: 'Products(5)' },
    ]);
  });

  it('begins anew when the service remembers no longer, or something else is asked for', async () => {
    await start({ version: 4 });
    const notes = new Map<string, string>();
    const count = async (more: Record<string, Json> = {}) =>
      (await ids({ changes: 'delta', ...more }, { notes })).length;
    expect([await count(), await count()]).toEqual([5, 0]);
    expect(await count({ filter: 'Price gt 40' })).toBe(2);
    service.forget();
    expect(await count({ filter: 'Price gt 40' })).toBe(2);
  });
});

describe('the description of a service', () => {
  beforeEach(() => start({ version: 4 }));
  const request = { method: 'GET', url: 'https://erp.example.com/$metadata' };

  itWithSamples('is read from the example of the standard', () => {
    const text = sample('odata/oasis-products-categories.v4.csdl.xml').toString();
    const { version, sets, typeOf } = readMetadata(text, request);
    expect(version).toBe(4);
    expect([...sets.keys()]).toEqual(['Products', 'Categories', 'Suppliers', 'Countries']);
    const product = typeOf(sets.get('Products'));
    expect(product?.key).toEqual(['ID']);
    expect(product?.fields.get('Price')).toBe('Edm.Decimal');
    expect(product?.fields.get('Category')).toBe('ODataDemo.Category');
  });

  it('is refused when it is none, or holds a document type', () => {
    expect(() => readMetadata('<html/>', request)).toThrow('nodes.odata-no-metadata');
    expect(() => readMetadata('<!DOCTYPE x><x/>', request)).toThrow('nodes.xml-refused');
  });

  it.each([
    ["O'Brien", 'Edm.String', "'O''Brien'", "'O''Brien'"],
    [12, 'Edm.Int64', '12L', '12'],
    [1.5, 'Edm.Decimal', '1.5M', '1.5'],
    ['2026-11-23T10:00:00', 'Edm.DateTime', "datetime'2026-11-23T10:00:00'", '2026-11-23T10:00:00'],
    [
      '0f8fad5b-d9cb-469f-a165-70867728950e',
      'Edm.Guid',
      "guid'0f8fad5b-d9cb-469f-a165-70867728950e'",
      '0f8fad5b-d9cb-469f-a165-70867728950e',
    ],
  ])('writes %j of type %s into addresses as version 2 and 4 want it', (value, type, two, four) => {
    expect([literal(value, type, 2), literal(value, type, 4)]).toEqual([two, four]);
  });

  it('makes keys of one field and of several, and names the field that is empty', () => {
    const fields = new Map([
      ['Order', 'Edm.Int64'],
      ['Code', 'Edm.String'],
    ]);
    const type = { key: ['Order', 'Code'], fields, isOpen: false, links: new Set<string>() };
    expect(keyOf({ Order: 7, Code: 'A/1' }, type, 2)).toBe("(Order=7L,Code='A%2F1')");
    expect(keyOf({ Code: 'A' }, { ...type, key: ['Code'] }, 4)).toBe("('A')");
    expect(() => keyOf({ Order: 7 }, type, 4)).toThrow('nodes.odata-key-missing');
  });
});
