import { catalogue, flow, type FlowSketch } from '../catalogue.testing';
import { locales } from '../text';
import { validateFlow } from './validate';

const good: FlowSketch = {
  nodes: {
    read: { type: 'source.http', config: { connection: 'erp' } },
    keep: { type: 'transform.filter', config: { condition: 'situacao = "A"' } },
    price: {
      type: 'vtex.price-set',
      config: {
        connection: 'store',
        mapping: [
          { target: 'itemId', expression: 'codigo' },
          { target: 'basePrice', expression: '$parseNumber(preco)' },
        ],
      },
    },
  },
  edges: ['read>keep', 'keep>price'],
  slots: { erp: 'http', store: 'vtex' },
};

const nodesOf = (sketch: FlowSketch) => sketch.nodes as Record<string, object>;

/** The sound flow with one box changed. */
function withConfig(id: 'read' | 'keep' | 'price', config: object): FlowSketch {
  const box = nodesOf(good)[id] as { config: object };
  return { ...good, nodes: { ...good.nodes, [id]: { ...box, config: { ...box.config, ...config } } } };
}

function problems(sketch: FlowSketch, ...rest: [] | [Parameters<typeof validateFlow>[2]]) {
  return validateFlow(flow(sketch), catalogue, ...rest);
}

function codes(sketch: FlowSketch): string[] {
  return problems(sketch).map(({ code, node, field, edge, slot }) =>
    [code, node, field, edge, slot].filter(Boolean).join(' '),
  );
}

test('a sound flow has no problems', () => {
  expect(problems(good)).toEqual([]);
});

test('what is no flow at all is told as damaged', () => {
  for (const bad of [
    null,
    42,
    'x',
    [],
    {},
    { ...flow(good), nodes: { 'bad id': {} } },
    { ...flow(good), edges: [1] },
  ]) {
    const found = validateFlow(bad, catalogue);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['flow.malformed']));
  }
  const [problem] = validateFlow(
    { ...flow(good), nodes: { a: { type: 'x', version: 1, config: 3 } } },
    catalogue,
  );
  expect(problem).toMatchObject({ node: 'a', field: 'config' });
});

test('a document nested without end is told as damaged', () => {
  const deep = JSON.parse('['.repeat(5_000) + ']'.repeat(5_000));
  expect(validateFlow({ ...flow(good), nodes: deep }, catalogue)[0]?.code).toBe('flow.malformed');
});

test('a circle is named box by box', () => {
  const ring = problems({
    ...good,
    nodes: {
      ...good.nodes,
      a: { type: 'transform.pass', name: 'One' },
      b: { type: 'transform.pass', name: 'Two' },
    },
    edges: ['read>keep', 'keep>price', 'keep>a', 'a>b', 'b>a'],
  }).filter(({ code }) => code === 'flow.ring');
  expect(ring).toHaveLength(1);
  expect(ring[0]?.values['nodes']).toEqual(['a', 'b']);
  expect(ring[0]?.text.en).toContain('One → Two → One');
});

test('two circles are two problems, and what hangs on a circle is none', () => {
  const found = codes({
    nodes: { ...good.nodes, ...Object.fromEntries('abcde'.split('').map((id) => [id, 'transform.pass'])) },
    edges: ['read>keep', 'keep>price', 'read>a', 'a>b', 'b>a', 'b>e', 'read>c', 'c>d', 'd>c'],
    slots: good.slots ?? {},
  });
  expect(found.filter((code) => code.startsWith('flow.ring'))).toHaveLength(2);
});

test.each<[string, FlowSketch, string[]]>([
  [
    'an edge to a missing box',
    { ...good, edges: [...(good.edges ?? []), 'keep>gone'] },
    ['flow.edge-dangling keep keep.out>gone.in'],
  ],
  [
    'an edge into a source',
    { ...good, edges: [...(good.edges ?? []), 'keep>read'] },
    ['flow.edge-into-source keep keep.out>read.in', 'flow.ring read'],
  ],
  [
    'an edge to itself',
    { ...good, edges: [...(good.edges ?? []), 'keep>keep'] },
    ['flow.edge-to-itself keep keep.out>keep.in'],
  ],
  [
    'the same edge twice',
    { ...good, edges: [...(good.edges ?? []), 'keep>price'] },
    ['flow.edge-twice keep keep.out>price.in'],
  ],
  [
    'an unknown output',
    { ...good, edges: ['read>keep', 'keep>price', 'keep.other>price'] },
    ['flow.no-output keep keep.other>price.in'],
  ],
  [
    'an unknown input',
    { ...good, edges: ['read>keep', 'keep>price', 'keep>price.other'] },
    ['flow.no-input keep keep.out>price.other'],
  ],
])('%s is told', (_name, sketch, expected) => expect(codes(sketch)).toEqual(expected));

