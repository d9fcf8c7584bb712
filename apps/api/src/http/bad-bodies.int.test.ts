import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { startApi, type Browser, type TestApi } from '../api.testing';
import { pricesFlow, publishedLine } from '../flows/flows.testing';

let api: TestApi;
let ana: Browser;

beforeAll(async () => {
  api = await startApi();
  ana = await api.person('Ana');
});
afterAll(() => api.close());

const send = (path: string, body: string) =>
  ana.send<{ code: string; detail: string }>('POST', path, {
    body,
    headers: { 'content-type': 'application/json' },
  });

test.each(['\\u0000', '\\ud800', '\\udc00x'])(
  'a text with %s is refused before it is stored, and the lists stay readable',
  async (bad) => {
    const document = JSON.stringify(pricesFlow());
    const bodies = [
      `{"name":"a${bad}"}`,
      `{"name":"a","document":${document.replace('"nodes":{', `"nodes":{"x${bad}":{},`)}}`,
      `{"name":"a","document":${document.replace('"name":"', `"name":"${bad}`)}}`,
    ];
    for (const body of bodies) {
      const { status, body: problem } = await send('/flows', body);
      expect([status, problem.code]).toEqual([400, 'api.text-unstorable']);
    }
    expect((await ana.get<{ items: unknown[] }>('/flows')).body.items).toEqual([]);
  },
);

test('names that objects have of their own are ordinary data in a body', async () => {
  const flow = pricesFlow();
  const document = JSON.stringify(flow).replace('"parameters":{', '"parameters":{"__proto__":{"polluted":1}');
  expect(document).toContain('__proto__');
  expect((await send('/flows/validate', `{"document":${document}}`)).status).toBeLessThan(500);
  expect((await send('/flows', '{"__proto__":{"name":"x"}}')).status).toBe(400);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

describe('what is no call of a flow', () => {
  let flow: string;
  beforeAll(async () => {
    flow = await publishedLine(ana);
  });

  test.each([
    [413, 'api.body-too-large', `{"rows":{"a":"${'x'.repeat(6 * 2 ** 20)}"}}`],
    [400, 'api.json-too-deep', `{"rows":${'['.repeat(100)}${']'.repeat(100)}}`],
    [400, 'api.json-too-deep', '{"a":'.repeat(200_000)],
    [400, 'api.json-broken', '{"rows":{"a":1}'],
    [400, 'api.text-unstorable', '{"rows":{"a":"\\u0000"}}'],
    [400, 'api.request-invalid', '{"rows":{"a":1},"version":"one"}'],
    [400, 'api.request-invalid', '[1]'],
    [422, 'api.rows-invalid', '{"rows":[1,2]}'],
    [422, 'api.rows-missing', ''],
  ])('is answered %d %s, and runs nothing', async (status, code, body) => {
    const answer = await send(`/flows/${flow}/runs`, body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await ana.get<{ items: unknown[] }>(`/runs?flowId=${flow}`)).body.items).toEqual([]);
  });

  test('of a flow that nobody has is not found, and of no flow at all not understood', async () => {
    const codes = [];
    for (const id of [randomUUID(), '%00', 'x'.repeat(5_000), '1%20OR%201=1']) {
      const { status, body } = await send(`/flows/${id}/runs`, '{"rows":{"a":1}}');
      codes.push([status, body.code]);
    }
    expect(codes).toEqual([
      [404, 'api.flow-not-found'],
      [400, 'api.text-unstorable'],
      ...Array(2).fill([400, 'api.request-invalid']),
    ]);
    // A download must not begin and then break off.
    const { status, body } = await ana.get<{ code: string }>('/codes/tables/a%00b/csv');
    expect([status, body.code]).toEqual([400, 'api.text-unstorable']);
  });
});

test('bytes that are no request are answered with a problem document, and slow ones do not hold a connection', async () => {
  const server = api.app.getHttpServer() as Server;
  expect([server.headersTimeout, server.requestTimeout, server.keepAliveTimeout]).toEqual([
    20_000, 3_600_000, 75_000,
  ]);
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  let text = '';
  socket.on('data', (piece) => (text += piece.toString()));
  socket.write('nonsense\r\n\r\n');
  await once(socket, 'close');
  expect(text).toMatch(/^HTTP\/1.1 400 /);
  expect(JSON.parse(text.split('\r\n\r\n')[1] ?? '')).toMatchObject({
    status: 400,
    code: 'api.request-unreadable',
  });
});
