import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { localFiles } from './local-files';
import { folder, removeFolders, write } from './terminal.testing';

afterAll(removeFolders);

function files() {
  const flowFolder = folder();
  const cwd = folder();
  const written: string[] = [];
  const out = join(cwd, 'out');
  const made = localFiles({ flowFolder, cwd, out, onWritten: (file) => written.push(file) });
  return { flowFolder, cwd, out, written, files: made };
}

async function* bytes(...pieces: string[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield Buffer.from(piece);
}

test('a path begins at the flow’s folder and may be read from any byte on', async () => {
  const { flowFolder, files: local } = files();
  mkdirSync(join(flowFolder, 'data'));
  write(flowFolder, 'data/a.csv', 'hello world');
  const opened = await local.open('data/a.csv');
  expect([opened.name, opened.size]).toEqual(['a.csv', 11]);
  let text = '';
  for await (const piece of opened.read(6)) text += Buffer.from(piece).toString();
  expect(text).toBe('world');
});

test('files below the current folder may be read by their full path', async () => {
  const { cwd, files: local } = files();
  expect((await local.open(write(cwd, 'a.csv', 'x'))).size).toBe(1);
});

test('nothing else may be read: not by dots, not by a full path, not by a link', async () => {
  const { flowFolder, files: local } = files();
  const secret = write(folder(), 'secret.txt', 'x');
  symlinkSync(secret, join(flowFolder, 'link'));
  for (const id of [secret, `../${secret.split('/').slice(-2).join('/')}`, 'link', '.']) {
    await expect(local.open(id)).rejects.toMatchObject({ code: 'cli.file-outside' });
  }
  await expect(local.open('gone.csv')).rejects.toMatchObject({ code: 'cli.file-unreadable' });
});

test('files are written to the out folder under plain names, two of one name kept apart', async () => {
  const { out, written, files: local } = files();
  const first = await local.create('../../prices.csv', bytes('a', 'bc'));
  const second = await local.create('prices.csv', bytes('d'));
  expect([first.size, first.name, second.name]).toEqual([3, 'prices.csv', 'prices-2.csv']);
  expect(written).toEqual([join(out, 'prices.csv'), join(out, 'prices-2.csv')]);
  expect(readFileSync(join(out, 'prices.csv'), 'utf8')).toBe('abc');
});

test('a file that is not finished is not there', async () => {
  const { out, written, files: local } = files();
  async function* breaks(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('half');
    throw new Error('source is gone');
  }
  await expect(local.create('a.csv', breaks())).rejects.toThrow('source is gone');
  expect([existsSync(join(out, 'a.csv')), existsSync(join(out, 'a.csv.part')), written]).toEqual([
    false,
    false,
    [],
  ]);
});
