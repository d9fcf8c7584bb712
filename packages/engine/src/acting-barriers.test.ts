import { NOTE, UserError } from '@eclusa/flow';
import type {
  ActionCall,
  BarrierContext,
  FlowCalls,
  Json,
  NodeType,
  PreparedAction,
  Row,
} from '@eclusa/flow';
import {
  action,
  effectLog,
  n,
  node,
  numbers,
  pageOf,
  passed,
  planOf,
  range,
  testHost,
} from './flows.testing';
import type { EntryPage } from './ports';
import { readEntry } from './read-entry';
import { runInProcess } from './run-in-process';
import { runPage } from './run-page';
import { testNode } from './test-node';

const signal = new AbortController().signal;

/** Collects its rows and notes on each whether its number is even; `each` refuses the odd ones. */
function sender(work: Partial<PreparedAction> = {}): NodeType & { notes: (Json | undefined)[] } {
  const notes: (Json | undefined)[] = [];
  const prepared: PreparedAction = {
    async run(row: Row, call: ActionCall) {
      notes.push(call.note);
      if (call.note === 'odd') throw new UserError('test.odd');
      return [{ value: { ...row, sent: true } }];
    },
    ...work,
  };
  const type = node({
    group: 'vtex',
    behaviour: {
      kind: 'barrier',
      async *collect(inputs) {
        for await (const rows of inputs['in'] ?? []) {
          yield rows.map((row) => ({ ...row, [NOTE]: n(row) % 2 === 0 ? 'even' : 'odd' }));
        }
      },
      each: { effect: 'idempotent', prepare: async () => prepared },
    },
  });
  return Object.assign(type, { notes });
}

test('a barrier does its work on each row it collected, and what it cannot do leaves by failed as it came', async () => {
  const [done, refused] = [action(), action()];
  const plan = planOf(
    { src: numbers(5), send: sender(), done, refused },
    'src > send',
    'send > done',
    'send.failed > refused',
  );
  const { totals, counts } = await runInProcess(plan, {
    host: testHost(),
    signal,
    pageSize: 2,
    freezeRows: true,
  });
  expect(done.ran).toEqual([
    { n: 2, sent: true },
    { n: 4, sent: true },
  ]);
  expect(refused.ran.map(({ _error, ...row }) => row)).toEqual([{ n: 1 }, { n: 3 }, { n: 5 }]);
  expect(totals).toMatchObject({ read: 5, collected: 5, derived: 5, written: 5, failed: 0 });
  expect(counts).toContainEqual({ node: 'send', port: 'in', side: 'in', rows: 5 });
});

test('with nothing attached its failed rows are kept without its notes', async () => {
  const failed: Json[] = [];
  const plan = planOf({ src: numbers(3), send: sender() }, 'src > send');
  const { totals } = await runInProcess(plan, {
    host: testHost(),
    signal,
    onFailed: (row) => failed.push(row.input),
  });
  expect(failed).toEqual([{ n: 1 }, { n: 3 }]);
  expect(totals).toMatchObject({ derived: 3, written: 1, failed: 2 });
});

test('a row that is tried again enters the work on each row, without a note', async () => {
  const send = sender();
  const done = action();
  const plan = planOf({ src: numbers(0), send, done }, 'src > send', 'send > done');
  const page = { ...pageOf('send', [{ n: 3 }]), at: { node: 'send', port: 'in', side: 'input' as const } };
  const outcome = await runPage(plan, page, {
    host: testHost(),
    effects: effectLog(),
    signal,
    sampleSize: 9,
  });
  expect(send.notes).toEqual([undefined]);
  expect(passed(outcome, 'done.in')).toEqual([{ n: 3, sent: true }]);
  expect(outcome.spooled).toEqual([]);
});

test('after a crash the calls that are recorded are not made again', async () => {
  const send = sender();
  const plan = planOf({ src: numbers(0), send }, 'src > send');
  const rows = range(1, 2).map((row) => ({ ...row, [NOTE]: 'even' }));
  const effects = effectLog([
    { node: 'send', item: '0', state: 'done', result: [{ value: { n: 1, sent: true } }] },
  ]);
  const outcome = await runPage(plan, pageOf('send', rows), {
    host: testHost(),
    effects,
    signal,
    sampleSize: 9,
  });
  expect(send.notes).toEqual(['even']);
  expect(passed(outcome, 'send.out', 'out')).toEqual([
    { n: 1, sent: true },
    { n: 2, sent: true },
  ]);
});

