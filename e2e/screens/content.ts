// Fills a freshly started product with what a workspace looks like after some days: drafts, versions, runs, codes.
import { expect, type Page } from '@playwright/test';
import { stack } from '../stack';

interface Named {
  id: string;
  name: string;
}

interface RunLine {
  id: string;
  flowId: string;
  state: string;
  dryRun: boolean;
}

/** Ids of what the screens show. */
export interface Content {
  demo: string;
  drawn: string;
  events: string;
  empty: string;
  /** With one box that lacks everything. */
  begun: string;
  failedRun: string;
  dryRun: string;
}

type Method = 'GET' | 'POST' | 'PUT';

async function call<T>(page: Page, method: Method, path: string, data?: object): Promise<T> {
  const answer = await page.request.fetch(`${stack.editor}/api/v1${path}`, {
    method,
    headers: { 'x-eclusa-csrf': '1' },
    ...(data && { data }),
  });
  const text = await answer.text();
  expect(answer.ok(), `${method} ${path}: ${text.slice(0, 500)}`).toBe(true);
  return (text ? JSON.parse(text) : undefined) as T;
}

const list = async <T>(page: Page, path: string): Promise<T[]> =>
  (await call<{ items: T[] }>(page, 'GET', path)).items;

const box = (type: string, config: object, name?: string) => ({
  ...{ type, version: 1, config },
  ...(name && { name }),
});
const arrow = (from: string, to: string) => ({
  from: { node: from, port: 'out' },
  to: { node: to, port: 'in' },
});

const prices = (condition: string) => ({
  ...{ format: 'eclusa/flow', formatVersion: 1, name: 'Prices of the day' },
  description: 'Active products and their prices, for the store.',
  slots: { erp: { kind: 'http', name: 'Demo ERP' }, store: { kind: 'vtex', name: 'Sandbox VTEX' } },
  parameters: { margin: { type: 'number', name: 'Margin in percent', default: 10 } },
  nodes: {
    erp: box('source.http', { connection: 'erp', path: '/erp/v1/produtos', items: 'itens', paging: 'none' }),
    active: box('transform.filter', { condition }, 'Only active'),
    brand: box('transform.lookup', { table: 'brands', code: 'marca', target: 'brandId' }),
    price: box('vtex.price-set', {
      connection: 'store',
      mapping: [
        { target: 'itemId', expression: '$number($substringAfter(codigo, "-"))' },
        { target: 'basePrice', expression: '$round($parseNumber(preco, ",") * 1.1, 2)' },
      ],
    }),
  },
  edges: [arrow('erp', 'active'), arrow('active', 'brand'), arrow('brand', 'price')],
  layout: {
    nodes: {
      ...{ erp: { x: 0, y: 100 }, active: { x: 330, y: 100 } },
      ...{ brand: { x: 640, y: 100 }, price: { x: 970, y: 100 } },
    },
    groups: [{ id: 'clean', name: 'Clean up', nodes: ['active', 'brand'], colour: 'blue' }],
    notes: [
      {
        ...{ id: 'why', x: 330, y: -90, width: 280, height: 96, colour: 'yellow' },
        text: 'Inactive products keep their last price.\nAsk finance before changing this.',
      },
    ],
  },
});

const begunFlow = {
  ...{ format: 'eclusa/flow', formatVersion: 1, name: 'Stock of the warehouse' },
  ...{ slots: {}, parameters: {}, edges: [] },
  nodes: { stock: box('vtex.stock-set', {}) },
  layout: { nodes: { stock: { x: 0, y: 0 } } },
};

/** Makes the content as the signed-in person of `page`, and waits for its runs. */
export async function makeContent(page: Page): Promise<Content> {
  const [store] = await list<Named>(page, '/stores');
  const connections = await list<Named & { kind: string }>(page, '/connections');
  const flows = await list<Named>(page, '/flows');
  const of = (kind: string) => connections.find((one) => one.kind === kind)?.id ?? '';
  const slots = { erp: of('http'), store: of('vtex') };
  const storeId = store?.id ?? null;
  const demo = flows.find(({ name }) => name.startsWith('ERP → VTEX'))?.id ?? '';
  const drawn = await makeVersions(page, { storeId, slots });
  await fillCodes(page, storeId);
  await call(page, 'POST', `/flows/${drawn}/runs`, { storeId, parameters: {} });
  const dry = await startDryRun(page, { storeId, slots });
  const key = { name: 'ERP of the head office', actions: ['runs:start', 'runs:read'] };
  await call(page, 'POST', '/keys', key);
  const events = await makeEvents(page, { storeId, connections: slots });
  const empty = await call<Named>(page, 'POST', '/flows', { name: 'Stock of the branches' });
  const begun = await call<Named>(page, 'POST', '/flows', { name: begunFlow.name, document: begunFlow });
  const runs = await list<RunLine>(page, `/runs?flowId=${demo}`);
  const failedRun = runs.filter(({ dryRun }) => !dryRun).at(-1)?.id ?? '';
  await expect
    .poll(async () => (await call<RunLine>(page, 'GET', `/runs/${dry.id}`)).state, { timeout: 120_000 })
    .toBe('completed');
  return { demo, drawn, events, empty: empty.id, begun: begun.id, failedRun, dryRun: dry.id };
}

