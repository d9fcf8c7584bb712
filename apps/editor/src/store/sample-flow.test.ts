import { demoFlow } from '../editor.testing';
import type { NodeTested } from '../api/types';
import {
  basisOf,
  boxesToTry,
  givenTo,
  inputsOf,
  rowsInto,
  rowsRead,
  sampleMarks,
  upstreamOf,
} from './sample-flow';
import { createSampleStore, knownResults } from './sample-store';

const demo = { type: 'transform.demo', version: 1, config: {} };

/** read → filter → last */
function threeBoxes() {
  const flow = demoFlow();
  flow.nodes['last'] = { ...demo };
  flow.edges.push({ from: { node: 'filter', port: 'out' }, to: { node: 'last', port: 'in' } });
  return flow;
}

const gave = (rows: Record<string, number>[]): NodeTested => ({
  outputs: { out: rows },
  failed: [],
  requests: [],
});
const failure = {
  ...{ node: 'filter', port: 'in', row: 1, input: { a: 1 } },
  error: { kind: 'user' as const, code: 'x.y', values: { why: 1 }, text: { en: '', es: '', pt: '' } },
};

/** A sample store with results of these boxes, made in this order with the flow as it is. */
function triedOn(flow = threeBoxes(), ...boxes: [string, NodeTested][]) {
  const store = createSampleStore();
  const put = (id: string, result: NodeTested, document = flow) =>
    store.getState().put(id, result, basisOf(document, id, knownResults(store.getState()), null));
  for (const [id, result] of boxes) put(id, result);
  const marks = (document = flow, storeId: string | null = null) =>
    sampleMarks(document, { ...store.getState(), storeId });
  return { flow, store, put, marks, known: () => knownResults(store.getState()) };
}

const kept = (node: string, rows: Record<string, number>[]) => ({
  ...{ node, outputs: { out: rows }, updatedAt: '2026-01-01T00:00:00Z', updatedBy: 'Ana' },
});

describe('rows into a box', () => {
  test('are those that left the box before it', () => {
    const { flow, known } = triedOn(threeBoxes(), ['read', gave([{ a: 1 }])]);
    expect(rowsInto(flow, 'filter', known())).toEqual([{ a: 1 }]);
    expect(rowsInto(flow, 'last', known())).toBeNull();
    expect(rowsInto(flow, 'read', known())).toBeNull();
    expect(rowsRead(flow, known())).toEqual([{ a: 1 }]);
  });

  test('come by each input, those of several lines together', () => {
    const flow = demoFlow();
    const edge = (from: string, port: string) => ({
      from: { node: from, port: 'out' },
      to: { node: 'join', port },
    });
    flow.nodes['join'] = { ...demo };
    flow.edges.push(edge('read', 'left'), edge('filter', 'right'), edge('read', 'right'));
    const { known } = triedOn(flow, ['read', gave([{ a: 1 }])], ['filter', gave([{ a: 2 }])]);
    expect(inputsOf(flow, 'join', known())).toEqual([
      { port: 'left', rows: [{ a: 1 }] },
      { port: 'right', rows: [{ a: 2 }, { a: 1 }] },
    ]);
  });

  test('pass a box that is switched off, whatever it gave before', () => {
    const { flow, known } = triedOn(threeBoxes(), ['read', gave([{ a: 1 }])], ['filter', gave([{ a: 9 }])]);
    flow.nodes['filter']!.disabled = true;
    expect(rowsInto(flow, 'last', known())).toEqual([{ a: 1 }]);
  });

  test('are the failed ones with their reason where the line begins there', () => {
    const flow = threeBoxes();
    flow.edges[1]!.from.port = 'failed';
    const { known } = triedOn(flow, ['read', gave([])], ['filter', { ...gave([]), failed: [failure] }]);
    expect(rowsInto(flow, 'last', known())).toEqual([
      { a: 1, _error: { code: 'x.y', node: 'filter', values: { why: 1 } } },
    ]);
  });
});

test('the boxes before one come in the order rows pass them, even round a ring', () => {
  const flow = threeBoxes();
  flow.edges.push({ from: { node: 'last', port: 'out' }, to: { node: 'filter', port: 'in' } });
  expect(upstreamOf(flow, 'last')).toEqual(['read', 'filter']);
});

