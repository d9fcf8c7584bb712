import { startSandbox, type Sandbox } from './sandbox';

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox({ limits: 'off', moreAccounts: ['outraloja', 'loja-do-sul'] });
});

afterEach(() => sandbox.close());

async function call(key: string, method: string, path: string, body?: unknown) {
  const response = await fetch(`${sandbox.url}${path}`, {
    method,
    headers: {
      'X-VTEX-API-AppKey': key,
      'X-VTEX-API-AppToken': 'sandbox-token',
      'Content-Type': 'application/json',
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text };
}

const keyOf = (account: string) => `vtexappkey-${account}-SANDBOX`;
const brand = '/api/catalog/pvt/brand';

describe('several accounts', () => {
  it('have a store each, found by the key where the address names none', async () => {
    await call(keyOf('outraloja'), 'POST', brand, { Name: 'Aurora', Active: true });
    await call(keyOf('loja-do-sul'), 'POST', brand, { Name: 'Sul', Active: true });
    const names = (account: string) =>
      [...(sandbox.accounts.get(account)?.state.brands.values() ?? [])].map(({ Name }) => Name);
    expect(names('outraloja')).toEqual(['Aurora']);
    expect(names('loja-do-sul')).toEqual(['Sul']);
    expect(names('lojademo')).toEqual([]);
  });

  it('refuse the key of another where the address names one', async () => {
    expect((await call(keyOf('outraloja'), 'GET', '/lojademo/pricing/tables')).status).toBe(401);
    expect((await call(keyOf('lojademo'), 'GET', '/outraloja/pricing/tables')).status).toBe(401);
    expect((await call(keyOf('outraloja'), 'GET', '/outraloja/pricing/tables')).status).toBe(200);
  });

  it('are unknown when nobody has opened them', async () => {
    expect((await call(keyOf('outraloja'), 'GET', '/ninguem/pricing/tables')).status).toBe(404);
    expect((await call(keyOf('ninguem'), 'GET', '/api/vlm/account')).status).toBe(401);
  });

  it('are reset and looked at one by one', async () => {
    await call(keyOf('outraloja'), 'POST', brand, { Name: 'Aurora', Active: true });
    await call(keyOf('lojademo'), 'POST', brand, { Name: 'Aurora', Active: true });
    await call('', 'POST', '/_sandbox/reset?account=outraloja');
    expect(sandbox.accounts.get('outraloja')?.state.brands.size).toBe(0);
    expect(sandbox.state.brands.size).toBe(1);
    expect((await call('', 'GET', '/?account=outraloja')).body).toContain('vtexappkey-outraloja-SANDBOX');
  });
});

test('the routes are told as an OpenAPI document', async () => {
  const { body } = await call('', 'GET', '/_sandbox/openapi.json');
  const { paths } = JSON.parse(body) as { paths: Record<string, Record<string, { parameters: object[] }>> };
  expect(paths['/pricing/prices/{itemId}']?.['put']?.parameters).toMatchObject([
    { name: 'itemId', in: 'path' },
  ]);
  expect(Object.keys(paths).length).toBeGreaterThan(40);
});
