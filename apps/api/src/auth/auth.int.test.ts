import { Session, SignInToken, User } from '@eclusa/db';
import { randomBytes } from 'node:crypto';
import { addPerson, Browser, PASSWORD, startApi, type TestApi } from '../api.testing';
import { hashToken } from './sessions.service';

let api: TestApi;
beforeAll(async () => (api = await startApi()));
afterAll(() => api.close());

type Me = {
  user: { id: string; email: string; locale: string; hasPassword: boolean };
  workspace: { id: string };
};
type Problem = { code: string; detail: string; status: number };

async function link(expiresIn = 60_000) {
  const { userId, workspaceId } = await addPerson(api.database, 'Link');
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.now() + expiresIn);
  const row = { tokenHash: hashToken(token), userId, workspaceId, expiresAt };
  await api.database.getRepository(SignInToken).insert(row);
  return { token, userId };
}

test('a person signs in, is known, and is nobody after signing out', async () => {
  const { email, userId } = await addPerson(api.database, 'Ana');
  const browser = new Browser(api.url);
  expect((await browser.get<Problem>('/auth/me')).body.code).toBe('api.signed-out');
  const signIn = await browser.post<Me>('/auth/sign-in', { email: email.toUpperCase(), password: PASSWORD });
  expect(signIn.status).toBe(200);
  expect(signIn.body.user).toMatchObject({ id: userId, email });
  const stolen = browser.cookie;
  expect((await browser.get<Me>('/auth/me')).body).toEqual(signIn.body);
  expect((await browser.post('/auth/sign-out')).status).toBe(204);
  browser.cookie = stolen;
  expect((await browser.get('/auth/me')).status).toBe(401);
});

test('the cookie cannot be read by scripts or sent across sites, and the database holds only its hash', async () => {
  const { email, userId } = await addPerson(api.database, 'Bia');
  const browser = new Browser(api.url);
  const { headers, text } = await browser.post('/auth/sign-in', { email, password: PASSWORD });
  const [cookie = ''] = headers.getSetCookie();
  expect(cookie).toMatch(/^eclusa_session=[\w-]{43}; /);
  expect(cookie).toMatch(/; HttpOnly/);
  expect(cookie).toMatch(/; SameSite=Lax/);
  expect(cookie).not.toMatch(/; Secure/);
  const token = browser.cookie.split('=')[1] ?? '';
  expect(text).not.toContain(token);
  const [session] = await api.database.getRepository(Session).findBy({ userId });
  expect(session?.id).toBe(hashToken(token));
  expect(JSON.stringify(session)).not.toContain(token);
});

test('behind https the cookie is sent over https only', async () => {
  const secure = await startApi({ ECLUSA_PUBLIC_URL: 'https://eclusa.example' });
  try {
    const { email } = await addPerson(secure.database, 'Ana');
    const { headers } = await new Browser(secure.url).post('/auth/sign-in', { email, password: PASSWORD });
    expect(headers.getSetCookie()[0]).toMatch(/; Secure/);
  } finally {
    await secure.close();
  }
});

test('a wrong password and an unknown e-mail get the same answer', async () => {
  const { email } = await addPerson(api.database, 'Caio');
  const wrong = await new Browser(api.url).post<Problem>('/auth/sign-in', { email, password: 'x' });
  const unknown = await new Browser(api.url).post<Problem>('/auth/sign-in', {
    email: 'nobody@example.com',
    password: PASSWORD,
  });
  expect(wrong.status).toBe(401);
  const { requestId: _a, ...first } = wrong.body as Problem & { requestId: string };
  const { requestId: _b, ...second } = unknown.body as Problem & { requestId: string };
  expect(second).toEqual(first);
  expect(first.code).toBe('api.sign-in-refused');
});

