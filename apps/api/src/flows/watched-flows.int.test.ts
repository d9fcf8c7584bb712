// Flows that wait for another: what is refused when they are published, and how their trigger shows.
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
  const { code, node, field, text } = body.problems?.find((one) => one.code.startsWith('flow.watch')) ?? {};
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
