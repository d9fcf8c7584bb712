// What the boxes of a page say to whoever started the run: which rows, in which order, and which box is heard first.
import type { AnswerRule, Row } from '@eclusa/flow';
import { action, each, flowOf, map, n, node, numbers, planOf, range, run } from './flows.testing';
import { compilePlan } from './plan';

const answering = (rule: Partial<AnswerRule> = {}, change: (row: Row) => Row[] = (row) => [{ id: n(row) }]) =>
  node({
    behaviour: {
      kind: 'transform',
      answer: () => ({ status: 200, list: false, most: 1, ...rule }),
      prepare: () => (row) => change(row).map((value) => ({ value })),
    },
  });

test('the first row that comes to the box is the answer, whatever number of rows there are', async () => {
  const even = each((row) => (n(row) % 2 === 0 ? [{ value: row }] : []));
  const plan = planOf({ src: numbers(0), even, say: answering({ status: 201 }) }, 'src > even', 'even > say');
  const { answers } = await run(plan, 'src', range(1, 200));
  expect(answers).toEqual([
    { node: 'say', status: 201, list: false, most: 1, total: 100, rows: [{ row: 2, value: { id: 2 } }] },
  ]);
});

test('a list has the rows in their order, as many as it may, and tells how many there were', async () => {
  // An action before it, so that the page is worked on in parts.
  const plan = planOf(
    { src: numbers(0), send: action(), say: answering({ list: true, most: 150 }) },
    'src > send',
    'send > say',
  );
  const { answers, totals } = await run(plan, 'src', range(1, 200));
  expect(answers[0]?.rows.map(({ row }) => row)).toEqual(
    Array.from({ length: 150 }, (_, index) => index + 1),
  );
  expect(answers[0]?.total).toBe(200);
  expect(totals.written).toBe(200);
});

test('of two boxes the one that the earlier row came to is heard first', async () => {
  const odd = each((row) => {
    if (n(row) === 1) throw new Error('one is refused');
    return [{ value: row }];
  });
  const plan = planOf(
    { src: numbers(0), odd, well: answering(), amiss: answering({ status: 422 }) },
    'src > odd',
    'odd > well',
    'odd.failed > amiss',
  );
  const both = await run(plan, 'src', range(1, 3));
  expect(both.answers.map(({ node: id, status }) => [id, status])).toEqual([
    ['amiss', 422],
    ['well', 200],
  ]);
  const { answers } = await run(plan, 'src', range(2, 3));
  expect(answers.map(({ node: id }) => id)).toEqual(['well']);
});

test('a row that the box refuses fails, and is no answer', async () => {
  const refusing = answering({}, (row) => {
    if (n(row) < 3) throw new Error('too small');
    return [row];
  });
  const plan = planOf({ src: numbers(0), refusing }, 'src > refusing');
  const { answers, failed } = await run(plan, 'src', range(1, 3));
  expect(failed.map(({ row }) => row)).toEqual([1, 2]);
  expect(answers).toMatchObject([{ total: 1, rows: [{ row: 3 }] }]);
});

test('a box that is switched off passes rows on and answers nothing, and so do all others', async () => {
  const { document, types } = flowOf(
    { src: numbers(0), same: map((row) => row), say: { type: answering(), disabled: true } },
    'src > same',
    'same > say',
  );
  const { answers } = await run(compilePlan(document, types), 'src', range(1, 2));
  expect(answers).toEqual([]);
});
