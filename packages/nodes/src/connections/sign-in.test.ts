import { createHash } from 'node:crypto';
import type { Connection, Json } from '@eclusa/flow';
import { memoryLimiter } from '@eclusa/engine';
import { startOAuthServer, type OAuthServer } from '@eclusa/sandbox';
import { serve, type LocalServer } from '../harness.testing';
import { guardedFetch } from '../net/guarded-fetch';
import { digestAuthorization, digestChallenge } from './digest';
import { callHttp } from './http-call';
import { httpRequest } from './http-request';

const never = new AbortController().signal;
let ids = 0;
const connectionOf = (values: Record<string, Json>, kept?: Connection['kept']): Connection => ({
  id: `c${++ids}`,
  kind: 'http',
  values,
  ...(kept && { kept }),
});

describe('signing in by OAuth 2.0, against a real server', () => {
  let oidc: OAuthServer;
  let erp: LocalServer;
  let tokenCalls = 0;
  /** Tokens that the ERP takes no longer, though the server still does. */
  const revoked = new Set<string>();

  beforeAll(async () => {
    oidc = await startOAuthServer();
    erp = await serve(async (request, response) => {
      const token = (request.headers.authorization ?? '').replace('Bearer ', '');
      const answer = await fetch(`${oidc.url}/token/introspection`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ token, client_id: 'in-body', client_secret: oidc.clientSecret }),
      });
      const { active, client_id: client } = (await answer.json()) as { active: boolean; client_id?: string };
      response.writeHead(active && !revoked.has(token) ? 200 : 401).end(JSON.stringify({ client, token }));
    });
  });
  afterAll(async () => {
    await oidc.close();
    await erp.close();
  });
  beforeEach(() => void (tokenCalls = 0));

  const guarded = () => {
    const fetcher = guardedFetch({ allow: [oidc.host, erp.host] });
    return ((input, init) => {
      if (String(input).endsWith('/token')) tokenCalls += 1;
      return fetcher(input, init);
    }) as typeof fetch;
  };
  const ask = async (connection: Connection, now = new Date()) => {
    const request = httpRequest(connection, { method: 'GET', path: '/stock' });
    const answer = await callHttp(connection, request, { fetch: guarded(), now: () => now }, never);
    return { status: answer.status, ...((await answer.json()) as { client?: string; token: string }) };
  };
  const values = (more: Record<string, Json> = {}) => ({
    baseUrl: erp.url,
    auth: 'oauth2Client',
    tokenUrl: `${oidc.url}/token`,
    clientId: 'eclusa',
    clientSecret: oidc.clientSecret,
    ...more,
  });

  it('gets a token for the client, and uses it for all calls until it is near its end', async () => {
    const connection = connectionOf(values());
    const all = await Promise.all([ask(connection), ask(connection), ask(connection)]);
    expect(all.map(({ status, client }) => [status, client])).toEqual(Array(3).fill([200, 'eclusa']));
    expect(tokenCalls).toBe(1);
    await ask(connection, new Date(Date.now() + 530_000));
    expect(tokenCalls).toBe(1);
    const later = await ask(connection, new Date(Date.now() + 545_000));
    expect([later.status, tokenCalls]).toEqual([200, 2]);
  });

  it('sends id and secret in the body where the connection says so', async () => {
    const answer = await ask(connectionOf(values({ clientId: 'in-body', clientAuth: 'body' })));
    expect([answer.status, answer.client]).toEqual([200, 'in-body']);
  });

  it('signs with a private key where the connection says so, and names no key that cannot be read', async () => {
    const signing = { clientId: 'signing', clientAuth: 'key', signingKeyId: 'certificate-1' };
    const { signingKey } = oidc;
    for (const signingAlgorithm of ['PS256', 'RS256']) {
      const answer = await ask(connectionOf(values({ ...signing, signingKey, signingAlgorithm })));
      expect([answer.status, answer.client]).toEqual([200, 'signing']);
    }
    const broken = ask(connectionOf(values({ ...signing, signingKey: '-----BEGIN hunter2-----' })));
    const error = await broken.catch((thrown: unknown) => thrown as Error);
    expect(error).toMatchObject({ code: 'connections.oauth-key' });
    expect(JSON.stringify({ ...error })).not.toContain('hunter2');
  });

  it('renews the token once when the other system refuses it', async () => {
    const connection = connectionOf(values());
    const { token } = await ask(connection);
    revoked.add(token);
    const again = await ask(connection);
    expect([again.status, again.token === token, tokenCalls]).toEqual([200, false, 2]);
    revoked.add(again.token);
    const refuse = await serve((_request, response) => void response.writeHead(401).end('{}'));
    const closed = connectionOf(values({ baseUrl: refuse.url }));
    const request = httpRequest(closed, { method: 'GET', path: '/' });
    const fetcher = guardedFetch({ allow: [oidc.host, refuse.host] });
    const answer = await callHttp(closed, request, { fetch: fetcher, now: () => new Date() }, never);
    expect([answer.status, refuse.requests.length]).toEqual([401, 2]);
    await refuse.close();
  });

  it('says what the server answered to a wrong secret, and tells no secret', async () => {
    const wrong = ask(connectionOf(values({ clientSecret: 'hunter2' })));
    const error = await wrong.catch((thrown: unknown) => thrown as Error & Record<string, unknown>);
    expect(error).toMatchObject({
      code: 'connections.oauth-refused',
      retryable: false,
      values: { reason: expect.stringContaining('invalid_client') as string },
    });
    expect(JSON.stringify({ ...error })).not.toContain('hunter2');
  });

  it('keeps the refresh token that takes the place of the one it used, and goes on with what another process kept', async () => {
    let stored: Record<string, Json> = { refreshToken: oidc.refreshToken };
    const kept: Connection['kept'] = {
      load: async () => stored,
      save: async (secrets) => void (stored = { ...stored, ...secrets }),
      alone: (work) => work(),
    };
    const refreshing = values({ auth: 'oauth2Refresh', refreshToken: oidc.refreshToken });
    const connection = connectionOf(refreshing, kept);
    expect((await ask(connection)).status).toBe(200);
    expect(stored['refreshToken']).not.toBe(oidc.refreshToken);
    // As the next page opens it: with the token that was kept.
    expect((await ask({ ...connection, values: { ...refreshing, ...stored } })).status).toBe(200);
    expect(tokenCalls).toBe(1);
    // The provider takes a token that is used twice for a stolen one, so the newest is used first.
    const elsewhere = connectionOf({ ...refreshing, ...stored }, kept);
    expect((await ask(elsewhere)).status).toBe(200);
    expect(tokenCalls).toBe(2);
  });
});