describe('a result', () => {
  const tried = () =>
    triedOn(
      threeBoxes(),
      ['read', gave([{ a: 1 }])],
      ['filter', gave([{ a: 1 }])],
      ['last', gave([{ a: 1 }])],
    );

  test('holds while nothing it was made from changes', () => {
    const { flow, marks } = tried();
    expect(marks()).toEqual({ read: 'fresh', filter: 'fresh', last: 'fresh' });
    const moved = { ...flow, layout: { nodes: { read: { x: 9, y: 9 } } } };
    moved.nodes = { ...flow.nodes, filter: { ...flow.nodes['filter']!, name: 'Mine' } };
    expect(marks(moved)).toEqual({ read: 'fresh', filter: 'fresh', last: 'fresh' });
  });

  test('is stale when its box is changed, and so are those after it; undo makes them hold again', () => {
    const { flow, marks } = tried();
    const changed = { ...flow, nodes: { ...flow.nodes, filter: { ...demo, config: { keep: 'none' } } } };
    expect(marks(changed)).toEqual({ read: 'fresh', filter: 'stale', last: 'stale' });
    expect(marks(flow)['last']).toBe('fresh');
  });

  test('is stale when a box before it was tried again, a line was drawn, or another store chosen', () => {
    const { flow, marks, put } = tried();
    put('read', gave([{ a: 1 }]));
    expect(marks()).toEqual({ read: 'fresh', filter: 'stale', last: 'stale' });
    put('filter', gave([{ a: 1 }]));
    put('last', gave([{ a: 1 }]));
    const edges = [...flow.edges, { from: { node: 'read', port: 'out' }, to: { node: 'last', port: 'in' } }];
    expect(marks({ ...flow, edges })).toEqual({ read: 'fresh', filter: 'fresh', last: 'stale' });
    expect(marks(flow, 's1')).toEqual({ read: 'stale', filter: 'stale', last: 'stale' });
  });

  test('says when rows failed', () => {
    const { marks } = triedOn(threeBoxes(), ['read', { ...gave([]), failed: [failure] }]);
    expect(marks()).toEqual({ read: 'failing' });
  });
});

describe('pinned rows', () => {
  test('stand for a result, are never stale, and keep staleness from what follows', () => {
    const { flow, store, marks, put, known } = triedOn(threeBoxes(), ['read', gave([{ a: 1 }])]);
    store.getState().pin(kept('filter', [{ a: 7 }]));
    put('last', gave([{ a: 7 }]));
    put('read', gave([{ a: 2 }]));
    expect(rowsInto(flow, 'last', known())).toEqual([{ a: 7 }]);
    expect(marks()).toEqual({ read: 'fresh', filter: 'pinned', last: 'fresh' });
    store.getState().pin(kept('filter', [{ a: 8 }]));
    expect(marks()['last']).toBe('stale');
  });

  test('are let go of', () => {
    const { store, marks } = triedOn();
    store.getState().pin(kept('read', [{ a: 7 }]));
    store.getState().unpin('read');
    expect(marks()).toEqual({});
  });
});

describe('the boxes to try', () => {
  test('up to one are those before it that have no result which holds', () => {
    const { flow, marks } = triedOn(threeBoxes(), ['read', gave([{ a: 1 }])]);
    expect(boxesToTry(flow, 'last', 'upTo', marks())).toEqual(['filter', 'last']);
    expect(boxesToTry(flow, 'last', 'into', marks())).toEqual(['filter']);
    expect(boxesToTry(flow, 'last', 'upTo', marks(), true)).toEqual(['read', 'filter', 'last']);
    expect(boxesToTry(flow, 'last', 'here', marks())).toEqual(['last']);
  });

  test('from one on are all after it, whether their results hold or not', () => {
    const { flow, marks } = triedOn(
      threeBoxes(),
      ['read', gave([{ a: 1 }])],
      ['filter', gave([])],
      ['last', gave([])],
    );
    expect(boxesToTry(flow, 'filter', 'from', marks()).sort()).toEqual(['filter', 'last']);
    expect(boxesToTry(flow, 'read', 'from', {}).sort()).toEqual(['filter', 'last', 'read']);
  });

  test('are never those pinned, those before them, or those switched off', () => {
    const { flow, store, marks } = triedOn();
    store.getState().pin(kept('filter', []));
    expect(boxesToTry(flow, 'last', 'upTo', marks(), true)).toEqual(['last']);
    store.getState().unpin('filter');
    flow.nodes['filter']!.disabled = true;
    expect(boxesToTry(flow, 'last', 'upTo', marks())).toEqual(['read', 'last']);
  });

  test('get what feeds them and is not tried itself, cut to what can be sent', () => {
    const many = Array.from({ length: 60 }, (_, a) => ({ a }));
    const { flow, known } = triedOn(threeBoxes(), ['read', gave(many)], ['filter', gave([{ a: 1 }])]);
    expect(givenTo(flow, ['filter', 'last'], known())).toEqual([
      { node: 'read', outputs: [{ port: 'out', rows: many.slice(0, 50) }] },
    ]);
    flow.nodes['filter']!.disabled = true;
    expect(givenTo(flow, ['last'], known()).map(({ node }) => node)).toEqual(['read']);
  });
});
