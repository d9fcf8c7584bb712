import { createVtexClient, type VtexClientOptions } from './client';
import { VtexError } from './error';
import type { Bucket, BucketAnswer } from './limits';

type Answer = (url: string, init: RequestInit) => Response | Promise<Response>;

function setUp(answer: Answer, options: Partial<VtexClientOptions> = {}) {
  const sent: { url: string; init: RequestInit }[] = [];
  const acquired: Bucket[] = [];
  const observed: { key: string; answer: BucketAnswer }[] = [];
  const client = createVtexClient({
    account: 'lojademo',
    appKey: 'vtexappkey-lojademo-X',
    appToken: 'SECRET',
    fetch: (async (url: string, init: RequestInit) => {
      sent.push({ url, init });
      return answer(url, init);
    }) as typeof fetch,
    limiter: {
      acquire: async (bucket) => void acquired.push(bucket),
      observe: (bucket, seen) => void observed.push({ key: bucket.key, answer: seen }),
    },
    ...options,
  });
  return { client, sent, acquired, observed };
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

async function failure(promise: Promise<unknown>): Promise<VtexError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(VtexError);
  return error as VtexError;
}

const put = {
  method: 'PUT',
  path: '/pricing/prices/{itemId}',
  params: { itemId: 7 },
  body: { basePrice: 10 },
} as const;
const get = { method: 'GET', path: '/api/vlm/account' } as const;

test('a text goes as it is under its own content type, and no header of a call replaces the credentials', async () => {
  const { client, sent } = setUp(() => json(200, null));
  const headers = {
    'Content-Type': 'text/csv',
    'X-VTEX-calculator-name': 'A',
    'X-VTEX-API-AppToken': 'mine',
  };
  await client.request({ ...put, body: 'sku,effect', headers });
  await client.request({ ...put, body: 'just a text' });
  const seen = new Headers(sent[0]?.init.headers);
  expect(
    ['content-type', 'x-vtex-calculator-name', 'x-vtex-api-apptoken'].map((name) => seen.get(name)),
  ).toEqual([...['text/csv', 'A', 'SECRET']]);
  expect(sent.map(({ init }) => init.body)).toEqual(['sku,effect', '"just a text"']);
});

test('a call goes to its surface with the credentials and answers parsed JSON', async () => {
  const { client, sent, acquired } = setUp(() => json(200, { ok: true }));
  await expect(client.request({ ...put, query: { an: 'x' } })).resolves.toMatchObject({
    status: 200,
    body: { ok: true },
  });
  expect(sent[0]?.url).toBe('https://api.vtex.com/lojademo/pricing/prices/7?an=x');
  const headers = new Headers(sent[0]?.init.headers);
  expect(headers.get('x-vtex-api-appkey')).toBe('vtexappkey-lojademo-X');
  expect(headers.get('x-vtex-api-apptoken')).toBe('SECRET');
  expect(sent[0]?.init.body).toBe('{"basePrice":10}');
  expect(acquired.map((one) => one.key)).toEqual(['vtex:lojademo:pricing:PUT /pricing/prices/{itemId}']);
});

test('a header that a route asks for is sent and shown, and those of the answer are told', async () => {
  const { client, sent } = setUp(() => json(200, [], { 'REST-Content-Range': 'resources 0-10/25' }));
  const headers = { 'REST-Range': 'resources=0-10' };
  const answer = await client.request({ ...get, headers });
  expect(new Headers(sent[0]?.init.headers).get('rest-range')).toBe('resources=0-10');
  expect(new Headers(sent[0]?.init.headers).get('x-vtex-api-apptoken')).toBe('SECRET');
  expect(answer.headers['rest-content-range']).toBe('resources 0-10/25');
  const error = await failure(setUp(() => json(400, {})).client.request({ ...get, headers }));
  expect(error.request?.headers).toEqual(headers);
});

test('an empty answer is null and text that is no JSON stays text', async () => {
  await expect(setUp(() => new Response(null, { status: 204 })).client.request(put)).resolves.toMatchObject({
    body: null,
  });
  await expect(setUp(() => new Response('ok')).client.request(get)).resolves.toMatchObject({ body: 'ok' });
});

