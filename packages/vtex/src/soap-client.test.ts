// The SOAP client over a fetch that answers by hand: messages, answers, faults, limits.
import { VtexError, VtexInputError } from './error';
import type { Bucket, BucketAnswer } from './limits';
import { createSoapClient, type SoapClientOptions } from './soap-client';
import { soapMethods, soapReads, soapTypes } from './soap-contract';
import { readAnswer, writeCall } from './soap-envelope';
import { parseXml, XmlRefused } from './soap-xml';

const envelope = (inside: string) =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${inside}</s:Body></s:Envelope>`;
const fault = (code: string, text: string) =>
  envelope(
    `<s:Fault><faultcode>${code}</faultcode><faultstring xml:lang="pt-BR">${text}</faultstring></s:Fault>`,
  );

function setUp(
  respond: (init: RequestInit) => Response | Promise<Response>,
  more: Partial<SoapClientOptions> = {},
) {
  const sent: { url: string; init: RequestInit }[] = [];
  const acquired: Bucket[] = [];
  const observed: BucketAnswer[] = [];
  const client = createSoapClient({
    account: 'lojademo',
    user: 'ana',
    password: 'segredo',
    fetch: async (url, init = {}) => {
      sent.push({ url: String(url), init });
      return respond(init);
    },
    limiter: {
      acquire: async (bucket) => void acquired.push(bucket),
      observe: (_bucket, answer) => void observed.push(answer),
    },
    ...more,
  });
  return { client, sent, acquired, observed };
}

const xml = (text: string, status = 200, headers: Record<string, string> = {}) =>
  new Response(text, { status, headers: { 'content-type': 'text/xml', ...headers } });

async function failure(work: Promise<unknown>): Promise<VtexError> {
  return work.then(
    () => Promise.reject(new Error('accepted')),
    (error: VtexError) => error,
  );
}

test('a call goes out in contract order, with namespaces, nil and lists as WCF reads them', () => {
  const body = writeCall('ProductInsertUpdate', {
    productVO: {
      RefId: 'A&B',
      Name: 'Caneca',
      ListStoreId: [1, 2],
      LinkId: null,
      BrandId: 7,
      IsActive: true,
    },
  });
  expect(body.slice(body.indexOf('<t:productVO>'), body.indexOf('</t:productVO>'))).toBe(
    '<t:productVO><v:BrandId>7</v:BrandId><v:IsActive>true</v:IsActive><v:LinkId i:nil="true"/>' +
      '<v:ListStoreId><a:int>1</a:int><a:int>2</a:int></v:ListStoreId><v:Name>Caneca</v:Name><v:RefId>A&amp;B</v:RefId>',
  );
  expect(
    writeCall('StockKeepingUnitInsertUpdate', {
      stockKeepingUnitVO: { StockKeepingUnitEans: [{ Ean: '789' }], WeightKg: 1e-7 },
    }),
  ).toContain(
    '<v:StockKeepingUnitEans><v:StockKeepingUnitEanDTO><v:Ean>789</v:Ean></v:StockKeepingUnitEanDTO></v:StockKeepingUnitEans><v:WeightKg>0.0000001</v:WeightKg>',
  );
});

test('what the contract does not have is refused before it is sent', () => {
  const codes = [
    () => writeCall('Nada', {}),
    () => writeCall('ProductGet', { id: 1 }),
    () => writeCall('ProductGet', { idProduct: 'x' }),
    () => writeCall('ProductGet', { idProduct: 1.5 }),
    () => writeCall('BrandInsertUpdate', { brand: { IsActive: 'sim' } }),
    () => writeCall('BrandInsertUpdate', { brand: 'Ipê' }),
  ].map((write) => {
    try {
      write();
      return 'accepted';
    } catch (error) {
      return (error as VtexInputError).code;
    }
  });
  expect(codes).toEqual([
    'vtex.soap-method-unknown',
    'vtex.soap-member-unknown',
    ...Array<string>(4).fill('vtex.soap-value-wrong'),
  ]);
});

test('characters that XML cannot hold are left out, the others are escaped', () => {
  const text = writeCall('BrandGetByName', { nameBrand: 'a\u0000\u000b<\ud800>\r\u{1f600}' });
  expect(text).toContain('<t:nameBrand>a&lt;&gt;&#13;\u{1f600}</t:nameBrand>');
  expect(parseXml(text).children[0]?.children[0]?.children[0]?.text).toBe('a<>\r\u{1f600}');
});

test('an answer is read by the contract: numbers, booleans, lists, nil, and what comes beside the result', () => {
  const contracts = 'xmlns:a="urn:a" xmlns:i="http://www.w3.org/2001/XMLSchema-instance"';
  const inside =
    `<r:ServiceInsertUpdateResponse xmlns:r="http://tempuri.org/"><r:ServiceInsertUpdateResult ${contracts}>` +
    '<a:Id>7</a:Id><a:IsActive>true</a:IsActive><a:Name i:nil="true"/></r:ServiceInsertUpdateResult>' +
    '<r:serviceId>7</r:serviceId></r:ServiceInsertUpdateResponse>';
  expect(readAnswer('ServiceInsertUpdate', envelope(inside))).toEqual({
    result: { Id: 7, IsActive: true, Name: null },
    more: { serviceId: 7 },
  });
  const none = '<ProductActiveResponse xmlns="http://tempuri.org/"/>';
  expect(readAnswer('ProductActive', envelope(none))).toEqual({ result: null, more: {} });
});

test('it signs in by Basic, names the action, and pays the limiter', async () => {
  const { client, sent, acquired, observed } = setUp(() =>
    xml(envelope('<ProductActiveResponse xmlns="http://tempuri.org/"/>')),
  );
  await client.call('ProductActive', { idProduct: 1 });
  expect(sent[0]?.url).toBe('https://webservice-lojademo.vtexcommerce.com.br/service.svc');
  expect(sent[0]?.init.headers).toMatchObject({
    Authorization: `Basic ${Buffer.from('ana:segredo').toString('base64')}`,
    SOAPAction: '"http://tempuri.org/IService/ProductActive"',
    'Content-Type': 'text/xml; charset=utf-8',
  });
  expect(acquired.map(({ service }) => service)).toEqual(['vtex:lojademo:service']);
  expect(observed).toEqual([{ status: 200 }]);
});

test.each([
  [500, 's:Client', 'vtex.soap-refused', false, false],
  [200, 's:Client', 'vtex.soap-refused', false, false],
  [500, 'a:InternalServiceFault', 'vtex.soap-fault', true, true],
  [500, 'a:ActionNotSupported', 'vtex.soap-refused', false, false],
])('a fault in a %i with %s is %s', async (status, code, expected, retryable, uncertain) => {
  const { client } = setUp(() => xml(fault(code, 'Não pode'), status));
  const error = await failure(client.call('ProductActive', { idProduct: 1 }));
  expect(error).toBeInstanceOf(VtexError);
  expect(error).toMatchObject({ code: expected, retryable, uncertain, values: { message: 'Não pode' } });
  expect(JSON.stringify([error.request, error.response])).not.toMatch(/segredo|Basic/);
});

test('a method that reads is never uncertain', async () => {
  const { client } = setUp(() => xml(fault('a:InternalServiceFault', 'x'), 500));
  expect((await failure(client.call('ProductGet', { idProduct: 1 }))).uncertain).toBe(false);
});

test('other refusals have the codes of REST, or what to do where SOAP differs', async () => {
  const code = async (status: number) => {
    const { client } = setUp(() => xml('<html/>', status, { 'retry-after': '3' }));
    const { code: told, retryable, retryAfterMs } = await failure(client.call('StoreList'));
    return [told, retryable, retryAfterMs];
  };
  expect(await code(401)).toEqual(['vtex.soap-unauthorized', false, 3000]);
  expect(await code(404)).toEqual(['vtex.soap-gone', false, 3000]);
  expect(await code(429)).toEqual(['vtex.rate-limited', true, 3000]);
  expect(await code(503)).toEqual(['vtex.unavailable', true, 3000]);
  expect((await failure(setUp(() => xml('<html/>')).client.call('StoreList'))).code).toBe(
    'vtex.soap-answer-strange',
  );
});

test('a host that is gone says that the service is', async () => {
  const cause = Object.assign(new Error('x'), { code: 'ENOTFOUND' });
  const { client } = setUp(() => Promise.reject(new TypeError('fetch failed', { cause })));
  expect((await failure(client.call('StoreList'))).code).toBe('vtex.soap-gone');
});

test('silence is a time-out after which a write is uncertain', async () => {
  const { client } = setUp(
    ({ signal }) =>
      new Promise((_resolve, reject) =>
        signal?.addEventListener('abort', () => reject(signal.reason as Error)),
      ),
    { timeoutMs: 20 },
  );
  const error = await failure(client.call('ProductActive', { idProduct: 1 }));
  expect([error.code, error.retryable, error.uncertain]).toEqual(['vtex.timeout', true, true]);
});

test('document types, depth and number are refused, and so is an answer that is too large or cut off', async () => {
  const bomb = '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>';
  const told = async (text: string, more: Partial<SoapClientOptions> = {}) =>
    (await failure(setUp(() => xml(text), more).client.call('StoreList'))).code;
  expect(await told(bomb)).toBe('vtex.soap-answer-refused');
  expect(await told('<x>'.repeat(100) + '</x>'.repeat(100))).toBe('vtex.soap-answer-refused');
  expect(await told(envelope('<x>'))).toBe('vtex.answer-broken');
  expect(await told(envelope(' '.repeat(5000)), { maxAnswerBytes: 1000 })).toBe('vtex.answer-too-large');
  expect(() => parseXml('<a><b/><b/></a>', { depth: 5, elements: 2 })).toThrow(XmlRefused);
  expect(() => parseXml('<a>&undefined;</a>')).toThrow(XmlRefused);
});

test('a dry run’s own answer is no answer, and a placeholder may stand for an id', async () => {
  const { client, sent } = setUp(() => Response.json('x', { headers: { 'x-eclusa-dry-run': '1' } }), {
    placeholder: '(new)',
  });
  expect(await client.call('ProductActive', { idProduct: '(new)' })).toEqual({
    result: null,
    more: {},
    isReal: false,
  });
  expect(sent[0]?.init.body).toContain('<t:idProduct>(new)</t:idProduct>');
});

test('settings that cannot be right are refused', () => {
  const made = (more: Partial<SoapClientOptions>) => () => setUp(() => xml(''), more);
  expect(made({ user: '' })).toThrow('vtex.soap-user-invalid');
  expect(made({ user: 'a:b' })).toThrow('vtex.soap-user-invalid');
  expect(made({ account: 'x.evil' })).toThrow('vtex.account-invalid');
  expect(made({ baseUrl: 'ftp://x' })).toThrow('vtex.address-invalid');
});

test('the contract has 80 methods and 23 types, every type in it is known, and names tell which methods read', () => {
  expect([soapMethods.size, soapTypes.size]).toEqual([80, 23]);
  const plain =
    /^(int|short|string|boolean|decimal|dateTime|ComplementTypeEnum|TransactionAction|ErrorType)$/;
  const all = [...soapMethods.values()].flatMap(({ parameters, result, more }) => [
    ...[...parameters, ...more].map(({ type }) => type),
    ...(result ? [result] : []),
  ]);
  const named = [...all, ...[...soapTypes.values()].flat().map(({ type }) => type)].map((one) =>
    one.replace('[]', ''),
  );
  expect(named.filter((one) => !plain.test(one) && !soapTypes.has(one))).toEqual([]);
  const writes = [...soapMethods.keys()].filter((name) => !soapReads(name));
  expect(writes).toHaveLength(38);
  expect(writes).toContain('GiftListSkuSetPurchased');
  expect(soapReads('ProductGetAllFromUpdatedDateAndId')).toBe(true);
});
