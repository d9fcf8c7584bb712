// What callers rely on of fetch, kept by the request that takes its place.
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { Agent } from 'undici';
import { plainFetch } from './plain-fetch';

let server: Server | undefined;
let agent: Agent;
beforeEach(() => {
  agent = new Agent();
});
afterEach(async () => {
  await agent.destroy();
  server?.closeAllConnections();
  server?.close();
});

async function serve(listener: RequestListener): Promise<(init?: RequestInit) => Promise<Response>> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/path?q=1`);
  return (init = {}) => plainFetch(agent, url, init);
}

async function textOf(message: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of message) text += String(piece);
  return text;
}

test('a request arrives as it was written, and its answer as it was sent', async () => {
  const send = await serve((request, response) => {
    void textOf(request).then((body) => {
      const { method, url, headers } = request;
      response.writeHead(201, 'Made', { 'x-two': ['a', 'b'], 'content-type': 'application/json' });
      response.end(
        JSON.stringify({ method, url, body, key: headers['x-key'], type: headers['content-type'] }),
      );
    });
  });
  const answer = await send({ method: 'patch', headers: { 'X-Key': 'k' }, body: 'olá' });
  expect([answer.status, answer.ok, answer.statusText]).toEqual([201, true, 'Made']);
  expect(answer.headers.get('x-two')).toBe('a, b');
  expect(answer.url).toMatch(/\/path\?q=1$/);
  const type = 'text/plain;charset=UTF-8';
  expect(await answer.json()).toEqual({ method: 'PATCH', url: '/path?q=1', body: 'olá', key: 'k', type });
});

test('bodies other than text are sent with the type they bring', async () => {
  const send = await serve((request, response) => {
    void textOf(request).then((body) => response.end(`${request.headers['content-type']} ${body}`));
  });
  const form = await send({ method: 'POST', body: new URLSearchParams({ a: '1 2' }) });
  expect(await form.text()).toBe('application/x-www-form-urlencoded;charset=UTF-8 a=1+2');
  const bytes = await send({ method: 'PUT', body: new TextEncoder().encode('abc') });
  expect(await bytes.text()).toBe('undefined abc');
});

test.each([
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
  ['deflate', deflateSync],
])('an answer packed with %s is unpacked', async (encoding, pack) => {
  const text = 'linha\n'.repeat(50_000);
  const send = await serve((_, response) => {
    response.writeHead(200, { 'content-encoding': encoding }).end(pack(text));
  });
  expect(await (await send()).text()).toBe(text);
});

test('an answer packed with several is unpacked from the last to the first', async () => {
  const send = await serve((_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip, br' }).end(brotliCompressSync(gzipSync('twice')));
  });
  expect(await (await send()).text()).toBe('twice');
});

test('broken packing fails the body and not the process', async () => {
  const send = await serve((_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end('this is not gzip');
  });
  await expect((await send()).text()).rejects.toThrow();
});

test('answers that have no body have none', async () => {
  const send = await serve((request, response) => {
    response.writeHead(request.method === 'HEAD' ? 200 : 204, { 'content-encoding': 'gzip' }).end();
  });
  expect((await send()).body).toBeNull();
  expect((await send({ method: 'HEAD' })).body).toBeNull();
});

test('nobody there is a TypeError with the fault as its cause', async () => {
  const send = await serve(() => undefined);
  server?.closeAllConnections();
  server?.close();
  const error = await send().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(TypeError);
  expect((error as TypeError).cause).toMatchObject({ code: 'ECONNREFUSED' });
});

test('a connection that breaks in the middle fails the body', async () => {
  const send = await serve((_, response) => {
    response.writeHead(200, { 'content-length': 100 });
    response.write('half', () => response.destroy());
  });
  const answer = await send();
  await expect(answer.text()).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
});

test('an abort before the answer rejects with its reason', async () => {
  const stop = new AbortController();
  const send = await serve(() => stop.abort(new Error('enough')));
  await expect(send({ signal: stop.signal })).rejects.toThrow('enough');
  await expect(send({ signal: stop.signal })).rejects.toThrow('enough');
});

test('an abort during the answer fails the body with its reason and ends the connection', async () => {
  const stop = new AbortController();
  let closed: Promise<unknown> | undefined;
  const send = await serve((_, response) => {
    closed = new Promise((resolve) => response.once('close', resolve));
    response.write('first');
  });
  const answer = await send({ signal: stop.signal });
  const text = answer.text();
  stop.abort(new Error('enough'));
  await expect(text).rejects.toThrow('enough');
  await closed;
});

test('an answer nobody reads on makes the other side wait, and a cancel ends it', async () => {
  let written = 0;
  let closed: Promise<unknown> | undefined;
  const piece = Buffer.alloc(64 * 1024);
  const send = await serve((_, response) => {
    closed = new Promise((resolve) => response.once('close', resolve));
    const write = (): void => {
      while (!response.destroyed && response.write(piece)) written += piece.length;
      written += piece.length;
      if (!response.destroyed) response.once('drain', write);
    };
    write();
  });
  const answer = await send();
  // Until no more goes into the sockets between them.
  for (let before = -1; before !== written;) {
    before = written;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(written).toBeLessThan(64 * 1024 * 1024);
  await answer.body?.cancel();
  await closed;
});

test('an address with credentials is refused', async () => {
  await expect(plainFetch(agent, new URL('http://user:secret@127.0.0.1/'), {})).rejects.toThrow(TypeError);
});

test('a listener is not left at a signal that lives longer', async () => {
  const { signal } = new AbortController();
  const remove = jest.spyOn(signal, 'removeEventListener');
  const send = await serve((_, response) => response.end('x'));
  await (await send({ signal })).text();
  expect(remove).toHaveBeenCalledTimes(1);
});
