import { NOTE, sentence, type FlowCalls, type Json, type Kept, type Row } from '@eclusa/flow';
import { contextOf } from '../harness.testing';
import box from './call-flow.node';
import { memoryCalls, type CallRules } from './call-flow.testing';
import { mostRuns, type RunNote } from './flow-runs';

const numbers = (count: number): Row[] => Array.from({ length: count }, (_, index) => ({ n: index + 1 }));

interface Options {
  flows?: FlowCalls | undefined;
  kept?: Json;
  dryRun?: boolean;
  pageSize?: number;
}

async function collect(config: Record<string, Json>, rows: Row[], { flows, kept = null, ...more }: Options) {
  const { behaviour } = box;
  if (behaviour.kind !== 'barrier') throw new Error('no barrier');
  const context = { ...contextOf(box, { config: { flow: 'f', ...config }, ...more }), kept, flows };
  const inputs = {
    in: {
      async *[Symbol.asyncIterator]() {
        for (let at = 0; at < rows.length; at += 3) yield rows.slice(at, at + 3);
      },
    },
  };
  const pages: Row[][] = [];
  const keeps: Kept[] = [];
  for await (const one of behaviour.collect(inputs, context)) {
    if (Array.isArray(one)) pages.push(one);
    else keeps.push(one);
  }
  const noted = pages.flat().map(({ [NOTE]: note, ...row }) => ({ row, note: note as unknown as RunNote }));
  return { pages, keeps, noted };
}

async function collected(config: Record<string, Json>, rows: Row[], rules: CallRules = {}) {
  const flows = memoryCalls(rules);
  return { flows, ...(await collect(config, rows, { flows })) };
}

