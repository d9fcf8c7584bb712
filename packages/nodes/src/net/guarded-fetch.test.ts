import { serve, type LocalServer } from '../harness.testing';
import { guardedFetch } from './guarded-fetch';
import { isPublicAddress } from './public-address';

let server: LocalServer;
let other: LocalServer;
const port = (one: LocalServer) => one.host.split(':')[1] ?? '';

beforeAll(async () => {
  other = await serve((request, response) => {
    response.end(JSON.stringify({ headers: request.headers, method: request.method, body: request.body }));
  });
  server = await serve((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://x');
    const status = Number(searchParams.get('status') ?? 302);
    if (pathname === '/to') response.writeHead(status, { location: searchParams.get('at') ?? '' }).end();
    else if (pathname === '/loop') response.writeHead(302, { location: '/loop' }).end();
    else
      response.end(JSON.stringify({ headers: request.headers, method: request.method, body: request.body }));
  });
});
afterAll(async () => {
  await server.close();
  await other.close();
});

const refused = { code: 'nodes.address-refused' };
const to = (address: string, status = 302) =>
  `${server.url}/to?status=${status}&at=${encodeURIComponent(address)}`;
const allowed = () => guardedFetch({ allow: [server.host] });
const both = () => guardedFetch({ allow: [server.host, other.host] });
const seen = async (answer: Response) =>
  (await answer.json()) as { headers: Record<string, string>; method: string; body: string };

describe('the guarded fetch', () => {
  it.each([
    'http://127.0.0.1:8099/',
    'http://[::1]:8099/',
    'http://[::ffff:127.0.0.1]:8099/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://10.0.0.1/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'http://0.0.0.0:8099/',
    'http://[fd00:ec2::254]/',
    'http://[fe80::1]/',
    'http://[64:ff9b::a9fe:a9fe]/',
    'http://168.63.129.16/',
  ])('refuses %s', async (address) => {
    await expect(guardedFetch()(address)).rejects.toMatchObject(refused);
  });

  it('refuses a name that resolves to this machine', async () => {
    const address = `http://localhost:${port(server)}/`;
    await expect(guardedFetch()(address)).rejects.toMatchObject({
      ...refused,
      values: { host: 'localhost' },
    });
  });

  it('lets an allowed host and port through, by name or by what the name resolves to, and no other port', async () => {
    expect((await guardedFetch({ allow: [server.host] })(server.url)).status).toBe(200);
    expect(
      (await guardedFetch({ allow: [`localhost:${port(server)}`] })(`http://localhost:${port(server)}/`)).ok,
    ).toBe(true);
    await expect(allowed()(other.url)).rejects.toMatchObject(refused);
  });

  it('checks every redirect again', async () => {
    await expect(allowed()(to(other.url))).rejects.toMatchObject(refused);
    await expect(allowed()(to(`http://localhost:${port(other)}/`))).rejects.toMatchObject(refused);
    await expect(allowed()(to('file:///etc/passwd'))).rejects.toMatchObject({
      code: 'nodes.address-invalid',
    });
    expect((await both()(to(other.url))).status).toBe(200);
  });

  it('takes no credential along to another origin, whatever its name', async () => {
    const headers = {
      authorization: 'Bearer x',
      'x-erp-senha': 'y',
      cookie: 'z',
      accept: 'application/json',
    };
    const across = await seen(await both()(to(other.url), { headers }));
    expect(across.headers).toMatchObject({ accept: 'application/json' });
    expect(Object.keys(across.headers)).not.toEqual(expect.arrayContaining(['authorization']));
    expect(JSON.stringify(across.headers)).not.toMatch(/Bearer|senha|cookie/);
    const within = await seen(await both()(to('/same'), { headers }));
    expect(within.headers).toMatchObject({ authorization: 'Bearer x', 'x-erp-senha': 'y' });
  });

  it('repeats the body where the standard says so, and turns a POST into a GET where it says that', async () => {
    const post = { method: 'POST', body: '{"a":1}', headers: { 'content-type': 'application/json' } };
    expect(await seen(await both()(to('/x', 307), post))).toMatchObject({ method: 'POST', body: '{"a":1}' });
    const turned = await seen(await both()(to('/x', 303), post));
    expect(turned).toMatchObject({ method: 'GET', body: '' });
    expect(turned.headers['content-type']).toBeUndefined();
  });

  it('gives up after five redirects, and follows none when told not to', async () => {
    await expect(allowed()(`${server.url}/loop`)).rejects.toMatchObject({ code: 'nodes.too-many-redirects' });
    expect((await allowed()(`${server.url}/loop`, { redirect: 'manual' })).status).toBe(302);
  });

  it.each(['ftp://example.com/', 'file:///etc/passwd', 'data:text/plain,x', 'not an address'])(
    'speaks http only: %s',
    async (address) => {
      await expect(guardedFetch()(address)).rejects.toMatchObject({ code: 'nodes.address-invalid' });
    },
  );

  it('stops when its signal is aborted', async () => {
    const control = new AbortController();
    control.abort(new Error('cancelled'));
    await expect(allowed()(server.url, { signal: control.signal })).rejects.toThrow('cancelled');
  });
});

describe('public addresses', () => {
  it.each(['8.8.8.8', '200.147.3.157', '2606:4700::1111'])('%s is one', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
  it.each([
    '::7f00:1',
    '2002:7f00:1::',
    '192.0.2.1',
    '224.0.0.1',
    '255.255.255.255',
    'fe80::1%eth0',
    'nonsense',
    '',
  ])('"%s" is none', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
