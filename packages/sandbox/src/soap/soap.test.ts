// The Web Service seen by a standard SOAP client that knows it from its WSDL alone, and by hand-written messages.
import { BasicAuthSecurity, createClientAsync, type Client as SoapClient } from 'soap';
import { startSandbox, type Sandbox } from '../sandbox';
import { clientOf, newSku, type Client } from '../sandbox.testing';
import { methods, types } from './contract';

let sandbox: Sandbox;
let call: Client;
let soap: SoapClient;
let authorization: string;

beforeAll(async () => {
  sandbox = await startSandbox({ limits: 'off' });
  call = clientOf(sandbox);
  authorization = `Basic ${Buffer.from(`${sandbox.appKey}:${sandbox.appToken}`).toString('base64')}`;
  soap = await createClientAsync(`${sandbox.url}/service.svc?wsdl`, {
    wsdl_headers: { Authorization: authorization },
  });
  soap.setSecurity(new BasicAuthSecurity(sandbox.appKey, sandbox.appToken));
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

type Answer = Record<string, Record<string, unknown> | null>;

async function ask(method: string, args: object): Promise<Answer> {
  const [answer] = (await soap[`${method}Async`]!(args)) as [Answer];
  return answer;
}

async function refusal(work: Promise<unknown>): Promise<string> {
  const { root } = (await work.then(
    () => Promise.reject(new Error('accepted')),
    (error: unknown) => error,
  )) as { root: { Envelope: { Body: { Fault: { faultcode: string; faultstring: unknown } } } } };
  const { faultcode, faultstring } = root.Envelope.Body.Fault;
  const text = (faultstring as { $value?: string }).$value ?? String(faultstring);
  return `${faultcode} ${text}`;
}

/** A message sent as it is. */
async function post(method: string, inside: string, headers: Record<string, string> = { authorization }) {
  const response = await fetch(`${sandbox.url}/SERVICE.svc`, {
    method: 'POST',
    headers: {
      ...headers,
      'content-type': 'text/xml; charset=utf-8',
      soapaction: `"http://tempuri.org/IService/${method}"`,
    },
    body: `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:v="http://schemas.datacontract.org/2004/07/Vtex.Commerce.WebApps.AdminWcfService.Contracts"><s:Body><${method} xmlns="http://tempuri.org/">${inside}</${method}></s:Body></s:Envelope>`,
  });
  return { status: response.status, text: await response.text() };
}

const product = {
  BrandId: 1,
  CategoryId: 1,
  Name: 'Caneca',
  RefId: 'ERP-1',
  IsActive: true,
  IsVisible: true,
};

async function setUp(): Promise<void> {
  await call('POST /api/catalog/pvt/category', { Id: 1, Name: 'Casa', IsActive: true });
  await call('POST /api/catalog/pvt/brand', { Id: 1, Name: 'Ipê', Active: true });
}

test('a standard client finds all 80 methods in the WSDL', () => {
  const described = soap.describe() as { Service: { BasicHttpBinding_IService: Record<string, unknown> } };
  expect(Object.keys(described.Service.BasicHttpBinding_IService).sort()).toEqual([...methods.keys()].sort());
  expect([methods.size, types.size]).toEqual([80, 23]);
});

test('the WSDL and its parts ask for Basic sign-in, and parts are linked by http', async () => {
  for (const query of ['wsdl', 'xsd=xsd1']) {
    const refused = await fetch(`${sandbox.url}/service.svc?${query}`);
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
      401,
      'Basic Realm="Please Login to VtexID"',
    ]);
  }
  const found = await fetch(`${sandbox.url}/AdminWebService/Service.svc?wsdl`, {
    headers: { authorization },
  });
  expect(await found.text()).toContain('/AdminWebService/Service.svc?xsd=xsd0');
  expect((await post('StoreList', '', { authorization: 'Basic eDp5' })).status).toBe(401);
});

