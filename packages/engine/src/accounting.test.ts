// Each row of a page ends as exactly one of failed, written, collected, skipped, in that order of precedence.
import { UserError } from '@eclusa/flow';
import { action, each, gather, map, n, numbers, planOf, range, run } from './flows.testing';

const same = map((row) => row);
const odd = each((row) => (n(row) % 2 === 1 ? [{ value: row }] : []));
const refuse = each((row) => {
  if (n(row) === 2) throw new UserError('test.two');
  return [{ value: row }];
});
const none = { written: 0, skipped: 0, failed: 0, waiting: 0, collected: 0 };

async function totalsOf(rows: number, ...flow: Parameters<typeof planOf>) {
  return (await run(planOf(...flow), 'src', range(1, rows))).totals;
}

test('a row that passed an action is written, a row filtered out is skipped', async () => {
  const totals = await totalsOf(5, { src: numbers(0), odd, put: action() }, 'src > odd', 'odd > put');
  expect(totals).toEqual({ ...none, written: 3, skipped: 2 });
});

test('a row that fails with nothing attached is failed, though another branch wrote it', async () => {
  const totals = await totalsOf(3, { src: numbers(0), refuse, put: action() }, 'src > refuse', 'src > put');
  expect(totals).toEqual({ ...none, written: 2, failed: 1 });
});

test('one row made into many counts once, and is failed when any of them failed', async () => {
  const three = each((row) => [1, 2, 3].map((part) => ({ value: { n: n(row) * 10 + part } })));
  const pick = action({
    async run(row) {
      if (n(row) === 12 || n(row) === 13) throw new UserError('test.no');
      return [{ value: row }];
    },
  });
  const plan = planOf({ src: numbers(0), three, pick }, 'src > three', 'three > pick');
  const outcome = await run(plan, 'src', range(1, 2));
  expect(outcome.totals).toEqual({ ...none, written: 1, failed: 1 });
  expect(outcome.failed.map((row) => row.row)).toEqual([1, 1]);
});

test('a failed row that goes on from `failed` counts by where it ends', async () => {
  const nodes = { src: numbers(0), refuse, put: action(), report: action(), drop: odd };
  const wired = ['src > refuse', 'refuse > put'];
  expect(await totalsOf(3, nodes, ...wired, 'refuse.failed > report')).toEqual({ ...none, written: 3 });
  expect(await totalsOf(3, nodes, ...wired, 'refuse.failed > drop')).toEqual({
    ...none,
    written: 2,
    skipped: 1,
  });
});

test('a row that only reached a barrier is collected, one that was written on the way is written', async () => {
  const nodes = { src: numbers(0), odd, put: action(), sort: gather() };
  const totals = await totalsOf(3, nodes, 'src > odd', 'odd > put', 'src > sort');
  expect(totals).toEqual({ ...none, written: 2, collected: 1 });
});

test('a row that reached an output is written, also when the output is a barrier', async () => {
  const file = gather(10, { group: 'output' });
  expect(await totalsOf(3, { src: numbers(0), file }, 'src > file')).toEqual({ ...none, written: 3 });
});

test('a row that an output did not take, because its call failed, is not written', async () => {
  const send = action({
    async run(row) {
      if (n(row) === 2) throw new UserError('test.no');
      return [{ value: row }];
    },
  });
  send.group = 'output';
  const nodes = { src: numbers(0), send, drop: odd };
  expect(await totalsOf(3, nodes, 'src > send', 'send.failed > drop')).toEqual({
    ...none,
    written: 2,
    skipped: 1,
  });
});

test('the row an output gives, its file, is written too', async () => {
  const plan = planOf({ src: numbers(0), file: gather(10, { group: 'output' }) }, 'src > file');
  expect((await run(plan, 'file', [{ fileId: 'f' }])).totals).toEqual({ ...none, written: 1 });
});

test('without any action or output, rows that reach an end are written and rows filtered out are skipped', async () => {
  const nodes = { src: numbers(0), odd, end: same };
  expect(await totalsOf(5, nodes, 'src > odd', 'odd > end')).toEqual({ ...none, written: 3, skipped: 2 });
  expect(await totalsOf(2, { src: numbers(0) })).toEqual({ ...none, written: 2 });
});

test('a row dropped at a port with nothing attached, beside one that has, is skipped', async () => {
  const split = each((row) => [{ port: n(row) === 1 ? 'one' : 'other', value: row }]);
  const totals = await totalsOf(3, { src: numbers(0), split, end: same }, 'src > split', 'split.one > end');
  expect(totals).toEqual({ ...none, written: 1, skipped: 2 });
});

test('an action that answers with nothing has still written its row', async () => {
  const quiet = action({ run: async () => [] });
  expect(await totalsOf(2, { src: numbers(0), quiet, end: same }, 'src > quiet', 'quiet > end')).toEqual({
    ...none,
    written: 2,
  });
});

test('rows handed to a barrier keep their number and are grouped by its input port', async () => {
  const plan = planOf({ src: numbers(0), odd, sort: gather() }, 'src > odd', 'odd > sort');
  const { spooled } = await run(plan, 'src', range(1, 3));
  expect(spooled).toEqual([
    {
      node: 'sort',
      port: 'in',
      rows: [
        { row: 1, value: { n: 1 } },
        { row: 3, value: { n: 3 } },
      ],
    },
  ]);
});
