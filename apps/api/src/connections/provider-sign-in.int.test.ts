// Signing in at a real OAuth 2.0 server, through the pages it shows, and what comes back from there.
import { ConnectionSignIn, ConnectionSignInAttempt, Membership } from '@eclusa/db';
import { startOAuthServer, type OAuthServer } from '@eclusa/sandbox';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Browser, startApi, type Answer, type TestApi } from '../api.testing';
import { atProvider } from './provider.testing';

const publicUrl = 'https://eclusa.example.com';
const redirect = `${publicUrl}/api/v1/oauth/callback`;
let provider: OAuthServer;
let erp: Server;
let erpUrl: string;
let api: TestApi;
let ana: Browser;

beforeAll(async () => {
  provider = await startOAuthServer({ redirects: [redirect], accessTokenSeconds: 1 });
  erp = createServer((request, response) => {
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    const body = new URLSearchParams({
      token,
      client_id: 'in-body',
      client_secret: provider.clientSecret,
    });
    void fetch(`${provider.url}/token/introspection`, { method: 'POST', body })
      .then((answer) => answer.json() as Promise<{ active: boolean }>)
      .then(({ active }) => response.writeHead(active ? 200 : 401).end('{}'));
  });
  await new Promise<void>((resolve) => erp.listen(0, '127.0.0.1', resolve));
  erpUrl = `http://127.0.0.1:${(erp.address() as AddressInfo).port}`;
  api = await startApi({
    ECLUSA_ALLOW_PRIVATE_HOSTS: `${provider.host},${new URL(erpUrl).host}`,
    ECLUSA_PUBLIC_URL: publicUrl,
  });
  ana = await api.person('Ana');
});
afterAll(async () => {
  await api.close();
  await provider.close();
  erp.close();
});

interface Connection {
  id: string;
  signIn?: Record<string, unknown> & { holds: boolean; refused?: { en: string } };
}
interface Tested {
  ok: boolean;
  code?: string;
  message: { en: string };
}

const settings = (changes: object = {}) => ({
  baseUrl: erpUrl,
  auth: 'oauth2Code',
  authorizeUrl: `${provider.url}/auth`,
  tokenUrl: `${provider.url}/token`,
  clientId: 'eclusa',
  scope: 'openid offline_access stock',
  authorizeParameters: [{ name: 'prompt', value: 'consent' }],
  ...changes,
});
async function connection(changes: object = {}, clientSecret = provider.clientSecret): Promise<string> {
  const body = { kind: 'http', name: 'ERP <b>', settings: settings(changes), secrets: { clientSecret } };
  return (await ana.post<Connection>('/connections', body)).body.id;
}
async function addressFor(id: string): Promise<string> {
  return (await ana.post<{ address: string }>(`/connections/${id}/sign-in`)).body.address;
}
/** The page that the browser is sent back to. */
function comeBack(browser: Browser, url: URL): Promise<Answer> {
  expect(`${url.origin}${url.pathname}`).toBe(redirect);
  return browser.get(`/oauth/callback${url.search}`);
}
async function signedIn(changes: object = {}): Promise<string> {
  const id = await connection(changes);
  expect((await comeBack(ana, await atProvider(await addressFor(id)))).status).toBe(200);
  return id;
}
const look = async (id: string) => (await ana.get<Connection>(`/connections/${id}`)).body.signIn;
const tried = async (id: string) => (await ana.post<Tested>(`/connections/${id}/test`)).body;
const tokensEnd = () => new Promise((resolve) => setTimeout(resolve, 1_100));