test('rows cannot go where files are needed', () => {
  const nodes = { ...good.nodes, file: 'output.file', open: 'file.read' };
  const edges = ['read>keep', 'keep>price', 'keep>file'];
  expect(codes({ ...good, nodes, edges: [...edges, 'file.file>open'] })).toEqual([]);
  const [problem] = problems({ ...good, nodes, edges: [...edges, 'keep>open'] });
  expect(problem).toMatchObject({
    code: 'flow.port-types-differ',
    node: 'keep',
    values: { given: { pt: 'linhas' } },
  });
});

test('an unknown type and a newer version are told at the box', () => {
  expect(codes({ ...good, nodes: { ...good.nodes, x: 'no.such' } })).toEqual(['flow.node-unknown x']);
  const newer = { type: 'transform.pass', version: 3 };
  expect(
    codes({ ...good, nodes: { ...good.nodes, x: newer }, edges: ['read>keep', 'keep>price', 'read>x'] }),
  ).toEqual(['flow.node-too-new x']);
});

test.each<[string, FlowSketch, string[]]>([
  ['no condition', withConfig('keep', { condition: '' }), ['flow.field-missing keep condition']],
  ['a broken condition', withConfig('keep', { condition: 'a =' }), ['expression.syntax-end keep condition']],
  [
    'an unknown function',
    withConfig('keep', { condition: '$nope(a)' }),
    ['expression.unknown-function keep condition'],
  ],
  [
    'a condition that is no text',
    withConfig('keep', { condition: 3 }),
    ['flow.field-wrong-kind keep condition'],
  ],
  ['a number too small', withConfig('read', { pageSize: 0 }), ['flow.field-too-small read pageSize']],
  ['a number too large', withConfig('read', { pageSize: 501 }), ['flow.field-too-large read pageSize']],
  ['a number with decimals', withConfig('read', { pageSize: 1.5 }), ['flow.field-not-whole read pageSize']],
  ['a text for a number', withConfig('read', { pageSize: '5' }), ['flow.field-wrong-kind read pageSize']],
  [
    'a text too long',
    withConfig('read', { path: '/aaaaaaaaaaaaaaaaaaaaaaa' }),
    ['flow.field-too-long read path'],
  ],
  ['a text of another form', withConfig('read', { path: 'x' }), ['flow.field-wrong-form read path']],
  ['no such choice', withConfig('read', { paging: 'none' }), ['flow.field-not-a-choice read paging']],
  [
    'a field that a choice brings',
    withConfig('read', { paging: 'cursor' }),
    ['flow.field-missing read cursorPath'],
  ],
  ['no date', withConfig('read', { since: '31/12/2026' }), ['flow.field-wrong-kind read since']],
  ['no toggle', withConfig('read', { secure: 'yes' }), ['flow.field-wrong-kind read secure']],
  ['no JSON', withConfig('read', { body: '{' }), ['flow.field-not-json read body']],
  ['an unknown setting', withConfig('read', { colour: 1 }), ['flow.field-unknown read colour']],
  [
    'no connection',
    withConfig('read', { connection: null }),
    ['flow.field-missing read connection', 'flow.slot-unused erp'],
  ],
  [
    'a connection of another kind',
    withConfig('read', { connection: 'store' }),
    ['flow.slot-wrong-kind read connection', 'flow.slot-unused erp'],
  ],
  [
    'a connection that is gone',
    withConfig('read', { connection: 'old' }),
    ['flow.slot-unknown read connection', 'flow.slot-unused erp'],
  ],
])('%s is told at its field', (_name, sketch, expected) => expect(codes(sketch)).toEqual(expected));

test('mapping lines are checked one by one', () => {
  const lines = [
    { target: 'itemId', expression: '1 +' },
    { target: 'itemId', expression: 'a' },
    { target: 'nope', expression: 'a' },
    { target: '', expression: 'a' },
    'x',
  ];
  expect(codes(withConfig('price', { mapping: lines }))).toEqual([
    'expression.syntax-end price mapping.itemId',
    'flow.mapping-target-twice price mapping.itemId',
    'flow.mapping-target-unknown price mapping.nope',
    'flow.mapping-target-unnamed price mapping.3',
    'flow.mapping-line-broken price mapping.4',
    'flow.mapping-target-missing price mapping.basePrice',
  ]);
  expect(codes(withConfig('price', { mapping: [] }))).toEqual([
    'flow.mapping-target-missing price mapping.itemId',
    'flow.mapping-target-missing price mapping.basePrice',
  ]);
});