test('category, brand, product and SKU made over SOAP are there over REST', async () => {
  const category = await ask('CategoryInsertUpdate', { category: { Name: 'Casa', IsActive: true } });
  const brand = await ask('BrandInsertUpdate', { brand: { Name: 'Ipê', IsActive: true } });
  const CategoryId = category['CategoryInsertUpdateResult']?.['Id'];
  const BrandId = brand['BrandInsertUpdateResult']?.['Id'];
  const made = await ask('ProductInsertUpdate', { productVO: { ...product, BrandId, CategoryId } });
  expect(made['ProductInsertUpdateResult']).toMatchObject({
    Name: 'Caneca',
    RefId: 'ERP-1',
    IsActive: 'true',
  });
  const stockKeepingUnitVO = {
    ProductId: made['ProductInsertUpdateResult']?.['Id'],
    Name: 'Azul',
    RefId: 'S-1',
    ...{ Height: 0.1, Length: 0.2, Width: 0.3, WeightKg: 1.25 },
    StockKeepingUnitEans: { StockKeepingUnitEanDTO: [{ Ean: '7891000315507' }] },
  };
  await ask('StockKeepingUnitInsertUpdate', { stockKeepingUnitVO });
  expect(sandbox.products()).toMatchObject([
    {
      category: 'Casa',
      brand: 'Ipê',
      skus: [{ refId: 'S-1', eans: ['7891000315507'], height: 10, width: 30, weight: 1250, price: null }],
    },
  ]);
});

test('an update nulls what the message leaves out', async () => {
  await setUp();
  const first = await ask('ProductInsertUpdate', { productVO: { ...product, Title: 'Caneca azul' } });
  const Id = first['ProductInsertUpdateResult']?.['Id'];
  const second = await ask('ProductInsertUpdate', { productVO: { ...product, Id } });
  expect(second['ProductInsertUpdateResult']).toMatchObject({ Id });
  expect(sandbox.state.products.get(Number(Id))?.Title).toBeNull();
  expect(sandbox.state.products.size).toBe(1);
});

test('what cannot be active is answered as inactive, without a fault', async () => {
  await setUp();
  await call('PUT /api/catalog/pvt/brand/1', { Name: 'Ipê', Active: false });
  const made = await ask('ProductInsertUpdate', { productVO: product });
  expect(made['ProductInsertUpdateResult']).toMatchObject({ IsActive: 'false' });
  expect(await refusal(ask('ProductActive', { idProduct: 1 }))).toMatch(/^s:Client The product cannot/);
});

test('a SKU without a price shows 99999 and has none in Pricing; PriceUpdate sets one', async () => {
  const id = await newSku(call, 'R1');
  await ask('StockKeepingUnitInsertUpdate', {
    stockKeepingUnitVO: { ProductId: 1, Name: 'Outra', RefId: 'S-2', WeightKg: 1 },
  });
  const made = await ask('StockKeepingUnitGetByRefId', { refId: 'S-2' });
  expect(made['StockKeepingUnitGetByRefIdResult']).toMatchObject({ Price: '99999', IsActive: 'false' });
  expect(sandbox.state.prices.size).toBe(0);
  await ask('StockKeepingUnitPriceUpdate', { stockKeepintUnitId: id, price: 24.9 });
  expect(sandbox.state.prices.get(id)?.basePrice).toBe(24.9);
});

test('prices sent with the SKU throw the fixed prices away, PriceUpdate keeps them', async () => {
  const id = await newSku(call, 'R1');
  const fixed = [{ tradePolicyId: '1', value: 20, minQuantity: 1 }];
  await call(`PUT /pricing/prices/${id}`, { basePrice: 30, fixedPrices: fixed });
  await ask('StockKeepingUnitPriceUpdateByRefId', { stockKeepintUnitRefId: 'R1', price: 25 });
  expect(sandbox.state.prices.get(id)).toMatchObject({ basePrice: 25, fixedPrices: fixed });
  const stockKeepingUnitVO = { Id: id, Name: 'Sku', Price: 26, ProductId: 1, RefId: 'R1' };
  await ask('StockKeepingUnitInsertUpdate', { stockKeepingUnitVO });
  expect(sandbox.state.prices.get(id)).toMatchObject({ basePrice: 26, fixedPrices: [] });
});

