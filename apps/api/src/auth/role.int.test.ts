import { Membership } from '@eclusa/db';
import { addPerson, Browser, PASSWORD, startApi, type TestApi } from '../api.testing';
import { pricesFlow } from '../flows/flows.testing';

type Operations = Record<string, Record<string, { operationId: string; security?: unknown[] }>>;

/** What somebody who may only look still may send: it changes nothing that others see. */
const ownAffairs = [
  ...['signOut', 'updateMe', 'setPassword', 'validateFlow', 'migrateFlow', 'previewSchedule'],
  ...['bePresent', 'leaveFlow'],
];

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

async function person(role: string): Promise<Browser> {
  const { email, userId } = await addPerson(api.database, role);
  await api.database.getRepository(Membership).update({ userId }, { role });
  const browser = new Browser(api.url);
  await browser.post('/auth/sign-in', { email, password: PASSWORD });
  return browser;
}

/** Every operation behind the sign-in that changes something, as `METHOD path operationId`. */
async function changes(browser: Browser): Promise<string[][]> {
  const { paths } = (await browser.get<{ paths: Operations }>('/../openapi.json')).body;
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method, { security }]) => method !== 'get' && JSON.stringify(security).includes('session'))
      .map(([method, { operationId }]) => [method.toUpperCase(), path, operationId]),
  );
}

const filled = (path: string) => path.replace('{id}', crypto.randomUUID()).replace('{number}', '1');

test.each(['viewer', 'guest'])('a %s can look at everything and change nothing', async (role) => {
  const viewer = await person(role);
  const all = await changes(viewer);
  expect(all.length).toBeGreaterThan(15);
  for (const [method = '', path = '', id = ''] of all) {
    if (ownAffairs.includes(id)) continue;
    const { status, body } = await viewer.send<{ code: string }>(method, filled(path));
    expect([id, status, body.code]).toEqual([id, 403, expect.stringMatching(/^api\.role-/)]);
  }
  expect((await viewer.get('/flows')).status).toBe(200);
  expect((await viewer.post('/flows/validate', { document: pricesFlow() })).status).toBe(200);
  expect((await viewer.send('PATCH', '/auth/me', json({ locale: 'pt' }))).status).toBe(200);
  expect((await viewer.post('/auth/sign-out')).status).toBe(204);
});

test('a member changes flows, but connections are for owners and admins', async () => {
  const member = await person('member');
  const connection = {
    kind: 'http',
    name: 'ERP',
    settings: { baseUrl: 'https://erp.example', auth: 'none' },
  };
  expect((await member.post('/flows', { name: 'Mine' })).status).toBe(201);
  const refused = await member.post<{ code: string; detail: string }>('/connections', connection);
  expect([refused.status, refused.body.code]).toEqual([403, 'api.role-not-admin']);
  expect(refused.body.detail).toContain('only owners and admins');
  const admin = await person('admin');
  expect((await admin.post('/connections', connection)).status).toBe(201);
});

function json(body: unknown): RequestInit {
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}
