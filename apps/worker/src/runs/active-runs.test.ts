// What becomes of runs while the database is asked about them, and takes its time to answer.
import { emptyFlow } from '@eclusa/flow';
import type { DataSource } from 'typeorm';
import type { HostService } from '../host/host.service';
import { ActiveRuns } from './active-runs';
import { RunStopped } from './run-stopped';

/** A database that has these runs and answers questions for their states when it is told to. */
function setUp(states: Record<string, string>) {
  const asked: { ids: string[]; answer(): void }[] = [];
  const database = {
    getRepository: () => ({
      findOneByOrFail: ({ id }: { id: string }) =>
        Promise.resolve({ id, versionId: 'v', workspaceId: 'w', parameters: {}, document: emptyFlow('f') }),
    }),
    query: (_text: string, [ids]: [string[]]) =>
      new Promise((resolve) => {
        const rows = ids.filter((id) => id in states).map((id) => ({ id, state: states[id] }));
        asked.push({ ids, answer: () => resolve(rows) });
      }),
  };
  const hosts = { hostOf: () => ({}) };
  const runs = new ActiveRuns(database as unknown as DataSource, hosts as unknown as HostService, new Map());
  return { runs, asked };
}

const until = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10));
};

test('a run that begins while the states of others are on their way is not taken for gone', async () => {
  const { runs, asked } = setUp({ old: 'running', new: 'running' });
  const signals: AbortSignal[] = [];
  const work = (id: string) =>
    runs.use(id, ({ signal }) => {
      signals.push(signal);
      return new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    });
  const all = [work('old')];
  await until(() => asked.length === 1);
  all.push(work('new'));
  await until(() => signals.length === 2);
  asked[0]?.answer();
  await until(() => asked.length === 2);
  expect(asked.map(({ ids }) => ids)).toEqual([['old'], ['old', 'new']]);
  expect(signals.map(({ aborted }) => aborted)).toEqual([false, false]);
  runs.onApplicationShutdown();
  await Promise.all(all);
});

test('a run that is gone is stopped', async () => {
  const { runs, asked } = setUp({});
  const stopped = runs.use('gone', ({ signal }) => {
    return new Promise<unknown>((resolve) => signal.addEventListener('abort', () => resolve(signal.reason)));
  });
  await until(() => asked.length === 1);
  asked[0]?.answer();
  expect(await stopped).toEqual(new RunStopped('cancelled'));
  runs.onApplicationShutdown();
});
