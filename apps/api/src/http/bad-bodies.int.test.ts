import { startApi, type Browser, type TestApi } from '../api.testing';
import { pricesFlow } from '../flows/flows.testing';

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