test('an expired session is over, and use moves its end', async () => {
  const browser = await api.person('Davi');
  const id = hashToken(browser.cookie.split('=')[1] ?? '');
  const sessions = api.database.getRepository(Session);
  const old = new Date(Date.now() - 3_600_000);
  const soon = new Date(Date.now() + 3_600_000);
  await sessions.update({ id }, { lastSeenAt: old, expiresAt: soon });
  expect((await browser.get('/auth/me')).status).toBe(200);
  const moved = await sessions.findOneByOrFail({ id });
  expect(moved.expiresAt.getTime()).toBeGreaterThan(soon.getTime());
  await sessions.update({ id }, { expiresAt: old });
  expect((await browser.get('/auth/me')).status).toBe(401);
});

test('a person who left the workspace is nobody in it', async () => {
  const browser = await api.person('Eva');
  const { body } = await browser.get<Me>('/auth/me');
  await api.database.query('DELETE FROM membership WHERE user_id = $1', [body.user.id]);
  expect((await browser.get('/auth/me')).status).toBe(401);
});

test('a link works once, and its second use says so', async () => {
  const { token, userId } = await link();
  const first = await new Browser(api.url).post<Me>('/auth/sign-in-link', { token });
  expect(first.body.user.id).toBe(userId);
  const second = await new Browser(api.url).post<Problem>('/auth/sign-in-link', { token });
  expect(second).toMatchObject({ status: 401, body: { code: 'api.link-used' } });
  expect(second.body.detail).toMatch(/already used/);
});

test('of two uses of a link at the same moment one gets in', async () => {
  const { token } = await link();
  const tries = Array.from({ length: 6 }, () => new Browser(api.url).post('/auth/sign-in-link', { token }));
  const statuses = (await Promise.all(tries)).map(({ status }) => status).sort();
  expect(statuses).toEqual([200, 401, 401, 401, 401, 401]);
});

test('an old link and an unknown one are refused, each with its reason', async () => {
  const { token } = await link(-1_000);
  const old = await new Browser(api.url).post<Problem>('/auth/sign-in-link', { token });
  expect(old.body.code).toBe('api.link-expired');
  const unknown = await new Browser(api.url).post<Problem>('/auth/sign-in-link', { token: 'nothing' });
  expect(unknown.body.code).toBe('api.link-unknown');
});

test('a change without the header, or from another site, is refused before anything happens', async () => {
  const browser = await api.person('Gil');
  const locale = { locale: 'pt' };
  const refused = async (headers: Record<string, string>) =>
    (
      await browser.send<Problem>('PATCH', '/auth/me', {
        body: JSON.stringify(locale),
        headers: { 'content-type': 'application/json', ...headers },
      })
    ).body.code;
  expect(await refused({ 'x-eclusa-csrf': '' })).toBe('api.csrf-refused');
  expect(await refused({ origin: 'https://evil.example' })).toBe('api.origin-refused');
  expect(await refused({ origin: 'null' })).toBe('api.origin-refused');
  expect(await refused({ origin: api.url.replace('127.0.0.1', 'localhost') })).toBe('api.origin-refused');
  expect((await browser.get<Me>('/auth/me')).body.user.locale).toBe('en');
  const ours = await browser.send<Me>('PATCH', '/auth/me', {
    body: JSON.stringify(locale),
    headers: { 'content-type': 'application/json', origin: api.url },
  });
  expect(ours.body.user.locale).toBe('pt');
});

test('a new password needs the current one, and ends every other session of the person', async () => {
  const { email } = await addPerson(api.database, 'Lia');
  const signIn = async (password: string) => {
    const browser = new Browser(api.url);
    return { browser, answer: await browser.post<Me>('/auth/sign-in', { email, password }) };
  };
  const { browser: mine } = await signIn(PASSWORD);
  const { browser: other } = await signIn(PASSWORD);
  const change = (body: object) => mine.put<Problem>('/auth/password', body);
  const next = 'another long password';
  expect((await change({ password: next })).body.code).toBe('api.password-wrong');
  expect((await change({ current: 'guess', password: next })).status).toBe(422);
  expect((await change({ current: PASSWORD, password: 'short' })).status).toBe(400);
  expect((await other.get('/auth/me')).status).toBe(200);
  expect((await change({ current: PASSWORD, password: next })).status).toBe(200);
  expect((await mine.get('/auth/me')).status).toBe(200);
  expect((await other.get('/auth/me')).status).toBe(401);
  expect((await signIn(PASSWORD)).answer.status).toBe(401);
  expect((await signIn(next)).answer.status).toBe(200);
});