describe('running another flow', () => {
  it('makes lots of the rows whatever their pages are, keeps the version, and waits without being held', async () => {
    const { flows, keeps, noted } = await collected({ rowsPerRun: 4, atOnce: 2 }, numbers(10), { looks: 2 });
    expect(flows.calls.map(({ number, rows }) => [number, rows.map(({ n }) => n)])).toEqual([
      [0, [1, 2, 3, 4]],
      [1, [5, 6, 7, 8]],
      [2, [9, 10]],
    ]);
    expect(flows.calls[0]).toMatchObject({ flow: 'f', version: 3, atOnce: 2 });
    expect(keeps).toEqual([
      { keep: { version: 3 } },
      ...Array(2).fill({ keep: { version: 3 }, after: 24 * 3_600_000 }),
    ]);
    expect(noted.map(({ row }) => row.n)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const run = { state: 'completed', failed: 0 };
    expect(noted[0]?.note).toEqual({ is: 'done', run: { runId: 'run-0', read: 4, written: 4, ...run } });
    expect(noted[9]?.note).toEqual({ is: 'done', run: { runId: 'run-2', read: 2, written: 2, ...run } });
  });

  it('run again it starts nothing twice, and keeps to the version it began with', async () => {
    const flows = memoryCalls();
    await collect({ rowsPerRun: 2 }, numbers(5), { flows });
    const before = [...flows.calls];
    const again = await collect({ rowsPerRun: 2 }, numbers(5), { flows, kept: { version: 2 } });
    expect(flows.calls).toEqual(before);
    expect(again.keeps).toEqual([]);
    expect(again.noted).toHaveLength(5);
  });

  it('puts the answer into a row that has a run of its own, and refuses one that is too large', async () => {
    const rules: CallRules = {
      answer: ([row]) => (row?.n === 2 ? { text: 'x'.repeat(70_000) } : [{ double: Number(row?.n) * 2 }]),
    };
    const { noted } = await collected({ rowsPerRun: 1 }, numbers(2), rules);
    expect(noted[0]?.note).toMatchObject({ is: 'done', run: { answer: [{ double: 2 }] } });
    expect(noted[1]?.note).toMatchObject({ is: 'failed', code: 'nodes.call-answer-too-large' });
  });

  it('goes on with the rows of the answers, and fails those whose run gave none', async () => {
    const rules: CallRules = {
      answer: (rows) => (rows[0]?.n === 3 ? undefined : rows.map(({ n }) => ({ is: n ?? null }))),
    };
    const { noted } = await collected({ goesOn: 'answer', rowsPerRun: 2 }, numbers(5), rules);
    expect(noted.map(({ row }) => row)).toEqual([{ is: 1 }, { is: 2 }, { n: 3 }, { n: 4 }, { is: 5 }]);
    expect(noted[2]?.note).toMatchObject({ code: 'nodes.call-no-answer', values: { runId: 'run-1' } });
    await expect(collected({ goesOn: 'answer' }, numbers(1))).rejects.toMatchObject({
      code: 'flow.called-answers-nothing',
    });
  });

  it('says of each row why its run is no good', async () => {
    const ends = [
      { state: 'failed', error: { code: 'nodes.run-stopped', values: { message: 'Too cheap.' } } },
      { state: 'cancelled' },
      { state: 'gone' },
      { failed: 1 },
    ] as const;
    const rules: CallRules = { end: ({ number }) => ends[number] ?? {} };
    const codes = async (config: Record<string, Json>) =>
      (await collected({ rowsPerRun: 1, ...config }, numbers(5), rules)).noted.map(({ note }) =>
        note.is === 'failed' ? note.code : note.is,
      );
    const { noted } = await collected({ rowsPerRun: 1 }, numbers(1), rules);
    const note = noted[0]?.note;
    const told = note?.is === 'failed' ? sentence(note.code, note.values, 'en') : '';
    expect(told).toContain('The run of “Pedidos” with this row failed.');
    expect(told).toContain('Too cheap.');
    const dead = ['nodes.call-failed', 'nodes.call-cancelled', 'nodes.call-gone'];
    expect(await codes({})).toEqual([...dead, 'done', 'done']);
    expect(await codes({ failedRows: true })).toEqual([...dead, 'nodes.call-rows-failed', 'done']);
  });

  it('does not send what the other flow does not take by its schema, and says why', async () => {
    const schema = JSON.stringify({ properties: { n: { maximum: 2 } } });
    const { flows, noted } = await collected({ rowsPerRun: 2 }, numbers(4), { flow: { schema } });
    expect(flows.calls.map(({ rows }) => rows)).toEqual([[{ n: 1 }, { n: 2 }]]);
    const refused = noted.filter(({ note }) => note.is === 'failed');
    expect(refused.map(({ row }) => row)).toEqual([{ n: 3 }, { n: 4 }]);
    expect(refused[0]?.note).toMatchObject({
      code: 'nodes.call-row-refused',
      values: { flow: 'Pedidos', reason: { en: expect.stringContaining('n: ') as string } },
    });
  });

  it('starts nothing where there would be too many runs, without rows, and outside the service', async () => {
    const flows = memoryCalls();
    await expect(collect({ rowsPerRun: 1 }, numbers(mostRuns + 1), { flows })).rejects.toMatchObject({
      code: 'nodes.calls-too-many',
      values: { runs: mostRuns + 1, flow: 'Pedidos' },
    });
    expect((await collect({ flow: 'unknown' }, [], { flows })).pages).toEqual([]);
    expect(flows.calls).toEqual([]);
    await expect(collect({}, numbers(1), {})).rejects.toMatchObject({ code: 'nodes.calls-need-service' });
  });

  it('shows in a dry run what it would start, with the service and without', async () => {
    const flows = memoryCalls();
    const { pages, noted } = await collect({ rowsPerRun: 2 }, numbers(3), {
      flows,
      dryRun: true,
      pageSize: 2,
    });
    expect(pages.map((page) => page.length)).toEqual([2, 1]);
    expect(noted.map(({ note }) => note)).toEqual([
      { is: 'shown', request: { method: 'RUN', url: 'Pedidos', body: { rows: [{ n: 1 }, { n: 2 }] } } },
      { is: 'shown' },
      { is: 'shown', request: { method: 'RUN', url: 'Pedidos', body: { rows: [{ n: 3 }] } } },
    ]);
    expect(flows.calls).toEqual([]);
    const alone = await collect({}, numbers(60), { dryRun: true });
    expect(alone.noted[0]?.note).toMatchObject({ request: { url: 'f', body: { more: 10 } } });
  });
});
