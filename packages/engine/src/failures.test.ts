import { RemoteError, UserError } from '@eclusa/flow';
import { runPage } from './run-page';
import {
  action,
  each,
  effectLog,
  map,
  n,
  node,
  numbers,
  passed,
  planOf,
  range,
  run,
  testHost,
} from './flows.testing';

const refuseTwo = each((row) => {
  if (n(row) === 2) throw new UserError('test.two', { values: { value: 2 } });
  return [{ value: row }];
});
const same = map((row) => row);

test('a throw fails that row only, with its input, number, node and reason', async () => {
  const plan = planOf({ src: numbers(0), check: refuseTwo, end: same }, 'src > check', 'check > end');
  const outcome = await run(plan, 'src', range(1, 3));
  expect(passed(outcome, 'end').map(n)).toEqual([1, 3]);
  expect(outcome.failed).toEqual([
    {
      node: 'check',
      port: 'in',
      row: 2,
      input: { n: 2 },
      error: { kind: 'user', code: 'test.two', values: { value: 2 } },
    },
  ]);
});

test('with a node attached to `failed` the row goes on there and carries what happened', async () => {
  const plan = planOf(
    { src: numbers(0), check: refuseTwo, mend: same },
    'src > check',
    'check.failed > mend',
  );
  const outcome = await run(plan, 'src', range(1, 3));
  expect(outcome.failed).toEqual([]);
  expect(passed(outcome, 'mend')).toEqual([
    { n: 2, _error: { code: 'test.two', node: 'check', values: { value: 2 } } },
  ]);
});

test('a row in doubt waits for a person and never leaves by `failed`, where it would be taken for not done', async () => {
  const silent = new RemoteError('test.silent', {
    retryable: true,
    uncertain: true,
    values: { host: 'store' },
  });
  const make = action({ effect: 'create', run: () => Promise.reject(silent) });
  const plan = planOf({ src: numbers(0), make, mend: same }, 'src > make', 'make.failed > mend');
  const outcome = await run(plan, 'src', range(1, 1));
  expect(passed(outcome, 'mend')).toEqual([]);
  expect(outcome.failed).toMatchObject([
    {
      node: 'make',
      row: 1,
      error: { code: 'engine.in-doubt', values: { reason: 'test.silent', host: 'store' } },
    },
  ]);
  expect(outcome.totals).toMatchObject({ failed: 1, written: 0 });
});

test('rows that go on behind an action are written, counted, and not sent by it', async () => {
  const make = action({ effect: 'create' });
  const plan = planOf({ src: numbers(0), make, end: same }, 'src > make', 'make > end');
  const at = { node: 'make', port: 'out', side: 'output' as const };
  const page = { entry: 'src', at, rows: [{ row: 7, value: { n: 7, id: 70 } }] };
  const { signal } = new AbortController();
  const outcome = await runPage(plan, page, { host: testHost(), effects: effectLog(), signal });
  expect(make.ran).toEqual([]);
  expect(passed(outcome, 'end')).toEqual([{ n: 7, id: 70 }]);
  expect(outcome.totals).toEqual({ written: 1, skipped: 0, failed: 0, waiting: 0, collected: 0 });
});

test('rows that failed are counted on the failed port, attached or not', async () => {
  const loose = planOf({ src: numbers(0), check: refuseTwo }, 'src > check');
  const attached = planOf(
    { src: numbers(0), check: refuseTwo, mend: same },
    'src > check',
    'check.failed > mend',
  );
  for (const plan of [loose, attached]) {
    const { counts } = await run(plan, 'src', range(1, 3));
    expect(counts).toContainEqual({ node: 'check', port: 'failed', side: 'out', rows: 1 });
  }
});

test('an error that is not ours fails the row as a defect, with its message', async () => {
  const broken = each(() => {
    throw new TypeError('x is undefined');
  });
  const { failed } = await run(planOf({ src: numbers(0), broken }, 'src > broken'), 'src', range(1, 1));
  expect(failed[0]?.error).toEqual({
    kind: 'bug',
    code: 'bug.unexpected',
    values: { detail: 'x is undefined' },
  });
});

test('an answer that comes later and fails does so for its row only', async () => {
  const later = each(async (row) => {
    if (n(row) === 1) throw new UserError('test.late');
    return [{ value: row }];
  });
  const outcome = await run(
    planOf({ src: numbers(0), later, end: same }, 'src > later', 'later > end'),
    'src',
    range(1, 2),
  );
  expect(outcome.failed.map((row) => row.row)).toEqual([1]);
  expect(passed(outcome, 'end').map(n)).toEqual([2]);
});

test('an action that fails keeps the request and the answer for a person to see', async () => {
  const request = { method: 'PUT', url: 'https://store/price/1', body: { basePrice: 'abc' } };
  const refused = action({
    async run() {
      const response = { status: 400, body: 'not a number' };
      throw new RemoteError('vtex.refused', { retryable: false, request, response });
    },
  });
  const { failed } = await run(planOf({ src: numbers(0), refused }, 'src > refused'), 'src', range(1, 1));
  expect(failed[0]?.error).toEqual({
    kind: 'remote',
    code: 'vtex.refused',
    values: {},
    retryable: false,
    request,
    response: { status: 400, body: 'not a number' },
  });
});

test('a node that cannot be prepared fails the page, and is prepared anew the next time', async () => {
  let bound = false;
  const needsStore = node({
    behaviour: {
      kind: 'action',
      effect: 'idempotent',
      async prepare() {
        if (!bound) throw new UserError('engine.slot-unbound', { values: { slot: 'store' } });
        return { run: async () => [] };
      },
    },
  });
  const plan = planOf({ src: numbers(0), needsStore }, 'src > needsStore');
  const host = testHost();
  await expect(run(plan, 'src', range(1, 1), { host })).rejects.toMatchObject({
    code: 'engine.slot-unbound',
  });
  bound = true;
  expect((await run(plan, 'src', range(1, 1), { host })).totals.written).toBe(1);
});

test('rows that share a call fail together when it fails, each with its own input', async () => {
  const sharing = action({
    shareKey: () => 'one',
    mergeShared: (row) => [{ value: row }],
    run: async () => Promise.reject(new UserError('test.no')),
  });
  const outcome = await run(planOf({ src: numbers(0), sharing }, 'src > sharing'), 'src', range(1, 3));
  expect(outcome.failed.map((row) => row.input)).toEqual(range(1, 3));
  expect(sharing.ran).toHaveLength(1);
});
