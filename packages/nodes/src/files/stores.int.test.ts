// What every server with files has to do, asked of real ones, and what is particular to each.
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '@eclusa/flow';
import ftpConnection from '../connections/ftp.connection';
import s3Connection from '../connections/s3.connection';
import sftpConnection from '../connections/sftp.connection';
import { memoryFiles } from '../harness.testing';
import { guardedFetch } from '../net/guarded-fetch';
import { guardedReach } from '../net/reach';
import { openStore } from './open-store';
import { folderStore } from './places/folder';
import { ownFolder, startFtp, startS3, startSftp, type FileServer } from './servers.testing';
import type { FileStore } from './store';

const signal = new AbortController().signal;
const toolsOf = (allow: string[]) => ({
  reach: guardedReach({ allow }),
  fetch: guardedFetch({ allow }),
  signal,
});

async function* bytes(...pieces: (string | Uint8Array)[]): AsyncIterable<Uint8Array> {
  for (const piece of pieces) yield Buffer.from(piece as string);
}

async function text(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all).toString('utf8');
}

const open = (server: FileServer, values = {}) => {
  const connection = { ...server.connection, values: { ...server.connection.values, ...values } };
  return openStore(connection, toolsOf([server.allow]));
};

const kinds = [
  ['OpenSSH', () => startSftp()],
  ['vsftpd with TLS', () => startFtp('explicit')],
  ['vsftpd without TLS', () => startFtp('none')],
  ['s3rver', () => startS3()],
] as const;

async function behaves(store: FileStore): Promise<void> {
  const large = Buffer.alloc(3e6, 'abcdefgh');
  expect(await store.write('entrada/ação 1.txt', bytes('olá', ' mundo'))).toBe(10);
  await store.write('entrada/2.bin', bytes(large));
  await store.write('entrada/lidos/2.bin', bytes('old'));
  const files = (await store.list('entrada')).sort((a, b) => (a.name < b.name ? -1 : 1));
  expect(files.map(({ name, size }) => [name, size])).toEqual([
    ['2.bin', 3e6],
    ['ação 1.txt', 10],
  ]);
  expect(new Set(files.map(({ version }) => version)).size).toBe(2);
  await store.write('entrada/a/b c/3.txt', bytes('x'));
  const deep = async (how = {}) => {
    const found = await store.list('entrada', { deep: true, ...how });
    return found.map(({ name, size }) => `${name} ${size}`).sort();
  };
  expect(await deep()).toEqual(['2.bin 3000000', 'a/b c/3.txt 1', 'ação 1.txt 10', 'lidos/2.bin 3']);
  expect(await deep({ except: 'lidos' })).toEqual(['2.bin 3000000', 'a/b c/3.txt 1', 'ação 1.txt 10']);
  expect(await text(store.read('entrada/ação 1.txt', 0))).toBe('olá mundo');
  expect(await text(store.read('entrada/ação 1.txt', 5))).toBe('mundo');
  expect(await text(store.read('entrada/2.bin', 2_999_992))).toBe('abcdefgh');
  // Whoever stops in the middle leaves the connection fit for what comes next.
  for await (const piece of store.read('entrada/2.bin', 0)) if (piece.byteLength > 0) break;
  await store.move('entrada/2.bin', 'entrada/lidos/2.bin');
  await store.move('entrada/2.bin', 'entrada/lidos/2.bin');
  expect((await store.list('entrada/lidos')).map(({ name, size }) => [name, size])).toEqual([['2.bin', 3e6]]);
  await store.remove('entrada/ação 1.txt');
  await store.remove('entrada/ação 1.txt');
  expect((await store.list('entrada')).map(({ name }) => name)).toEqual([]);
  await expect(text(store.read('entrada/nada.txt', 0))).rejects.toMatchObject({
    code: 'nodes.server-path-missing',
  });
}

test.each(kinds)('%s: writes, lists, reads from any byte, moves and removes', async (_name, start) => {
  const server = await start();
  const store = await open(server);
  try {
    await behaves(store);
  } finally {
    await store.close();
    await server.close();
  }
});

