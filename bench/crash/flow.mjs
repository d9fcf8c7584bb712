// What every run executes: rows of a file or of a call, a map, a `create` that can be found again, an `idempotent` write.
// Which run a request belongs to is readable from the request itself.
import { fixed } from './options.mjs';

/** The rows of every run. */
export function rows() {
  return Array.from({ length: fixed.rowsPerRun }, (_, index) => ({
    n: `${index + 1}`,
    estoque: `${quantityOf(index + 1)}`,
  }));
}

/** The file of the runs that read one. */
export function csv() {
  const lines = rows().map(({ n, estoque }) => `${n};${estoque}`);
  return `n;estoque\n${lines.join('\n')}\n`;
}

/** What run `tag` has to leave at the target: codes of products, and the quantity of each SKU. */
export function expected(tag) {
  const numbers = Array.from({ length: fixed.rowsPerRun }, (_, index) => index + 1);
  return numbers.map((n) => ({ refId: `${tag}-${n}`, sku: `${tag * 1000 + n}`, quantity: quantityOf(n) }));
}

const quantityOf = (n) => (n * 37) % 1000;
const edge = (from, to) => ({ from: { node: from, port: 'out' }, to: { node: to, port: 'in' } });
const line = (target, expression) => ({ target, expression });
const node = (type, config) => ({ type, version: 1, config });

/** The document; its parameter `tag` tells runs apart. Without a file its rows come with the call. */
export function flow(fileId) {
  const source = fileId ? node('source.csv', { from: 'file', file: fileId }) : node('source.call', {});
  return {
    format: 'eclusa/flow',
    formatVersion: 1,
    name: `Crash suite, rows of a ${fileId ? 'file' : 'call'}`,
    slots: { store: { kind: 'vtex', name: 'Store' } },
    parameters: { tag: { type: 'number', name: 'Number of the run', required: true } },
    nodes: {
      source,
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
    edges: [edge('source', 'map'), edge('map', 'product'), edge('product', 'stock')],
    layout: { nodes: {} },
  };
}
