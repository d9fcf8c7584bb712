import express from 'express';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { editorFiles } from './editor.static';

const folder = mkdtempSync(path.join(tmpdir(), 'eclusa-editor-'));
const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true });
});

async function serve(editor: string) {
  const app = express();
  app.use(...editorFiles(editor));
  const server = app.listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  return async (address: string, init: RequestInit = {}) => {
    const response = await fetch(
      `http://127.0.0.1:${(server.address() as AddressInfo).port}${address}`,
      init,
    );
    return {
      status: response.status,
      text: await response.text(),
      cache: response.headers.get('cache-control'),
    };
  };
}

test('every address of the editor is its page, and files named by content never expire', async () => {
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(path.join(folder, 'index.html'), '<title>Eclusa</title>');
  writeFileSync(path.join(folder, 'assets/app-1a2b.js'), 'run()');
  writeFileSync(path.join(folder, '.env'), 'SECRET');
  const get = await serve(folder);
  for (const address of ['/', '/flows', '/flows/1/runs', '/sign-in?token=x']) {
    expect(await get(address)).toMatchObject({
      status: 200,
      text: '<title>Eclusa</title>',
      cache: 'no-cache',
    });
  }
  expect(await get('/assets/app-1a2b.js')).toMatchObject({
    status: 200,
    cache: expect.stringContaining('immutable'),
  });
  expect((await get('/assets/app-gone.js')).status).toBe(404);
  expect((await get('/api/v1/flows')).status).toBe(404);
  expect((await get('/flows', { method: 'POST' })).status).toBe(404);
  expect((await get('/.env')).text).not.toContain('SECRET');
  expect((await get('/..%2f..%2fetc/passwd')).text).not.toContain('root:');
});

test('an editor that is not built is said so on a page', async () => {
  const get = await serve(path.join(folder, 'nothing'));
  expect(await get('/')).toMatchObject({ status: 503, text: expect.stringContaining('not built') });
});