test('a folder of this machine does so below what the operator allows, and nowhere else', async () => {
  const folder = ownFolder();
  const reach = guardedReach({ folders: [folder] });
  await behaves(await folderStore(reach, folder));
  const outside = ownFolder();
  writeFileSync(join(outside, 'secret.txt'), 'x');
  symlinkSync(outside, join(folder, 'link'));
  symlinkSync(join(outside, 'secret.txt'), join(folder, 'secret.txt'));
  const refused = { code: 'nodes.folder-not-allowed' };
  for (const path of [outside, '/', `${folder}/../`, `${folder}/link`, '/nowhere', '']) {
    await expect(folderStore(reach, path)).rejects.toMatchObject(refused);
  }
  const store = await folderStore(reach, folder);
  await expect(text(store.read('secret.txt', 0))).rejects.toMatchObject(refused);
  await expect(store.write('link/new.txt', bytes('x'))).rejects.toMatchObject(refused);
  await expect(folderStore(guardedReach(), folder)).rejects.toMatchObject(refused);
});

const attempt = (kind: typeof sftpConnection, connection: Connection, allow: string[] = []) =>
  kind.test({ connection, ...toolsOf(allow), files: memoryFiles() });

test('a server with another host key than the one in the connection gets nothing', async () => {
  const server = await startSftp();
  const withKey = (hostKey: string) => ({
    ...server.connection,
    values: { ...server.connection.values, hostKey },
  });
  try {
    await expect(attempt(sftpConnection, withKey(''), [server.allow])).rejects.toMatchObject({
      code: 'nodes.server-key-unknown',
      values: { found: server.hostKey },
    });
    expect((await attempt(sftpConnection, server.connection, [server.allow])).en).toContain('answered');
    const oneLine = String(server.connection.values['privateKey']).replaceAll('\n', '');
    const pasted = { ...server.connection, values: { ...server.connection.values, privateKey: oneLine } };
    expect((await attempt(sftpConnection, pasted, [server.allow])).en).toContain('answered');
    const other = `SHA256:${'A'.repeat(43)}`;
    await expect(attempt(sftpConnection, withKey(other), [server.allow])).rejects.toMatchObject({
      code: 'nodes.server-key-changed',
      values: { found: server.hostKey, expected: other },
    });
    const wrong = {
      ...server.connection,
      values: { ...server.connection.values, privateKey: '', password: 'x' },
    };
    await expect(attempt(sftpConnection, wrong, [server.allow])).rejects.toMatchObject({
      code: 'nodes.server-denied',
    });
  } finally {
    await server.close();
  }
});

test('an FTP server with a certificate that nobody vouches for, or a wrong user, is refused', async () => {
  const server = await startFtp('explicit');
  try {
    const values = server.connection.values;
    const unknown = { ...server.connection, values: { ...values, certificate: '' } };
    await expect(attempt(ftpConnection, unknown, [server.allow])).rejects.toMatchObject({
      code: 'nodes.server-unreachable',
      retryable: false,
    });
    const wrong = { ...server.connection, values: { ...values, username: 'maria' } };
    await expect(attempt(ftpConnection, wrong, [server.allow])).rejects.toMatchObject({
      code: 'nodes.server-denied',
    });
    expect((await attempt(ftpConnection, server.connection, [server.allow])).pt).toContain('respondeu');
  } finally {
    await server.close();
  }
});

test('a bucket that is not there, or a wrong key, is told', async () => {
  const server = await startS3();
  try {
    const values = server.connection.values;
    const missing = { ...server.connection, values: { ...values, bucket: 'nada' } };
    await expect(attempt(s3Connection, missing, [server.allow])).rejects.toMatchObject({
      code: 'nodes.server-path-missing',
    });
    const wrong = { ...server.connection, values: { ...values, accessKeyId: 'WRONG' } };
    await expect(attempt(s3Connection, wrong, [server.allow])).rejects.toMatchObject({
      code: 'nodes.server-denied',
    });
  } finally {
    await server.close();
  }
});

test('no server of our own network is spoken to unless the operator allows it', async () => {
  for (const kind of [sftpConnection, ftpConnection] as const) {
    const values = { host: '127.0.0.1', port: 2222, username: 'x', hostKey: 'SHA256:x' };
    const connection = { id: 'c', kind: kind.id, values };
    await expect(attempt(kind, connection)).rejects.toMatchObject({ code: 'nodes.address-refused' });
  }
  const values = {
    endpoint: 'http://169.254.169.254',
    bucket: 'erp',
    accessKeyId: 'a',
    secretAccessKey: 'b',
  };
  await expect(attempt(s3Connection, { id: 'c', kind: 's3', values })).rejects.toMatchObject({
    code: 'nodes.address-refused',
  });
});
