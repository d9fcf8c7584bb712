import type { FlowDocument } from '@eclusa/flow';
import { startApi, type Browser, type TestApi } from '../api.testing';

let api: TestApi;
let ana: Browser;
beforeAll(async () => {
  api = await startApi();
  ana = await api.person('Ana');
});
afterAll(() => api.close());

interface Template {
  id: string;
  name: { en: string; es: string; pt: string };
  document: FlowDocument;
}

test('a new flow made from an example is ready to be bound and published', async () => {
  const { items } = (await ana.get<{ items: Template[] }>('/templates')).body;
  expect(items.map(({ id }) => id)).toContain('products-prices-stock');
  for (const { name, document } of items) {
    const made = await ana.post<{
      name: string;
      draft: FlowDocument;
      problems: { code: string; severity: string; field?: string }[];
    }>('/flows', { name: name.pt, document: { ...document, name: name.pt } });
    expect(made.status).toBe(201);
    expect(made.body.draft).toEqual({ ...document, name: name.pt });
    const errors = made.body.problems.filter(({ severity }) => severity === 'error');
    // Connections are chosen, and the file of a flow that begins with one is uploaded, by whoever makes the flow.
    const open = errors.filter(({ code, field }) => code !== 'flow.slot-unbound' && field !== 'file');
    expect(open).toEqual([]);
  }
});
