// A WSDL that was uploaded, alone or with the files it refers to, against a server of node-soap's own.
import { EclusaError, type Json } from '@eclusa/flow';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listen } from 'soap';
import soapConnection from '../connections/soap.connection';
import { memoryFiles, readAll, sorted } from '../harness.testing';
import { guardedFetch } from '../net/guarded-fetch';
import source from '../source/soap.node';
import { erpWsdl } from './erp.testing';
import { decodeXml, fileName } from './wsdl-source';
import { guardedReach } from '../net/reach';

let server: Server;
let url: string;
const asked: Json[] = [];

beforeAll(async () => {
  server = createServer((_request, response) => void response.writeHead(404).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/ws`;
  const port = {
    ConsultarProdutos(args: Json) {
      asked.push(args);
      return { produto: [{ codigo: 'P-1', descricao: 'Cafeteira', preco: 199.9 }] };
    },
    GravarPedido: () => ({ protocolo: '1' }),
  };
  listen(server, '/ws', { ErpService: { ErpPort: port } }, erpWsdl(url));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => void asked.splice(0));

type Content = Record<string, string | Uint8Array>;

const values = (more: object = {}) => ({
  ...{ wsdlFrom: 'file', wsdlFile: 'erp.wsdl', auth: 'none', endpoint: url },
  ...more,
});
const parts = (...names: string[]) => ({ wsdlParts: names.map((file) => ({ file })) });

function read(content: Content, more: object = {}) {
  return readAll(source, {
    config: {
      operation: 'ConsultarProdutos',
      items: 'produto',
      parameters: [{ target: 'empresa', expression: '"São"' }],
    },
    connection: values(more) as Record<string, Json>,
    files: memoryFiles(content),
    allow: [new URL(url).host],
    attempts: 1,
  });
}

const tested = (content: Content, more: object = {}) =>
  soapConnection.test({
    reach: guardedReach(),
    connection: { id: 'c', kind: 'soap', values: values(more) as Record<string, Json> },
    fetch: guardedFetch({ allow: [new URL(url).host] }),
    signal: new AbortController().signal,
    files: memoryFiles(content),
  });

const refusal = (work: Promise<unknown>): Promise<EclusaError> =>
  work.then(
    () => Promise.reject(new Error('accepted')),
    (error: EclusaError) => error,
  );

/** The WSDL with its schema moved to a file of its own, and that schema. */
function divided(location: string): { wsdl: string; schema: string } {
  const whole = erpWsdl('http://intranet.local/ws');
  const schema = /<xs:schema[\s\S]*<\/xs:schema>/.exec(whole)?.[0] ?? '';
  const declared = schema.replace(
    '<xs:schema ',
    '<xs:schema xmlns:tns="urn:erp" xmlns:xs="http://www.w3.org/2001/XMLSchema" ',
  );
  const wsdl = whole.replace(
    schema,
    `<xs:schema targetNamespace="urn:erp"><xs:include schemaLocation="${location}"/></xs:schema>`,
  );
  return { wsdl, schema: declared };
}

test('an uploaded WSDL is enough to read, and to test the connection', async () => {
  const content = { 'erp.wsdl': erpWsdl('http://intranet.local/ws') };
  expect(sorted(await read(content)).rows).toEqual([{ codigo: 'P-1', descricao: 'Cafeteira', preco: 199.9 }]);
  expect(asked).toMatchObject([{ empresa: 'São' }]);
  expect((await tested(content)).pt).toContain('ConsultarProdutos, GravarPedido');
});

test('files it refers to are found by name among those uploaded, in whatever folder it expects them', async () => {
  for (const at of ['types.xsd', '../schemas/Types.xsd', 'file:///C:/erp/types.xsd', 'C:\\erp\\types.xsd']) {
    const { wsdl, schema } = divided(at);
    const content = { 'erp.wsdl': wsdl, 'types.xsd': schema };
    expect([at, sorted(await read(content, parts('types.xsd'))).rows.length]).toEqual([at, 1]);
  }
});

test('a file that is missing is named, and none of this machine is opened for it', async () => {
  const { wsdl, schema } = divided('/etc/passwd');
  const error = await refusal(tested({ 'erp.wsdl': wsdl, 'types.xsd': schema }, parts('types.xsd')));
  expect(error).toMatchObject({ code: 'nodes.wsdl-part-missing', values: { file: 'passwd' } });
});

test('an address that only the file names gets nothing, and the test of the connection says so', async () => {
  const content = { 'erp.wsdl': erpWsdl(url) };
  for (const work of [tested(content, { endpoint: '' }), read(content, { endpoint: '' })])
    expect(await refusal(work)).toMatchObject({
      code: 'nodes.soap-endpoint-elsewhere',
      values: { address: url },
    });
  expect(asked).toEqual([]);
});

test('a file that is no WSDL, holds a document type, or is too large is refused by name', async () => {
  const broken = { code: 'nodes.wsdl-file-broken', values: { name: 'erp.wsdl' } };
  expect(await refusal(tested({ 'erp.wsdl': 'PK\u0003\u0004 zip' }))).toMatchObject(broken);
  expect(await refusal(tested({ 'erp.wsdl': '<html/>' }))).toMatchObject(broken);
  const bomb = erpWsdl(url).replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>');
  expect((await refusal(tested({ 'erp.wsdl': bomb }))).code).toBe('nodes.xml-refused');
  const large = `${erpWsdl(url)}<!--${'x'.repeat(5_000_000)}-->`;
  expect(await refusal(tested({ 'erp.wsdl': large }))).toMatchObject({
    code: 'nodes.wsdl-too-large',
    values: { name: 'erp.wsdl', megabytes: 5 },
  });
  expect((await refusal(tested({}, { wsdlFile: '' }))).code).toBe('nodes.wsdl-missing');
});

test('encodings are told by the mark at the start, then by the declaration', () => {
  const xml = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?><a>ção</a>`;
  expect(decodeXml(Buffer.from(xml('ISO-8859-1'), 'latin1'))).toBe(xml('ISO-8859-1'));
  expect(decodeXml(Buffer.from(xml('UTF-8')))).toBe(xml('UTF-8'));
  expect(decodeXml(Buffer.from(`\ufeff${xml('UTF-16')}`, 'utf16le'))).toBe(xml('UTF-16'));
  expect(fileName('../a/Tipos%20v1.xsd?x=1')).toBe('Tipos v1.xsd');
});