describe('signing in by digest', () => {
  it('answers as RFC 7616 does in its example', () => {
    const header =
      'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=MD5, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS", Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=SHA-256, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"';
    const challenge = digestChallenge(header);
    if (!challenge) throw new Error('no challenge');
    expect(challenge.algorithm).toBe('SHA-256');
    const call = {
      username: 'Mufasa',
      password: 'Circle of Life',
      method: 'GET',
      uri: '/dir/index.html',
      count: 1,
      cnonce: 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ',
    };
    const sha = digestAuthorization(challenge, call);
    expect(sha).toContain('response="753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"');
    const md5 = digestAuthorization({ ...challenge, algorithm: 'MD5' }, call);
    expect(md5).toContain('response="8ca523f5e9506fed4657c9700eebdbec"');
  });

  it('signs the second call at once, asks anew for a nonce that ended, and does not repeat a wrong password', async () => {
    const md5 = (text: string) => createHash('md5').update(text).digest('hex');
    let nonce = 'n1';
    const erp = await serve((request, response) => {
      const given = request.headers.authorization ?? '';
      const part = (name: string) => new RegExp(`${name}="?([^",]+)`).exec(given)?.[1] ?? '';
      const who = md5('ana:ERP:right');
      const what = md5(`GET:${request.url}`);
      const right = md5(`${who}:${nonce}:${part('nc')}:${part(' cnonce')}:auth:${what}`);
      const stale = part('nonce') !== nonce ? ', stale=true' : '';
      if (part('response') === right) return void response.end('{}');
      response.setHeader('www-authenticate', `Digest realm="ERP", nonce="${nonce}", qop="auth"${stale}`);
      response.writeHead(401).end();
    });
    const ask = async (connection: Connection) => {
      const request = httpRequest(connection, { method: 'GET', path: '/a?b=c' });
      const tools = { fetch: guardedFetch({ allow: [erp.host] }), now: () => new Date() };
      erp.requests.length = 0;
      return [(await callHttp(connection, request, tools, never)).status, erp.requests.length];
    };
    const right = connectionOf({ baseUrl: erp.url, auth: 'digest', username: 'ana', password: 'right' });
    expect([await ask(right), await ask(right)]).toEqual([
      [200, 2],
      [200, 1],
    ]);
    nonce = 'n2';
    expect(await ask(right)).toEqual([200, 2]);
    expect(await ask(connectionOf({ ...right.values, password: 'wrong' }))).toEqual([401, 2]);
    await erp.close();
  });
});