test.each([
  [400, 'vtex.bad-request', false, false],
  [401, 'vtex.unauthorized', false, false],
  [403, 'vtex.forbidden', false, false],
  [404, 'vtex.not-found', false, false],
  [408, 'vtex.timeout', true, true],
  [409, 'vtex.conflict', false, false],
  [410, 'vtex.gone', false, false],
  [422, 'vtex.bad-request', false, false],
  [423, 'vtex.locked', true, false],
  [429, 'vtex.rate-limited', true, false],
  [500, 'vtex.unavailable', true, true],
  [502, 'vtex.unavailable', true, true],
  [503, 'vtex.unavailable', true, false],
  [504, 'vtex.unavailable', true, true],
])('status %i is %s', async (status, code, retryable, uncertain) => {
  const error = await failure(setUp(() => json(status, { Message: 'why' })).client.request(put));
  expect(error).toMatchObject({ code, status, retryable, uncertain });
  expect(error.values).toMatchObject({ message: 'why', status });
  const read = await failure(setUp(() => json(status, {})).client.request(get));
  expect(read.uncertain).toBe(false);
});

test('what failed can be shown: request and answer without any credential', async () => {
  const { client } = setUp(() => json(400, { Message: 'no' }, { 'set-cookie': 'a=b', 'retry-after': '1' }));
  const error = await failure(client.request(put));
  expect(error.request).toEqual({
    method: 'PUT',
    url: expect.stringContaining('/pricing/prices/7'),
    body: { basePrice: 10 },
  });
  expect(error.response).toMatchObject({
    status: 400,
    body: { Message: 'no' },
    headers: { 'retry-after': '1' },
  });
  const all = JSON.stringify(error) + error.message + String(error.stack);
  expect(all).not.toContain('SECRET');
  expect(all).not.toContain('vtexappkey');
  expect(all).not.toContain('a=b');
});

test('a long answer is cut to 4 KB where it is shown', async () => {
  const error = await failure(
    setUp(() => new Response('y'.repeat(50_000), { status: 500 })).client.request(get),
  );
  expect(String(error.response?.body)).toHaveLength(4097);
});

test('a refusal by rights names the License Manager resource', async () => {
  const error = await failure(setUp(() => json(403, {})).client.request(put));
  expect(error.values['resource']).toBe('Pricing: Modify prices');
});

test('a conflict carries the id of what is already there', async () => {
  const text = 'There is already a product created with the same RefId with Product Id 42';
  const error = await failure(
    setUp(() => json(409, text)).client.request({ ...put, path: '/api/x', method: 'POST' }),
  );
  expect(error.values).toMatchObject({ on: 'RefId', existingId: 42 });
});

test('every answer is told to the limiter, of the whole family whether it is blocked', async () => {
  const brand = { method: 'POST', path: '/api/catalog/pvt/brand', body: {} } as const;
  const fine = setUp(() => json(200, {}, { 'ratelimit-remaining': '9' }));
  await fine.client.request(brand);
  expect(fine.observed).toEqual([
    { key: 'vtex:lojademo:catalog:POST /api/catalog/pvt/brand', answer: { status: 200, remaining: 9 } },
    { key: 'vtex:lojademo:catalog', answer: { status: 200 } },
  ]);
  const blocked = setUp(() => json(429, {}, { 'retry-after': '3' }));
  const error = await failure(blocked.client.request(brand));
  expect(error.retryAfterMs).toBe(3000);
  expect(blocked.observed.map((one) => one.key)).toContain('vtex:lojademo:catalog');
});

const hang: Answer = (_url, init) =>
  new Promise((_resolve, reject) => {
    init.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
  });

test('no answer in time is a time-out that may have happened when it wrote', async () => {
  const write = await failure(setUp(hang).client.request({ ...put, timeoutMs: 5 }));
  expect(write).toMatchObject({ code: 'vtex.timeout', retryable: true, uncertain: true, status: 0 });
  const read = await failure(setUp(hang).client.request({ ...get, timeoutMs: 5 }));
  expect(read.uncertain).toBe(false);
});

test('a connection that breaks while the answer is read is a fault of the network', async () => {
  const broken = Object.assign(new Error('other side closed'), {
    name: 'SocketError',
    code: 'UND_ERR_SOCKET',
  });
  const body = new ReadableStream({ start: (stream) => stream.error(broken) });
  const { client } = setUp(() => new Response(body, { status: 200 }));
  expect(await failure(client.request(put))).toMatchObject({
    code: 'vtex.network',
    retryable: true,
    uncertain: true,
  });
});

