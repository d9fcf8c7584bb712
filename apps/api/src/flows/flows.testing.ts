// Small flows for tests, made in one line.
import type { FlowDocument } from '@eclusa/flow';

/** source.http → transform.filter → vtex.price-set: valid, with two slots. */
export function pricesFlow(name = 'Prices'): FlowDocument {
  return {
    format: 'eclusa/flow',
    formatVersion: 1,
    name,
    slots: { erp: { kind: 'http', name: 'ERP' }, store: { kind: 'vtex', name: 'Store' } },
    parameters: {},
    nodes: {
      erp: {
        type: 'source.http',
        version: 1,
        config: { connection: 'erp', path: '/erp/v1/produtos', items: 'itens', paging: 'none' },
      },
      active: { type: 'transform.filter', version: 1, config: { condition: 'situacao = "A"' } },
      price: {
        type: 'vtex.price-set',
        version: 1,
        config: {
          connection: 'store',
          mapping: [
            { target: 'itemId', expression: 'codigo' },
            { target: 'basePrice', expression: '$parseNumber(preco)' },
          ],
        },
      },
    },
    edges: [
      { from: { node: 'erp', port: 'out' }, to: { node: 'active', port: 'in' } },
      { from: { node: 'active', port: 'out' }, to: { node: 'price', port: 'in' } },
    ],
    layout: { nodes: {} },
  };
}
