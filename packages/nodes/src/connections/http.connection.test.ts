import type { Json } from '@eclusa/flow';
import { memoryFiles, serve, type LocalServer } from '../harness.testing';
import { guardedFetch } from '../net/guarded-fetch';
import http from './http.connection';
import { guardedReach } from '../net/reach';
import { startOdata } from '../odata/service.testing';

let server: LocalServer;
let status = 200;
beforeAll(async () => {
  server = await serve((_request, response) => void response.writeHead(status).end('{}'));
});
afterAll(() => server.close());

const tested = async (answer: number, values: Record<string, Json> = {}, allow = [server.host]) => {
  status = answer;
  return http.test({
    reach: guardedReach(),
    connection: { id: 'c', kind: 'http', values: { baseUrl: `${server.url}/api`, ...values } },
    fetch: guardedFetch({ allow }),
    signal: new AbortController().signal,
    files: memoryFiles(),
  });
};

describe('testing an HTTP connection', () => {
  it('says that the system answered, after reading the path meant for it', async () => {
    const told = await tested(200, { testPath: '/status', auth: 'bearer', token: 't' });
    expect(told.pt).toContain('200');
    expect(server.requests.at(-1)).toMatchObject({
      url: '/api/status',
      headers: { authorization: 'Bearer t' },
    });
  });

  it('does not take 404 at the base address for a fault, but says what it means', async () => {
    expect((await tested(404)).en).toContain('404');
  });

  it('fails when the sign-in is refused or the system is in trouble', async () => {
    await expect(tested(401)).rejects.toMatchObject({ code: 'nodes.http-denied' });
    await expect(tested(500)).rejects.toMatchObject({ code: 'nodes.http-status', values: { status: 500 } });
  });

  it('lists the entity sets of an OData service', async () => {
    const service = await startOdata({ version: 4 });
    const told = await http.test({
      reach: guardedReach(),
      connection: { id: 'o', kind: 'http', values: { baseUrl: service.url, testPath: '$metadata' } },
      fetch: guardedFetch({ allow: [service.host] }),
      signal: new AbortController().signal,
      files: memoryFiles(),
    });
    expect(told.en).toContain('Products, Orders, Lines');
    await service.close();
  });

  it('does not use up a refresh token that could not be stored again', async () => {
    const seen = server.requests.length;
    const values = { auth: 'oauth2Refresh', tokenUrl: `${server.url}/token`, refreshToken: 'r' };
    await expect(tested(200, values)).rejects.toMatchObject({ code: 'connections.oauth-save-first' });
    expect(server.requests).toHaveLength(seen);
  });

  it('fails for an address that is none, or is private', async () => {
    await expect(tested(200, { baseUrl: 'erp' })).rejects.toMatchObject({ code: 'connections.base-url' });
    await expect(tested(200, {}, [])).rejects.toMatchObject({ code: 'nodes.address-refused' });
  });
});