test('a person signs in at the provider, and the connection is used from then on, also after its token ended', async () => {
  expect((await ana.get<{ address: string }>('/oauth/redirect-address')).body.address).toBe(redirect);
  const id = await connection();
  expect(await look(id)).toMatchObject({ holds: false, signedInAt: null });
  expect(await tried(id)).toMatchObject({ ok: false, code: 'connections.sign-in-first' });
  const address = new URL(await addressFor(id));
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    ...{ response_type: 'code', client_id: 'eclusa', redirect_uri: redirect, prompt: 'consent' },
    ...{ code_challenge_method: 'S256', scope: 'openid offline_access stock' },
  });
  const page = await comeBack(ana, await atProvider(address.href));
  expect([page.status, page.headers.get('content-security-policy')]).toEqual([
    200,
    expect.stringMatching(/^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'/),
  ]);
  expect(page.text).toContain('You are signed in: ERP &#60;b&#62;');
  expect(page.text).not.toContain('<script');
  expect(await look(id)).toMatchObject({
    ...{
      holds: true,
      signedInBy: 'Ana',
      scopes: 'openid offline_access stock',
      endsAt: null,
      refusedAt: null,
    },
  });
  expect(await tried(id)).toMatchObject({ ok: true });
  const before = await api.database.getRepository(ConnectionSignIn).findOneByOrFail({ connectionId: id });
  await tokensEnd();
  expect(await tried(id)).toMatchObject({ ok: true });
  const after = await api.database.getRepository(ConnectionSignIn).findOneByOrFail({ connectionId: id });
  expect([after.tokens === before.tokens, after.grantId]).toEqual([false, before.grantId]);
  const list = await ana.get<{ items: Connection[] }>('/connections');
  expect(list.body.items.find((one) => one.id === id)?.signIn?.holds).toBe(true);
  const audit = await api.database.query('SELECT action FROM audit WHERE subject = $1', [id]);
  expect(audit).toContainEqual({ action: 'connection.sign-in' });
});

test('what was granted is in no answer and stands nowhere unsealed', async () => {
  const id = await connection();
  const back = await atProvider(await addressFor(id));
  const code = back.searchParams.get('code') ?? '';
  const answers = [
    await comeBack(ana, back),
    await ana.get(`/connections/${id}`),
    await ana.get('/connections'),
  ];
  const [row] = await api.database.query('SELECT * FROM connection_sign_in WHERE connection_id = $1', [id]);
  const audit = await api.database.query('SELECT * FROM audit');
  const seen = [...answers.map(({ text }) => text), JSON.stringify([row, audit])].join();
  expect(code.length).toBeGreaterThan(20);
  expect(seen).not.toContain(code);
  expect(seen).not.toMatch(/accessToken|refreshToken/);
  expect((row as { tokens: string }).tokens).toMatch(/^[0-9a-f]{8}(\.[\w-]+){3}$/);
});