/** Begins something once, whatever happens, and then gives its rows; `begun` counts. */
function beginner(): NodeType & { begun: number } {
  const type = node({
    behaviour: {
      kind: 'barrier',
      async *collect(inputs, context: BarrierContext) {
        let rows = 0;
        for await (const page of inputs['in'] ?? []) rows += page.length;
        if (context.kept === null) {
          box.begun++;
          yield { keep: { number: 7 } };
        }
        const { number } = context.kept as { number: number };
        for await (const page of inputs['in'] ?? []) yield page.map((row) => ({ ...row, number, rows }));
      },
    },
  });
  const box = Object.assign(type, { begun: 0 });
  return box;
}

function readBeginner(
  box: NodeType,
  last: Pick<EntryPage, 'cursor'> | null,
  before: { rows: number; pages: number },
) {
  const plan = planOf({ src: numbers(0), box }, 'src > box');
  return readEntry(plan, 'box', {
    host: testHost(),
    cursor: last?.cursor ?? null,
    rowsBefore: before.rows,
    pagesBefore: before.pages,
    pageSize: 2,
    signal,
    async *spool() {
      yield* [range(1, 2), range(3, 4)];
    },
  });
}

async function all(from: AsyncIterable<EntryPage>): Promise<EntryPage[]> {
  const pages: EntryPage[] = [];
  for await (const page of from) pages.push(page);
  return pages;
}

test('a barrier may go through its rows twice, and finds what it kept wherever it is run again', async () => {
  const box = beginner();
  const whole = await all(readBeginner(box, null, { rows: 0, pages: 0 }));
  expect(
    whole.map(({ rows }) => rows.map(({ row, value }) => [row, value['number'], value['rows']])),
  ).toEqual([
    [],
    [
      [1, 7, 4],
      [2, 7, 4],
    ],
    [
      [3, 7, 4],
      [4, 7, 4],
    ],
  ]);
  const rowsBefore = [0, 2, 4];
  for (const [at, page] of whole.entries()) {
    const rest = await all(readBeginner(box, page, { rows: rowsBefore[at] as number, pages: at + 1 }));
    expect(rest).toEqual(whole.slice(at + 1));
  }
  expect(box.begun).toBe(1);
});

test('what it keeps is no page of rows for a run', async () => {
  const done = action();
  const plan = planOf({ src: numbers(3), box: beginner(), done }, 'src > box', 'box > done');
  const { totals } = await runInProcess(plan, { host: testHost(), signal });
  expect(totals).toMatchObject({ derived: 3, written: 3 });
});

test('tried out alone it shows what becomes of each row', async () => {
  const plan = planOf({ src: numbers(0), send: sender() }, 'src > send');
  const test = await testNode(plan, 'send', range(1, 2), { host: testHost(), signal });
  expect(test.outputs).toEqual({ out: [{ n: 2, sent: true }] });
  expect(test.failed).toMatchObject([{ input: { n: 1 } }]);
});

test('a barrier gets other flows from its host by its own id, lets go while their runs go on, and needs no host that has none', async () => {
  const asked: string[] = [];
  let open = 2;
  const calling = node({
    behaviour: {
      kind: 'barrier',
      async *collect(inputs, { flows }) {
        while (flows && (await flows.open()) > 0) yield { keep: { version: 1 }, after: 60_000 };
        for await (const rows of inputs['in'] ?? []) yield rows.map((row) => ({ ...row, isCalled: !!flows }));
      },
    },
  });
  const done = action();
  const plan = planOf({ src: numbers(1), call: calling, done }, 'src > call', 'call > done');
  const flows = (id: string) => {
    asked.push(id);
    return { open: async () => open-- } as unknown as FlowCalls;
  };
  const host = { ...testHost(), flows };
  expect(await runInProcess(plan, { host, signal })).toMatchObject({ state: 'completed', seconds: 120 });
  expect(await runInProcess(plan, { host: testHost(), signal })).toMatchObject({ state: 'completed' });
  expect(asked).toEqual(['call']);
  expect(done.ran).toEqual([
    { n: 1, isCalled: true },
    { n: 1, isCalled: false },
  ]);
});
