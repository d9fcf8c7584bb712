import { ConnectionEntity } from '@eclusa/db';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Browser, startApi, type TestApi } from '../api.testing';

let api: TestApi;
let ana: Browser;
let erp: Server;
let erpUrl: string;
const authorizations: (string | undefined)[] = [];

beforeAll(async () => {
  erp = createServer((request, response) => {
    authorizations.push(request.headers.authorization);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}');
  });
  await new Promise<void>((resolve) => erp.listen(0, '127.0.0.1', resolve));
  erpUrl = `http://127.0.0.1:${(erp.address() as AddressInfo).port}`;
  api = await startApi({ ECLUSA_ALLOW_PRIVATE_HOSTS: new URL(erpUrl).host });
  ana = await api.person('Ana');
});
afterAll(async () => {
  await api.close();
  erp.close();
});

interface Connection {
  id: string;
  settings: Record<string, unknown>;
  secretFields: string[];
}
interface Refused {
  code: string;
  fields: { path: string; code: string; detail: string }[];
}
interface Tested {
  ok: boolean;
  code?: string;
  message: { en: string; es: string; pt: string };
}

const SECRET = 'top-secret-token-8713';
const bearer = (changes: object = {}) => ({
  kind: 'http',
  name: 'ERP',
  settings: { baseUrl: erpUrl, auth: 'bearer' },
  secrets: { token: SECRET },
  ...changes,
});

test('a secret goes in, is sealed, and is in no answer ever', async () => {
  const created = await ana.post<Connection>('/connections', bearer());
  expect(created.status).toBe(201);
  expect(created.body.secretFields).toEqual(['token']);
  const { id } = created.body;
  const answers = [
    created,
    await ana.get(`/connections/${id}`),
    await ana.get('/connections'),
    await ana.put(`/connections/${id}`, bearer({ secrets: {} })),
    await ana.post(`/connections/${id}/test`),
    await ana.post('/connections', bearer({ settings: { baseUrl: 1, token: SECRET } })),
  ];
  for (const { text } of answers) expect(text).not.toContain(SECRET);
  const row = await api.database.getRepository(ConnectionEntity).findOneByOrFail({ id });
  expect(JSON.stringify(row)).not.toContain(SECRET);
  const audit = await api.database.query('SELECT * FROM audit');
  expect(JSON.stringify(audit)).not.toContain(SECRET);
});

test('a secret that is left out is kept, an empty one is removed', async () => {
  const { id } = (await ana.post<Connection>('/connections', bearer())).body;
  await ana.put(`/connections/${id}`, bearer({ name: 'Renamed', secrets: {} }));
  authorizations.length = 0;
  expect((await ana.post<Tested>(`/connections/${id}/test`)).body.ok).toBe(true);
  expect(authorizations).toContain(`Bearer ${SECRET}`);
  const settings = { baseUrl: erpUrl, auth: 'none' };
  const cleared = await ana.put<Connection>(
    `/connections/${id}`,
    bearer({ settings, secrets: { token: '' } }),
  );
  expect(cleared.body.secretFields).toEqual([]);
});

test('stored secrets are not sent to an address that was changed', async () => {
  const { id } = (await ana.post<Connection>('/connections', bearer())).body;
  const settings = { baseUrl: 'https://evil.example', auth: 'bearer' };
  for (const answer of [
    await ana.put<Refused>(`/connections/${id}`, bearer({ settings, secrets: {} })),
    await ana.post<Refused>(`/connections/${id}/test`, { settings }),
  ]) {
    expect([answer.status, answer.body.code]).toEqual([422, 'api.secrets-needed-again']);
    expect(answer.body.fields).toMatchObject([{ path: 'secrets.token' }]);
  }
  const path = { baseUrl: `${erpUrl}/v2`, auth: 'bearer' };
  expect((await ana.put(`/connections/${id}`, bearer({ settings: path, secrets: {} }))).status).toBe(200);
  const again = await ana.put(`/connections/${id}`, bearer({ settings, secrets: { token: 'typed again' } }));
  expect(again.status).toBe(200);
});

