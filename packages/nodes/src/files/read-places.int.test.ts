// Boxes that read files where ERPs leave them: only new ones, moved when they are read, and gone on with after a crash.
import { appendFileSync, mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Json, NodeType, SourcePage } from '@eclusa/flow';
import { contextOf, readAll, sorted, type ContextOptions } from '../harness.testing';
import csv from '../source/csv.node';
import json from '../source/json.node';
import nfe from '../source/nfe.node';
import xlsx from '../source/xlsx.node';
import { exampleNfe } from '../vtex-orders/nfe-example';
import { openStore } from './open-store';
import { ownFolder, startFtp, startS3, startSftp, type FileServer } from './servers.testing';
import { rowOf, workbookOf } from './workbook.testing';

const options = (server: FileServer, config: Record<string, Json>): ContextOptions => ({
  config: { from: 'server', server: 'erp', ...config },
  connection: { ...server.connection.values },
  kind: server.connection.kind,
  allow: [server.allow],
});

const rowsIn = (pages: SourcePage[]) => sorted(pages).rows;

/** Reads pages until so many have been stored, as a worker does that then dies. */
async function someOf(node: NodeType, given: ContextOptions, count: number): Promise<SourcePage[]> {
  if (node.behaviour.kind !== 'source') throw new Error('not a source');
  const pages: SourcePage[] = [];
  for await (const page of node.behaviour.read(contextOf(node, given))) {
    pages.push(page);
    if (pages.length === count) break;
  }
  return pages;
}

test('NF-e on SFTP: many files make one page, are read once, and lie where they were moved to', async () => {
  const server = await startSftp();
  const notes = new Map<string, string>();
  const given = { ...options(server, { pattern: '*.xml', after: 'move', moveTo: 'lidas' }), notes };
  try {
    for (const n of [1, 2, 3]) writeFileSync(join(server.folder, `nfe-${n}.xml`), exampleNfe);
    writeFileSync(join(server.folder, 'leia-me.txt'), 'x');
    const dry = await readAll(nfe, { ...given, dryRun: true });
    expect(readdirSync(server.folder)).toHaveLength(4);
    const pages = await readAll(nfe, given);
    expect(pages).toHaveLength(1);
    expect(rowsIn(pages)).toEqual(rowsIn(dry));
    expect(rowsIn(pages).map(({ file, number }) => [file, number])).toEqual([
      ['nfe-1.xml', '4711'],
      ['nfe-2.xml', '4711'],
      ['nfe-3.xml', '4711'],
    ]);
    expect(readdirSync(server.folder).sort()).toEqual(['leia-me.txt', 'lidas']);
    expect(readdirSync(join(server.folder, 'lidas')).sort()).toEqual(['nfe-1.xml', 'nfe-2.xml', 'nfe-3.xml']);
    expect(await readAll(nfe, given)).toEqual([]);
  } finally {
    await server.close();
  }
});

test('a page that was stored finishes its files, also when the worker died before it could', async () => {
  const server = await startSftp();
  try {
    for (const n of [1, 2, 3, 4, 5]) writeFileSync(join(server.folder, `nfe-${n}.xml`), exampleNfe);
    const given = { ...options(server, { after: 'delete' }), pageSize: 2, notes: new Map<string, string>() };
    // It breaks off before the next page is asked for: the second page is stored, its files not yet deleted.
    const pages = await someOf(nfe, given, 2);
    expect(readdirSync(server.folder).sort()).toEqual(['nfe-3.xml', 'nfe-4.xml', 'nfe-5.xml']);
    const rest = await readAll(nfe, { ...given, cursor: pages[1]?.cursor ?? null });
    expect(rowsIn([...pages, ...rest]).map(({ file }) => file)).toEqual(
      [1, 2, 3, 4, 5].map((n) => `nfe-${n}.xml`),
    );
    expect(readdirSync(server.folder)).toEqual([]);
  } finally {
    await server.close();
  }
});

test('files in folders within the folder are read, and what was moved away is not read again', async () => {
  const folder = ownFolder();
  const paths = ['1.json', '2026/11/2.json', '2026/11/2.txt', '2026/12/3.json'];
  for (const [at, path] of paths.entries()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `[{"n":${at}}]`);
  }
  const reading = async (pattern: string, more: Record<string, Json> = {}) => {
    const config = { from: 'folder', folder, pattern, onlyNew: false, ...more };
    return rowsIn(await readAll(json, { config, folders: [folder] })).map(({ n }) => n);
  };
  expect(await reading('*.json')).toEqual([0]);
  expect(await reading('2026/11/*.json')).toEqual([1]);
  expect(await reading('2026/*/*.json, 1.json')).toEqual([0, 1, 3]);
  expect(await reading('**/*.json', { after: 'move' })).toEqual([0, 1, 3]);
  expect(readdirSync(join(folder, 'lidos'), { recursive: true }).map(String).sort()).toEqual([
    '1.json',
    '2026',
    '2026/11',
    '2026/11/2.json',
    '2026/12',
    '2026/12/3.json',
  ]);
  expect(await reading('**/*.json', { after: 'move' })).toEqual([]);
  symlinkSync(folder, join(folder, '2026/loop'));
  expect(await reading('**/*.txt')).toEqual([2]);
});

