import {
  compilePlan,
  memoryChanges,
  memoryLimiter,
  memoryLocks,
  memoryReferences,
  memoryScratch,
  runInProcess,
  type Host,
} from '@eclusa/engine';
import { emptyFlow, sentence, type FlowDocument, type Json, type Row } from '@eclusa/flow';
import { contextOf, memoryFiles, rowsThrough } from '../harness.testing';
import { nodeTypes } from '../index';
import stop from './stop.node';
import wait from './wait.node';

/** Rows of a JSON file through one box. */
function flowThrough(type: string, config: Record<string, Json>): FlowDocument {
  const flow = emptyFlow('test');
  flow.nodes['rows'] = { type: 'source.json', version: 1, config: { file: 'f' } };
  flow.nodes['box'] = { type, version: 1, config };
  flow.edges = [{ from: { node: 'rows', port: 'out' }, to: { node: 'box', port: 'in' } }];
  return flow;
}

/** A host whose clock moves only when somebody sleeps. */
function hostOf(rows: readonly Row[]): Host & { slept: number[] } {
  let time = Date.parse('2026-11-30T12:00:00Z');
  const slept: number[] = [];
  return {
    slept,
    fetch: () => Promise.reject(new Error('unused')),
    limiter: memoryLimiter(),
    files: memoryFiles({ f: JSON.stringify(rows) }),
    clock: {
      now: () => new Date(time),
      async sleep(ms) {
        slept.push(ms);
        time += ms;
      },
    },
    random: () => 0,
    retry: { maxAttempts: 1, maxAge: 0, baseDelay: 0, maxDelay: 0 },
    connection: () => Promise.reject(new Error('unused')),
    lock: memoryLocks(),
    memory: memoryChanges(),
    references: memoryReferences(),
    scratch: memoryScratch(),
  };
}

const run = (flow: FlowDocument, host: Host, dryRun = false) =>
  runInProcess(compilePlan(flow, nodeTypes), { host, signal: new AbortController().signal, dryRun });

const prices: Row[] = [
  { sku: 'A', preco: 1 },
  { sku: 'B', preco: -1 },
  { sku: 'C', preco: 2 },
];

describe('stopping a run', () => {
  const config = { condition: 'preco < 0', message: 'Preço {{preco}} em {{sku}}' };

  it.each(['failed', 'cancelled'] as const)(
    'ends it as %s with the message, at the first row that fits',
    async (ending) => {
      const { state, error } = await run(
        flowThrough('transform.stop', { ...config, ending }),
        hostOf(prices),
      );
      expect(state).toBe(ending);
      expect(sentence(error?.code ?? '', error?.values ?? {}, 'pt')).toBe(
        'O fluxo encerrou esta execução: Preço -1 em B',
      );
      expect(error?.values['node']).toBe('box');
    },
  );

  it('lets the other rows pass, and fails the row alone whose condition cannot be told', async () => {
    const { state, totals } = await run(
      flowThrough('transform.stop', config),
      hostOf([{ preco: 1 }, { preco: 2 }]),
    );
    expect({ state, written: totals.written }).toEqual({ state: 'completed', written: 2 });
    const through = rowsThrough(stop, { config: { ...config, condition: '$parseNumber(preco) < 0' } });
    expect(() => through({ preco: 'abc' })).toThrow('nodes.field-not-number');
  });
});

describe('waiting', () => {
  it('lets all rows go on after the time, once', async () => {
    const host = hostOf(prices);
    const { state, totals } = await run(flowThrough('transform.wait', { amount: 2, unit: 'minutes' }), host);
    expect({ state, written: totals.derived }).toEqual({ state: 'completed', written: 3 });
    expect(host.slept).toEqual([120_000]);
  });

  it('waits a day at most, and not at all without rows or in a dry run', async () => {
    const long = hostOf(prices);
    await run(flowThrough('transform.wait', { amount: 1000, unit: 'hours' }), long);
    expect(long.slept).toEqual([86_400_000]);
    const nothing = hostOf([]);
    await run(flowThrough('transform.wait', {}), nothing);
    const dry = hostOf(prices);
    await run(flowThrough('transform.wait', {}), dry, true);
    expect([nothing.slept, dry.slept]).toEqual([[], []]);
  });

  it('goes on waiting to the same moment when it is run again, and not past it', async () => {
    const { behaviour } = wait;
    if (behaviour.kind !== 'barrier') throw new Error('no barrier');
    const again = async (kept: Json, now: string) => {
      const context = {
        ...contextOf(wait, { config: { amount: 10, unit: 'seconds' }, now: new Date(now) }),
        kept,
      };
      const given: unknown[] = [];
      for await (const one of behaviour.collect({ in: { [Symbol.asyncIterator]: pages } }, context))
        given.push(one);
      return given;
    };
    async function* pages() {
      yield prices;
    }
    const until = Date.parse('2026-11-30T12:00:10Z');
    expect(await again(null, '2026-11-30T12:00:00Z')).toEqual([{ keep: until, after: 10_000 }, prices]);
    expect(await again(until, '2026-11-30T12:00:07Z')).toEqual([{ keep: until, after: 3_000 }, prices]);
    expect(await again(until, '2026-11-30T12:00:11Z')).toEqual([prices]);
  });
});
