// Flows that wait for another or run one: what is refused when they are published, and how a trigger shows.
import { FlowTrigger } from '@eclusa/db';
import type { FlowDocument } from '@eclusa/flow';
import { randomUUID } from 'node:crypto';
import { startApi, type Browser, type TestApi } from '../api.testing';
import { pricesFlow } from './flows.testing';

let api: TestApi;
let ana: Browser;

beforeAll(async () => {
  api = await startApi();
  ana = await api.person('Ana');
});
afterAll(() => api.close());

/** A flow that starts after `watched` ends. */
function after(watched: string, name = 'After'): FlowDocument {
  return {
    ...pricesFlow(name),
    slots: {},
    nodes: {
      ended: { type: 'source.flow-ended', version: 1, config: { flow: watched } },
      keep: { type: 'transform.filter', version: 1, config: { condition: 'true' } },
    },
    edges: [{ from: { node: 'ended', port: 'out' }, to: { node: 'keep', port: 'in' } }],
  };
}

const create = async (document: FlowDocument, browser = ana) =>
  (await browser.post<{ id: string }>('/flows', { name: document.name, document })).body.id;
const publish = (id: string, revision = 1) =>
  ana.post<{ code: string; problems: { code: string; node: string; field: string; text: { en: string } }[] }>(
    `/flows/${id}/publish`,
    { revision },
  );
const save = (id: string, document: FlowDocument, revision = 1) =>
  ana.put(`/flows/${id}`, { revision, document });

async function refusal(id: string, revision = 1) {
  const { status, body } = await publish(id, revision);
  const { code, node, field, text } = body.problems?.find((one) => one.field === 'flow') ?? {};
  return { status, code, node, field, text: text?.en ?? '' };
}

test('a flow that waits for one that does not exist is not published, in words', async () => {
  const stranger = await api.person('Eve');
  const theirs = await create(after(randomUUID(), 'Theirs'), stranger);
  for (const wrong of [randomUUID(), 'nonsense', theirs]) {
    const { text, ...found } = await refusal(await create(after(wrong)));
    expect(found).toEqual({ status: 422, code: 'flow.watched-unknown', node: 'ended', field: 'flow' });
    expect(text).toContain('does not exist in this workspace');
  }
});

test('a flow that waits for itself, or for one that waits for it, is refused with the names', async () => {
  const first = await create(after(randomUUID(), 'First'));
  await save(first, after(first, 'First'));
  expect(await refusal(first, 2)).toMatchObject({ status: 422, code: 'flow.watches-itself' });
  const second = await create(after(first, 'Second'));
  const third = await create(after(second, 'Third'));
  expect([(await publish(second)).status, (await publish(third)).status]).toEqual([201, 201]);
  await save(first, after(third, 'First'), 2);
  const { text, ...found } = await refusal(first, 3);
  expect(found).toMatchObject({ status: 422, code: 'flow.watch-circle' });
  expect(text).toContain('First → Second → Third → First');
});

/** A flow that takes rows and, where one is named, runs a flow with them. */
function running(flow: string | undefined, name: string, config: Record<string, string> = {}): FlowDocument {
  const call = { type: 'transform.call-flow', version: 1, config: { flow: flow ?? '', ...config } };
  return {
    ...after('', name),
    nodes: {
      called: { type: 'source.call', version: 1, config: {} },
      keep:
        flow === undefined ? { type: 'transform.filter', version: 1, config: { condition: 'true' } } : call,
    },
    edges: [{ from: { node: 'called', port: 'out' }, to: { node: 'keep', port: 'in' } }],
  };
}

test('a flow that runs one which cannot be run is not published, in words that say what to do', async () => {
  const draft = await create(running(undefined, 'Draft'));
  const reads = await create(after(draft, 'Reads'));
  const silent = await create(running(undefined, 'Silent'));
  for (const id of [reads, silent]) await publish(id);
  const why = async (flow: string, config = {}) =>
    (await refusal(await create(running(flow, 'Runs', config)))).code;
  expect(await why(randomUUID())).toBe('flow.called-unknown');
  expect(await why(draft)).toBe('flow.called-unpublished');
  expect(await why(silent, { goesOn: 'answer' })).toBe('flow.called-answers-nothing');
  expect(await why(silent)).toBeUndefined();
  const { text, ...found } = await refusal(await create(running(draft, 'Runs')));
  expect(found).toMatchObject({ status: 422, node: 'keep', field: 'flow' });
  expect(text).toContain('“Draft” is not published');
});

test('tried out alone it names the flow it would run, and is refused where it is to run it', async () => {
  const other = await create(running(undefined, 'Other'));
  const document = running(other, 'Runs');
  const id = await create(document);
  const attempt = async (real: boolean) =>
    ana.post<{ code: string; outputs: object; requests: { request: object }[] }>(`/flows/${id}/test-node`, {
      ...{ document, nodeId: 'keep', rows: [{ n: 1 }], real },
    });
  expect((await attempt(false)).body.code).toBe('flow.called-unpublished');
  await publish(other);
  const { outputs, requests } = (await attempt(false)).body;
  expect(outputs).toMatchObject({ out: [{ n: 1, run: { runId: null, state: 'dry-run' } }] });
  expect(requests.map(({ request }) => request)).toEqual([
    { method: 'RUN', url: 'Other', body: { rows: [{ n: 1 }] } },
  ]);
  expect((await attempt(true)).body.code).toBe('nodes.calls-need-service');
});

test('a flow that runs itself by way of others is refused with the names, ends that start flows included', async () => {
  const first = await create(running(undefined, 'One'));
  const second = await create(running(undefined, 'Two'));
  for (const id of [first, second]) expect((await publish(id)).status).toBe(201);
  await save(first, running(first, 'One'));
  expect(await refusal(first, 2)).toMatchObject({ status: 422, code: 'flow.calls-itself' });
  // It begins when the second has ended, and runs the first.
  const third = after(second, 'Three');
  third.nodes['keep'] = { type: 'transform.call-flow', version: 1, config: { flow: first } };
  expect((await publish(await create(third))).status).toBe(201);
  await save(first, running(second, 'One'), 2);
  const { text, ...found } = await refusal(first, 3);
  expect(found).toMatchObject({ status: 422, code: 'flow.call-circle', node: 'keep' });
  expect(text).toContain('One → Two → Three → One');
});

test('the trigger names the flow it waits for, and says so when that flow is gone', async () => {
  const watched = await create(after(randomUUID(), 'Nightly'));
  const next = await create(after(watched));
  expect((await publish(next)).status).toBe(201);
  type Trigger = { watchedFlow: string | null; trouble: { code: string } | null; address: string | null };
  const shown = async () => (await ana.get<{ items: Trigger[] }>(`/flows/${next}/triggers`)).body.items;
  expect(await shown()).toMatchObject([{ watchedFlow: 'Nightly', trouble: null, address: null }]);
  const stored = await api.database.getRepository(FlowTrigger).findOneByOrFail({ flowId: next });
  expect(stored).toMatchObject({ watches: watched, watchOn: 'completed', watchStores: 'same' });
  expect((await ana.delete(`/flows/${watched}`)).status).toBe(204);
  expect(await shown()).toMatchObject([{ watchedFlow: null, trouble: { code: 'trigger.watched-gone' } }]);
});
