// A small flow to draw on, and the way to it, for tests that look at drafts, versions and people.
import { expect, type Page } from '@playwright/test';
import { stack } from './stack';

const box = (type: string, config: object) => ({ type, version: 1, config });

/** Stock from the demo ERP to the store: three boxes, two connections to be chosen. */
const document = {
  format: 'eclusa/flow',
  formatVersion: 1,
  name: '',
  slots: { erp: { kind: 'http', name: 'Demo ERP' }, store: { kind: 'vtex', name: 'Sandbox VTEX' } },
  parameters: {},
  nodes: {
    erp: box('source.http', {
      connection: 'erp',
      path: '/erp/v1/produtos',
      items: 'itens',
      paging: 'none',
    }),
    active: box('transform.filter', { condition: 'situacao = "A"' }),
    price: box('vtex.price-set', {
      connection: 'store',
      mapping: [
        { target: 'itemId', expression: 'codigo' },
        { target: 'basePrice', expression: '$parseNumber(preco)' },
      ],
    }),
  },
  edges: [
    { from: { node: 'erp', port: 'out' }, to: { node: 'active', port: 'in' } },
    { from: { node: 'active', port: 'out' }, to: { node: 'price', port: 'in' } },
  ],
  layout: { nodes: { erp: { x: 0, y: 0 }, active: { x: 0, y: 160 }, price: { x: 0, y: 360 } } },
};

/** Makes the flow as the signed-in person of `page`, and opens it. Answers its address. */
export async function openNewFlow(page: Page, name: string): Promise<string> {
  const answer = await page.request.post(`${stack.editor}/api/v1/flows`, {
    data: { name, document: { ...document, name } },
    headers: { 'x-eclusa-csrf': '1' },
  });
  expect(answer.status()).toBe(201);
  const { id } = (await answer.json()) as { id: string };
  const address = `${stack.editor}/flows/${id}`;
  await page.goto(address);
  return address;
}