test('lines of a table are forms of their own, and their ports need names of their own', () => {
  const nodes = (cases: object[]) => ({
    ...good.nodes,
    sw: { type: 'transform.switch', config: { cases } as never },
  });
  const edges = ['read>keep', 'keep>price', 'keep>sw', 'sw.cheap>price'];
  const cheap = { id: 'cheap', condition: 'price < 10' };
  expect(codes({ ...good, nodes: nodes([cheap]), edges })).toEqual([]);
  expect(codes({ ...good, nodes: nodes([]), edges: edges.slice(0, 3) })).toEqual([
    'flow.table-too-short sw cases',
  ]);
  expect(
    codes({ ...good, nodes: nodes([cheap, { id: 'cheap', condition: '' }, { condition: 'a' }]), edges }),
  ).toEqual([
    'flow.field-missing sw cases.1.condition',
    'flow.field-missing sw cases.2.id',
    'flow.port-twice sw cases.1.id',
    'flow.port-unnamed sw cases.2.id',
  ]);
});

test('boxes that no row reaches are warned about', () => {
  const nodes = { ...good.nodes, lost: 'transform.pass', after: 'transform.pass', join: 'transform.join' };
  const edges = ['read>keep', 'keep>price', 'lost>after', 'keep>join'];
  expect(codes({ ...good, nodes, edges })).toEqual([
    'flow.input-not-connected join',
    'flow.node-not-connected lost',
    'flow.node-not-reached after',
  ]);
  expect(codes({ ...good, edges: ['keep>price'] })).toContain('flow.source-unused read');
});

test('a join with an open input, or with two arrows into one, keeps a flow from being published', () => {
  const nodes = { ...good.nodes, join: 'transform.join' };
  const found = (edges: string[]) =>
    problems({ ...good, nodes, edges: ['read>keep', 'keep>price', ...edges] }).map(
      ({ severity, code, edge }) => [severity, code, edge].filter(Boolean).join(' '),
    );
  expect(found(['keep>join', 'read>join.with'])).toEqual([]);
  expect(found(['keep>join'])).toEqual(['error flow.input-not-connected']);
  expect(found(['keep>join', 'read>join', 'read>join.with'])).toEqual([
    'error flow.join-ambiguous read.out>join.in',
  ]);
});

test('a box that may make a thing twice, and cannot ask whether it is there, is warned of', () => {
  const found = (config: object) => {
    const nodes = { ...good.nodes, send: { type: 'output.send', config: config as never } };
    return problems({ ...good, nodes, edges: ['read>keep', 'keep>price', 'keep>send'] }).map(
      ({ severity, code, node, field }) => [severity, code, node, field].join(' '),
    );
  };
  expect(found({})).toEqual(['warning flow.create-unchecked send repeat']);
  expect(found({ method: 'GET' })).toEqual([]);
  expect(found({ repeat: 'look' })).toEqual([]);
});

test('a mapping line left empty is as good as none for a required target', () => {
  const empty = withConfig('price', {
    mapping: [
      { target: 'itemId', expression: 'codigo' },
      { target: 'basePrice', expression: '' },
    ],
  });
  expect(problems(empty).filter(({ severity }) => severity === 'error')).toHaveLength(1);
  expect(codes(empty)[0]).toMatch(/price mapping\.basePrice$/);
});

test('a box that passes on only what changed stands after the boxes that wait for all rows', () => {
  const nodes = { ...good.nodes, changed: 'transform.changed', sort: 'transform.sort' };
  const before = ['read>keep', 'keep>changed', 'changed>sort', 'sort>price'];
  expect(codes({ ...good, nodes, edges: before })).toEqual(['flow.changes-before-barrier changed']);
  const after = ['read>keep', 'keep>sort', 'sort>changed', 'changed>price'];
  expect(codes({ ...good, nodes, edges: after })).toEqual([]);
});

test('the rows of a call enter a flow at one box only, and a box that is switched off does not count', () => {
  const nodes = { ...good.nodes, call: 'source.call', again: 'source.call' };
  const edges = ['read>keep', 'call>keep', 'again>keep', 'keep>price'];
  expect(codes({ ...good, nodes, edges })).toEqual(['flow.called-twice again']);
  const off = { ...nodes, again: { type: 'source.call', disabled: true } };
  expect(codes({ ...good, nodes: off, edges })).toEqual([]);
});

test('a flow without a source has nothing to read from', () => {
  expect(codes({ nodes: { a: 'transform.pass' } })).toEqual(['flow.no-source']);
  expect(codes({})).toEqual(['flow.no-source']);
});

