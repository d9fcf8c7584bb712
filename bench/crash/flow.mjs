// The flow that every run executes: rows of a file, a map, a `create` that can be found again, an `idempotent` write.
// Which run a call belongs to is readable from the call itself.
import { fixed } from './options.mjs';

/** The file all runs read. */
export function csv() {
  const lines = Array.from(
    { length: fixed.rowsPerRun },
    (_, index) => `${index + 1};${quantityOf(index + 1)}`,
  );
  return `n;estoque\n${lines.join('\n')}\n`;
}

/** What run `tag` has to leave at the target: codes of products, and the quantity of each SKU. */
export function expected(tag) {
  const rows = Array.from({ length: fixed.rowsPerRun }, (_, index) => index + 1);
  return rows.map((n) => ({ refId: `${tag}-${n}`, sku: `${tag * 1000 + n}`, quantity: quantityOf(n) }));
}

const quantityOf = (n) => (n * 37) % 1000;
const edge = (from, to) => ({ from: { node: from, port: 'out' }, to: { node: to, port: 'in' } });
const line = (target, expression) => ({ target, expression });
const node = (type, config) => ({ type, version: 1, config });

/** The document; its parameter `tag` tells runs apart. */
export function flow(fileId) {
  return {
    format: 'eclusa/flow',
    formatVersion: 1,
    name: 'Crash suite',
    slots: { store: { kind: 'vtex', name: 'Store' } },
    parameters: { tag: { type: 'number', name: 'Number of the run', required: true } },
    nodes: {
      file: node('source.csv', { from: 'file', file: fileId }),
      map: node('transform.map', {
        mapping: [
          line('code', '$string($params.tag) & "-" & n'),
          line('sku', '$params.tag * 1000 + $number(n)'),
          line('quantity', '$number(estoque)'),
        ],
      }),
      product: node('vtex.product-upsert', {
        connection: 'store',
        mapping: [
          line('RefId', 'code'),
          line('Name', '"Produto " & code'),
          line('CategoryId', '1'),
          line('BrandId', '1'),
        ],
      }),
      stock: node('vtex.stock-set', {
        connection: 'store',
        mapping: [line('skuId', 'sku'), line('warehouseId', '"1_1"'), line('quantity', 'quantity')],
      }),
    },
    edges: [edge('file', 'map'), edge('map', 'product'), edge('product', 'stock')],
    layout: { nodes: {} },
  };
}