test('a person who came by a link sets a first password without having one', async () => {
  const { token, userId } = await link();
  await api.database.getRepository(User).update({ id: userId }, { passwordHash: null });
  const browser = new Browser(api.url);
  const entered = await browser.post<Me>('/auth/sign-in-link', { token });
  expect(entered.body.user.hasPassword).toBe(false);
  const { email } = entered.body.user;
  const set = await browser.put<Me>('/auth/password', { password: 'a first password' });
  expect(set.body.user.hasPassword).toBe(true);
  const again = await new Browser(api.url).post('/auth/sign-in', { email, password: 'a first password' });
  expect(again.status).toBe(200);
});

test('guessing is slowed down for the pair of address and account, not for others', async () => {
  const { email } = await addPerson(api.database, 'Hugo');
  const other = await addPerson(api.database, 'Iris');
  const browser = new Browser(api.url);
  const guesses: number[] = [];
  for (let guess = 0; guess < 21; guess++) {
    guesses.push((await browser.post('/auth/sign-in', { email, password: `${guess}` })).status);
  }
  expect(guesses.slice(0, 20).every((status) => status === 401)).toBe(true);
  expect(guesses[20]).toBe(429);
  const right = await browser.post<Problem>('/auth/sign-in', { email, password: PASSWORD });
  expect(right.body.code).toBe('api.too-many-attempts');
  expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(0);
  const free = await browser.post('/auth/sign-in', { email: other.email, password: PASSWORD });
  expect(free.status).toBe(200);
});

test('attempts are counted for all processes of the service together', async () => {
  const prefix = `test-${randomBytes(6).toString('hex')}`;
  const [first, second] = await Promise.all([1, 2].map(() => startApi({ ECLUSA_QUEUE_PREFIX: prefix })));
  if (!first || !second) throw new Error('not started');
  try {
    const guess = { email: 'somebody@example.com', password: 'guess' };
    const statuses: number[] = [];
    for (let n = 0; n < 21; n++) {
      const { url } = n % 2 ? first : second;
      statuses.push((await new Browser(url).post('/auth/sign-in', guess)).status);
    }
    expect(statuses.indexOf(429)).toBe(20);
  } finally {
    await Promise.all([first.close(), second.close()]);
  }
});

test('with Redis away attempts are counted all the same', async () => {
  const alone = await startApi({ REDIS_URL: 'redis://127.0.0.1:1' });
  try {
    const guess = { email: 'somebody@example.com', password: 'guess' };
    const statuses: number[] = [];
    for (let n = 0; n < 21; n++)
      statuses.push((await new Browser(alone.url).post('/auth/sign-in', guess)).status);
    expect(statuses.indexOf(429)).toBe(20);
  } finally {
    await alone.close();
  }
});

test('problems speak the language that is asked for, else the person’s own', async () => {
  const browser = await api.person('Joana');
  const nowhere = '/flows/00000000-0000-4000-8000-000000000000';
  const detail = async (language?: string) =>
    (await browser.get<Problem>(nowhere, language ? { 'accept-language': language } : {})).body.detail;
  expect(await detail('en')).toMatch(/^This flow does not exist/);
  expect(await detail('es-AR,es;q=0.9,en;q=0.5')).toMatch(/^Este flujo no existe/);
  expect(await detail('de, pt-BR;q=0.8')).toMatch(/^Este fluxo não existe/);
  await browser.send('PATCH', '/auth/me', {
    body: JSON.stringify({ locale: 'pt' }),
    headers: { 'content-type': 'application/json' },
  });
  expect(await detail('de')).toMatch(/^Este fluxo não existe/);
});
