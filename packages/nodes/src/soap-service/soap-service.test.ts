// The boxes for any SOAP service, against an ERP with its own WSDL over real HTTP.
import { dryRunFetch } from '@eclusa/engine';
import {
  type RecordedRequest,
  RemoteError,
  UserError,
  type EclusaError,
  type Json,
  type NodeType,
  type Row,
} from '@eclusa/flow';
import soapConnection from '../connections/soap.connection';
import { contextOf, memoryFiles, readAll, sorted, type ContextOptions } from '../harness.testing';
import { guardedFetch } from '../net/guarded-fetch';
import output from '../output/soap.node';
import source from '../source/soap.node';
import { fault, startSoapErp, type SoapErp } from './erp.testing';
import { checkXml } from './xml-guard';
import { guardedReach } from '../net/reach';

let erp: SoapErp;

beforeAll(async () => {
  erp = await startSoapErp();
});
beforeEach(() => {
  erp.requests.length = 0;
  erp.instead = () => undefined;
});
afterAll(() => erp.close());

const list = { operation: 'ConsultarProdutos', items: 'produto' };

const options = (config: Record<string, Json>, connection: Record<string, Json> = {}): ContextOptions => ({
  config,
  connection: { wsdl: erp.wsdl, auth: 'none', ...connection },
  allow: [erp.host],
  attempts: 1,
});

async function call(config: Record<string, Json>, row: Row, more: ContextOptions = {}, connection = {}) {
  const { behaviour } = output as NodeType;
  if (behaviour.kind !== 'action') throw new Error('no action');
  const action = await behaviour.prepare(contextOf(output, { ...options(config, connection), ...more }));
  const signal = new AbortController().signal;
  return action.run(row, { signal, record: () => undefined });
}

const failure = (work: Promise<unknown>): Promise<EclusaError> =>
  work.then(
    () => Promise.reject(new Error('accepted')),
    (error: EclusaError) => error,
  );

const posts = () => erp.requests.filter(({ method }) => method === 'POST').map(({ body }) => body);

test('parameters leave in the order of the schema, whatever the order of the lines', async () => {
  const parameters = [
    { target: 'filtro.grupo', expression: '"A&B"' },
    { target: 'empresa', expression: '"01"' },
    { target: 'filtro.ativo', expression: '"S"' },
  ];
  await readAll(source, options({ ...list, parameters }));
  expect(posts()[0]?.replace(/\s/g, '')).toContain(
    '<empresa>01</empresa><filtro><ativo>S</ativo><grupo>A&amp;B</grupo></filtro>',
  );
});

test('pages are asked for until one is empty, and reading goes on after any of them', async () => {
  const config = { ...list, pageParam: 'pagina' };
  const pages = await readAll(source, options(config));
  expect(sorted(pages).rows.map(({ codigo }) => codigo)).toEqual(['P-1', 'P-2', 'P-3']);
  const rest = await readAll(source, { ...options(config), cursor: pages[0]!.cursor });
  expect(sorted(rest).rows.map(({ codigo }) => codigo)).toEqual(['P-3']);
  const inside = await readAll(source, { ...options(config), pageSize: 1 });
  expect(inside).toHaveLength(3);
});

