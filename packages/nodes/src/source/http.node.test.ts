import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Json } from '@eclusa/flow';
import { contextOf, readAll, serve, sorted, type ContextOptions, type LocalServer } from '../harness.testing';
import http from './http.node';
import { itWithSamples, sample } from '../samples.testing';

const products = Array.from({ length: 25 }, (_, n) => ({ id: n + 1 }));
let server: LocalServer;
let handle: (url: URL, request: IncomingMessage & { body: string }, response: ServerResponse) => void;

beforeAll(async () => {
  server = await serve((request, response) =>
    handle(new URL(request.url ?? '', 'http://x'), request, response),
  );
});
afterAll(() => server.close());
beforeEach(() => void (server.requests.length = 0));

const read = (config: Record<string, Json>, more: ContextOptions = {}) =>
  readAll(http, {
    config: { connection: 'erp', path: '/list', ...config },
    connection: { baseUrl: server.url },
    allow: [server.host],
    ...more,
  });
const ids = async (config: Record<string, Json>, more: ContextOptions = {}) =>
  sorted(await read(config, more)).rows.map((row) => row['id']);
const json = (response: ServerResponse, body: unknown, status = 200) =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
const all = products.map(({ id }) => id);

const byPage = (url: URL, response: ServerResponse) => {
  const [page, size] = [Number(url.searchParams.get('page')), Number(url.searchParams.get('limit'))];
  const items = products.slice((page - 1) * size, page * size);
  json(response, { items, total: products.length, pages: Math.ceil(products.length / size) });
};
const paged = { items: 'items', paging: 'page', sizeParam: 'limit', size: 10 };

describe('reading a list by pages', () => {
  it.each([
    ['empty', {}, 4],
    ['short', {}, 3],
    ['last', { totalPath: 'total' }, 3],
    ['last', { pagesPath: 'pages' }, 3],
  ])('ends when it should: %s %j', async (stop, more, requests) => {
    handle = (url, _request, response) => byPage(url, response);
    expect(await ids({ ...paged, ...more, stop })).toEqual(all);
    expect(server.requests).toHaveLength(requests);
  });

  it('tells the total when the answer does', async () => {
    handle = (url, _request, response) => byPage(url, response);
    expect((await read({ ...paged, totalPath: 'total' })).map((page) => page.total)).toEqual([25, 25, 25]);
  });

  it('takes a 404 after the first page for the end only when told so', async () => {
    handle = (url, _request, response) =>
      Number(url.searchParams.get('page')) > 2
        ? json(response, { message: 'none' }, 404)
        : byPage(url, response);
    expect(await ids({ ...paged, stop: 'notFound' })).toEqual(all.slice(0, 20));
    await expect(ids(paged)).rejects.toMatchObject({ code: 'nodes.http-status', values: { status: 404 } });
  });

  it('skips rows by offset', async () => {
    handle = (url, _request, response) => {
      const skip = Number(url.searchParams.get('offset'));
      json(response, products.slice(skip, skip + 10));
    };
    expect(await ids({ paging: 'offset' })).toEqual(all);
  });

  it('follows a cursor of the answer, and a whole address in its place', async () => {
    handle = (url, _request, response) => {
      const at = Number(url.searchParams.get('cursor') ?? 0);
      const next = at + 10 < 25 ? at + 10 : null;
      const address = next && `${server.url}/list?cursor=${next}`;
      json(response, { data: products.slice(at, at + 10), meta: { next, address } });
    };
    expect(await ids({ items: 'data', paging: 'cursor', nextPath: 'meta.next' })).toEqual(all);
    expect(await ids({ items: 'data', paging: 'cursor', nextPath: 'meta.address' })).toEqual(all);
  });

  it('follows the Link header, but not to another system', async () => {
    let origin = server.url;
    handle = (url, _request, response) => {
      const page = Number(url.searchParams.get('p') ?? 1);
      if (page < 3)
        response.setHeader('link', `<${origin}/list?p=1>; rel="first", </list?p=${page + 1}>; rel="next"`);
      if (origin !== server.url) response.setHeader('link', `<${origin}/list>; rel="next"`);
      json(response, products.slice((page - 1) * 10, page * 10));
    };
    expect(await ids({ paging: 'link' })).toEqual(all);
    origin = 'http://evil.example.com';
    await expect(ids({ paging: 'link' })).rejects.toMatchObject({ code: 'nodes.next-leaves-connection' });
  });

  it('sends the page in the body of a POST', async () => {
    handle = (_url, request, response) => {
      const { page, since } = JSON.parse(request.body) as { page: number; since: string };
      json(response, since === '1"2' ? products.slice((page - 1) * 10, page * 10) : []);
    };
    const body = '{"page": {page}, "since": "{since}"}';
    const config = { method: 'POST', body, paging: 'page', pageParam: '', stop: 'short', size: 10 };
    expect(await ids(config, { parameters: { since: '1"2' } })).toEqual(all);
  });

  it('goes on after any stored page, also in the middle of a page of the other side', async () => {
    handle = (url, _request, response) => byPage(url, response);
    const pages = await read(paged, { pageSize: 4 });
    expect(pages.map((page) => page.records.length)).toEqual([4, 4, 2, 4, 4, 2, 4, 1]);
    for (const [at, page] of pages.entries()) {
      const cursor = JSON.parse(JSON.stringify(page.cursor)) as Json;
      expect(await read(paged, { pageSize: 4, cursor })).toEqual(pages.slice(at + 1));
    }
  });

  it('notices a list that goes in circles, that never ends, and a page parameter nobody reads', async () => {
    const cursors = ['a', 'b', 'a', 'b'];
    handle = (_url, _request, response) =>
      json(response, { n: [{ id: Math.random() }], next: cursors.shift() });
    const circle = { items: 'n', paging: 'cursor', nextPath: 'next' };
    await expect(ids(circle)).rejects.toMatchObject({ code: 'nodes.paging-loop', values: { cursor: 'a' } });
    handle = (_url, _request, response) => json(response, [{ id: Math.random() }]);
    await expect(ids({ paging: 'page', maxPages: 5 })).rejects.toMatchObject({
      code: 'nodes.too-many-pages',
    });
    handle = (_url, _request, response) => json(response, products);
    await expect(ids({ paging: 'page', pageParam: 'pg' })).rejects.toMatchObject({
      code: 'nodes.same-page',
      values: { parameter: 'pg', page: 2 },
    });
  });
});

