import type { FlowDocument } from '@eclusa/flow';
import { systemsOf } from './systems-of';

function flow(
  types: Record<string, string>,
  arrows: [string, string][],
): Pick<FlowDocument, 'nodes' | 'edges'> {
  return {
    nodes: Object.fromEntries(
      Object.entries(types).map(([id, type]) => [id, { type, version: 1, config: {} }]),
    ),
    edges: arrows.map(([from, to]) => ({ from: { node: from, port: 'out' }, to: { node: to, port: 'in' } })),
  };
}

test('what is read comes before what is written, each system once', () => {
  const types = { a: 'vtex.stock-set', b: 'vtex.sku-find', c: 'transform.map', d: 'source.http' };
  const arrows: [string, string][] = [
    ['d', 'c'],
    ['c', 'b'],
    ['b', 'a'],
  ];
  expect(systemsOf(flow(types, arrows))).toEqual(['erp', 'vtex']);
});

test('a list of orders that becomes a file goes from the store to the file', () => {
  const types = { file: 'output.file', list: 'vtex.order-list' };
  expect(systemsOf(flow(types, [['list', 'file']]))).toEqual(['vtex', 'file']);
});
