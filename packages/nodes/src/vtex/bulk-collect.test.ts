// Files of many changes: the route by number, nothing sent twice, nothing lost, refused lines at their rows.
import { isJsonObject, NOTE, RemoteError, type BarrierContext, type Json, type Row } from '@eclusa/flow';
import { contextOf } from '../harness.testing';
import priceSet from '../vtex-prices/price-set.node';
import { collectBulk, type BulkLoad } from './bulk-collect';
import type { BulkService, BulkState } from './bulk-file';
import type { Store } from './store';

/** A service in memory: what was uploaded by number, and the states it goes through one look after the other. */
function service(states: Partial<BulkState>[] = [{}], refused: string[] = []) {
  const files = new Map<string, string>();
  const looks: string[] = [];
  let places = 0;
  let stale = 0;
  const made: BulkService = {
    columns: ['id', 'price'],
    start: async () => {
      const id = `f${++places}`;
      return { id, url: `https://storage.example/${id}` };
    },
    state: async (_store, id) => {
      const state = states[Math.min(looks.length, states.length - 1)] ?? {};
      looks.push(id);
      return { phase: files.has(id) ? 'done' : 'empty', told: 'STATE', ...(files.has(id) && state) };
    },
    errorsUrl: async (_store, id) => `https://storage.example/${id}/errors`,
    refusal: ({ id = '', code = '', message = '' }) => ({ key: id, code, message }),
  };
  const fetcher: typeof fetch = async (input, init) => {
    if (init?.method !== 'PUT') return new Response(['id,code,message', ...refused, ''].join('\n'));
    if (stale-- > 0) return new Response('expired', { status: 403 });
    files.set(String(input).split('/').at(-1) ?? '', String(init.body));
    return new Response('');
  };
  return { made, files, looks, fetcher, goStale: (times: number) => (stale = times) };
}

type Service = ReturnType<typeof service>;
interface Options {
  load?: Partial<BulkLoad>;
  limit?: number;
  kept?: Json;
  now?: () => Date;
  pauses?: number[];
}

const price = ({ id, price: amount }: Row) => {
  if (typeof amount !== 'number') throw new Error('no price');
  return { key: String(id), cells: amount < 0 ? null : [Number(id), amount] };
};

async function* spool(rows: readonly Row[]): AsyncIterable<Row[]> {
  for (let at = 0; at < rows.length; at += 2) yield rows.slice(at, at + 2);
}

/** The rows' notes in order, and everything that was kept on the way. `stop` ends it after so many keeps. */
async function collect(
  rows: readonly Row[],
  { made, fetcher }: Service,
  options: Options = {},
  stop = Infinity,
) {
  const { load = {}, limit = 100, kept = null, now, pauses = [] } = options;
  const state = { kept };
  const context = Object.assign(Object.create(contextOf(priceSet)) as BarrierContext, {
    fetch: fetcher,
    pause: async (ms: number) => void pauses.push(ms),
    ...(now && { now }),
  });
  Object.defineProperty(context, 'kept', { get: () => state.kept });
  const pages = { [Symbol.asyncIterator]: () => spool(rows)[Symbol.asyncIterator]() };
  const tools = { context, store: {} as Store, service: made, mostWait: 600_000 };
  const given: Row[] = [];
  const keeps: Json[] = [];
  const settings = { route: 'auto' as const, threshold: 2, lineOf: price, ...load };
  for await (const page of collectBulk(pages, settings, tools, limit)) {
    if (Array.isArray(page)) given.push(...page);
    else keeps.push((state.kept = page.keep));
    if (keeps.length >= stop) break;
  }
  const summary = given.at(-1) ?? {};
  return { rows: given.slice(0, -1), notes: given.slice(0, -1).map((row) => row[NOTE]), keeps, summary };
}

const rows = (...prices: [number, number | string][]): Row[] =>
  prices.map(([id, amount]) => ({ id, price: amount }));
const three = rows([1, 10], [2, 20], [3, 30]);

test('up to the threshold no row is noted and no file is begun; one more and all go in a file', async () => {
  const few = service();
  const { notes, summary } = await collect(three.slice(0, 2), few);
  expect([notes, few.files.size]).toEqual([[undefined, undefined], 0]);
  expect(summary).toEqual({ route: 'single', rows: 2, threshold: 2, [NOTE]: { isSummary: true } });
  const many = service();
  const sent = await collect(three, many);
  expect(many.files.get('f1')).toBe('id,price\n1,10\n2,20\n3,30\n');
  expect(sent.notes).toEqual([1, 2, 3].map((line) => ({ file: 'f1', line })));
  expect(sent.summary).toMatchObject({
    route: 'file',
    rows: 3,
    files: [{ file: 'f1', lines: 3, refused: 0 }],
  });
});

test('the route can be chosen whatever the number of rows', async () => {
  const always = service();
  expect((await collect(three.slice(0, 1), always, { load: { route: 'file' } })).notes).toEqual([
    { file: 'f1', line: 1 },
  ]);
  const never = service();
  expect((await collect(three, never, { load: { route: 'single' } })).summary).toMatchObject({ rows: 3 });
  expect(never.files.size).toBe(0);
});