test('a disabled box is not asked for its form, and lets rows pass', () => {
  const nodes = { ...good.nodes, keep: { type: 'transform.filter', disabled: true } };
  expect(codes({ ...good, nodes })).toEqual([]);
  const read = { type: 'source.http', disabled: true, config: { connection: 'erp' } };
  expect(codes({ ...good, nodes: { ...good.nodes, read } })).toEqual([
    'flow.no-source',
    'flow.slot-unused erp',
  ]);
  const after = { ...nodes, late: 'transform.pass' };
  expect(codes({ ...good, nodes: after, edges: ['read>keep', 'keep>price', 'keep.failed>late'] })).toEqual([
    'flow.node-not-reached late',
  ]);
  const changing = { ...good.nodes, file: { type: 'output.file', disabled: true }, open: 'file.read' };
  expect(
    codes({ ...good, nodes: changing, edges: ['read>keep', 'keep>price', 'keep>file', 'file.file>open'] }),
  ).toEqual(['flow.disabled-changes-kind file']);
});

test('an installation is asked for its connections and parameters', () => {
  const sketch: FlowSketch = {
    ...good,
    parameters: {
      rate: { type: 'number', name: 'Rate', required: true },
      note: { type: 'text', name: 'Note', default: 'x' },
    },
  };
  const found = problems(sketch, { slots: { erp: { kind: 'sql' } }, parameters: { note: 4 } });
  expect(found.map(({ code, slot, parameter }) => [code, slot ?? parameter])).toEqual([
    ['flow.slot-bound-to-other-kind', 'erp'],
    ['flow.slot-unbound', 'store'],
    ['flow.parameter-unset', 'rate'],
    ['flow.parameter-value', 'note'],
  ]);
  const bound = { slots: { erp: { kind: 'http' }, store: { kind: 'vtex' } }, parameters: { rate: 1 } };
  expect(problems(sketch, bound)).toEqual([]);
});

test('a default of another type than its parameter is told', () => {
  const parameters = { on: { type: 'toggle' as const, name: 'On', default: 'yes' } };
  expect(problems({ ...good, parameters })[0]).toMatchObject({
    code: 'flow.parameter-default',
    parameter: 'on',
  });
});

test('a setting of the flow that cannot be worked out is told at its place', () => {
  expect(problems({ ...good, settings: { orderKey: 'codigo & "/"' } })).toEqual([]);
  const [broken] = problems({ ...good, settings: { orderKey: 'codigo &' } });
  expect(broken).toMatchObject({ severity: 'error', setting: 'orderKey' });
  expect(broken?.code).toMatch(/^expression\./);
});

test('limits are told: boxes, length of the chain, depth of settings', () => {
  const many = Object.fromEntries(Array.from({ length: 1_001 }, (_, at) => [`n${at}`, 'transform.pass']));
  expect(codes({ nodes: many })).toEqual(['flow.too-many-nodes']);
  const chain = Object.fromEntries(Array.from({ length: 250 }, (_, at) => [`n${at}`, 'transform.pass']));
  const edges = Array.from({ length: 249 }, (_, at) => `n${at}>n${at + 1}`);
  const long = {
    ...good,
    nodes: { ...good.nodes, ...chain },
    edges: ['read>keep', 'keep>price', 'read>n0', ...edges],
  };
  expect(codes(long)).toEqual(['flow.chain-too-long n199']);
  const deep = JSON.parse('['.repeat(40) + ']'.repeat(40));
  expect(codes(withConfig('read', { body: deep }))).toEqual(['flow.config-too-deep read']);
});

test('ids that are names of Object.prototype are ids like others', () => {
  const nodes = { ...good.nodes, constructor: 'transform.pass' } as FlowSketch['nodes'];
  expect(codes({ ...good, nodes, edges: ['read>keep', 'keep>price', 'keep>constructor'] })).toEqual([]);
  expect(codes({ ...good, edges: ['read>keep', 'keep>price', 'keep>toString'] })).toEqual([
    'flow.edge-dangling keep keep.out>toString.in',
  ]);
});

test('every problem is a whole sentence in every language', () => {
  const found = [
    ...problems(withConfig('keep', { condition: 'a =' })),
    ...problems(withConfig('read', { pageSize: 0, paging: 'x', path: 'y' })),
    ...problems({ ...good, edges: ['keep>gone', 'keep>keep', 'price>keep', 'keep>price'] }),
    ...problems(good, { slots: {} }),
  ];
  expect(found.length).toBeGreaterThan(8);
  for (const { text, code } of found) {
    for (const locale of locales)
      expect(`${code}: ${text[locale]}`).not.toMatch(/\{\w+\}|undefined|\[object/);
  }
});
