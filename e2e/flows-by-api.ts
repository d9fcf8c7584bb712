// Makes a flow through the API as the signed-in person, for tests that begin with a drawing.
import { expect, type Page } from '@playwright/test';
import { stack } from './stack';

export interface DrawnBox {
  type: string;
  name?: string;
  config?: Record<string, unknown>;
  x: number;
  y: number;
}

/** The address of a new flow with these boxes and arrows (`a>b`, from the usual port to the usual port). */
export async function createFlow(
  page: Page,
  name: string,
  boxes: Record<string, DrawnBox>,
  arrows: readonly string[],
): Promise<string> {
  const end = (node: string, port: string) => ({ node, port });
  const document = {
    ...{ format: 'eclusa/flow', formatVersion: 1, name, slots: {}, parameters: {} },
    nodes: Object.fromEntries(
      Object.entries(boxes).map(([id, { type, name: title, config = {} }]) => [
        id,
        { type, version: 1, config, ...(title && { name: title }) },
      ]),
    ),
    edges: arrows.map((arrow) => {
      const [from = '', to = ''] = arrow.split('>');
      return { from: end(from, 'out'), to: end(to, 'in') };
    }),
    layout: { nodes: Object.fromEntries(Object.entries(boxes).map(([id, { x, y }]) => [id, { x, y }])) },
  };
  const answer = await page.request.post(`${stack.editor}/api/v1/flows`, {
    headers: { 'x-eclusa-csrf': '1' },
    data: { name, document },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  const { id } = (await answer.json()) as { id: string };
  return `${stack.editor}/flows/${id}`;
}