test('an answer counts once, from the session that asked, within ten minutes, and with the state it was given', async () => {
  const id = await connection();
  const beto = await api.person('Beto');
  const nobody = new Browser(api.url);
  const back = await atProvider(await addressFor(id));
  const forged = new URL(back);
  forged.searchParams.set('state', 'x'.repeat(43));
  const stateless = new URL(back);
  stateless.searchParams.delete('state');
  const refused = [
    await comeBack(beto, back),
    await comeBack(nobody, back),
    await comeBack(ana, forged),
    await comeBack(ana, stateless),
  ];
  expect(refused.map(({ status }) => status)).toEqual([400, 401, 400, 400]);
  expect(refused[0]?.text).toContain('belongs to no sign-in that waits in this browser');
  expect((await look(id))?.holds).toBe(false);
  const both = await Promise.all([comeBack(ana, back), comeBack(ana, back)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
  expect((await comeBack(ana, back)).status).toBe(400);
  const late = await atProvider(await addressFor(id));
  await api.database
    .getRepository(ConnectionSignInAttempt)
    .update({ connectionId: id }, { expiresAt: new Date(Date.now() - 1) });
  expect((await comeBack(ana, late)).status).toBe(400);
});

test('whoever may not change connections can neither begin nor end a sign-in', async () => {
  const id = await connection();
  const back = await atProvider(await addressFor(id));
  const members = api.database.getRepository(Membership);
  const { user } = (await ana.get<{ user: { id: string } }>('/auth/me')).body;
  await members.update({ userId: user.id }, { role: 'member' });
  expect((await ana.post(`/connections/${id}/sign-in`)).status).toBe(403);
  expect((await comeBack(ana, back)).status).toBe(403);
  await members.update({ userId: user.id }, { role: 'owner' });
  const plain = await ana.post<Connection>('/connections', {
    ...{ kind: 'http', name: 'x', settings: { baseUrl: erpUrl, auth: 'none' } },
  });
  expect(plain.body.signIn).toBeUndefined();
  const refused = await ana.post<{ code: string }>(`/connections/${plain.body.id}/sign-in`);
  expect([refused.status, refused.body.code]).toEqual([422, 'api.sign-in-not-asked']);
});

test('what the provider refuses is said in plain words, and leaves an earlier sign-in as it was', async () => {
  const id = await signedIn();
  const page = await comeBack(ana, await atProvider(await addressFor(id), 'refuse'));
  expect([page.status, page.text]).toEqual([400, expect.stringContaining('Access was not allowed')]);
  expect(await look(id)).toMatchObject({
    holds: true,
    refused: { en: expect.stringContaining('not allowed at the other system') as string },
  });
  expect(await tried(id)).toMatchObject({ ok: true });
  const state = new URL(await addressFor(id)).searchParams.get('state') ?? '';
  const made = new URL(`${redirect}?error=server_error&error_description=%3Cscript%3E&state=${state}`);
  expect((await comeBack(ana, made)).text).toContain('server_error: &#60;script&#62;');
  const other = new URL(await addressFor(id));
  const elsewhere = new URL(await atProvider(other.href));
  elsewhere.searchParams.set('iss', 'https://evil.example');
  expect((await comeBack(ana, elsewhere)).text).toContain('The answer came from https://evil.example');
  const wrong = await connection({}, 'not-the-secret');
  const refused = await comeBack(ana, await atProvider(await addressFor(wrong)));
  expect(refused.text).toContain('invalid_client');
});

test('an application without a secret signs in with PKCE alone', async () => {
  const id = await connection({ clientId: 'public' }, '');
  expect((await comeBack(ana, await atProvider(await addressFor(id)))).status).toBe(200);
  expect(await tried(id)).toMatchObject({ ok: true });
});

test('a sign-in ends when the connection signs in elsewhere or as another application', async () => {
  const id = await signedIn();
  const waiting = await atProvider(await addressFor(id));
  const save = (changes: object, secrets: object) =>
    ana.put(`/connections/${id}`, { kind: 'http', name: 'ERP', settings: settings(changes), secrets });
  expect((await save({ testPath: '/x' }, {})).status).toBe(200);
  expect((await look(id))?.holds).toBe(true);
  const changed = { settings: settings({ clientId: 'in-body' }) };
  expect((await ana.post<Tested>(`/connections/${id}/test`, changed)).body.code).toBe(
    'connections.sign-in-first',
  );
  expect((await save({ clientId: 'in-body' }, {})).status).toBe(200);
  expect(await look(id)).toMatchObject({ holds: false, signedInAt: null });
  expect((await comeBack(ana, waiting)).status).toBe(400);
});

test('a connection whose sign-in the provider takes no longer says so, by its name, until somebody signs in again', async () => {
  const id = await signedIn({ testPath: '/stock' });
  const keys = api.database.getRepository(ConnectionSignIn);
  // Used elsewhere, so that the provider takes it for stolen: as after a restored backup.
  const stolen = await keys.findOneByOrFail({ connectionId: id });
  await tokensEnd();
  expect(await tried(id)).toMatchObject({ ok: true });
  await keys.update({ connectionId: id }, { tokens: stolen.tokens });
  await tokensEnd();
  const again = await ana.post<Tested>(`/connections/${id}/test`);
  expect(again.body).toMatchObject({ ok: false, code: 'connections.sign-in-again' });
  expect(again.body.message.en).toContain('Sign in again at connection “ERP <b>”');
  const shown = await look(id);
  expect([shown?.holds, shown?.refused?.en]).toEqual([false, expect.stringContaining('invalid_grant')]);
  await comeBack(ana, await atProvider(await addressFor(id)));
  expect(await look(id)).toMatchObject({ holds: true, refusedAt: null });
  expect(await tried(id)).toMatchObject({ ok: true });
});
