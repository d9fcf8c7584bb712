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

/** A published flow of these boxes in a line, which needs no connection; `source.call` first when left out. */
export async function publishedLine(browser: Browser, ...boxes: object[]): Promise<string> {
  const source = { type: 'source.call', version: 1, config: {} };
  const filter = { type: 'transform.filter', version: 1, config: { condition: 'true' } };
  const line = boxes.length > 0 ? boxes : [source, filter];
  const ids = line.map((_, index) => `box${index}`);
  const document = {
    ...pricesFlow(),
    ...{ slots: {}, parameters: {} },
    nodes: Object.fromEntries(line.map((box, index) => [ids[index], box])),
    edges: ids.slice(1).map((id, index) => ({
      from: { node: ids[index], port: 'out' },
      to: { node: id, port: 'in' },
    })),
  };
  const { id } = (await browser.post<{ id: string }>('/flows', { name: 'Called', document })).body;
  const { status, text } = await browser.post(`/flows/${id}/publish`, { revision: 1 });
  if (status !== 201) throw new Error(`the flow was not published: ${status} ${text}`);
  return id;
}
