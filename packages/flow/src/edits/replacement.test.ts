import { edge, flow, text } from '../catalogue.testing';
import { defineNode, describeNode, FAILED, type Catalogue, type NodeDefinition } from '../node';
import type { Json } from '../json';
import { applyEdits } from './apply';
import { replacementOf } from './replacement';

function box(definition: Partial<NodeDefinition<Record<string, Json>>> & { id: string }) {
  return describeNode(
    defineNode({
      version: 3,
      name: text(definition.id),
      help: text('help'),
      group: 'transform',
      fields: {},
      behaviour: { kind: 'transform', prepare: () => (row) => [{ value: row }] },
      example: { config: {}, input: [], output: {} },
      ...definition,
    }),
  );
}

const port = (id: string, type: 'row' | 'file' = 'row') => ({ id, type, name: text(id) });
const mapping = (...targets: string[]) => ({
  kind: 'mapping' as const,
  name: text('Values'),
  targets: targets.map((id) => ({ id, type: 'text' as const, name: text(id) })),
});
const store = { kind: 'connection' as const, name: text('Store'), accepts: ['vtex'] };

const price = box({
  id: 'set-price',
  fields: {
    store,
    values: mapping('sku', 'price'),
    mode: { kind: 'text', name: text('Mode'), default: 'a' },
  },
});
const stock = box({ id: 'set-stock', fields: { store, values: mapping('sku', 'quantity') } });
const split = box({ id: 'split', outputs: [port('yes'), port('no')] });
const join = box({ id: 'join', inputs: [port('left'), port('right')] });
const files = box({ id: 'files', outputs: [port('out', 'file')] });
const catalogue: Catalogue = new Map(
  [price, stock, split, join, files, box({ id: 'pass' })].map((node) => [node.id, node]),
);

const config = {
  store: 'shop',
  values: [
    { target: 'sku', expression: 'codigo' },
    { target: 'price', expression: 'preco' },
  ],
  mode: 'a',
};
const drawn = flow({
  nodes: { a: 'pass', x: { type: 'set-price', config, name: 'Mine', disabled: true }, b: 'pass', c: 'pass' },
  edges: ['a>x', 'x>b', `x.${FAILED}>c`],
});

test('a box of the same shape keeps its name, its arrows and the settings that fit', () => {
  const replacement = replacementOf(drawn, 'x', stock, catalogue)!;
  const after = applyEdits(drawn, replacement.edits);
  expect(after.nodes['x']).toEqual({
    type: 'set-stock',
    version: 3,
    name: 'Mine',
    disabled: true,
    config: { store: 'shop', values: [{ target: 'sku', expression: 'codigo' }] },
  });
  expect(after.edges).toEqual(drawn.edges);
  expect(replacement.leftBehind).toEqual(['price']);
});

test('arrows go over to the port in the same place', () => {
  const after = applyEdits(drawn, replacementOf(drawn, 'x', split, catalogue)!.edits);
  expect(after.edges).toEqual(expect.arrayContaining([edge('a>x'), edge('x.yes>b'), edge(`x.${FAILED}>c`)]));
});

test('two arrows that come together in one port become one', () => {
  const two = flow({ nodes: { a: 'pass', x: 'join' }, edges: ['a>x.left', 'a>x.right'] });
  const after = applyEdits(two, replacementOf(two, 'x', price, catalogue)!.edits);
  expect(after.edges).toEqual([edge('a>x')]);
});

test('an arrow that carries something else goes, and it is told', () => {
  const replacement = replacementOf(drawn, 'x', files, catalogue)!;
  expect(replacement.lostEdges).toEqual([edge('x>b')]);
  expect(applyEdits(drawn, replacement.edits).edges).toEqual([edge('a>x'), edge(`x.${FAILED}>c`)]);
  const source = box({ id: 'source', inputs: [] });
  expect(replacementOf(drawn, 'x', source, catalogue)!.lostEdges).toEqual([edge('a>x')]);
});

test('a value of another kind of field is left behind, an untouched default is no loss', () => {
  const other = box({
    id: 'other',
    fields: { store: { ...store, accepts: ['sql'] }, values: { kind: 'text', name: text('Values') } },
  });
  const replacement = replacementOf(drawn, 'x', other, catalogue, { fresh: 1 })!;
  expect(applyEdits(drawn, replacement.edits).nodes['x']?.config).toEqual({ fresh: 1 });
  expect(replacement.leftBehind).toEqual(['store', 'values']);
  expect(replacementOf(drawn, 'gone', stock, catalogue)).toBeUndefined();
});