test('WS-Security puts user and password into the message, and a digest instead of it when asked', async () => {
  const connection = { auth: 'wss', username: 'ana', password: 's3cret', timestamp: true };
  await readAll(source, options(list, connection));
  expect(posts()[0]).toMatch(/<wsse:Username>ana<\/wsse:Username>.*PasswordText">s3cret</s);
  await readAll(source, options(list, { ...connection, digest: true }));
  expect(posts()[1]).toContain('PasswordDigest');
  expect(posts()[1]).not.toContain('s3cret');
});

test('Basic goes with the WSDL and the calls, to the hosts the person named', async () => {
  await readAll(source, options(list, { auth: 'basic', username: 'ana', password: 'x' }));
  const expected = `Basic ${Buffer.from('ana:x').toString('base64')}`;
  expect(erp.requests.map(({ headers }) => headers.authorization)).toEqual([expected, expected]);
});

test('a WSDL that names another host is refused unless the connection names the address itself', async () => {
  const inner = await startSoapErp('http://10.0.0.7/ws');
  try {
    const at = { ...options(list, { wsdl: inner.wsdl }), allow: [inner.host] };
    expect(await failure(readAll(source, at))).toMatchObject({
      code: 'nodes.soap-endpoint-elsewhere',
      values: { address: 'http://10.0.0.7/ws' },
    });
    const named = { ...at.connection, endpoint: `${inner.url}/ws` };
    expect(sorted(await readAll(source, { ...at, connection: named })).rows).toHaveLength(2);
  } finally {
    await inner.close();
  }
});

test('a private address that nobody allowed is not reached', async () => {
  const error = await failure(readAll(source, { ...options(list), allow: [] }));
  expect(error.code).not.toBe('nodes.wsdl-broken');
  expect(erp.requests).toEqual([]);
});

test('a pasted WSDL works with the address of the service, and its imports read no file', async () => {
  const text = await (await fetch(erp.wsdl)).text();
  const connection = { wsdl: '', wsdlText: text, endpoint: `${erp.url}/ws` };
  expect(sorted(await readAll(source, options(list, connection))).rows).toHaveLength(2);
  for (const at of ['file:///etc/passwd', '/etc/passwd', 'other.xsd']) {
    const bad = text.replace(
      '<xs:element',
      `<xs:import namespace="urn:x" schemaLocation="${at}"/><xs:element`,
    );
    const error = await failure(readAll(source, options(list, { ...connection, wsdlText: bad })));
    expect([at, error.code]).toEqual([at, 'nodes.wsdl-part-unreachable']);
  }
  const bomb = text.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>');
  const refused = await failure(readAll(source, options(list, { ...connection, wsdlText: bomb })));
  expect(refused.code).toBe('nodes.xml-refused');
});

test('a fault is told with its code, text and detail, in a 500 and in a 200, and is not tried again', async () => {
  for (const status of [500, 200]) {
    erp.instead = () => ({
      status,
      body: fault('e:Client', 'Pedido duplicado', '<detail><n>7</n></detail>'),
    });
    const error = await failure(call({ operation: 'GravarPedido', mapping: [] }, {}));
    expect(error).toBeInstanceOf(RemoteError);
    expect(error).toMatchObject({
      code: 'nodes.soap-fault',
      retryable: false,
      values: { operation: 'GravarPedido', faultCode: 'e:Client', message: 'Pedido duplicado' },
    });
  }
});

test('answers with a document type, too deep, or cut off are refused before anything is built of them', async () => {
  const refused = async (body: string) => {
    erp.instead = () => ({ status: 200, body });
    return (await failure(call({ operation: 'GravarPedido', mapping: [] }, {}))).code;
  };
  expect(await refused('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')).toBe('nodes.xml-refused');
  expect(await refused('<x>'.repeat(200) + '</x>'.repeat(200))).toBe('nodes.xml-refused');
  expect(await refused('<x><y>')).toBe('nodes.xml-broken');
  expect(() => checkXml('<a>&b;</a>', { method: 'GET', url: 'x' })).toThrow('nodes.xml-broken');
});

test('an answer larger than the limit is not read', async () => {
  erp.instead = () => ({ status: 200, body: 'x'.repeat(1_200_000) });
  const error = await failure(call({ operation: 'GravarPedido', mapping: [], maxMegabytes: 1 }, {}));
  expect(error.code).toBe('nodes.body-too-large');
});

test('an unknown operation is told with those there are', async () => {
  const error = await failure(call({ operation: 'Nada', mapping: [] }, {}));
  expect(error).toBeInstanceOf(UserError);
  expect(error.values).toEqual({ operation: 'Nada', known: 'ConsultarProdutos, GravarPedido' });
});

test('testing the connection lists its operations, and a page that is no WSDL is said so', async () => {
  const test = (wsdl: string) =>
    soapConnection.test({
      reach: guardedReach(),
      connection: { id: 'c', kind: 'soap', values: { wsdl } },
      fetch: guardedFetch({ allow: [erp.host] }),
      signal: new AbortController().signal,
      files: memoryFiles(),
    });
  expect((await test(erp.wsdl)).pt).toContain('ConsultarProdutos, GravarPedido');
  erp.instead = () => ({ status: 200, body: '<html/>' });
  expect((await failure(test(`${erp.url}/page`))).code).toBe('nodes.wsdl-broken');
});

test('of several ports the first that speaks SOAP is used, and a service of SOAP 1.2 alone is spoken to in it', async () => {
  const text = await (await fetch(erp.wsdl)).text();
  const other = `<wsdl:binding name="Form" type="tns:ErpPort"><h:binding xmlns:h="http://schemas.xmlsoap.org/wsdl/http/" verb="POST"/></wsdl:binding>`;
  const port = `<wsdl:port name="FormPort" binding="tns:Form"><h:address xmlns:h="http://schemas.xmlsoap.org/wsdl/http/" location="http://10.0.0.9/form"/></wsdl:port>`;
  const both = text
    .replace('<wsdl:service', `${other}<wsdl:service`)
    .replace('</wsdl:service>', `${port}</wsdl:service>`);
  const connection = { wsdl: '', endpoint: `${erp.url}/ws` };
  expect(sorted(await readAll(source, options(list, { ...connection, wsdlText: both }))).rows).toHaveLength(
    2,
  );
  const soap12 = text.replaceAll(
    'http://schemas.xmlsoap.org/wsdl/soap/',
    'http://schemas.xmlsoap.org/wsdl/soap12/',
  );
  await readAll(source, options(list, { ...connection, wsdlText: soap12 }));
  expect(posts().map((body) => body.includes('http://www.w3.org/2003/05/soap-envelope'))).toEqual([
    false,
    true,
  ]);
  expect(erp.requests.at(-1)?.headers['content-type']).toContain('application/soap+xml');
});

describe('a dry run', () => {
  const dry = (record: RecordedRequest[]) =>
    dryRunFetch(guardedFetch({ allow: [erp.host] }), (request) => record.push(request));
  const connection = { auth: 'wss', username: 'ana', password: 's3cret' };

  test('shows the message of a call, sends none, and shows no password', async () => {
    const record: RecordedRequest[] = [];
    const { behaviour } = output as NodeType;
    if (behaviour.kind !== 'action') throw new Error('no action');
    const config = {
      operation: 'GravarPedido',
      mapping: [{ target: 'pedido.numero', expression: '"7"' }],
      saveAs: 'answer',
    };
    const context = contextOf(output, { ...options(config, connection), dryRun: true });
    const action = await behaviour.prepare({ ...context, fetch: dry(record) });
    const signal = new AbortController().signal;
    expect(await action.run({}, { signal, record: () => undefined })).toEqual([{ value: { answer: null } }]);
    expect(posts()).toEqual([]);
    expect(String(record[0]?.body)).toContain('<numero>7</numero>');
    expect(JSON.stringify(record)).not.toContain('s3cret');
  });

  test('reads its rows all the same, signed in', async () => {
    const pages = await readAll(source, { ...options(list, connection), dryRun: true });
    expect([sorted(pages).rows.length, posts().length]).toEqual([2, 1]);
    expect(posts()[0]).toContain('s3cret');
  });
});
