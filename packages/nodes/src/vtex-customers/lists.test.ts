// Lists of documents, against the sandbox: windows, totals, and a scroll that cannot repeat a call.
import type { Json, NodeType } from '@eclusa/flow';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import { contextOf, readAll, sorted, type ContextOptions } from '../harness.testing';
import { storeConnection } from '../vtex/store.testing';
import scroll from './document-scroll.node';
import search from './document-search.node';
import { send } from './example-store.testing';

let sandbox: Sandbox;
let now = Date.UTC(2026, 10, 23);

beforeAll(async () => {
  sandbox = await startSandbox({ limits: 'off', clock: () => now });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const options = (more: Partial<ContextOptions> = {}): ContextOptions => ({
  connection: storeConnection(sandbox).values,
  allow: [new URL(sandbox.url).host],
  ...more,
  config: { connection: 'store', entity: 'CL', fields: 'email', ...more.config },
});
const emails = async (node: NodeType, more?: Partial<ContextOptions>) =>
  sorted(await readAll(node, options(more))).rows.map((row) => row['email']);
const asked = () => sandbox.journal.recent().filter(({ url }) => /search|scroll/.test(url)).length;

/** Puts clients there without a request for each; the first is there for real, so that the entity is. */
async function clients(count: number): Promise<string[]> {
  await send(sandbox, 'POST /api/dataentities/CL/documents', { email: 'c00000@x.com' });
  const { documents } = sandbox.state.entities.get('CL') ?? { documents: new Map() };
  const all = Array.from({ length: count }, (_one, number) => `c${String(number).padStart(5, '0')}@x.com`);
  for (const email of all.slice(1)) {
    const fields = { id: email, email, createdIn: new Date(now).toISOString(), dataEntityId: 'CL' };
    documents.set(email, [{ at: now, fields }]);
  }
  return all;
}

test('a search asks for pages of 100 until it has all, and says how many there are', async () => {
  const all = await clients(200);
  sandbox.journal.clear();
  expect(await emails(search)).toEqual(all);
  expect(asked()).toBe(2);
  const [page] = await readAll(search, options());
  expect(page?.total).toBe(200);
});

test('a search of more than 10,000 reads none and names the box for it', async () => {
  await clients(10_001);
  await expect(emails(search)).rejects.toMatchObject({
    code: 'vtex.document-search-too-long',
    values: { total: 10_001, most: 10_000 },
  });
  expect(await emails(scroll)).toHaveLength(10_001);
});

test('a condition takes the flow’s parameters, and version 2 asks for a schema first', async () => {
  await clients(3);
  const config = { where: 'email={who} OR email is null' };
  expect(await emails(search, { config, parameters: { who: 'c00002@x.com' } })).toEqual(['c00002@x.com']);
  const second = emails(search, { config: { ...config, entity: 'Newsletter' } });
  await expect(second).rejects.toMatchObject({ code: 'vtex.document-schema-missing' });
});

/** Reads `pages` pages and answers their rows and the cursor to go on from. */
async function first(pages: number): Promise<{ rows: Json[]; cursor: Json }> {
  if (scroll.behaviour.kind !== 'source') throw new Error('no source');
  const rows: Json[] = [];
  let cursor: Json = null;
  for await (const page of scroll.behaviour.read(contextOf(scroll, options({ pageSize: 10 })))) {
    rows.push(...sorted([page]).rows.map((row) => row['email'] as Json));
    cursor = page.cursor;
    if (rows.length >= pages * 10) break;
  }
  return { rows, cursor };
}

describe('a scroll', () => {
  it('goes on with its token where a run stopped, each document once', async () => {
    const all = await clients(25);
    const { rows, cursor } = await first(1);
    const rest = await emails(scroll, { cursor, pageSize: 10 });
    expect([...rows, ...rest]).toEqual(all);
  });

  it('starts anew when its token has died, and leaves none out', async () => {
    const all = await clients(25);
    const { cursor } = await first(1);
    now += 20 * 60 * 1000 + 1;
    expect(await emails(scroll, { cursor, pageSize: 10 })).toEqual(all);
  });

  it('does not ask again for an answer that was lost, which would skip documents', async () => {
    const all = await clients(25);
    const { rows, cursor } = await first(1);
    sandbox.faults.replace([{ route: 'GET *scroll', kind: 'drop-after', count: 1 }]);
    const rest = await emails(scroll, { cursor, pageSize: 10 });
    expect(rest).toEqual(all);
    expect(rows).toEqual(all.slice(0, 10));
  });

  it('asks again when it was refused before the work', async () => {
    const all = await clients(25);
    const { rows, cursor } = await first(1);
    sandbox.faults.replace([{ route: 'GET *scroll', kind: '503', count: 1 }]);
    expect([...rows, ...(await emails(scroll, { cursor, pageSize: 10 }))]).toEqual(all);
  });

  it('notices at its end that a worker took a page along, and starts anew', async () => {
    const all = await clients(25);
    const { cursor } = await first(1);
    const { token } = (cursor as { at: { token: string } }).at;
    await send(sandbox, `GET /api/dataentities/CL/scroll?_token=${token}`);
    const rest = await emails(scroll, { cursor, pageSize: 10 });
    expect(new Set(rest)).toEqual(new Set(all));
  });

  it('gives up after it had to start anew three times', async () => {
    await clients(25);
    sandbox.faults.replace([{ route: 'GET *scroll', kind: 'drop-after', nth: 2 }]);
    await expect(emails(scroll, { pageSize: 10 })).rejects.toMatchObject({
      code: 'vtex.document-scroll-lost',
    });
  });

  it('ends what it opened, so that an eleventh list in a row is answered', async () => {
    await clients(5);
    for (let time = 0; time < 12; time += 1) expect(await emails(scroll)).toHaveLength(5);
    expect(sandbox.state.scrolls.size).toBe(0);
  });

  it('is worth another try later when ten are open', async () => {
    await clients(25);
    for (let open = 0; open < 10; open += 1) await send(sandbox, 'GET /api/dataentities/CL/scroll?_size=1');
    await expect(emails(scroll)).rejects.toMatchObject({
      code: 'vtex.document-scrolls-busy',
      retryable: true,
      retryAfter: 60_000,
    });
  });
});
