// Single License Manager resources can be taken from the key: reading and writing part company.
import { startSandbox, type Sandbox } from '../sandbox';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ limits: 'off' });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const ask = (method: string, path: string, body?: unknown) =>
  fetch(`${sandbox.url}${path}`, {
    method,
    headers: {
      'x-vtex-api-appkey': sandbox.appKey,
      'x-vtex-api-apptoken': sandbox.appToken,
      'content-type': 'application/json',
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

const price = () => `/${sandbox.account}/pricing/prices/1`;
const take = (without: string[]) => ask('PUT', '/_sandbox/roles', { without });

test('a key without one resource is refused there and nowhere else', async () => {
  sandbox.state.putSku({ Id: 1, RefId: 'S-1', ProductId: 1 } as never);
  await take(['Pricing: Modify prices']);
  expect((await ask('PUT', price(), { basePrice: 10 })).status).toBe(403);
  expect((await ask('GET', price())).status).toBe(404);
  await take([]);
  expect((await ask('PUT', price(), { basePrice: 10 })).status).toBe(200);
});

test('a reset gives everything back, and unknown names are no resources', async () => {
  const answer = await take(['Pricing: Read prices', 'Nothing: At all']);
  expect(await answer.json()).toMatchObject({ without: ['Pricing: Read prices'] });
  expect((await ask('GET', price())).status).toBe(403);
  sandbox.reset();
  expect((await ask('GET', price())).status).toBe(404);
});
