import { startSandbox, type Sandbox } from '../sandbox';
import { clientOf, handClock, type Client } from '../sandbox.testing';

const clock = handClock();
let sandbox: Sandbox;
let call: Client;

beforeAll(async () => {
  sandbox = await startSandbox({ clock: clock.now, searchDelayMs: 2000 });
  call = clientOf(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const cl = '/api/dataentities/CL';
const news = '/api/dataentities/Newsletter';
const key = () => ({ 'x-vtex-api-appkey': sandbox.appKey, 'x-vtex-api-apptoken': sandbox.appToken });

async function newClient(email: string, more: object = {}): Promise<string> {
  const answer = await call(`POST ${cl}/documents`, { email, ...more });
  return answer.json<{ Id: string }>().Id.replace('CL-', '');
}

/** Saves a schema whose fields can be searched from now on. */
async function indexed(...fields: string[]): Promise<void> {
  const properties = Object.fromEntries(fields.map((name) => [name, { type: 'string' }]));
  await call(`PUT ${news}/schemas/v1`, { properties, 'v-indexed': fields });
  clock.advance(3);
}

describe('documents by id', () => {
  it('are read at once, with the system’s fields alone unless others are asked for', async () => {
    const id = await newClient('ana@x.com', { firstName: 'Ana' });
    const plain = (await call(`GET ${cl}/documents/${id}`)).json();
    expect(plain).toMatchObject({ id, dataEntityId: 'CL', accountName: 'lojademo' });
    expect(plain).not.toHaveProperty('email');
    expect((await call(`GET ${cl}/documents/CL-${id}?_fields=email,firstName`)).json()).toMatchObject({
      email: 'ana@x.com',
      firstName: 'Ana',
    });
  });

  it('answer a create in the letters of their version', async () => {
    const client = (await call(`POST ${cl}/documents`, { email: 'a@x.com' })).json();
    expect(Object.keys(client)).toEqual(['Id', 'Href']);
    const custom = await call('POST /api/dataentities/ZZ/documents', { a: 1 });
    expect([custom.status, Object.keys(custom.json())]).toEqual([201, ['id', 'href', 'documentId']]);
    const second = (await call(`POST ${news}/documents`, { a: 1 })).json<Record<string, string>>();
    expect(second['Id']).toBe(`Newsletter-${second['DocumentId']}`);
  });

  it('know a client by its e-mail: a second create is refused, PATCH finds it', async () => {
    const id = await newClient('ana@x.com', { firstName: 'Ana' });
    expect((await call(`POST ${cl}/documents`, { email: 'ANA@x.com' })).status).toBe(400);
    const changed = await call(`PATCH ${cl}/documents`, { email: 'ana@x.com', firstName: 'Anna' });
    expect([changed.status, changed.json()]).toMatchObject([201, { Id: `CL-${id}` }]);
    const same = await call(`PATCH ${cl}/documents`, { email: 'ana@x.com', firstName: 'Anna' });
    expect([same.status, same.text]).toEqual([304, '']);
    expect(sandbox.state.creates.doubled()).toEqual([]);
  });

  it('are doubled by a PATCH that brings no key', async () => {
    await call(`PATCH ${news}/documents`, { note: 'x' });
    await call(`PATCH ${news}/documents`, { note: 'x' });
    expect(sandbox.state.creates.doubled()).toHaveLength(1);
  });

  it('PUT replaces or makes one with the id that is given, PATCH keeps the rest, DELETE removes', async () => {
    expect((await call(`PUT ${news}/documents/n-1`, { a: '1', b: '2' })).status).toBe(204);
    await call(`PATCH ${news}/documents/n-1`, { b: '3' });
    expect((await call(`GET ${news}/documents/n-1?_fields=_all`)).json()).toMatchObject({ a: '1', b: '3' });
    await call(`PUT ${news}/documents/n-1`, { b: '4' });
    expect((await call(`GET ${news}/documents/n-1?_fields=a,b`)).json()).toMatchObject({ a: null, b: '4' });
    expect((await call(`DELETE ${news}/documents/n-1`)).status).toBe(204);
    expect((await call(`GET ${news}/documents/n-1`)).status).toBe(404);
    expect((await call(`PATCH ${news}/documents/n-1`, { b: '3' })).status).toBe(404);
  });

  it('keep private fields to themselves', async () => {
    const id = await newClient('ana@x.com');
    sandbox.state.entities.get('CL')?.privateFields.add('email');
    const all = await call(`GET ${cl}/documents/${id}?_fields=_all`);
    expect([all.status, all.json()]).toEqual([403, { Message: 'Cannot read private fields' }]);
    const search = await call(`GET ${cl}/search?email=ana@x.com`);
    expect([search.status, search.json()]).toEqual([403, { Message: 'Cannot filter by private fields' }]);
  });

  it('are refused to a key without the role', async () => {
    await call('PUT /_sandbox/roles', { roles: ['catalog'] });
    const refused = await call(`GET ${cl}/search`);
    expect([refused.status, refused.json()]).toEqual([403, { Message: 'Unauthorized' }]);
  });
});

describe('search', () => {
  it('sees a write later than a read by id does, a deletion too', async () => {
    const id = await newClient('ana@x.com');
    const find = async () => (await call(`GET ${cl}/search?email=ana@x.com`)).json<unknown[]>().length;
    expect(await find()).toBe(0);
    clock.advance(2);
    expect(await find()).toBe(1);
    await call(`DELETE ${cl}/documents/${id}`);
    expect(await find()).toBe(1);
    clock.advance(2);
    expect(await find()).toBe(0);
  });

  it('gives the range that is asked for and says how many there are', async () => {
    for (let number = 0; number < 12; number += 1) await newClient(`c${10 + number}@x.com`);
    clock.advance(2);
    const headers = { ...key(), 'rest-range': 'resources=10-20' };
    const page = await call(`GET ${cl}/search?_fields=email&_sort=email%20ASC`, undefined, headers);
    expect(page.json<{ email: string }[]>().map(({ email }) => email)).toEqual(['c20@x.com', 'c21@x.com']);
    expect(page.headers.get('rest-content-range')).toBe('resources 10-20/12');
  });

  it.each(['resources=0-101', 'resources=9990-10001', 'resources=5-5', '0-10'])(
    'refuses the range %s',
    async (range) => {
      const answer = await call(`GET ${cl}/search`, undefined, { ...key(), 'rest-range': range });
      expect(answer.status).toBe(400);
    },
  );

  it('takes a condition and refuses one it cannot read', async () => {
    await newClient('ana@x.com', { age: 30 });
    clock.advance(2);
    const where = encodeURIComponent('(age>=30 OR age is null) AND email=*@x.com');
    expect((await call(`GET ${cl}/search?_where=${where}`)).json()).toHaveLength(1);
    expect((await call(`GET ${cl}/search?_where=age`)).status).toBe(400);
  });

  it('of version 2 needs a schema, and filters by what the schema has had indexed for a while', async () => {
    await call(`POST ${news}/documents`, { email: 'a@x.com', city: 'Recife' });
    clock.advance(2);
    expect((await call(`GET ${news}/search?_where=email=a@x.com`)).status).toBe(400);
    const properties = { email: { type: 'string' }, city: { type: 'string' } };
    const saved = await call(`PUT ${news}/schemas/v1`, { properties, 'v-indexed': ['email'] });
    expect(saved.json()['Message']).toMatch(/persisted successfully/);
    const search = (query: string) => call(`GET ${news}/search?_schema=v1&${query}`);
    expect((await search('_where=email=a@x.com')).json()).toEqual({
      Message: "Field 'email' not found in schema",
    });
    clock.advance(2);
    expect((await search('_where=email=a@x.com')).json()).toHaveLength(1);
    expect((await search('_where=city=Recife')).status).toBe(400);
    expect((await search('_fields=city')).status).toBe(200);
    expect((await search('_fields=other')).status).toBe(400);
  });
});

describe('scroll', () => {
  beforeEach(async () => {
    await indexed('email');
    for (const name of ['a', 'b', 'c']) await call(`POST ${news}/documents`, { email: `${name}@x.com` });
    clock.advance(2);
  });

  it('moves on with every call until it answers nothing', async () => {
    const first = await call(`GET ${news}/scroll?_size=2&_schema=v1&_fields=email`);
    const token = first.headers.get('x-vtex-md-token');
    expect(first.headers.get('rest-content-total')).toBe('3');
    expect(first.json()).toHaveLength(2);
    expect((await call(`GET ${news}/scroll?_token=${token}`)).json()).toMatchObject([{ email: 'c@x.com' }]);
    expect((await call(`GET ${news}/scroll?_token=${token}`)).json()).toEqual([]);
    expect((await call(`GET ${news}/scroll?_token=${token}`)).status).toBe(400);
  });

  it('forgets a token after 20 idle minutes; each use begins them anew', async () => {
    const token = (await call(`GET ${news}/scroll?_size=1`)).headers.get('x-vtex-md-token');
    clock.advance(19 * 60);
    expect((await call(`GET ${news}/scroll?_token=${token}`)).status).toBe(200);
    clock.advance(19 * 60);
    expect((await call(`GET ${news}/scroll?_token=${token}`)).status).toBe(200);
    clock.advance(20 * 60 + 1);
    const late = await call(`GET ${news}/scroll?_token=${token}`);
    expect([late.status, late.json()]).toEqual([
      400,
      { Message: `Operation not found for this token: '${token}'` },
    ]);
  });

  it('is open ten times at once and not more', async () => {
    for (let open = 0; open < 10; open += 1)
      expect((await call(`GET ${news}/scroll?_size=1`)).status).toBe(200);
    const eleventh = await call(`GET ${news}/scroll?_size=1`);
    expect(eleventh.json()).toEqual({ Message: 'Maximum simultaneous scrolls rate exceeded (10)' });
    expect((await call(`GET ${news}/scroll?_size=1001`)).status).toBe(400);
    clock.advance(20 * 60 + 1);
    expect((await call(`GET ${news}/scroll?_size=1`)).status).toBe(200);
  });
});

describe('schemas and indices', () => {
  it('are listed, read and deleted by name, 60 schemas at most', async () => {
    await indexed('email');
    expect((await call(`GET ${news}/schemas`)).json()).toMatchObject([{ name: 'v1', schema: {} }]);
    expect((await call(`GET ${news}/schemas/v1`)).json()).toMatchObject({ 'v-indexed': ['email'] });
    for (let made = 1; made < 60; made += 1) await call(`PUT ${news}/schemas/s${made}`, { properties: {} });
    expect((await call(`PUT ${news}/schemas/s60`, { properties: {} })).status).toBe(400);
    expect((await call(`PUT ${news}/schemas/v1`, { properties: {} })).status).toBe(200);
    expect((await call(`DELETE ${news}/schemas/v1`)).status).toBe(204);
    expect((await call(`GET ${news}/schemas/v1`)).status).toBe(404);
  });

  it('refuse a document that does not comply with the schema it names', async () => {
    await call(`PUT ${news}/schemas/v1`, { properties: { age: { type: 'integer' } }, required: ['age'] });
    expect((await call(`POST ${news}/documents?_schema=v1`, { age: '9' })).status).toBe(400);
    expect((await call(`POST ${news}/documents?_schema=v1`, {})).status).toBe(400);
    expect((await call(`POST ${news}/documents?_schema=v1`, { age: 9 })).status).toBe(201);
    expect((await call(`POST ${news}/documents?_schema=v2`, { age: 9 })).status).toBe(404);
  });

  it('make a value unique when the index is not multiple', async () => {
    await call(`PUT ${news}/indices`, { name: 'who', multiple: false, fields: 'shop, code' });
    expect((await call(`GET ${news}/indices`)).json()).toEqual([
      { name: 'who', acronym: 'Newsletter', isGlobal: false, multiple: false, fields: 'shop, code' },
    ]);
    await call(`POST ${news}/documents`, { shop: 'a', code: '1' });
    expect((await call(`POST ${news}/documents`, { shop: 'a', code: '1' })).status).toBe(400);
    expect((await call(`POST ${news}/documents`, { shop: 'b', code: '1' })).status).toBe(201);
    expect((await call(`DELETE ${news}/indices/who`)).status).toBe(204);
    expect((await call(`GET ${news}/indices/who`)).status).toBe(404);
  });
});
