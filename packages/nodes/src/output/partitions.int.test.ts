// Files in folders by value, at real places: what a second run changes, and what it leaves.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Json, Row } from '@eclusa/flow';
import { openStore } from '../files/open-store';
import { ownFolder, startS3 } from '../files/servers.testing';
import { collected, contextOf, readAll, sorted } from '../harness.testing';
import parquet from '../source/parquet.node';
import file from './file.node';

const orders: Row[] = Array.from({ length: 1_000 }, (_, at) => ({
  id: `v${at}`,
  total: at / 2,
  day: `2026-${at % 2 === 0 ? '10' : '11'}-${String((at % 28) + 1).padStart(2, '0')}`,
}));
const byMonth: Record<string, Json> = {
  partitions: [
    { name: 'year', value: '$substring(day, 0, 4)' },
    { name: 'month', value: '$substring(day, 5, 2)' },
  ],
};

const listing = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();

test.each(['csv', 'ndjson', 'parquet'])(
  '%s: the same rows sent twice, in whatever order, change nothing; further rows add a file',
  async (format) => {
    const folder = ownFolder();
    const run = (rows: Row[], now: string) =>
      collected(file, rows, {
        config: { to: 'folder', folder, format, ...byMonth },
        folders: [folder],
        now: new Date(now),
        pageSize: 50,
      });
    const described = await run(orders, '2026-11-23T10:00:00Z');
    expect(described.map(({ partition, rows }) => [partition, rows])).toEqual([
      ['year=2026/month=10', 500],
      ['year=2026/month=11', 500],
    ]);
    const first = listing(folder);
    expect(first).toEqual(described.map(({ path }) => String(path).slice(folder.length + 1)));
    expect(first[0]).toMatch(new RegExp(`^year=2026/month=10/part-[0-9a-f]{20}\\.${format}$`));
    const bytes = first.map((name) => readFileSync(join(folder, name)));
    await run(orders, '2026-11-23T11:00:00Z');
    expect(listing(folder)).toEqual(first);
    expect(first.map((name, at) => readFileSync(join(folder, name)).equals(bytes[at] as Buffer))).toEqual([
      true,
      true,
    ]);
    await run([...orders].reverse(), '2026-11-23T11:30:00Z');
    expect(listing(folder)).toEqual(first);
    await run([{ id: 'new', total: 1, day: '2026-11-24' }], '2026-11-23T12:00:00Z');
    const second = listing(folder);
    expect(second).toHaveLength(3);
    expect(second).toEqual(expect.arrayContaining(first));
  },
);

test('a run that brings whole months replaces their files, and leaves other months alone', async () => {
  const folder = ownFolder();
  const run = (rows: Row[]) =>
    collected(file, rows, {
      config: { to: 'folder', folder, format: 'ndjson', partitionFile: 'replace', ...byMonth },
      folders: [folder],
    });
  await run(orders);
  await run([{ id: 'only', day: '2026-11-01' }]);
  expect(listing(folder)).toEqual(['year=2026/month=10/part.ndjson', 'year=2026/month=11/part.ndjson']);
  const text = readFileSync(join(folder, 'year=2026/month=11/part.ndjson'), 'utf8');
  expect(text).toBe('{"id":"only","day":"2026-11-01"}\n');
});

test('a value names a folder without leading out of it, and the field a folder is named after is not in the file', async () => {
  const folder = ownFolder();
  const rows: Row[] = [
    { uf: '../..', n: 1 },
    { uf: 'a/b=c', n: 2 },
    { uf: null, n: 3 },
    { uf: '..', n: 4 },
  ];
  await collected(file, rows, {
    config: {
      to: 'folder',
      folder,
      format: 'ndjson',
      partitionFile: 'replace',
      partitions: [{ name: 'uf' }],
    },
    folders: [folder],
  });
  expect(listing(folder)).toEqual([
    'uf=%2E%2E/part.ndjson',
    'uf=..%2F../part.ndjson',
    'uf=__HIVE_DEFAULT_PARTITION__/part.ndjson',
    'uf=a%2Fb%3Dc/part.ndjson',
  ]);
  expect(readFileSync(join(folder, 'uf=a%2Fb%3Dc/part.ndjson'), 'utf8')).toBe('{"n":2}\n');
});

test('a bucket gets the same folders, and its Parquet files are read again from there', async () => {
  const server = await startS3();
  try {
    const own = { kind: 's3', connection: { ...server.connection.values }, allow: [server.allow] };
    const config = { to: 'server', server: 'lake', folder: 'orders', format: 'parquet', ...byMonth };
    const [october] = await collected(file, orders, { ...own, config });
    expect(october).toMatchObject({ rows: 500, path: expect.stringContaining('orders/year=2026/month=10/') });
    await collected(file, orders, { ...own, config });
    const store = await openStore(server.connection, contextOf(file, own));
    expect(await store.list('orders/year=2026/month=10')).toHaveLength(1);
    const folder = 'orders/year=2026/month=10';
    const read = await readAll(parquet, { ...own, config: { from: 'server', server: 'lake', folder } });
    const even = orders.filter((_, at) => at % 2 === 0);
    expect(sorted(read).rows).toEqual(even);
  } finally {
    await server.close();
  }
});
