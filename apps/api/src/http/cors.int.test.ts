// Pages of other origins: kept out unless the operator names them, and never given the cookie of who is signed in.
import { startApi, type TestApi } from '../api.testing';

let api: TestApi;
afterEach(() => api.close());

const asked = { origin: 'https://erp.example', 'access-control-request-method': 'POST' };
const preflight = async () =>
  (await fetch(`${api.url}/api/v1/flows`, { method: 'OPTIONS', headers: asked })).headers;

test('no page of another origin is let in unless it is named', async () => {
  api = await startApi();
  expect((await preflight()).get('access-control-allow-origin')).toBeNull();
});

test('a named origin is let in, without cookies, and another is not', async () => {
  api = await startApi({ ECLUSA_CORS_ORIGINS: 'https://erp.example, https://bi.example' });
  const named = await preflight();
  expect(named.get('access-control-allow-origin')).toBe('https://erp.example');
  expect(named.get('access-control-allow-credentials')).toBeNull();
  asked.origin = 'https://elsewhere.example';
  expect((await preflight()).get('access-control-allow-origin')).toBeNull();
});