describe('finding the list', () => {
  const recorded = (name: string) => sample(`erp-recorded/${name}.json`).toString();

  itWithSamples.each(['odoo14-product.template-search_read', 'tryton60-party.party-search_read'])(
    'finds the rows in a recorded answer: %s',
    async (name) => {
      handle = (_url, _request, response) => void response.end(recorded(name));
      const expected = (JSON.parse(recorded(name)) as { result: unknown[] }).result;
      expect(sorted(await read({ items: 'result' })).rows).toEqual(expected);
      const filtered = sorted(await read({ items: 'result[id > 1]' })).rows;
      expect(filtered.length).toBe((expected as { id: number }[]).filter(({ id }) => id > 1).length);
    },
  );

  it('says what the answer holds when the list is not there', async () => {
    handle = (_url, _request, response) => json(response, { itens: [], total: 0 });
    await expect(read({ items: 'items' })).rejects.toMatchObject({
      code: 'nodes.items-missing',
      values: { path: 'items', keys: 'itens, total' },
    });
  });

  it('refuses entries that are no objects, and keeps the others', async () => {
    handle = (_url, _request, response) => json(response, [{ id: 1 }, 'x', null, [2], { id: 2 }]);
    const { rows, refused } = sorted(await read({}));
    expect(rows).toEqual([{ id: 1 }, { id: 2 }]);
    expect(refused.map(({ error }) => [error.values['row'], error.values['type']])).toEqual([
      [2, 'string'],
      [3, 'null'],
      [4, 'list'],
    ]);
  });
});

