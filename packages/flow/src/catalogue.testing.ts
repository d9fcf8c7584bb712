// A small catalogue and a builder, so that a test shows a flow in a few lines. For tests only.
import type { FlowDocument, FlowEdge } from './document';
import { emptyFlow } from './document';
import type { Fields } from './field';
import type { Json } from './json';
import {
  type Catalogue,
  defineNode,
  describeNode,
  type NodeDefinition,
  type NodeDescription,
  rowIn,
} from './node';
import type { Text } from './text';

export const text = (word: string): Text => ({ en: word, es: `${word} (es)`, pt: `${word} (pt)` });

type Some = Partial<NodeDefinition<Record<string, Json>>> & { id: string };

function node(definition: Some, fields: Fields = {}): NodeDescription {
  const type = defineNode({
    version: 1,
    name: text(definition.id),
    help: text('help'),
    group: 'transform',
    fields,
    behaviour: { kind: 'transform', prepare: () => (row) => [{ value: row }] },
    example: { config: {}, input: [], output: {} },
    ...definition,
  });
  return describeNode(type);
}

async function* nothing(): AsyncIterable<never> {}

const source = { kind: 'source', read: nothing } as const;
const file = { id: 'file', type: 'file', name: text('File') } as const;

const nodes = [
  node({ id: 'source.call', behaviour: { ...source, called: true }, group: 'source' }),
  node(
    { id: 'source.http', behaviour: source, group: 'source' },
    {
      connection: { kind: 'connection', name: text('Connection'), accepts: ['http'], required: true },
      path: { kind: 'text', name: text('Path'), maxLength: 20, pattern: '/.*' },
      pageSize: { kind: 'number', name: text('Page size'), min: 1, max: 500, integer: true, default: 100 },
      paging: {
        kind: 'choice',
        name: text('Paging'),
        choices: [
          { value: 'page', name: text('Page') },
          { value: 'cursor', name: text('Cursor') },
        ],
        default: 'page',
      },
      cursorPath: {
        kind: 'text',
        name: text('Cursor path'),
        required: true,
        when: { field: 'paging', is: ['cursor'] },
      },
      since: { kind: 'date', name: text('Since') },
      secure: { kind: 'toggle', name: text('Secure') },
      body: { kind: 'code', language: 'json', name: text('Body') },
    },
  ),
  node(
    { id: 'transform.filter' },
    { condition: { kind: 'expression', name: text('Condition'), required: true } },
  ),
  node({ id: 'transform.pass', version: 2 }),
  node(
    { id: 'transform.switch', outputsFrom: 'cases' },
    {
      cases: {
        kind: 'table',
        name: text('Cases'),
        minRows: 1,
        columns: {
          id: { kind: 'text', name: text('Id'), required: true },
          name: { kind: 'text', name: text('Name') },
          condition: { kind: 'expression', name: text('Condition'), required: true },
        },
      },
    },
  ),
  node({ id: 'transform.map' }, { mapping: { kind: 'mapping', name: text('Fields'), required: true } }),
  node(
    { id: 'vtex.price-set', group: 'vtex' },
    {
      connection: { kind: 'connection', name: text('Store'), accepts: ['vtex'], required: true },
      mapping: {
        kind: 'mapping',
        name: text('Price'),
        targets: [
          { id: 'itemId', type: 'integer', name: text('SKU'), required: true },
          { id: 'basePrice', type: 'number', name: text('Base price'), required: true },
          { id: 'markup', type: 'number', name: text('Markup') },
        ],
      },
    },
  ),
  node(
    {
      id: 'output.send',
      unchecked: [
        { field: 'method', is: ['POST'] },
        { field: 'repeat', is: ['unknown'] },
      ],
    },
    {
      method: { kind: 'text', name: text('Method'), default: 'POST' },
      repeat: { kind: 'text', name: text('Repeat'), default: 'unknown' },
    },
  ),
  node({ id: 'transform.join', inputs: [rowIn, { ...rowIn, id: 'with', name: text('With') }] }),
  node({
    id: 'transform.changed',
    behaviour: { kind: 'changes', prepare: () => (row) => ({ key: 'k', content: row }) },
  }),
  node({ id: 'transform.sort', behaviour: { kind: 'barrier', collect: nothing } }),
  node({ id: 'output.file', outputs: [file] }),
  node({ id: 'file.read', inputs: [{ ...file, id: 'in' }] }),
];

export const catalogue: Catalogue = new Map(nodes.map((each) => [each.id, each]));

export interface FlowSketch {
  /** By id: the type, or more. */
  nodes?: Record<string, string | Partial<FlowDocument['nodes'][string]>>;
  /** As `a.out>b.in`; ports may be left out. */
  edges?: string[];
  slots?: Record<string, string>;
  parameters?: FlowDocument['parameters'];
  settings?: FlowDocument['settings'];
}

/** A flow from a sketch. Boxes stand side by side. */
export function flow({
  nodes: boxes = {},
  edges = [],
  slots = {},
  parameters = {},
  settings,
}: FlowSketch): FlowDocument {
  const ids = Object.keys(boxes);
  return {
    ...emptyFlow('Test'),
    parameters,
    ...(settings && { settings }),
    slots: Object.fromEntries(Object.entries(slots).map(([id, kind]) => [id, { kind, name: id }])),
    nodes: Object.fromEntries(
      Object.entries(boxes).map(([id, box]) => {
        const given = typeof box === 'string' ? { type: box } : box;
        return [
          id,
          {
            type: 'transform.pass',
            version: catalogue.get(given.type ?? '')?.version ?? 1,
            config: {},
            ...given,
          },
        ];
      }),
    ),
    edges: edges.map(edge),
    layout: { nodes: Object.fromEntries(ids.map((id, at) => [id, { x: at * 200, y: 0 }])) },
  };
}

/** `a.failed>b.in`, or `a>b` for the usual ports. */
export function edge(sketch: string): FlowEdge {
  const [from = '', to = ''] = sketch.split('>');
  const [start = '', output = 'out'] = from.split('.');
  const [target = '', input = 'in'] = to.split('.');
  return { from: { node: start, port: output }, to: { node: target, port: input } };
}
