// Keys by which programs call: what they open, and everything they do not.
import { randomUUID } from 'node:crypto';
import { startApi, type Answer, type Browser, type TestApi } from '../api.testing';
import { publishedFlow, publishedLine } from '../flows/flows.testing';

let api: TestApi;
let ana: Browser;

beforeAll(async () => {
  api = await startApi();
  ana = await api.person('Ana');
});
afterAll(() => api.close());

interface Key {
  id: string;
  hint: string;
  state: string;
  lastUsedAt: string | null;
  oldKeyUntil: string | null;
}
interface NewKey {
  key: Key;
  secret: string;
}
type Problem = { code: string; detail: string };
type Run = { id: string; state: string };

const all = ['runs:start', 'runs:read', 'runs:control', 'flows:read'];

async function key(wish: object = {}, browser = ana): Promise<NewKey> {
  const { status, body } = await browser.post<NewKey>('/keys', { name: 'ERP', actions: all, ...wish });
  expect(status).toBe(201);
  return body;
}

/** A request of a program: no cookie, no header a browser would need. */
async function ask<T = Problem>(
  secret: string,
  method: string,
  path: string,
  body?: object,
): Promise<Answer<T>> {
  const response = await fetch(`${api.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${secret}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: (text ? JSON.parse(text) : undefined) as T,
  };
}

test('a program starts a run with its key, and reads it', async () => {
  const flow = await publishedLine(ana);
  const { secret } = await key();
  const started = await ask<Run>(secret, 'POST', `/flows/${flow}/runs`, { rows: [{ sku: 'a' }] });
  expect([started.status, started.body.state]).toEqual([202, 'queued']);
  expect((await ask<Run>(secret, 'GET', `/runs/${started.body.id}`)).body.id).toBe(started.body.id);
  const listed = await ask<{ items: Run[] }>(secret, 'GET', `/runs?flowId=${flow}`);
  expect(listed.body.items.map(({ id }) => id)).toEqual([started.body.id]);
  expect((await ask(secret, 'POST', `/runs/${started.body.id}/cancel`)).status).toBe(200);
});

test('the key is shown once, kept as a hash, and recognised by its beginning', async () => {
  const { key: made, secret } = await key({ name: 'Shown once' });
  expect(secret).toMatch(/^eclusa_[\w-]{43}$/);
  expect(secret.startsWith(made.hint)).toBe(true);
  const { text } = await ana.get('/keys');
  expect(text).toContain(made.hint);
  expect(text).not.toContain(secret);
  const stored = await api.database.query<object[]>('SELECT k::text FROM api_key k');
  expect(JSON.stringify(stored)).not.toContain(secret);
  const audit = await api.database.query<object[]>('SELECT a::text FROM audit a');
  expect(JSON.stringify(audit)).not.toContain(secret);
});

test.each(['', 'eclusa_', `eclusa_${'x'.repeat(43)}`, 'x'.repeat(500), 'não'])(
  '"%s" is no key',
  async (secret) => {
    const { status, body, headers } = await ask(encodeURI(secret), 'GET', '/runs');
    expect([status, body.code, headers.get('www-authenticate')]).toEqual([401, 'api.key-unknown', 'Bearer']);
  },
);

test('beside a key no cookie counts', async () => {
  const { status, body } = await ana.get<Problem>('/runs', { authorization: 'Bearer eclusa_nobody' });
  expect([status, body.code]).toEqual([401, 'api.key-unknown']);
});

test('a key opens only what is meant for programs', async () => {
  const { secret } = await key();
  for (const [method, path, body] of [
    ['GET', '/keys'],
    ['POST', '/keys', { name: 'More', actions: all }],
    ['GET', '/connections'],
    ['GET', '/auth/me'],
    ['POST', '/flows', { name: 'Mine' }],
  ] as const) {
    const answer = await ask(secret, method, path, body);
    expect([path, answer.status, answer.body.code]).toEqual([path, 403, 'api.key-for-programs']);
  }
});

test('a key does only the actions it was made for', async () => {
  const flow = await publishedLine(ana);
  const { secret } = await key({ actions: ['runs:read'] });
  const { status, body } = await ask(secret, 'POST', `/flows/${flow}/runs`, { rows: { n: 1 } });
  expect([status, body.code]).toEqual([403, 'api.key-not-allowed']);
  expect(body.detail).toContain('runs:start');
  expect((await ask(secret, 'GET', '/runs')).status).toBe(200);
});

test('what lies outside of a key’s flows and stores is not there', async () => {
  const [inside, outside] = [await publishedLine(ana), await publishedLine(ana)];
  const { flowId, storeId } = await publishedFlow(ana);
  const runs = await Promise.all(
    [inside, outside].map(
      async (flow) => (await ana.post<Run>(`/flows/${flow}/runs`, { rows: { n: 1 } })).body.id,
    ),
  );
  const { secret } = await key({ flowIds: [inside] });
  expect((await ask(secret, 'POST', `/flows/${inside}/runs`, { rows: { n: 1 } })).status).toBe(202);
  for (const [method, path, code, body] of [
    ['POST', `/flows/${outside}/runs`, 'api.flow-not-found', { rows: { n: 1 } }],
    ['GET', `/runs/${runs[1]}`, 'api.run-not-found'],
    ['GET', `/runs/${runs[1]}/failed-rows`, 'api.run-not-found'],
    ['POST', `/runs/${runs[1]}/cancel`, 'api.run-not-found'],
  ] as const) {
    const answer = await ask(secret, method, path, body);
    expect([path, answer.status, answer.body.code]).toEqual([path, 404, code]);
  }
  const listed = await ask<{ items: { flowId: string }[] }>(secret, 'GET', '/runs');
  expect(new Set(listed.body.items.map((run) => run.flowId))).toEqual(new Set([inside]));
  const ofStore = await key({ storeIds: [storeId] });
  expect((await ask(ofStore.secret, 'POST', `/flows/${flowId}/runs`, {})).status).toBe(202);
  expect((await ask(ofStore.secret, 'POST', `/flows/${inside}/runs`, { rows: { n: 1 } })).status).toBe(404);
  expect((await ask(ofStore.secret, 'GET', `/runs/${runs[0]}`)).status).toBe(404);
});

test('a key of another workspace finds nothing', async () => {
  const flow = await publishedLine(ana);
  const run = (await ana.post<Run>(`/flows/${flow}/runs`, { rows: { n: 1 } })).body.id;
  const bia = await api.person('Bia');
  const { secret } = await key({}, bia);
  expect((await ask(secret, 'POST', `/flows/${flow}/runs`, { rows: { n: 1 } })).body.code).toBe(
    'api.flow-not-found',
  );
  expect((await ask(secret, 'GET', `/runs/${run}`)).status).toBe(404);
  expect((await bia.post<Problem>('/keys', { name: 'x', actions: all, flowIds: [flow] })).status).toBe(404);
});

test('a key can be replaced with an overlap, and the one before ends with it', async () => {
  const { key: made, secret } = await key();
  const rotated = await ana.post<NewKey>(`/keys/${made.id}/rotate`, { overlapHours: 1 });
  expect(rotated.status).toBe(201);
  expect(rotated.body.key.oldKeyUntil).not.toBeNull();
  for (const one of [secret, rotated.body.secret]) expect((await ask(one, 'GET', '/runs')).status).toBe(200);
  const again = await ana.post<NewKey>(`/keys/${made.id}/rotate`, { overlapHours: 0 });
  const good = [secret, rotated.body.secret, again.body.secret].map((one) => ask(one, 'GET', '/runs'));
  expect((await Promise.all(good)).map(({ status }) => status)).toEqual([401, 401, 200]);
});

test('a revoked key is refused from the next request on, in every process', async () => {
  const second = await startApi({}, api);
  const { key: made, secret } = await key();
  expect((await ask(secret, 'GET', '/runs')).status).toBe(200);
  const revoked = await ana.delete<Key>(`/keys/${made.id}`);
  expect(revoked.body.state).toBe('revoked');
  const there = await fetch(`${second.url}/api/v1/runs`, { headers: { authorization: `Bearer ${secret}` } });
  await second.close();
  expect([(await ask(secret, 'GET', '/runs')).status, there.status]).toEqual([401, 401]);
  expect((await ana.post<Problem>(`/keys/${made.id}/rotate`, {})).body.code).toBe('api.key-revoked');
});

test('a key ends when it expires, and its last use is known', async () => {
  expect(
    (await ana.post<Problem>('/keys', { name: 'x', actions: all, expiresAt: '2020-01-01T00:00:00Z' })).status,
  ).toBe(422);
  const { key: made, secret } = await key({ expiresAt: new Date(Date.now() + 3_600_000).toISOString() });
  await ask(secret, 'GET', '/runs');
  const used = (await ana.get<{ items: Key[] }>('/keys')).body.items.find(({ id }) => id === made.id);
  expect(used).toMatchObject({ state: 'active', lastUsedAt: expect.any(String) });
  await api.database.query(`UPDATE api_key SET expires_at = now() - interval '1 second' WHERE id = $1`, [
    made.id,
  ]);
  expect((await ask(secret, 'GET', '/runs')).status).toBe(401);
});

test('a key is told how many requests it has left, and to wait when there are none', async () => {
  const { secret } = await key({ perMinute: 3 });
  const answers = [];
  for (let n = 0; n < 4; n++) answers.push(await ask(secret, 'GET', '/runs'));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
  expect(answers.map(({ headers }) => headers.get('ratelimit-remaining'))).toEqual(['2', '1', '0', '0']);
  expect(answers[0]?.headers.get('ratelimit-limit')).toBe('3');
  expect(Number(answers[3]?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(answers[3]?.body.code).toBe('api.key-too-often');
});

test('a key starts no more runs a day than it may', async () => {
  const flow = await publishedLine(ana);
  const { secret } = await key({ runsPerDay: 2 });
  const start = () => ask(secret, 'POST', `/flows/${flow}/runs`, { rows: { n: 1 } });
  const answers = [await start(), await start(), await start()];
  expect(answers.map(({ status }) => status)).toEqual([202, 202, 429]);
  expect(answers[2]?.body.code).toBe('api.key-quota');
  expect((await ask(secret, 'GET', '/runs')).status).toBe(200);
});

test('two thousand calls on one key over 200 connections are each answered, and none above its limit starts a run', async () => {
  const flow = await publishedLine(ana);
  const { secret } = await key({ perMinute: 100_000, runsPerDay: 200 });
  const answers: Answer<Run>[] = [];
  let left = 2_000;
  const connection = async () => {
    while (left-- > 0)
      answers.push(await ask<Run>(secret, 'POST', `/flows/${flow}/runs`, { rows: { left } }));
  };
  await Promise.all(Array.from({ length: 200 }, connection));
  const accepted = answers.filter(({ status }) => status === 202);
  expect([accepted.length, answers.filter(({ status }) => status === 429).length]).toEqual([200, 1_800]);
  expect(new Set(accepted.map(({ body }) => body.id)).size).toBe(200);
  const count = 'SELECT count(*)::int AS runs FROM run WHERE flow_id = $1';
  const [stored] = await api.database.query<{ runs: number }[]>(count, [flow]);
  expect(stored?.runs).toBe(200);
});

test('an unknown id is not found', async () => {
  expect((await ana.delete<Problem>(`/keys/${randomUUID()}`)).body.code).toBe('api.key-not-found');
});

test('a key is told what it is and what it reaches, by name, and nothing beyond', async () => {
  const flow = await publishedLine(ana);
  await publishedLine(ana);
  const { key: made, secret } = await key({ name: 'Night', actions: ['runs:read'], flowIds: [flow] });
  type Current = {
    key: Key & { name: string };
    flows: object[];
    stores: object[];
    workspace: { name: string };
  };
  const { status, body } = await ask<Current>(secret, 'GET', '/keys/current');
  expect(status).toBe(200);
  expect(body.key).toMatchObject({ id: made.id, name: 'Night', hint: made.hint, actions: ['runs:read'] });
  expect(body.workspace.name).toBe("Ana's");
  expect(body.flows).toEqual([{ id: flow, name: 'Called' }]);
  expect(JSON.stringify(body)).not.toContain(secret);
  expect((await ana.get<Problem>('/keys/current')).body.code).toBe('api.key-not-found');
});