describe('when the other system has problems', () => {
  it('goes on after three answers of 500', async () => {
    let failures = 3;
    handle = (url, _request, response) =>
      failures-- > 0 ? json(response, { error: 'down' }, 500) : byPage(url, response);
    expect(await ids(paged)).toEqual(all);
  });

  it('fails with status and answer when it stays down, without secrets', async () => {
    handle = (_url, _request, response) => json(response, { error: 'down' }, 503);
    const connection = {
      baseUrl: server.url,
      auth: 'apiKey',
      keyName: 'apikey',
      keyPlace: 'query',
      key: 'hunter2',
    };
    const failed = read({ headers: [{ name: 'x-token', value: 'hunter2' }] }, { attempts: 2, connection });
    const error = await failed.then(
      () => undefined,
      (thrown: unknown) => thrown as Error & Record<string, unknown>,
    );
    expect(error).toMatchObject({ code: 'nodes.http-status', retryable: true, response: { status: 503 } });
    expect(server.requests[0]?.url).toContain('apikey=hunter2');
    expect(JSON.stringify({ ...error, message: error?.message })).not.toContain('hunter2');
  });

  it('respects Retry-After', async () => {
    handle = (_url, _request, response) => void response.writeHead(429, { 'retry-after': '7' }).end();
    await expect(read({}, { attempts: 1 })).rejects.toMatchObject({ retryable: true, retryAfter: 7000 });
  });

  it('does not repeat what will not get better, and tells a refused sign-in apart', async () => {
    handle = (_url, _request, response) => json(response, {}, 401);
    await expect(read({})).rejects.toMatchObject({ code: 'nodes.http-denied', retryable: false });
    expect(server.requests).toHaveLength(1);
  });

  it('asks twice more for a page of broken JSON, then says where it is broken, and keeps the pages before', async () => {
    handle = (url, _request, response) =>
      url.searchParams.get('page') === '2'
        ? void response.end('{"items": [{"id": 11}, {"id"')
        : byPage(url, response);
    const rows: unknown[] = [];
    const reading = (async () => {
      if (http.behaviour.kind !== 'source') return;
      const options = {
        config: { connection: 'erp', path: '/list', ...paged },
        connection: { baseUrl: server.url },
      };
      for await (const page of http.behaviour.read(contextOf(http, { ...options, allow: [server.host] }))) {
        rows.push(...page.records);
      }
    })();
    await expect(reading).rejects.toMatchObject({
      code: 'nodes.broken-json',
      values: { page: 2, position: 29, excerpt: '{"items": [{"id": 11}, {"id"' },
    });
    expect(rows).toHaveLength(10);
    expect(server.requests.filter(({ url }) => url.includes('page=2'))).toHaveLength(3);
  });

  it('does not ask again for an answer that says it is compressed and is not', async () => {
    handle = (_url, _request, response) =>
      void response.writeHead(200, { 'content-encoding': 'gzip' }).end('{"items": []}');
    await expect(read({})).rejects.toMatchObject({ code: 'nodes.answer-packed-wrong', retryable: false });
    expect(server.requests).toHaveLength(1);
  });

  it('reads a page that was cut off the first time', async () => {
    let cut = true;
    handle = (_url, _request, response) => {
      response.end(cut ? '[{"id": 1}, {"i' : '[{"id": 1}]');
      cut = false;
    };
    expect(await ids({})).toEqual([1]);
  });

  it('gives up on silence, on a closed port and on too large an answer', async () => {
    handle = () => undefined;
    await expect(read({ timeoutSeconds: 0.05 }, { attempts: 1 })).rejects.toMatchObject({
      code: 'nodes.http-timeout',
    });
    const gone = await serve(() => undefined);
    await gone.close();
    const options = { connection: { baseUrl: gone.url }, allow: [gone.host], attempts: 1 };
    await expect(read({}, options)).rejects.toMatchObject({
      code: 'nodes.http-unreachable',
      values: { reason: 'ECONNREFUSED' },
      retryable: true,
    });
    handle = (_url, _request, response) => void response.end(`["${'x'.repeat(1_100_000)}"]`);
    await expect(read({ maxMegabytes: 1 })).rejects.toMatchObject({ code: 'nodes.body-too-large' });
  });

  it('does not wait for a name that does not exist', async () => {
    const connection = { baseUrl: 'http://no-such-host.invalid' };
    await expect(read({}, { connection })).rejects.toMatchObject({
      code: 'nodes.http-unreachable',
      retryable: false,
    });
  });

  it('stops with the reason of the run when it is cancelled', async () => {
    const control = new AbortController();
    handle = () => control.abort(new Error('cancelled'));
    await expect(read({}, { signal: control.signal })).rejects.toThrow('cancelled');
  });
});

describe('the request', () => {
  beforeEach(() => {
    handle = (_url, request, response) => json(response, [{ url: request.url, headers: request.headers }]);
  });

  it('is made of connection, path, query, headers and parameters', async () => {
    const [row] = sorted(
      await read(
        {
          path: '/v1/{loja}/itens',
          query: [
            { name: 'desde', value: '{since}' },
            { name: '', value: 'x' },
          ],
          headers: [{ name: 'X-Empresa', value: '{loja}' }],
        },
        {
          connection: { baseUrl: `${server.url}/api/`, auth: 'basic', username: 'ana', password: 'ç:1' },
          parameters: { loja: 'São Paulo', since: '2026-01-01' },
        },
      ).catch((error: unknown) => Promise.reject(error as Error)),
    ).rows;
    expect(row).toMatchObject({ url: '/api/v1/S%C3%A3o%20Paulo/itens?desde=2026-01-01' });
    expect(row?.['headers']).toMatchObject({
      authorization: `Basic ${Buffer.from('ana:ç:1').toString('base64')}`,
    });
  });

  it.each([
    [{ auth: 'bearer', token: 't1' }, 'authorization', 'Bearer t1'],
    [{ auth: 'apiKey', keyName: 'X-Api-Key', keyPlace: 'header', key: 'k1' }, 'x-api-key', 'k1'],
  ])('signs in as the connection says: %j', async (auth, header, value) => {
    const [row] = sorted(await read({}, { connection: { baseUrl: server.url, ...auth } })).rows;
    expect((row?.['headers'] as Record<string, string>)[header]).toBe(value);
  });

  it.each(['../secret', '/../../x', '/%2e%2e/x', 'http://evil.example.com/', '//evil.example.com/x'])(
    'does not leave the connection by the path %s',
    async (path) => {
      const connection = { baseUrl: `${server.url}/api` };
      const outcome = await read({ path }, { connection }).then(
        () => server.requests[0]?.url ?? '',
        (error: unknown) => (error as { code: string }).code,
      );
      expect(outcome).toMatch(/^(nodes\.path-leaves-connection|\/api\/.*)$/);
    },
  );
});
