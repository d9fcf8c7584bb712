import { dryRunFetch } from './dry-run-fetch';
import { shownFetch } from './shown-fetch';
import type { RecordedRequest } from '@eclusa/flow';
import {
  action,
  each,
  effectLog,
  gather,
  n,
  node,
  numbers,
  passed,
  planOf,
  range,
  run,
  testHost,
} from './flows.testing';
import { testNode } from './test-node';

/** A fetch that answers 200 and lists what it was asked. */
function network() {
  const asked: string[] = [];
  const fetcher: typeof fetch = async (input, init) => {
    asked.push(`${init?.method ?? 'GET'} ${String(input)}`);
    return Response.json({ real: true });
  };
  return { asked, fetcher };
}

/** An action that reads, then writes, through its context; `shows` what it records itself. */
function readsAndWrites(shows?: RecordedRequest) {
  return node({
    group: 'vtex',
    behaviour: {
      kind: 'action',
      effect: 'create',
      prepare: async (context) => ({
        async run(row, call) {
          const url = `https://store/price/${n(row)}`;
          await context.fetch(url);
          if (shows) call.record(shows);
          const headers = { authorization: 'secret', 'content-type': 'application/json' };
          const answer = await context.fetch(url, { method: 'PUT', headers, body: JSON.stringify(row) });
          return [{ value: { ...row, answer: (await answer.json()) as { n: number } } }];
        },
      }),
    },
  });
}

describe('a dry run', () => {
  test('lets an action that only reads ask by POST', async () => {
    const { asked, fetcher } = network();
    const asks = node({
      group: 'vtex',
      behaviour: {
        kind: 'action',
        effect: 'read',
        prepare: async (context) => ({
          async run(row) {
            await context.fetch('https://store/simulation', { method: 'POST', body: JSON.stringify(row) });
            return [{ value: row }];
          },
        }),
      },
    });
    const options = { host: testHost({ fetch: fetcher }), dryRun: true };
    const outcome = await run(planOf({ src: numbers(0), asks }, 'src > asks'), 'src', range(1, 1), options);
    expect(asked).toEqual(['POST https://store/simulation']);
    expect(outcome.requests).toEqual([]);
  });

  test('lets reads through, holds writes back, and shows them by node and row', async () => {
    const { asked, fetcher } = network();
    const plan = planOf({ src: numbers(0), put: readsAndWrites() }, 'src > put');
    const options = { host: testHost({ fetch: fetcher }), dryRun: true };
    const outcome = await run(plan, 'src', range(1, 2), options);
    expect(asked).toEqual(['GET https://store/price/1', 'GET https://store/price/2']);
    expect(outcome.requests).toEqual(
      [1, 2].map((row) => ({
        node: 'put',
        row,
        request: {
          method: 'PUT',
          url: `https://store/price/${row}`,
          headers: { 'content-type': 'application/json' },
          body: { n: row },
        },
      })),
    );
    expect(passed(outcome, 'put', 'out')[0]).toEqual({ n: 1, answer: { n: 1 } });
  });

  test('shows what the node records itself when it does, instead of what its fetch held back', async () => {
    const { fetcher } = network();
    const shown = { method: 'PUT', url: 'https://store/price/1', body: { exact: true } };
    const plan = planOf({ src: numbers(0), put: readsAndWrites(shown) }, 'src > put');
    const options = { host: testHost({ fetch: fetcher }), dryRun: true };
    const outcome = await run(plan, 'src', range(1, 1), options);
    expect(outcome.requests).toEqual([{ node: 'put', row: 1, request: shown }]);
  });

  test('neither reads nor writes effects', async () => {
    const { fetcher } = network();
    const effects = { ...effectLog(), load: jest.fn(async () => []) };
    const plan = planOf({ src: numbers(0), put: readsAndWrites() }, 'src > put');
    await run(plan, 'src', range(1, 2), { host: testHost({ fetch: fetcher }), effects, dryRun: true });
    expect(effects.load).not.toHaveBeenCalled();
    expect(effects.writes).toEqual([]);
  });

  test('and a real run of the same plan do not share what was prepared', async () => {
    const { asked, fetcher } = network();
    const plan = planOf({ src: numbers(0), put: readsAndWrites() }, 'src > put');
    const host = testHost({ fetch: fetcher });
    await run(plan, 'src', range(1, 1), { host, dryRun: true });
    const real = await run(plan, 'src', range(1, 1), { host });
    expect(asked.filter((request) => request.startsWith('PUT'))).toEqual(['PUT https://store/price/1']);
    expect(real.requests).toEqual([]);
  });
});

test('a request marked as reading goes through, without the mark', async () => {
  const seen: (RequestInit | undefined)[] = [];
  const record = jest.fn();
  const dry = dryRunFetch(async (_input, init) => {
    seen.push(init);
    return new Response('read');
  }, record);
  const headers = { 'x-eclusa-reads': '1', 'content-type': 'text/xml' };
  expect(await (await dry('https://store/x', { method: 'POST', headers, body: '<x/>' })).text()).toBe('read');
  expect([...new Headers(seen[0]?.headers).keys()]).toEqual(['content-type']);
  expect(record).not.toHaveBeenCalled();
});

