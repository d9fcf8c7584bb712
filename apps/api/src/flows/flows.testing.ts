// Small flows for tests, made in one line.
import type { FlowDocument } from '@eclusa/flow';
import type { Browser } from '../api.testing';

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

/** A flow that can run: saved, bound for a store of its own, published. */
export async function publishedFlow(browser: Browser, document = pricesFlow()) {
  const made = async (path: string, body: unknown) =>
    (await browser.post<{ id: string }>(path, body)).body.id;
  const vtex = { kind: 'vtex', name: 'VTEX', settings: { account: 'lojademo', appKey: 'key' } };
  const connectionId = await made('/connections', { ...vtex, secrets: { appToken: 'token' } });
  const settings = { baseUrl: 'https://erp.example', auth: 'none' };
  const erp = await made('/connections', { kind: 'http', name: 'ERP', settings });
  const store = await made('/stores', { name: 'Loja', account: 'lojademo', connectionId });
  const flow = await made('/flows', { name: 'Prices', document });
  await browser.put(`/flows/${flow}/binding`, { storeId: store, slots: { erp }, parameters: {} });
  await browser.post(`/flows/${flow}/publish`, { revision: 1 });
  return { flowId: flow, storeId: store };
}
