// Files of a folder through the queues: each is read once per flow, in the run that found it, however many runs follow.
import { nodeTypes } from '@eclusa/nodes';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Bench, chain, Site } from '../worker.testing';

let folder: string;
let site: Site;
let bench: Bench;

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'eclusa-folder-'));
  bench = new Bench();
  const ECLUSA_ALLOW_PRIVATE_HOSTS = await bench.open();
  site = await Site.open({ ECLUSA_ALLOW_PRIVATE_HOSTS, ECLUSA_FOLDERS: folder, ECLUSA_PAGE_SIZE: '10' });
  await site.work(new Map([...nodeTypes, ...bench.nodeTypes]));
});
afterEach(async () => {
  await site.close();
  bench.close();
  rmSync(folder, { recursive: true });
});

const leave = (name: string, from: number, count: number, end = ']') =>
  writeFileSync(
    path.join(folder, name),
    `[${Array.from({ length: count }, (_, n) => JSON.stringify({ n: from + n })).join(',')}${end}`,
  );

const read = (config = {}) =>
  chain({ type: 'source.json', config: { from: 'folder', folder, ...config } }, 'test.write');

test('a run reads the files that came since the last one, and nothing twice', async () => {
  const version = await site.publish(read({ after: 'move', moveTo: 'lidos' }));
  const next = async () => (await site.wait(await site.insertRun(version))).readRows;
  leave('a.json', 1, 25);
  leave('b.json', 26, 3);
  expect(await next()).toBe(28);
  expect(await next()).toBe(0);
  leave('c.json', 29, 2);
  expect(await next()).toBe(2);
  expect(bench.written).toBe(30);
  expect(bench.doubled).toEqual([]);
  expect(readdirSync(path.join(folder, 'lidos')).sort()).toEqual(['a.json', 'b.json', 'c.json']);
});

test('a dry run leaves the files where they are, for the run that sends them', async () => {
  const version = await site.publish(read({ after: 'delete' }));
  leave('a.json', 1, 5);
  const dry = await site.wait(await site.insertRun(version, { dryRun: true }));
  expect([dry.readRows, readdirSync(folder)]).toEqual([5, ['a.json']]);
  const run = await site.wait(await site.insertRun(version));
  expect([run.readRows, readdirSync(folder)]).toEqual([5, []]);
});

test('of a file that was cut off the rows before are sent, and the run says where it ended', async () => {
  const version = await site.publish(read());
  leave('a.json', 1, 14, ',{"n":');
  const run = await site.wait(await site.insertRun(version));
  expect(run).toMatchObject({ state: 'failed', readRows: 14 });
  expect(run.error).toMatchObject({ code: 'nodes.file-cut', values: { file: 'a.json', record: 14 } });
});