describe('signing in by a session', () => {
  const login = '{"CompanyDB": "DB", "UserName": "{username}", "Password": "{password}"}';

  it('opens one session for all calls, and another when it has ended', async () => {
    let opened = 0;
    const erp = await serve((request, response) => {
      if (request.url === '/b1s/v1/Login') {
        const { Password } = JSON.parse(request.body) as { Password: string };
        if (Password !== 'a"b') return void response.writeHead(401).end();
        response.setHeader('set-cookie', [`B1SESSION=s${++opened}; HttpOnly`, 'ROUTEID=.node1; path=/b1s']);
        return void response.end('{"SessionId": "x"}');
      }
      const isOpen = request.headers.cookie === `B1SESSION=s${opened}; ROUTEID=.node1`;
      response.writeHead(isOpen ? 200 : 401).end('{}');
    });
    const values = { baseUrl: `${erp.url}/b1s/v1`, auth: 'session', loginPath: '/Login', loginBody: login };
    const ask = async (connection: Connection) => {
      const request = httpRequest(connection, { method: 'GET', path: '/Items' });
      const tools = { fetch: guardedFetch({ allow: [erp.host] }), now: () => new Date() };
      return (await callHttp(connection, request, tools, never)).status;
    };
    const connection = connectionOf({ ...values, username: 'manager', password: 'a"b' });
    expect(await Promise.all([ask(connection), ask(connection)])).toEqual([200, 200]);
    expect(opened).toBe(1);
    opened = 7;
    expect(await ask(connection)).toBe(200);
    expect(opened).toBe(8);
    await expect(ask(connectionOf({ ...values, username: 'x', password: 'y' }))).rejects.toMatchObject({
      code: 'nodes.http-denied',
    });
    await erp.close();
  });

  it('sends the token of the answer where the connection says', async () => {
    const erp = await serve((request, response) => {
      response.end(JSON.stringify({ data: { token: 't1' }, seen: request.headers['x-session'] ?? null }));
    });
    const session = {
      loginPath: '/in',
      loginBody: '{}',
      sessionPath: 'data.token',
      sessionHeader: 'X-Session',
    };
    const connection = connectionOf({ baseUrl: erp.url, auth: 'session', ...session });
    const request = httpRequest(connection, { method: 'GET', path: '/' });
    const tools = { fetch: guardedFetch({ allow: [erp.host] }), now: () => new Date() };
    const answer = await callHttp(connection, request, tools, never);
    expect(await answer.json()).toMatchObject({ seen: 't1' });
    await erp.close();
  });
});

describe('the calls of a connection', () => {
  it('wait for each other where it says how many a second may be made', async () => {
    const erp = await serve((_request, response) => void response.end('{}'));
    const connection = connectionOf({ baseUrl: erp.url, callsPerSecond: 50 });
    const request = httpRequest(connection, { method: 'GET', path: '/' });
    const tools = {
      fetch: guardedFetch({ allow: [erp.host] }),
      now: () => new Date(),
      limiter: memoryLimiter(),
    };
    const begun = Date.now();
    await Promise.all(Array.from({ length: 75 }, () => callHttp(connection, request, tools, never)));
    expect(Date.now() - begun).toBeGreaterThan(400);
    await erp.close();
  });

  it('carry a key in the body that no record shows, and only to the system it belongs to', async () => {
    const seen: string[] = [];
    const erp = await serve((request, response) => {
      seen.push(request.body);
      response.end('{}');
    });
    const connection = connectionOf({
      ...{ baseUrl: erp.url, auth: 'apiKey', keyPlace: 'body', keyName: 'app_secret', key: 'hunter"2' },
    });
    const request = httpRequest(connection, { method: 'POST', path: '/', body: '{"call": "Listar"}' });
    expect(JSON.stringify(request)).not.toContain('hunter');
    const fetcher = guardedFetch({ allow: [erp.host, erp.host.replace('127.0.0.1', 'localhost')] });
    await callHttp(connection, request, { fetch: fetcher, now: () => new Date() }, never);
    const elsewhere = erp.url.replace('127.0.0.1', 'localhost');
    await fetcher(elsewhere, { method: 'POST', body: request.init.body ?? '' });
    expect(JSON.parse(seen[0] ?? '')).toEqual({ call: 'Listar', app_secret: 'hunter"2' });
    expect(seen[1]).not.toContain('hunter');
    await erp.close();
  });
});