interface Place {
  storeId: string | null;
  slots: Record<string, string>;
}

/** Prices a tenth above those of the store: a dry run that takes seconds. */
async function startDryRun(page: Page, { storeId, slots }: Place): Promise<Named> {
  const { nodes, layout, parameters: _none, ...rest } = prices('situacao = "A"');
  const { brand: _lookup, ...boxes } = nodes;
  const edges = [arrow('erp', 'active'), arrow('active', 'price')];
  const drawing = { parameters: {}, nodes: boxes, edges, layout: { nodes: layout.nodes } };
  const document = { ...rest, ...drawing, name: 'First prices' };
  const { id } = await call<Named>(page, 'POST', '/flows', { name: document.name, document });
  await call(page, 'PUT', `/flows/${id}/binding`, { storeId, slots, parameters: {} });
  await call(page, 'POST', `/flows/${id}/publish`, { revision: 1 });
  return call<Named>(page, 'POST', `/flows/${id}/runs`, { storeId, dryRun: true, parameters: {} });
}

/** Two published versions with notes, and a draft that differs from both; a schedule. */
async function makeVersions(page: Page, { storeId, slots }: Place): Promise<string> {
  const document = prices('situacao = "A"');
  const { id } = await call<Named>(page, 'POST', '/flows', { name: document.name, document });
  for (const at of [storeId, null])
    await call(page, 'PUT', `/flows/${id}/binding`, { storeId: at, slots, parameters: {} });
  await call(page, 'POST', `/flows/${id}/publish`, { revision: 1, note: 'First load of prices' });
  const changed = { revision: 1, document: prices('situacao = "A" and preco != null') };
  await call(page, 'PUT', `/flows/${id}`, changed);
  await call(page, 'POST', `/flows/${id}/publish`, { revision: 2, note: 'Rows without a price stay out' });
  const draft = prices('situacao in ["A", "P"] and preco != null');
  await call(page, 'PUT', `/flows/${id}`, { revision: 2, document: draft });
  const when = { timezone: 'America/Sao_Paulo', enabled: true, missed: 'once', overlap: 'skip', storeId };
  await call(page, 'POST', `/flows/${id}/schedules`, { cron: '0 6 * * 1-5', ...when });
  await call(page, 'POST', `/flows/${id}/schedules`, { cron: '*/5 8-19 * * 1-5', ...when, enabled: false });
  return id;
}

async function fillCodes(page: Page, storeId: string | null): Promise<void> {
  const pairs = [...Array(12).keys()].map((n) => ({ key: `PAY-${10 + n}`, value: String(201 + n) }));
  await call(page, 'PUT', '/codes/tables/payments/pairs', { storeId, pairs });
}

/** A flow that events of orders start, from the examples that come along. */
async function makeEvents(
  page: Page,
  { storeId, connections }: { storeId: string | null; connections: Record<string, string> },
): Promise<string> {
  interface Template {
    id: string;
    document: {
      name: string;
      slots: Record<string, { kind: string }>;
      nodes: Record<string, { type: string }>;
    };
  }
  const templates = await list<Template>(page, '/templates');
  const found = templates.find(({ document }) =>
    Object.values(document.nodes).some(({ type }) => type === 'vtex.order-events'),
  );
  expect(found, 'an example that events of orders start').toBeDefined();
  const { document } = found!;
  const { id } = await call<Named>(page, 'POST', '/flows', { name: document.name, document });
  const slots = Object.fromEntries(
    Object.entries(document.slots).map(([slot, { kind }]) => [
      slot,
      connections[kind === 'vtex' ? 'store' : 'erp'],
    ]),
  );
  await call(page, 'PUT', `/flows/${id}/binding`, { storeId, slots, parameters: {} });
  await call(page, 'POST', `/flows/${id}/publish`, { revision: 1 });
  return id;
}
