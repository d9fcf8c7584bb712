import { UserError } from '@eclusa/flow';
import {
  action,
  each,
  flowOf,
  gather,
  map,
  node,
  numbers,
  passed,
  planOf,
  range,
  run,
} from './flows.testing';
import { compilePlan } from './plan';

const same = map((row) => row);

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return error instanceof UserError ? error.code : `not a UserError: ${String(error)}`;
  }
  return 'nothing was thrown';
}

test('a source is an entry with the nodes its rows reach, in the order they run', () => {
  const plan = planOf(
    { src: numbers(1), last: same, first: same, beside: same },
    'src > first',
    'first > last',
    'first > beside',
  );
  expect(plan.entries).toEqual([
    {
      node: 'src',
      kind: 'source',
      port: 'out',
      nodes: ['first', 'last', 'beside'],
      feeds: [],
      fedBy: [],
      inputs: [],
    },
  ]);
});

test('a barrier ends a stage and begins the next, and knows who feeds it by which port', () => {
  const two = gather(10, {
    inputs: ['left', 'right'].map((id) => ({ id, type: 'row', name: { en: id, es: id, pt: id } })),
  });
  const plan = planOf(
    { a: numbers(1), b: numbers(1), join: two, sort: gather(), end: same },
    'a > join.left',
    'b > join.right',
    'a > sort',
    'join > sort',
    'sort > end',
  );
  expect(plan.entries.map((entry) => entry.node)).toEqual(['a', 'b', 'join', 'sort']);
  expect(plan.entries[0]).toMatchObject({ feeds: ['join', 'sort'], nodes: [] });
  expect(plan.entries[2]).toMatchObject({
    kind: 'barrier',
    feeds: ['sort'],
    fedBy: ['a', 'b'],
    inputs: [
      { port: 'left', entries: ['a'] },
      { port: 'right', entries: ['b'] },
    ],
  });
  expect(plan.entries[3]).toMatchObject({ nodes: ['end'], fedBy: ['a', 'join'] });
});

test('a disabled node hands what enters it to its first output', async () => {
  const filter = each(() => []);
  const plan = planOf(
    {
      src: numbers(1),
      off: { type: filter, disabled: true },
      off2: { type: filter, disabled: true },
      end: same,
    },
    'src > off',
    'off > off2',
    'off2 > end',
    'off.failed > end',
  );
  expect(passed(await run(plan, 'src', range(1, 2)), 'end')).toEqual(range(1, 2));
});

test('a disabled source is no entry', () => {
  const plan = planOf(
    { a: { type: numbers(1), disabled: true }, b: numbers(1), end: same },
    'a > end',
    'b > end',
  );
  expect(plan.entries.map((entry) => entry.node)).toEqual(['b']);
});

test('the order of keys in the document does not change the plan', () => {
  const { document, types } = flowOf({ a: numbers(1), b: numbers(1), end: same }, 'a > end', 'b > end');
  const turned = { ...document, nodes: Object.fromEntries(Object.entries(document.nodes).reverse()) };
  expect(compilePlan(turned, types).entries).toEqual(compilePlan(document, types).entries);
});

test('a cycle, an unknown type and an edge to nowhere are refused with the place', () => {
  expect(codeOf(() => planOf({ a: same, b: same }, 'a > b', 'b > a'))).toBe('engine.cycle');
  expect(codeOf(() => planOf({ a: same }, 'a > gone'))).toBe('engine.edge-dangling');
  const { document } = flowOf({ a: same });
  expect(codeOf(() => compilePlan(document, new Map()))).toBe('engine.node-unknown');
});

test('settings of an older version are migrated and defaults are filled in', () => {
  const type = node({
    version: 3,
    fields: { size: { kind: 'number', default: 5, name: { en: 'Size', es: 'Tamaño', pt: 'Tamanho' } } },
    migrate: [
      (config) => ({ ...config, two: true }),
      (config) => ({ ...config, three: config.two ?? false }),
    ],
    behaviour: { kind: 'transform', prepare: () => () => [] },
  });
  const { document, types } = flowOf({ old: { type, config: { own: 1 } } });
  (document.nodes.old as { version: number }).version = 1;
  expect(compilePlan(document, types).nodes.get('old')?.config).toEqual({
    own: 1,
    two: true,
    three: true,
    size: 5,
  });
  (document.nodes.old as { version: number }).version = 4;
  expect(codeOf(() => compilePlan(document, types))).toBe('engine.node-newer');
});

test('parameters take the value given, else the default, and are checked', () => {
  const { document, types } = flowOf({ a: same });
  document.parameters = {
    days: { type: 'number', name: 'Days', default: 7 },
    store: { type: 'text', name: 'Store', required: true },
    note: { type: 'text', name: 'Note' },
  };
  const compile = (parameters: Record<string, string | number>) =>
    compilePlan(document, types, { parameters });
  expect(compile({ store: 'x' }).parameters).toEqual({ days: 7, store: 'x', note: null });
  expect(codeOf(() => compile({}))).toBe('engine.parameter-missing');
  expect(codeOf(() => compile({ store: 1 }))).toBe('engine.parameter-invalid');
  expect(codeOf(() => compile({ store: 'x', stor: 'y' }))).toBe('engine.parameter-unknown');
});

test('a plan knows whether anything in it writes', () => {
  expect(planOf({ src: numbers(1), a: same }, 'src > a').hasEffects).toBe(false);
  expect(planOf({ src: numbers(1), a: action() }, 'src > a').hasEffects).toBe(true);
  expect(planOf({ src: numbers(1), a: { type: action(), disabled: true } }, 'src > a').hasEffects).toBe(
    false,
  );
});
