// Which page a free lane takes, over real rows in Postgres.
import { RunPage, type Run } from '@eclusa/db';
import { chain, Site } from '../worker.testing';
import { PageLanes } from './page-lanes';
import { PageStore } from './page-store';

const open = { closed: [], mostRows: Infinity };
let site: Site;
let store: PageStore;

beforeEach(async () => {
  site = await Site.open();
  store = new PageStore(site.source, site.config());
});
afterEach(() => site.close());

/** A running run with pages of one row that came `agoS` seconds ago, in this order. */
async function runOf(share: string, pages: number, more: Partial<Run> = {}, agoS = 0, rowCount = 1) {
  const version = await site.publish(chain('test.rows', 'test.write'));
  const runId = await site.insertRun(version, { state: 'running', share, ...more });
  for (let seq = 0; seq < pages; seq += 1) {
    const { id } = await site.source.getRepository(RunPage).save({
      ...{ workspaceId: site.workspaceId, runId, entry: 'a', seq, rowCount },
      at: { node: 'a', port: 'out', side: 'output' },
      rows: [{ row: seq + 1, value: { n: seq + 1 } }],
    });
    const came = `UPDATE run_page SET created_at = now() - $2 * interval '1 s' WHERE id = $1`;
    await site.source.query(came, [id, agoS]);
  }
  return runId;
}

async function shares(count: number): Promise<string[]> {
  const taken: string[] = [];
  for (let page = 0; page < count; page += 1) taken.push((await store.claimNext(open))?.share ?? 'none');
  return taken;
}

test('stores take turns however much one of them has waiting, and however long', async () => {
  await runOf('large', 6, {}, 600);
  await runOf('small', 2);
  expect(await shares(4)).toEqual(['large', 'small', 'large', 'small']);
  // Nobody else wants the rest.
  expect(await shares(5)).toEqual(['large', 'large', 'large', 'large', 'none']);
});

test('of one store orders go first, then stock, prices and the catalogue', async () => {
  for (const urgency of [3, 1, 0, 2]) await runOf('one', 1, { urgency });
  const taken: (number | undefined)[] = [];
  for (let page = 0; page < 4; page += 1) taken.push((await store.claimNext(open))?.urgency);
  expect(taken).toEqual([0, 1, 2, 3]);
});

test('what is less urgent comes later, but not last for ever', async () => {
  await runOf('one', 1, { urgency: 3 }, 120);
  await runOf('one', 1, { urgency: 0 });
  expect((await store.claimNext(open))?.urgency).toBe(3);
});

test('a page that was given back until later is not taken before', async () => {
  const runId = await runOf('one', 1);
  const page = await store.claimNext(open);
  if (!page) throw new Error('no page');
  await store.release(page, 60_000);
  expect(await store.claimNext(open)).toBeNull();
  await site.source.query('UPDATE run_page SET enqueued_at = now() WHERE run_id = $1', [runId]);
  expect((await store.claimNext(open))?.id).toBe(page.id);
});

test('one worker leaves lanes to other stores, and its last lanes to small pages', async () => {
  for (const share of ['a', 'b', 'c', 'd']) await runOf(share, 3, {}, 60, 500);
  await runOf('e', 1, {}, 0, 20);
  const lanes = new PageLanes(store, site.config({ ECLUSA_PAGE_CONCURRENCY: '1' }));
  const taken: string[] = [];
  for (let page = await lanes.take(); page; page = await lanes.take()) taken.push(page.share);
  // Three common lanes, no store twice; then only the small page, though it came last.
  expect(taken).toEqual(['a', 'b', 'c', 'e']);
  expect(lanes.isClosed).toBe(true);
  const other = new PageLanes(store, site.config({ ECLUSA_PAGE_CONCURRENCY: '1' }));
  expect((await other.take())?.share).toBe('d');
});

test('pages asked for at the same moment do not fill the last place twice', async () => {
  await runOf('a', 5);
  const lanes = new PageLanes(store, site.config({ ECLUSA_PAGE_CONCURRENCY: '2' }));
  const taken = await Promise.all([lanes.take(), lanes.take(), lanes.take(), lanes.take()]);
  expect(taken.filter((page) => page !== null)).toHaveLength(2);
  const [first] = taken;
  if (first) lanes.leave(first);
  expect(await lanes.take()).not.toBeNull();
});
