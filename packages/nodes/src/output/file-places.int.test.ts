// Files that a flow writes where other systems fetch them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BarrierContext, Json, Row } from '@eclusa/flow';
import { ownFolder, startSftp } from '../files/servers.testing';
import { contextOf } from '../harness.testing';
import file from './file.node';

async function* pages(rows: Row[]): AsyncIterable<Row[]> {
  yield rows;
}

/** What the box yields, what it keeps included. */
async function steps(context: BarrierContext): Promise<unknown[]> {
  if (file.behaviour.kind !== 'barrier') throw new Error('no barrier');
  const yielded: unknown[] = [];
  for await (const step of file.behaviour.collect({ in: pages([{ sku: 'A' }, { sku: 'B' }]) }, context))
    yielded.push(step);
  return yielded;
}

test('a file goes to an SFTP server, and after a crash under the same name again', async () => {
  const server = await startSftp();
  const config: Record<string, Json> = {
    to: 'server',
    server: 'erp',
    folder: 'pedidos',
    name: 'p-{time}',
    bom: false,
  };
  const given = { config, connection: { ...server.connection.values }, kind: 'sftp', allow: [server.allow] };
  try {
    const [kept, described] = await steps(contextOf(file, given));
    expect(kept).toEqual({ keep: 'p-123456.csv' });
    expect(described).toEqual([{ path: 'pedidos/p-123456.csv', name: 'p-123456.csv', rows: 2, bytes: 11 }]);
    expect(readFileSync(join(server.folder, 'pedidos/p-123456.csv'), 'utf8')).toBe('sku\r\nA\r\nB\r\n');
    const later = contextOf(file, { ...given, now: new Date('2026-11-23T13:00:00Z') });
    const again = Object.create(later, { kept: { value: 'p-123456.csv' } }) as BarrierContext;
    expect(await steps(again)).toEqual([described]);
    expect(readdirSync(join(server.folder, 'pedidos'))).toEqual(['p-123456.csv']);
    const dry = await steps(contextOf(file, { ...given, config: { ...config, name: 'dry' }, dryRun: true }));
    expect(dry.at(-1)).toEqual([{ path: 'pedidos/dry.csv', name: 'dry.csv', rows: 2, bytes: 11 }]);
    expect(readdirSync(join(server.folder, 'pedidos'))).toEqual(['p-123456.csv']);
  } finally {
    await server.close();
  }
});

test('a file goes to a folder that the operator allows, and to no other', async () => {
  const folder = ownFolder();
  const config = { to: 'folder', folder, format: 'ndjson', name: 'linhas' };
  await steps(contextOf(file, { config, folders: [folder] }));
  expect(readFileSync(join(folder, 'linhas.ndjson'), 'utf8')).toBe('{"sku":"A"}\n{"sku":"B"}\n');
  await expect(steps(contextOf(file, { config }))).rejects.toMatchObject({
    code: 'nodes.folder-not-allowed',
  });
});