test('no rows give nothing', async () => {
  const { rows: given, summary } = await collect([], service(), { load: { route: 'file' } });
  expect([given, summary]).toEqual([[], {}]);
});

test('of rows with one key the last stands in the file, also where that one goes by a call of its own', async () => {
  const one = service();
  const { notes } = await collect(rows([1, 10], [2, 20], [1, 11], [2, -1]), one);
  expect(one.files.get('f1')).toBe('id,price\n1,11\n');
  expect(notes).toEqual([{ replaced: true }, { replaced: true }, { file: 'f1', line: 1 }, undefined]);
});

test('a row whose values are wrong is in no file and fails by its own call', async () => {
  const one = service();
  const { notes } = await collect(rows([1, 10], [2, 'abc'], [3, 30]), one);
  expect(one.files.get('f1')).toBe('id,price\n1,10\n3,30\n');
  expect(notes[1]).toBeUndefined();
});

test('more rows than a file takes make several, one after the other, and only the lines of one are held', async () => {
  const one = service();
  const { notes, keeps, summary } = await collect(rows([1, 1], [2, 2], [1, 3], [4, 4], [5, 5]), one, {
    limit: 2,
  });
  expect([...one.files.values()]).toEqual([
    'id,price\n1,1\n2,2\n',
    'id,price\n1,3\n4,4\n',
    'id,price\n5,5\n',
  ]);
  expect(notes.map((note) => isJsonObject(note) && note['file'])).toEqual(['f1', 'f1', 'f2', 'f2', 'f3']);
  expect(summary['files']).toHaveLength(3);
  expect(keeps).toHaveLength(3);
});

test('refused lines are told to their rows, with VTEX’s reason', async () => {
  const one = service([{ phase: 'partly' }], ['2,NOT_FOUND,"no SKU, says VTEX"']);
  const { notes, summary } = await collect(three, one);
  expect(notes).toEqual([
    { file: 'f1', line: 1 },
    { file: 'f1', line: 2, code: 'NOT_FOUND', message: 'no SKU, says VTEX' },
    { file: 'f1', line: 3 },
  ]);
  expect(summary['files']).toEqual([{ file: 'f1', lines: 3, refused: 1 }]);
});

test('when a refused line cannot be found, no row of the file is taken for done', async () => {
  for (const lines of [['77,X,unknown'], []]) {
    const { notes } = await collect(three, service([{ phase: 'partly', told: 'WITH_ERRORS' }], lines));
    expect(notes).toEqual(three.map(() => ({ file: 'f1', lost: 'unclear', status: 'WITH_ERRORS' })));
  }
});

test('a file that VTEX gives up on is told to all of its rows', async () => {
  const { notes } = await collect(three, service([{ phase: 'failed', told: 'FAILED' }]));
  expect(notes).toEqual(three.map(() => ({ file: 'f1', lost: 'failed', status: 'FAILED' })));
});

test('a file is looked at ever less often, and no longer than the box allows', async () => {
  let time = 0;
  const pauses: number[] = [];
  const now = () => new Date((time += 60_000));
  const options = { pauses, now };
  const { notes } = await collect(three, service([{ phase: 'working', told: 'PROCESSING' }]), options);
  expect(pauses.slice(0, 3)).toEqual([5_000, 7_500, 11_250]);
  expect(Math.max(...pauses)).toBeLessThanOrEqual(60_000);
  expect(notes[0]).toEqual({ file: 'f1', lost: 'late', status: 'PROCESSING' });
});

test('an address that has run out is replaced by another one, and not for ever', async () => {
  const one = service();
  one.goStale(1);
  const { notes, keeps } = await collect(three, one);
  expect([[...one.files.keys()], notes[0], keeps.length]).toEqual([['f2'], { file: 'f2', line: 1 }, 2]);
  const other = service();
  other.goStale(9);
  await expect(collect(three, other)).rejects.toBeInstanceOf(RemoteError);
});

describe('after a worker died', () => {
  test('a file that was sent is followed, and not sent again', async () => {
    const one = service();
    const { keeps, notes } = await collect(three, one);
    const again = await collect(three, one, { kept: keeps[0] as Json });
    expect(one.files.size).toBe(1);
    expect(again.notes).toEqual(notes);
  });

  test('a place that was given and never filled is left alone, and another one filled', async () => {
    const one = service();
    const { keeps } = await collect(three, one, {}, 1);
    expect(one.files.size).toBe(0);
    const again = await collect(three, one, { kept: keeps[0] as Json });
    expect([...one.files.keys()]).toEqual(['f2']);
    expect(again.notes[0]).toEqual({ file: 'f2', line: 1 });
  });

  test('of several files those that were sent stay, and the rest follows', async () => {
    const one = service();
    const five = rows([1, 1], [2, 2], [3, 3], [4, 4], [5, 5]);
    const { keeps } = await collect(five, one, { limit: 2 }, 2);
    expect([...one.files.keys()]).toEqual(['f1']);
    const again = await collect(five, one, { limit: 2, kept: keeps[1] as Json });
    expect([...one.files.keys()]).toEqual(['f1', 'f3', 'f4']);
    expect(again.notes.map((note) => isJsonObject(note) && note['file'])).toEqual([
      'f1',
      'f1',
      'f3',
      'f3',
      'f4',
    ]);
  });
});
