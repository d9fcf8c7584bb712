// Schedules fire once for each time, whoever looks and whatever was lost meanwhile.
import { Flow, FlowVersion, Run, Schedule } from '@eclusa/db';
import type { FlowDocument } from '@eclusa/flow';
import { Bench, chain, Site } from '../worker.testing';
import { Scheduler } from './scheduler';

const minute = 60_000;
const flow = (): FlowDocument => chain({ type: 'test.rows', config: { count: 3 } }, 'test.write');
let site: Site;
let bench: Bench;

beforeEach(async () => {
  bench = new Bench();
  site = await Site.open({ ECLUSA_ALLOW_PRIVATE_HOSTS: await bench.open() });
});
afterEach(async () => {
  await site.close();
  bench.close();
});

/** The last full minute, `ago` minutes before. */
const fullMinute = (ago: number): Date => new Date(Math.floor(Date.now() / minute) * minute - ago * minute);

/** Daily at the minute of `time`: however long a test takes, no second time comes. */
const dailyAt = (time: Date): string => `${time.getUTCMinutes()} ${time.getUTCHours()} * * *`;

async function schedule(more: Partial<Schedule> = {}, document = flow()): Promise<Schedule> {
  const { flowId } = await site.publish(document);
  await site.source.getRepository(Flow).update({ id: flowId }, { publishedVersion: 1 });
  const { workspaceId } = site;
  const nextAt = fullMinute(0);
  const daily = { cron: dailyAt(more.nextAt ?? nextAt), timezone: 'UTC', nextAt };
  return site.source.getRepository(Schedule).save({ workspaceId, flowId, ...daily, ...more });
}

function scheduler(): Scheduler {
  return new Scheduler(site.source, site.runQueue(), bench.nodeTypes);
}

const runsOf = ({ id }: Schedule): Promise<Run[]> =>
  site.source.getRepository(Run).find({ where: { scheduleId: id }, order: { scheduledFor: 'ASC' } });
const stored = ({ id }: Schedule) => site.source.getRepository(Schedule).findOneByOrFail({ id });

test('of many that look at the same moment one fires a time, and it runs to its end', async () => {
  const all = [await schedule(), await schedule(), await schedule()];
  for (let round = 0; round < 5; round++) {
    await Promise.all([1, 2, 3].map(() => scheduler().fireDue()));
  }
  for (const one of all) {
    const [run, ...more] = await runsOf(one);
    expect(more).toEqual([]);
    expect(run).toMatchObject({ trigger: 'schedule', scheduledFor: one.nextAt, versionNumber: 1 });
    const { nextAt, lastAt } = await stored(one);
    expect(lastAt).toEqual(one.nextAt);
    expect(nextAt?.getTime()).toBeGreaterThan(one.nextAt?.getTime() ?? NaN);
  }
  for (let worker = 0; worker < 3; worker++) await site.work(bench.nodeTypes);
  for (const one of all) {
    const [run] = await runsOf(one);
    expect(await site.wait(run?.id ?? '')).toMatchObject({ state: 'completed', written: 3 });
  }
});

test('the database itself holds one run for each time', async () => {
  const one = await schedule();
  await scheduler().fireDue();
  await site.source.getRepository(Schedule).update({ id: one.id }, { nextAt: one.nextAt });
  await expect(scheduler().fireDue()).rejects.toThrow('ix_run_schedule_id_scheduled_for');
  expect(await runsOf(one)).toHaveLength(1);
});

test('with all of Redis lost, workers go on firing and running', async () => {
  await site.work(bench.nodeTypes);
  await site.work(bench.nodeTypes);
  await site.dropQueues();
  const one = await schedule();
  const found = async (): Promise<Run | undefined> => (await runsOf(one))[0];
  for (const end = Date.now() + 30_000; !(await found()) && Date.now() < end;) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(await site.wait((await found())?.id ?? '')).toMatchObject({ state: 'completed' });
});

test('what was missed is fired once, all of it, or not at all', async () => {
  const nextAt = fullMinute(180);
  const cron = '*/10 * * * *';
  const fired = async (missed: Schedule['missed']) => {
    const one = await schedule({ nextAt, cron, missed });
    await scheduler().fireDue();
    return [(await runsOf(one)).length, await stored(one)] as const;
  };
  const [once, after] = await fired('once');
  expect(once).toBe(1);
  expect(after.nextAt?.getTime()).toBeGreaterThan(Date.now() - minute);
  // Three hours hold 18 tenths of an hour, and one more where both ends are among them.
  expect((await fired('all'))[0]).toBeGreaterThanOrEqual(18);
  const left = await schedule({ nextAt, missed: 'skip' });
  await scheduler().fireDue();
  expect(await runsOf(left)).toEqual([]);
  expect((await stored(left)).nextAt).toEqual(new Date(nextAt.getTime() + 24 * 60 * minute));
});

test('while the run before is going on, the next one waits, is skipped, or takes its place', async () => {
  const second = async (overlap: Schedule['overlap']) => {
    const one = await schedule({ overlap });
    const going = await site.insertRun(await versionOf(one), {
      concurrencyKey: `schedule ${one.id}`,
      state: 'running',
    });
    await scheduler().fireDue();
    const [run] = await runsOf(one);
    return [(await site.run(going)).state, run?.state, run?.overlapRunId === going];
  };
  expect(await second('queue')).toEqual(['running', 'queued', false]);
  expect(await second('skip')).toEqual(['running', 'skipped', true]);
  expect(await second('cancel')).toEqual(['cancelling', 'queued', true]);
});

test('it is the version published at that moment that runs, with what the flow is bound to', async () => {
  const document = {
    ...flow(),
    parameters: { limit: { type: 'number' as const, name: 'Limit', default: 1 } },
  };
  const one = await schedule({}, document);
  const { workspaceId } = site;
  const { flowId } = one;
  await site.source
    .getRepository('flow_binding')
    .save({ workspaceId, flowId, parameters: { limit: 7, old: 1 } });
  await site.source.getRepository(FlowVersion).save({ workspaceId, flowId, number: 2, document });
  await site.source.getRepository(Flow).update({ id: flowId }, { publishedVersion: 2 });
  await scheduler().fireDue();
  expect(await runsOf(one)).toMatchObject([{ versionNumber: 2, parameters: { limit: 7 } }]);
});

test('one that is off, or has no time to come, does not fire, and one that cannot be read keeps no other from it', async () => {
  const off = await schedule({ enabled: false });
  const broken = await schedule({ timezone: 'Mars/Olympus', nextAt: fullMinute(5) });
  const good = await schedule();
  await scheduler().fireDue();
  expect([await runsOf(off), await runsOf(broken)]).toEqual([[], []]);
  expect(await runsOf(good)).toHaveLength(1);
  expect((await stored(broken)).nextAt).toBeNull();
});

async function versionOf({ flowId }: Schedule): Promise<FlowVersion> {
  return site.source.getRepository(FlowVersion).findOneByOrFail({ flowId, number: 1 });
}

test('schedules that cannot be fired keep no run from going on', async () => {
  const runId = await site.insertRun(await site.publish(flow()));
  await site.source.query('ALTER TABLE schedule RENAME TO out_of_reach');
  await site.sweeper(bench.nodeTypes).sweep();
  const [job] = await site.runQueue().getWaiting();
  expect(job?.data).toEqual({ kind: 'start', runId });
});
