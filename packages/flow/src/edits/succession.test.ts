import { flow, text } from '../catalogue.testing';
import { describeNode, defineNode, type Catalogue } from '../node';
import type { Successor } from '../successor';
import type { Fields } from '../field';
import { applyEdit } from './apply';
import { successorOf } from './succession';

const target = (id: string) => ({ id, type: 'any' as const, name: text(id) });

function box(id: string, targets: string[], fields: Fields, successor?: Successor) {
  const type = defineNode({
    id,
    version: 3,
    name: text(id),
    help: text('help'),
    group: 'vtex',
    ...(successor && { successor }),
    fields: { mapping: { kind: 'mapping', name: text('m'), targets: targets.map(target) }, ...fields },
    behaviour: { kind: 'transform', prepare: () => (row) => [{ value: row }] },
    example: { config: {}, input: [], output: {} },
  });
  return [id, describeNode(type)] as const;
}

const same: Fields = { saveAs: { kind: 'text', name: text('s') } };
const old: Fields = { ...same, colour: { kind: 'text', name: text('c') } };
const places: Successor = {
  type: 'new.box',
  targets: { Code: 'RefId', Kilos: { target: 'Grams', times: 1000 }, Twice: 'RefId' },
};
const catalogue: Catalogue = new Map([
  box('old.box', ['Code', 'Kilos', 'Lost', 'Twice'], old, places),
  box('new.box', ['RefId', 'Grams'], same),
  box(
    'only.box',
    ['Code'],
    {},
    { type: 'new.box', targets: { Code: 'RefId' }, adds: [{ target: 'Grams', expression: '1' }] },
  ),
  box('lone.box', [], {}, { type: 'nowhere.box', targets: {} }),
]);

const mapping = [
  { target: 'Code', expression: 'codigo' },
  { target: 'Kilos', expression: 'peso + 1' },
  { target: 'Lost', expression: 'x' },
  { target: 'Twice', expression: 'y' },
];
const start = flow({
  nodes: {
    before: 'transform.pass',
    it: { type: 'old.box', version: 1, name: 'Mine', config: { mapping, saveAs: 'sku', colour: 'red' } },
    after: 'transform.pass',
    lone: { type: 'lone.box' },
  },
  edges: ['before>it', 'it>after', 'it.failed>after'],
});

test('a deprecated box becomes its successor in its place, with arrows, name and mapping', () => {
  const { edit } = successorOf(start, 'it', catalogue)!;
  const after = applyEdit(start, edit);
  expect(after.nodes['it']).toEqual({
    type: 'new.box',
    version: 3,
    name: 'Mine',
    config: {
      mapping: [
        { target: 'RefId', expression: 'codigo' },
        { target: 'Grams', expression: '$round((peso + 1) * 1000, 6)' },
      ],
      saveAs: 'sku',
    },
  });
  expect(after.edges).toBe(start.edges);
  expect(after.layout).toBe(start.layout);
});

test('what the old box did without being told is told to the new one', () => {
  const one = flow({ nodes: { it: { type: 'only.box', config: { mapping: mapping.slice(0, 1) } } } });
  expect(successorOf(one, 'it', catalogue)?.edit.node.config['mapping']).toEqual([
    { target: 'RefId', expression: 'codigo' },
    { target: 'Grams', expression: '1' },
  ]);
});

test('what has no place in the successor is named', () => {
  expect(successorOf(start, 'it', catalogue)?.leftBehind).toEqual(['Lost', 'Twice', 'colour']);
});

test('a box without a successor that the catalogue knows is left as it is', () => {
  expect(successorOf(start, 'before', catalogue)).toBeUndefined();
  expect(successorOf(start, 'lone', catalogue)).toBeUndefined();
  expect(successorOf(start, 'gone', catalogue)).toBeUndefined();
});
