import { randomUUID } from 'node:crypto';
import { Membership, User } from '@eclusa/db';
import { Browser, PASSWORD, addPerson, startApi, type TestApi } from '../api.testing';
import { pricesFlow } from './flows.testing';

let api: TestApi;
let ana: Browser;
let bia: Browser;
let path: string;
let flowId: string;
beforeAll(async () => {
  api = await startApi();
  const [a, b] = [await addPerson(api.database, 'Ana'), await addPerson(api.database, 'Bia')];
  const memberships = api.database.getRepository(Membership);
  await memberships.update({ userId: b.userId }, { workspaceId: a.workspaceId, role: 'viewer' });
  ana = await signedIn(a.email);
  bia = await signedIn(b.email);
  flowId = (await ana.post<{ id: string }>('/flows', { name: 'F', document: pricesFlow() })).body.id;
  path = `/flows/${flowId}/presence`;
});
afterAll(() => api.close());

async function signedIn(email: string): Promise<Browser> {
  const browser = new Browser(api.url);
  await browser.post('/auth/sign-in', { email, password: PASSWORD });
  return browser;
}

interface Presence {
  others: { tab: string; name: string; isYou: boolean; node: string | null }[];
  revision: number;
  updatedBy: string | null;
}
const be = async (who: Browser, tab: string, node?: string) =>
  (await who.put<Presence>(path, { tab, ...(node && { node }) })).body;

test('two people see each other with the box they have selected, and not themselves', async () => {
  const [one, two] = [randomUUID(), randomUUID()];
  expect((await be(ana, one, 'price')).others).toEqual([]);
  const seen = await be(bia, two);
  expect(seen.others).toMatchObject([{ tab: one, name: 'Ana', isYou: false, node: 'price' }]);
  expect((await be(ana, one)).others).toMatchObject([{ tab: two, name: 'Bia', node: null }]);
  await bia.delete(`${path}/${two}`);
  expect((await be(ana, one)).others).toEqual([]);
  await ana.delete(`${path}/${one}`);
});

test('a second tab of the same person is told as theirs', async () => {
  const [one, two] = [randomUUID(), randomUUID()];
  await be(ana, one);
  expect((await be(ana, two)).others).toMatchObject([{ tab: one, isYou: true }]);
  await ana.delete(`${path}/${one}`);
  await ana.delete(`${path}/${two}`);
});

test('the answer tells which revision is saved and by whom, so that a tab hears of a newer one', async () => {
  const tab = randomUUID();
  await ana.put(`/flows/${flowId}`, { revision: 1, document: pricesFlow('Newer') });
  expect(await be(bia, tab)).toMatchObject({ revision: 2, updatedBy: 'Ana' });
});

test('a flow of another workspace is not there, and a tab needs an id', async () => {
  const eve = await api.person('Eve');
  expect((await eve.put(path, { tab: randomUUID() })).status).toBe(404);
  expect((await eve.delete(`${path}/${randomUUID()}`)).status).toBe(404);
  expect((await ana.put(path, { tab: 'x' })).status).toBe(400);
  expect(await api.database.getRepository(User).countBy({ name: 'Eve' })).toBe(1);
});