test('a call that was stopped leaves nothing behind for those after and beside it', async () => {
  const stop = new AbortController();
  const abortedWhenSent: boolean[] = [];
  const { client } = setUp((url, init) => {
    abortedWhenSent.push(init.signal?.aborted ?? true);
    return url.endsWith('/7') ? hang(url, init) : json(200, {});
  });
  const other = () => client.request({ ...put, params: { itemId: 8 } });
  await other();
  const hanging = client.request({ ...put, signal: stop.signal });
  const timingOut = client.request({ ...put, timeoutMs: 5 });
  await other();
  await failure(timingOut);
  stop.abort(new Error('enough'));
  await expect(hanging).rejects.toThrow('enough');
  for (let call = 0; call < 3; call++) await expect(other()).resolves.toMatchObject({ status: 200 });
  expect(abortedWhenSent).toEqual(abortedWhenSent.map(() => false));
});

test('waiting for the limit does not count as time at VTEX', async () => {
  const { client } = setUp(() => json(200, {}), {
    limiter: { acquire: () => new Promise((resolve) => setTimeout(resolve, 30)), observe: () => undefined },
  });
  await expect(client.request({ ...get, timeoutMs: 5 })).resolves.toMatchObject({ status: 200 });
});

test('a cancelled run throws its own reason, also for a signal that was aborted before', async () => {
  const reason = new Error('cancelled');
  const controller = new AbortController();
  const running = setUp(hang).client.request({ ...get, signal: controller.signal });
  controller.abort(reason);
  await expect(running).rejects.toBe(reason);
  await expect(setUp(hang, { signal: controller.signal }).client.request(get)).rejects.toBe(reason);
});

test.each([
  ['ECONNREFUSED', 'vtex.network', false],
  ['ENOTFOUND', 'vtex.host-unknown', false],
  ['ECONNRESET', 'vtex.network', true],
])('a network fault %s is %s', async (reason, code, uncertain) => {
  const broken: Answer = () => {
    throw new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: reason }) });
  };
  const error = await failure(setUp(broken).client.request(put));
  expect(error).toMatchObject({ code, retryable: true, uncertain });
  expect(error.values).toMatchObject({ reason, host: 'api.vtex.com' });
});

test('an answer that is too large or broken is refused', async () => {
  const large = setUp(() => new Response('x'.repeat(2000)), { maxAnswerBytes: 1000 });
  expect((await failure(large.client.request(get))).code).toBe('vtex.answer-too-large');
  const cut = setUp(() => new Response('{"a":', { headers: { 'content-type': 'application/json' } }));
  expect(await failure(cut.client.request(get))).toMatchObject({
    code: 'vtex.answer-broken',
    retryable: true,
  });
});

test('a redirect is followed within the host and never takes the credentials elsewhere', async () => {
  const inside = setUp((url) =>
    url.endsWith('/new') ? json(200, 1) : new Response(null, { status: 308, headers: { location: '/new' } }),
  );
  await expect(inside.client.request(get)).resolves.toMatchObject({ body: 1 });
  const outside = setUp(
    () => new Response(null, { status: 308, headers: { location: 'https://evil.example/' } }),
  );
  expect((await failure(outside.client.request(get))).code).toBe('vtex.redirected');
  expect(outside.sent).toHaveLength(1);
});

test('what cannot be right is refused when the client is made', () => {
  expect(() => setUp(hang, { account: 'x.evil' })).toThrow('vtex.account-invalid');
  expect(() => setUp(hang, { appKey: '' })).toThrow('vtex.app-key-invalid');
  expect(() => setUp(hang, { appToken: 'a\nb' })).toThrow('vtex.app-token-invalid');
});

test('a call without an answer is told to the limiter as silence; one that the guard refused is not', async () => {
  const broken = (cause: object) => () =>
    Promise.reject(Object.assign(new TypeError('fetch failed'), { cause }));
  const refusing = setUp(broken({ code: 'ECONNREFUSED' }));
  await failure(refusing.client.request(get));
  expect(refusing.observed).toEqual([{ key: refusing.acquired[0]?.key, answer: { status: 0 } }]);
  const silent = setUp(
    (_, { signal }) =>
      new Promise((_resolve, reject) =>
        signal?.addEventListener('abort', () => reject(signal.reason as Error)),
      ),
    { timeoutMs: 20 },
  );
  await failure(silent.client.request(get));
  expect(silent.observed.map(({ answer }) => answer)).toEqual([{ status: 0 }]);
  const guarded = setUp(broken({ code: 'nodes.address-refused' }));
  await failure(guarded.client.request(get));
  expect(guarded.observed).toEqual([]);
});
