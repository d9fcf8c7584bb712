// Answers that wait for the end of a run, cut down to some members, and event streams that go on where they were.
import { DataSource } from 'typeorm';
import { startApi, type Browser, type TestApi } from '../api.testing';
import { publishedLine } from '../flows/flows.testing';

let api: TestApi;
let ana: Browser;
let flow: string;

interface RunView {
  id: string;
  state: string;
}

beforeAll(async () => {
  api = await startApi();
  ana = await api.person('Ana');
  flow = await publishedLine(ana);
});
afterAll(() => api.close());

const start = (prefer?: string) =>
  ana.post<RunView & { code: string }>(
    `/flows/${flow}/runs`,
    { rows: { n: 1 } },
    prefer === undefined ? {} : { prefer },
  );
const ends = (id?: string) =>
  api.database.query(
    `UPDATE run SET state = 'completed', finished_at = now() WHERE flow_id = $1 AND ($2::uuid IS NULL OR id = $2)`,
    [flow, id ?? null],
  );

test('a call that wishes to wait is answered 200 when its run ends', async () => {
  const waiting = start('respond-async, wait=20');
  setTimeout(() => void ends(), 400);
  const { status, body, headers } = await waiting;
  expect([status, body.state]).toEqual([200, 'completed']);
  expect(headers.get('preference-applied')).toBe('wait=20');
  expect(headers.get('location')).toBe(`/api/v1/runs/${body.id}`);
});

test('and 202 with its address when time is up', async () => {
  const { status, body, headers } = await start('wait=1');
  expect([status, body.state]).toEqual([202, 'queued']);
  expect(headers.get('location')).toBe(`/api/v1/runs/${body.id}`);
  expect(headers.get('preference-applied')).toBe('wait=1');
});

test('what is no number of seconds is refused, before anything starts', async () => {
  const before = await api.database.getRepository('run').countBy({ flowId: flow });
  const { status, body } = await start('wait=soon');
  expect([status, body.code]).toEqual([400, 'api.wait-invalid']);
  expect(await api.database.getRepository('run').countBy({ flowId: flow })).toBe(before);
  expect((await start('return=minimal')).status).toBe(202);
});

test('two hundred that wait are looked up together', async () => {
  const runs = await Promise.all(Array.from({ length: 200 }, () => start()));
  const waiting = runs.map(({ body }) => ana.get<RunView>(`/runs/${body.id}?wait=30&fields=id,state`));
  setTimeout(() => void ends(), 1_500);
  const looks = jest.spyOn(api.app.get(DataSource), 'query');
  const answers = await Promise.all(waiting);
  const asked = looks.mock.calls.filter(([text]) => text.startsWith('SELECT id FROM run WHERE'));
  looks.mockRestore();
  expect(new Set(answers.map(({ body }) => JSON.stringify(Object.keys(body))))).toEqual(
    new Set(['["id","state"]']),
  );
  expect(answers.every(({ body }) => body.state === 'completed')).toBe(true);
  expect(asked.length).toBeLessThan(100);
  expect(Math.max(...asked.map(([, values]) => (values as string[][])[0]?.length ?? 0))).toBeGreaterThan(50);
}, 60_000);

test('a run is waited for by those alone who may see it', async () => {
  const { body } = await start();
  const eva = await api.person('Eva');
  expect((await eva.get(`/runs/${body.id}?wait=5`)).status).toBe(404);
  expect((await ana.get<{ code: string }>(`/runs/${body.id}?wait=61`)).status).toBe(400);
});

test('a run and a list of runs hold the members asked for', async () => {
  const { body } = await start();
  const one = await ana.get(`/runs/${body.id}?fields=id,state,totals`);
  expect(Object.keys(one.body as object)).toEqual(['id', 'state', 'totals']);
  const list = await ana.get<{ items: object[] }>('/runs?fields=id&limit=2');
  expect(list.body.items.map((run) => Object.keys(run))).toEqual([['id'], ['id']]);
  const unknown = await ana.get<{ code: string; fields: { path: string }[] }>(`/runs/${body.id}?fields=id,x`);
  expect([unknown.status, unknown.body.code]).toEqual([400, 'api.request-invalid']);
});

test('events have ids, and a watcher that comes back is not told again what it knows', async () => {
  const { body } = await start();
  await ends(body.id);
  const first = await ana.get(`/runs/${body.id}/events`);
  const id = /^id: (.+)$/m.exec(first.text)?.[1];
  expect(first.text).toMatch(/id: .+\nevent: progress\ndata: \{/);
  const again = await ana.get(`/runs/${body.id}/events`, { 'last-event-id': id ?? '' });
  expect(again.text).not.toContain('event: progress');
  expect(again.text).toContain('event: end');
  expect((await ana.get(`/runs/${body.id}/events`, { 'last-event-id': 'x' })).text).toContain('progress');
});

test('long answers are packed, event streams and short ones are not', async () => {
  const { body } = await start();
  await ends(body.id);
  const packed = { 'accept-encoding': 'gzip' };
  expect((await ana.get(`/runs/${body.id}`, packed)).headers.get('content-encoding')).toBe('gzip');
  expect((await ana.get(`/runs/${body.id}/events`, packed)).headers.get('content-encoding')).toBeNull();
  const short = await ana.get(`/runs/${body.id}?fields=id`, packed);
  expect(short.headers.get('content-encoding')).toBeNull();
  expect(short.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
});

test('a run knows the request that started it, whichever way its rows came', async () => {
  const requestOf = async (body: string, type: string, query = '') => {
    const init = { body, headers: { 'content-type': type } };
    const answer = await ana.send<{ id: string }>('POST', `/flows/${flow}/runs${query}`, init);
    const [run] = await api.database.query<{ requestId: string }[]>(
      'SELECT request_id AS "requestId" FROM run WHERE id = $1',
      [answer.body.id],
    );
    return [answer.headers.get('x-request-id'), run?.requestId];
  };
  for (const [told, kept] of [
    await requestOf('{"rows":{"n":1}}', 'application/json'),
    await requestOf('{"rows":{"n":1},"dryRun":true}', 'application/json'),
    await requestOf('{"n":1}\n', 'application/x-ndjson'),
  ])
    expect([told, kept]).toEqual([kept, expect.stringMatching(/^[\da-f-]{36}$/)]);
});

test('a flow has an ETag, and If-Match keeps an old draft from being saved', async () => {
  type Flow = { revision: number; draft: object; code: string };
  const read = await ana.get<Flow>(`/flows/${flow}`);
  const etag = read.headers.get('etag') ?? '';
  expect(etag).toMatch(/^"1-/);
  expect(
    (await ana.get(`/flows/${flow}`, { 'if-none-match': etag, 'cache-control': 'max-age=0' })).status,
  ).toBe(304);
  const draft = { revision: 1, document: read.body.draft };
  const saved = await ana.put<Flow>(`/flows/${flow}`, draft, { 'if-match': etag });
  expect([saved.status, saved.headers.get('etag')]).toEqual([200, '"2"']);
  const old = await ana.put<Flow>(`/flows/${flow}`, { ...draft, revision: 2 }, { 'if-match': etag });
  expect([old.status, old.body.code, old.body.revision]).toEqual([412, 'api.flow-changed', 2]);
  const remove = (tag: string) =>
    ana.send<Flow>('DELETE', `/flows/${flow}`, { headers: { 'if-match': tag } });
  expect((await remove(etag)).status).toBe(412);
  expect((await remove('seven')).body.code).toBe('api.if-match-invalid');
  await ends();
  expect((await remove('"2"')).status).toBe(204);
});
