import { randomUUID } from 'node:crypto';
import { startApi, type Browser, type TestApi } from '../api.testing';
import { pricesFlow, publishedFlow } from '../flows/flows.testing';

interface ScheduleView {
  id: string;
  nextAt: string | null;
  enabled: boolean;
  code?: string;
}

const weekdays = {
  ...{ cron: '*/5 8-19 * * 1-5', timezone: 'America/Sao_Paulo' },
  ...{ missed: 'once', overlap: 'skip', enabled: true },
};
let api: TestApi;
let ana: Browser;
let path: string;

beforeAll(async () => {
  api = await startApi({ ECLUSA_QUEUE_PREFIX: `test-${randomUUID()}` });
  ana = await api.person('Ana');
  path = `/flows/${(await publishedFlow(ana)).flowId}`;
});
afterAll(() => api.close());

async function flowPath(): Promise<string> {
  const { body } = await ana.post<{ id: string }>('/flows', { name: 'Prices', document: pricesFlow() });
  return `/flows/${body.id}`;
}
const schedules = async () => (await ana.get<{ items: ScheduleView[] }>(`${path}/schedules`)).body.items;

test('a schedule is made, listed, changed, switched off and removed, and the audit knows', async () => {
  const made = await ana.post<ScheduleView>(`${path}/schedules`, weekdays);
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    ...weekdays,
    text: { en: 'Every 5 minutes between 8:00 and 20:00, Monday to Friday (America/Sao_Paulo)' },
    storeId: null,
    lastAt: null,
  });
  expect(Date.parse(made.body.nextAt ?? '')).toBeGreaterThan(Date.now());
  const { id } = made.body;
  expect(await schedules()).toEqual([made.body]);
  const off = await ana.put<ScheduleView>(`${path}/schedules/${id}`, { ...weekdays, enabled: false });
  expect(off.body).toMatchObject({ enabled: false, nextAt: null });
  const on = await ana.put<ScheduleView>(`${path}/schedules/${id}`, { ...weekdays, cron: '30 6 * * *' });
  expect(on.body.nextAt).toMatch(/T09:30:00.000Z$/);
  expect((await ana.send('DELETE', `${path}/schedules/${id}`)).status).toBe(204);
  expect(await schedules()).toEqual([]);
  expect((await ana.put<ScheduleView>(`${path}/schedules/${id}`, weekdays)).body.code).toBe(
    'api.schedule-not-found',
  );
  const actions = await api.database.query<{ action: string }[]>(
    'SELECT action FROM audit WHERE subject = $1 ORDER BY at',
    [id],
  );
  expect(actions.map(({ action }) => action)).toEqual([
    ...['schedule.create', 'schedule.update', 'schedule.update', 'schedule.delete'],
  ]);
});

test('a flow that is not published has no schedule', async () => {
  const { status, body } = await ana.post<ScheduleView>(`${await flowPath()}/schedules`, weekdays);
  expect([status, body.code]).toEqual([422, 'api.flow-not-published']);
});

test('a flow that is called with its rows has no schedule: nobody would send them', async () => {
  const document = {
    ...pricesFlow(),
    ...{ slots: {}, edges: [], nodes: { call: { type: 'source.call', version: 1, config: {} } } },
  };
  const { id } = (await ana.post<{ id: string }>('/flows', { name: 'Called', document })).body;
  await ana.post(`/flows/${id}/publish`, { revision: 1 });
  const { status, body } = await ana.post<ScheduleView>(`/flows/${id}/schedules`, weekdays);
  expect([status, body.code]).toEqual([422, 'api.flow-is-called']);
});

test('a schedule is shown before it is made: its sentence and its next ten times', async () => {
  const table = { cron: '30 2 * * *', timezone: 'America/New_York' };
  const { body } = await ana.post<{ times: string[]; text: { pt: string } }>('/schedules/preview', table);
  expect(body.text.pt).toBe('Às 2:30, todos os dias (America/New_York)');
  expect(body.times).toHaveLength(10);
  expect([...body.times].sort()).toEqual(body.times);
});

test('what cannot be understood is refused with what to do, and nothing is stored', async () => {
  for (const [part, code] of [
    [{ cron: 'every day' }, 'schedule.cron-invalid'],
    [{ cron: '0 0 31 2 *' }, 'schedule.never'],
    [{ timezone: 'Sao Paulo' }, 'schedule.timezone-unknown'],
  ] as const) {
    for (const route of [`${path}/schedules`, '/schedules/preview']) {
      const { cron, timezone } = { ...weekdays, ...part };
      const body = route === '/schedules/preview' ? { cron, timezone } : { ...weekdays, ...part };
      const answer = await ana.post<ScheduleView>(route, body);
      expect([answer.status, answer.body.code]).toEqual([422, code]);
    }
  }
  expect((await ana.post(`${path}/schedules`, { ...weekdays, missed: 'sometimes' })).status).toBe(400);
  expect(await schedules()).toEqual([]);
});