test('a file that changed is read again, one that is gone or changes half-way is told', async () => {
  const folder = ownFolder();
  const file = join(folder, 'precos.csv');
  const lines = Array.from({ length: 10 }, (_, n) => `${n};${n}`).join('\n');
  writeFileSync(file, `sku;preco\n${lines}\n`);
  const notes = new Map<string, string>();
  const given = { config: { from: 'folder', folder }, folders: [folder], notes, pageSize: 4 };
  expect(rowsIn(await readAll(csv, given))).toHaveLength(10);
  expect(await readAll(csv, given)).toEqual([]);
  expect(rowsIn(await readAll(csv, { ...given, config: { ...given.config, onlyNew: false } }))).toHaveLength(
    10,
  );
  appendFileSync(file, '11;11\n');
  const first = await someOf(csv, given, 1);
  const cursor = first[0]?.cursor ?? null;
  expect(rowsIn(await readAll(csv, { ...given, cursor }))).toHaveLength(7);
  appendFileSync(file, '12;12\n');
  await expect(readAll(csv, { ...given, cursor })).rejects.toMatchObject({ code: 'nodes.file-changed' });
  renameSync(file, join(folder, 'other.csv'));
  await expect(readAll(csv, { ...given, cursor })).rejects.toMatchObject({
    code: 'nodes.file-gone',
    values: { file: 'precos.csv' },
  });
});

test.each([
  ['SFTP', () => startSftp()],
  ['FTPS', () => startFtp('explicit')],
] as const)('files on %s are gone on with from any page', async (_name, start) => {
  const server = await start();
  try {
    const list = (from: number) => JSON.stringify(Array.from({ length: 7 }, (_, n) => ({ n: from + n })));
    for (const n of [0, 7]) writeFileSync(join(server.folder, `a${n}.json`), list(n), { mode: 0o644 });
    const data = [rowOf(1, ['n']), ...[14, 15, 16].map((n, at) => rowOf(at + 2, [n]))].join('');
    writeFileSync(join(server.folder, 'b.xlsx'), workbookOf([{ name: 'A', data }]), { mode: 0o644 });
    const given = { ...options(server, { pattern: '*.json', onlyNew: false }), pageSize: 3 };
    const all = await readAll(json, given);
    expect(rowsIn(all).map(({ n }) => n)).toEqual(Array.from({ length: 14 }, (_, n) => n));
    for (const [at, page] of all.entries()) {
      expect(await readAll(json, { ...given, cursor: page.cursor })).toEqual(all.slice(at + 1));
    }
    const sheet = { ...given, config: { ...given.config, pattern: '*.xlsx' } };
    expect(rowsIn(await readAll(xlsx, sheet)).map(({ n }) => n)).toEqual([14, 15, 16]);
  } finally {
    await server.close();
  }
});

test('a bucket is read as a folder is, and what was read is deleted', async () => {
  const server = await startS3();
  try {
    const given = { ...options(server, { folder: 'precos', after: 'delete' }), pageSize: 2 };
    const context = contextOf(csv, given);
    const store = await openStore(server.connection, context);
    for (const n of [1, 2]) {
      await store.write(
        `precos/${n}.csv`,
        (async function* () {
          yield Buffer.from(`sku;preco\nA${n};1,5\nB${n};2\n`);
        })(),
      );
    }
    const pages = await readAll(csv, {
      ...given,
      config: { ...given.config, decimals: [{ column: 'preco' }] },
    });
    expect(rowsIn(pages).map(({ sku, preco }) => [sku, preco])).toEqual([
      ['A1', 1.5],
      ['B1', 2],
      ['A2', 1.5],
      ['B2', 2],
    ]);
    expect(await store.list('precos')).toEqual([]);
  } finally {
    await server.close();
  }
});

test('a server whose host key changed between two runs is not read', async () => {
  const server = await startSftp();
  const { port } = server.connection.values;
  writeFileSync(join(server.folder, 'a.json'), '[{"n":1}]');
  await server.close();
  const other = await startSftp(Number(port));
  try {
    const given = options({ ...other, connection: server.connection }, {});
    await expect(readAll(json, given)).rejects.toMatchObject({
      code: 'nodes.server-key-changed',
      values: { found: other.hostKey, expected: server.hostKey },
    });
  } finally {
    await other.close();
  }
});

test('a folder outside the one of its connection is refused', async () => {
  const server = await startS3();
  try {
    await expect(readAll(json, options(server, { folder: '../entrada' }))).rejects.toMatchObject({
      code: 'nodes.folder-leaves',
    });
  } finally {
    await server.close();
  }
});
