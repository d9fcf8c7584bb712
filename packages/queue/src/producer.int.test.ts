import Bull, { type Queue } from 'bull';
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { PAGE_QUEUE, SWEEP_QUEUE } from './jobs';
import { queueOptions } from './options';
import { enqueuePage, redeliverPage, scheduleSweep } from './producer';

const redisUrl = process.env.ECLUSA_TEST_REDIS_URL ?? '';
const runId = randomUUID();
const open: Queue[] = [];
const unhandled = jest.fn();

function queue(name: string, url = redisUrl, prefix = `test-${randomUUID()}`): Queue {
  const made = new Bull(name, queueOptions(url, prefix));
  open.push(made);
  return made;
}

beforeAll(() => process.on('unhandledRejection', unhandled));
afterEach(async () => {
  for (const one of open.splice(0)) {
    if (one.client.status === 'ready') await one.obliterate({ force: true });
    one.client.disconnect();
  }
});
afterAll(() => {
  process.off('unhandledRejection', unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});

test('a job reaches the queue once, however often it is added', async () => {
  const pages = queue(PAGE_QUEUE);
  for (let i = 0; i < 3; i++) expect(await enqueuePage(pages, { pageId: 7, runId }, 0)).toBe(true);
  expect(await enqueuePage(pages, { pageId: 7, runId }, 1)).toBe(true);
  expect((await pages.getJobs(['waiting'])).map((job) => job.id).sort()).toEqual(['page:7:0', 'page:7:1']);
});

test('a job that was taken and is not worked on is put back beside it, one that waits is not doubled', async () => {
  const pages = queue(PAGE_QUEUE);
  const waiting = async () => (await pages.getJobs(['waiting'])).map((job) => job.id);
  const job = { pageId: 7, runId };
  for (let i = 0; i < 2; i++) expect(await redeliverPage(pages, job, 0)).toBe(true);
  expect(await waiting()).toEqual(['page:7:0']);
  for (const copy of ['page:7:0:1', 'page:7:0:2']) {
    await pages.getNextJob();
    expect(await enqueuePage(pages, job, 0)).toBe(true);
    expect(await waiting()).toEqual([]);
    for (let i = 0; i < 2; i++) expect(await redeliverPage(pages, job, 0)).toBe(true);
    expect(await waiting()).toEqual([copy]);
  }
  await pages.close(true);
});

test('what is left of a job in no list does not hold its id for ever', async () => {
  const pages = queue(PAGE_QUEUE);
  // What Bull leaves when Redis lost its data between the taking of a job and its lock.
  await pages.client.hset(pages.toKey('page:7:0'), 'processedOn', '1');
  expect(await enqueuePage(pages, { pageId: 7, runId }, 0)).toBe(true);
  expect(await pages.getWaitingCount()).toBe(0);
  for (let i = 0; i < 2; i++) expect(await redeliverPage(pages, { pageId: 7, runId }, 0)).toBe(true);
  expect((await pages.getJobs(['waiting'])).map((job) => job.id)).toEqual(['page:7:0:1']);
});

test('a page that has waited its turn already goes before all that wait', async () => {
  const pages = queue(PAGE_QUEUE);
  for (const pageId of [1, 2]) await enqueuePage(pages, { pageId, runId }, 0);
  expect(await redeliverPage(pages, { pageId: 3, runId }, 1, true)).toBe(true);
  expect(await redeliverPage(pages, { pageId: 4, runId }, 1)).toBe(true);
  const taken: unknown[] = [];
  for (let i = 0; i < 4; i++) taken.push(((await pages.getNextJob())?.data as { pageId: number }).pageId);
  expect(taken).toEqual([3, 1, 2, 4]);
  await pages.close(true);
});

test('with nobody at the address, adding answers false and later ends harm nobody', async () => {
  const pages = queue(PAGE_QUEUE, 'redis://127.0.0.1:1');
  expect(await enqueuePage(pages, { pageId: 7, runId }, 0, { timeoutMs: 200 })).toBe(false);
  expect(await enqueuePage(pages, { pageId: 7, runId }, 0, { timeoutMs: 50 })).toBe(false);
  expect(await redeliverPage(pages, { pageId: 7, runId }, 0)).toBe(false);
  expect(await scheduleSweep(pages, 1_000, 50)).toBe(false);
});

test('with a Redis that accepts and never answers, adding answers false', async () => {
  const silent: Server = createServer((socket) => socket.on('error', () => undefined)).listen(0, '127.0.0.1');
  await new Promise((resolve) => silent.once('listening', resolve));
  const address = silent.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const pages = queue(PAGE_QUEUE, `redis://127.0.0.1:${port}`);
  expect(await enqueuePage(pages, { pageId: 7, runId }, 0, { timeoutMs: 200 })).toBe(false);
  pages.client.disconnect();
  silent.close();
});

test('a changed sweep interval replaces the earlier one', async () => {
  const sweep = queue(SWEEP_QUEUE);
  await scheduleSweep(sweep, 2_000);
  await scheduleSweep(sweep, 500);
  await scheduleSweep(sweep, 500);
  expect((await sweep.getRepeatableJobs()).map((job) => job.every)).toEqual([500]);
});
