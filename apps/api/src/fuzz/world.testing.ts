// What a workspace holds when every operation is tried: one of everything, and bodies that operations take. Whatever
// goes out goes to a port of this machine where nobody listens. For tests only.
import { Run } from '@eclusa/db';
import type { DataSource } from 'typeorm';
import type { Browser } from '../api.testing';
import { pricesFlow, publishedFlow, publishedLine } from '../flows/flows.testing';

type Ids = Record<string, string[]>;

const nobody = 'http://127.0.0.1:1';
const http = { kind: 'http', name: 'E', settings: { baseUrl: nobody, auth: 'none' } };
const vtex = {
  kind: 'vtex',
  name: 'V',
  settings: { account: 'x', appKey: 'k', mainBaseUrl: nobody, pricingBaseUrl: nobody },
  secrets: { appToken: 't' },
};
const timed = { cron: '0 6 * * *', timezone: 'UTC', missed: 'once', overlap: 'skip', enabled: true };
const callback = { name: 'x', address: `${nobody}/x`, events: ['run.finished'] };
const key = { name: 'x', actions: ['runs:read'] };

/** Makes one of everything. Answers the ids by what they are of. */
export async function things(browser: Browser): Promise<Ids> {
  type Made = { id?: string; key?: { id: string }; callback?: { id: string } } | undefined;
  const made = async (path: string, body: unknown) => {
    const { body: one } = await browser.post<Made>(path, body);
    return (one?.key ?? one?.callback ?? one)?.id ?? '';
  };
  const line = await publishedLine(browser);
  const { flowId, storeId } = await publishedFlow(browser);
  const { items } = (await browser.get<{ items: { id: string; kind: string }[] }>('/connections')).body;
  for (const { id, kind } of items) await browser.put(`/connections/${id}`, kind === 'vtex' ? vtex : http);
  const upload = await browser.send<{ id: string }>('POST', '/files?name=a.csv', { body: 'a;b\n1;2\n' });
  const found: Ids = {
    flow: [line, flowId],
    store: [storeId],
    connection: items.map(({ id }) => id),
    file: [upload.body.id],
    run: [
      await made(`/flows/${line}/runs`, { rows: [{ sku: '1' }] }),
      await made(`/flows/${flowId}/runs`, {}),
      await made(`/flows/${flowId}/runs`, { dryRun: true }),
    ],
    schedule: [await made(`/flows/${flowId}/schedules`, { ...timed, storeId })],
    key: [await made('/keys', key)],
    callback: [await made('/callbacks', callback)],
  };
  const own = Object.entries(found).map(([kind, ids]) => [kind, ids.filter(Boolean)] as const);
  return Object.fromEntries(own.filter(([, ids]) => ids.length > 0));
}

/** Lets one of the runs be over, with a failed row and one in doubt. */
export async function endRun(database: DataSource, runId: string): Promise<void> {
  const runs = database.getRepository(Run);
  const { workspaceId } = await runs.findOneByOrFail({ id: runId });
  await runs.update({ id: runId }, { state: 'completed', finishedAt: new Date() });
  const failed = {
    ...{ workspaceId, runId, node: 'price', port: 'in', entry: 'erp', input: { codigo: '1' } },
    error: { kind: 'user', code: 'vtex.bad', values: {} },
  };
  const rows = database.getRepository('run_failed_row');
  await rows.insert({ ...failed, rowNumber: 1 });
  await rows.insert({ ...failed, rowNumber: 2, inDoubt: true });
}

/** Flows that work, among them one with each box of the catalogue as its example has it. */
export async function documents(browser: Browser): Promise<object[]> {
  type Example = { id: string; version: number; example?: { config: object } };
  const { nodes } = (await browser.get<{ nodes: Example[] }>('/catalogue')).body;
  const called = { type: 'source.call', version: 1, config: {} };
  const boxes = nodes.map(({ id, version, example }) => ({
    ...pricesFlow(),
    nodes: { erp: called, active: { type: id, version, config: example?.config ?? {} } },
    edges: [{ from: { node: 'erp', port: 'out' }, to: { node: 'active', port: 'in' } }],
  }));
  return [...Array<object>(10).fill(pricesFlow()), ...boxes];
}

/** By operation, bodies that it takes of whoever owns `ids`. */
export function bodies(ids: Ids, flows: readonly object[]): Record<string, unknown[]> {
  const one = (kind: string) => ids[kind]?.[0];
  const store = { name: 'x', account: 'x', connectionId: one('connection') };
  const rows = [{ situacao: 'A', codigo: '1', preco: '1,5' }];
  const tests = flows.map((document) => ({ document, nodeId: 'active', rows }));
  const chains = flows.map((document) => {
    const outputs = [{ port: 'out', rows }];
    return { document, nodes: ['active'], given: [{ node: 'erp', outputs }] };
  });
  return {
    ...{ createConnection: [http, vtex], testNewConnection: [http, vtex], updateConnection: [http, vtex] },
    ...{ testConnection: [{}, { settings: http.settings }], createStore: [store], updateStore: [store] },
    ...{ testNode: tests, testChain: chains, bePresent: [{ tab: one('flow') }] },
    createFlow: flows.map((document) => ({ name: 'F', document })),
    saveFlow: flows.map((document) => ({ revision: 1, document })),
    publishFlow: [{ revision: 1 }, { revision: 2 }],
    saveBinding: [{ storeId: one('store'), slots: { erp: one('connection') }, parameters: {} }],
    keepFlowSample: [{ outputs: [{ port: 'out', rows }] }],
    startRun: [
      { rows: { sku: '1' } },
      { rows },
      { rows, concurrencyKey: 'a', priority: 'high', tags: ['a'] },
      {},
    ],
    startRunForStore: [{ rows: { sku: '1' } }, {}],
    ...{
      createSchedule: [timed],
      updateSchedule: [timed],
      previewSchedule: [{ cron: timed.cron, timezone: 'UTC' }],
    },
    ...{ createKey: [key], updateKey: [key], rotateKey: [{}, { overlapHours: 1 }] },
    ...{ createCallback: [callback], updateCallback: [callback] },
    replayRun: [{ all: true }, { failedRowIds: ['1'] }, { edits: [{ failedRowId: '1', row: {} }] }],
    settleDoubt: [
      { outcome: 'again', all: true },
      { outcome: 'happened', failedRowIds: ['1'] },
    ],
    rerunRun: [{ page: 1 }, { page: 1, version: 'newest' }],
    saveCodes: [{ pairs: [{ key: '1', value: 'one' }] }],
    giveUpCodes: [{ table: 'Table', by: 'key', codes: ['1'] }],
    saveRetention: [{ logDays: 90, runDays: 90, auditDays: 90 }],
  };
}