test('images, EANs and specifications are those of REST', async () => {
  const id = await newSku(call, 'R1');
  const image = { urlImage: 'https://img.example/1.jpg', imageName: 'frente', stockKeepingUnitId: id };
  await ask('ImageServiceInsertUpdate', image);
  expect(sandbox.products()[0]?.skus[0]?.images).toEqual(['https://img.example/1.jpg']);
  await ask('StockKeepingUnitActive', { idStockKeepingUnit: id });
  expect(sandbox.state.skus.get(id)?.IsActive).toBe(true);
  const unknown = { idProduct: 1, fieldName: 'Cor', fieldValues: { string: ['Azul'] } };
  expect(await refusal(ask('ProductEspecificationInsert', unknown))).toMatch(/field was not found/);
});

test('an unknown id is answered as nil', async () => {
  for (const [method, args] of Object.entries({
    ProductGet: { idProduct: 99 },
    StockKeepingUnitGetByEan: { EAN13: '1' },
    CategoryGetByName: { nameCategory: 'nada' },
    StoreGet: { storeId: 9 },
  })) {
    // The client answers null for a response whose only member is nil.
    expect([method, await ask(method, args)]).toEqual([method, null]);
  }
});

test('members out of their order are dropped without a word', async () => {
  await setUp();
  const ordered =
    '<v:BrandId>1</v:BrandId><v:CategoryId>1</v:CategoryId><v:Name>A</v:Name><v:RefId>X</v:RefId>';
  await post('ProductInsertUpdate', `<productVO>${ordered}</productVO>`);
  const late = '<v:BrandId>1</v:BrandId><v:Name>B</v:Name><v:CategoryId>1</v:CategoryId>';
  const answer = await post('ProductInsertUpdate', `<productVO>${late}</productVO>`);
  expect([answer.status, /<faultstring[^>]*>([^<]*)/.exec(answer.text)?.[1]]).toEqual([
    500,
    'Field CategoryId or CategoryPath is required',
  ]);
  expect(sandbox.products().map(({ refId }) => refId)).toEqual(['X']);
});

test('a document type, a wrong number and an unknown action are faults', async () => {
  const bomb = await fetch(`${sandbox.url}/service.svc`, {
    method: 'POST',
    headers: { authorization, soapaction: 'http://tempuri.org/IService/StoreList' },
    body: '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
  });
  expect(await bomb.text()).toContain('a:DeserializationFailed');
  expect((await post('ProductGet', '<idProduct>x</idProduct>')).text).toContain('a:DeserializationFailed');
  expect((await post('Nada', '')).text).toContain('a:ActionNotSupported');
});

test('every method answers: with its response, or with a fault that says why', async () => {
  for (const { name } of methods.values()) {
    const { status, text } = await post(name, '');
    expect([
      name,
      status === 200 ? text.includes(`<${name}Response`) : text.includes('<faultstring'),
    ]).toEqual([name, true]);
    expect([name, text]).not.toEqual([name, expect.stringContaining('TypeError')]);
  }
  expect((await post('GiftCardGet', '')).text).toContain('does not play out GiftCardGet');
});

test('the account is that of the key which signs in', async () => {
  const two = await startSandbox({ limits: 'off', moreAccounts: ['outra'] });
  const basic = `Basic ${Buffer.from('vtexappkey-outra-SANDBOX:sandbox-token').toString('base64')}`;
  const inside = '<brand><v:IsActive>true</v:IsActive><v:Name>X</v:Name></brand>';
  await fetch(`${two.url}/service.svc`, {
    method: 'POST',
    headers: { authorization: basic, soapaction: 'http://tempuri.org/IService/BrandInsertUpdate' },
    body: `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:v="http://schemas.datacontract.org/2004/07/Vtex.Commerce.WebApps.AdminWcfService.Contracts"><s:Body><BrandInsertUpdate xmlns="http://tempuri.org/">${inside}</BrandInsertUpdate></s:Body></s:Envelope>`,
  });
  expect([two.state.brands.size, two.accounts.get('outra')?.state.brands.size]).toEqual([0, 1]);
  await two.close();
});

test('faults strike it and the journal names the method', async () => {
  sandbox.faults.add([{ route: 'POST /service.svc', kind: '503', count: 1 }] as never);
  expect([(await post('StoreList', '')).status, (await post('StoreList', '')).status]).toEqual([503, 200]);
  expect(sandbox.journal.counters()).toMatchObject({ 'POST /service.svc StoreList': { 200: 1 } });
});