test('a request marked as reading goes through where only shown writes may, and others do not', async () => {
  const seen: (RequestInit | undefined)[] = [];
  const fetcher: typeof fetch = async (_input, init) => {
    seen.push(init);
    return new Response('read');
  };
  const scope = { signal: new AbortController().signal, held: () => undefined, shown: [] };
  const applying = shownFetch(fetcher, () => scope);
  const ordinary = shownFetch(fetcher, () => undefined);
  const init = { method: 'POST', body: '<x/>' };
  const marked = { ...init, headers: { 'x-eclusa-reads': '1', 'content-type': 'text/xml' } };
  for (const fetched of [applying, ordinary]) {
    expect(await (await fetched('https://store/x', marked)).text()).toBe('read');
    expect([...new Headers(seen.pop()?.headers).keys()]).toEqual(['content-type']);
  }
  await expect(applying('https://store/x', init)).rejects.toMatchObject({ code: 'engine.not-as-shown' });
  expect(seen).toEqual([]);
});

describe('the fetch of a dry run', () => {
  const held: RecordedRequest[] = [];
  const { asked, fetcher } = network();
  const dry = dryRunFetch(fetcher, (request) => held.push(request));

  test('answers a write with its own body', async () => {
    const answer = await dry('https://store/x', { method: 'post', body: '{"a":1}' });
    expect([answer.status, answer.headers.get('x-eclusa-dry-run'), await answer.json()]).toEqual([
      200,
      '1',
      { a: 1 },
    ]);
  });

  test('takes text, bytes, forms and Request objects', async () => {
    held.length = 0;
    await dry('https://store/x', { method: 'POST', body: 'not json' });
    await dry('https://store/x', { method: 'POST', body: new TextEncoder().encode('[1]') });
    await dry('https://store/x', { method: 'POST', body: new URLSearchParams({ a: 'b' }) });
    await dry(new Request('https://store/x', { method: 'DELETE' }));
    expect(held.map((request) => request.body)).toEqual(['not json', [1], 'a=b', undefined]);
    expect(held[3]?.method).toBe('DELETE');
    expect(asked).toEqual([]);
  });
});

describe('testing one node on sample rows', () => {
  const options = { host: testHost(), signal: new AbortController().signal };

  test('shows all rows that leave, by port, and those that fail, without the rest of the flow', async () => {
    const split = each((row) => {
      if (n(row) === 3) throw new Error('three');
      return [{ port: n(row) % 2 === 0 ? 'even' : 'odd', value: row }];
    });
    const put = action();
    const plan = planOf(
      { src: numbers(0), split, put, all: gather() },
      'src > split',
      'split.even > put',
      'put > all',
    );
    const tested = await testNode(plan, 'split', range(1, 10), options);
    expect(tested.outputs.even?.map(n)).toEqual([2, 4, 6, 8, 10]);
    expect(tested.outputs.odd?.map(n)).toEqual([1, 5, 7, 9]);
    expect(tested.failed.map((row) => row.row)).toEqual([3]);
    expect(put.ran).toEqual([]);
    expect((await testNode(plan, 'all', range(1, 3), options)).outputs).toEqual({ out: range(1, 3) });
  });

  test('reads the first page of a source', async () => {
    const src = numbers(100);
    const tested = await testNode(planOf({ src }), 'src', [], options);
    expect(tested.outputs.out).toHaveLength(20);
    expect(src.pulled).toBe(1);
  });

  test('gives a barrier its rows by input port', async () => {
    const ports = ['left', 'right'].map((id) => ({
      id,
      type: 'row' as const,
      name: { en: id, es: id, pt: id },
    }));
    const plan = planOf({ src: numbers(0), both: gather(9, { inputs: ports }) }, 'src > both.left');
    const byPort = { right: range(3, 4), left: range(1, 2) };
    expect((await testNode(plan, 'both', byPort, options)).outputs).toEqual({ out: range(1, 4) });
    expect((await testNode(plan, 'both', range(1, 2), options)).outputs).toEqual({ out: range(1, 2) });
  });

  test('sends nothing unless it is asked to', async () => {
    const { asked, fetcher } = network();
    const plan = planOf({ src: numbers(0), put: readsAndWrites() }, 'src > put');
    const own = { ...options, host: testHost({ fetch: fetcher }) };
    expect((await testNode(plan, 'put', range(1, 1), own)).requests).toHaveLength(1);
    expect(asked).toEqual(['GET https://store/price/1']);
    expect((await testNode(plan, 'put', range(1, 1), { ...own, dryRun: false })).requests).toEqual([]);
    expect(asked).toHaveLength(3);
  });

  test('also tries a node that is disabled in the flow', async () => {
    const plan = planOf({ src: numbers(0), put: { type: action(), disabled: true } }, 'src > put');
    expect((await testNode(plan, 'put', range(1, 2), options)).outputs.out).toEqual(range(1, 2));
    await expect(testNode(plan, 'gone', [], options)).rejects.toMatchObject({ code: 'engine.node-missing' });
  });
});