test('every wrong field is named with a sentence', async () => {
  const wrong = await ana.post<Refused>('/connections', {
    kind: 'http',
    name: 'ERP',
    settings: { auth: 'magic', token: 'in the wrong place', other: 1 },
    secrets: { nothing: 'x' },
  });
  expect([wrong.status, wrong.body.code]).toEqual([422, 'api.fields-invalid']);
  const faults = Object.fromEntries(wrong.body.fields.map(({ path, code }) => [path, code]));
  expect(faults).toMatchObject({
    'settings.token': 'api.field-is-secret',
    'settings.other': 'api.field-unknown',
    'secrets.nothing': 'api.field-unknown',
    'settings.baseUrl': 'flow.field-missing',
    'settings.auth': 'flow.field-not-a-choice',
  });
  expect(wrong.body.fields.every(({ detail }) => detail.length > 15)).toBe(true);
  const kind = await ana.post<Refused>('/connections', { kind: 'fax', name: 'x', settings: {} });
  expect(kind.body.code).toBe('api.connection-kind-unknown');
});

test('a test says what answered, or what to do', async () => {
  const good = await ana.post<Tested>('/connections/test', bearer());
  expect(good.body).toMatchObject({ ok: true });
  const closed = { baseUrl: 'http://127.0.0.1:65001', auth: 'none' };
  const guarded = await ana.post<Tested>('/connections/test', { kind: 'http', settings: closed });
  expect(guarded.status).toBe(200);
  expect(guarded.body).toMatchObject({ ok: false, code: 'nodes.address-refused' });
  const { en, es, pt } = guarded.body.message;
  expect(new Set([en, es, pt]).size).toBe(3);
});

test('a connection in use is kept, with the names of its users', async () => {
  const vtex = { kind: 'vtex', name: 'VTEX', settings: { account: 'lojademo', appKey: 'key' } };
  const { id } = (await ana.post<Connection>('/connections', { ...vtex, secrets: { appToken: 't' } })).body;
  const store = { name: 'Loja Azul', account: 'lojademo', connectionId: id };
  const made = await ana.post<{ id: string }>('/stores', store);
  const refused = await ana.delete<{ code: string; detail: string }>(`/connections/${id}`);
  expect([refused.status, refused.body.code]).toEqual([409, 'api.connection-in-use']);
  expect(refused.body.detail).toContain('Loja Azul');
  expect((await ana.delete(`/stores/${made.body.id}`)).status).toBe(204);
  expect((await ana.delete(`/connections/${id}`)).status).toBe(204);
});

test('a store takes only a VTEX connection', async () => {
  const { id } = (await ana.post<Connection>('/connections', bearer())).body;
  const refused = await ana.post<Refused>('/stores', { name: 'x', account: 'x', connectionId: id });
  expect([refused.status, refused.body.code]).toEqual([422, 'api.store-needs-vtex']);
});

const wsdl = `<?xml version="1.0"?><definitions name="Erp" targetNamespace="urn:erp" xmlns:t="urn:erp"
  xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/">
  <message name="In"/><message name="Out"/>
  <portType name="P"><operation name="ListarSaldos"><input message="t:In"/><output message="t:Out"/></operation></portType>
  <binding name="B" type="t:P"><s:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>
    <operation name="ListarSaldos"><s:operation soapAction="urn:ListarSaldos"/>
      <input><s:body use="literal"/></input><output><s:body use="literal"/></output></operation></binding>
  <service name="S"><port name="Port" binding="t:B"><s:address location="http://intranet.local/ws"/></port></service>
</definitions>`;

test('a SOAP connection is tried with the file its WSDL was uploaded in, and only by who has the file', async () => {
  const body = Buffer.from(wsdl);
  const file = (await ana.send<{ id: string }>('POST', '/files?name=erp.wsdl', { body })).body.id;
  const settings = { wsdlFrom: 'file', wsdlFile: file, auth: 'none', endpoint: erpUrl };
  const tried = { kind: 'soap', settings };
  expect((await ana.post<Tested>('/connections/test', tried)).body).toMatchObject({
    ok: true,
    message: { pt: expect.stringContaining('ListarSaldos') as string },
  });
  const nowhere = { ...tried, settings: { ...settings, endpoint: undefined } };
  expect((await ana.post<Tested>('/connections/test', nowhere)).body).toMatchObject({
    code: 'nodes.soap-endpoint-elsewhere',
  });
  const beto = await api.person('Beto');
  expect((await beto.post<Tested>('/connections/test', tried)).body).toMatchObject({
    code: 'db.file-missing',
  });
});
