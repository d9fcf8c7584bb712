// Real sockets that send too little: the server's times are short here, everything else is as in the service.
import express from 'express';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { requestId } from './request-log';
import { patientBodies } from './patience';
import { patientServer } from './patient-adapter';

let server: Server;
const seen: string[] = [];

beforeAll(async () => {
  const app = express();
  app.use(
    requestId(() => 'asked'),
    patientBodies({ idleMs: 200, firstMs: 600, slowest: 1_024, beatMs: 50 }),
    express.json(),
    (request, response) => {
      seen.push(request.path);
      response.json({ ok: true });
    },
  );
  const times = { headersMs: 200, requestMs: 60_000, keepAliveMs: 5_000, lookMs: 50 };
  server = patientServer(app, times).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => server.close());

/** Writes the first piece at once and then one of `more` every `everyMs`; answers all that came until the end. */
async function slowly(first: string, more: string[] = [], everyMs = 0): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  let text = '';
  socket.on('data', (piece) => (text += piece.toString()));
  socket.on('error', () => undefined);
  socket.write(first);
  const timer = setInterval(() => {
    const piece = more.shift();
    if (piece !== undefined && socket.writable) socket.write(piece);
  }, everyMs || 1_000);
  await once(socket, 'close');
  clearInterval(timer);
  return text;
}

const post = (path: string, length: number) =>
  `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;

function expectProblem(text: string, status: number, code: string): void {
  const [head = '', body = ''] = text.split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(head.toLowerCase()).toContain('content-type: application/problem+json');
  expect(JSON.parse(body)).toMatchObject({ status, code, requestId: expect.stringMatching(/^.{5,}$/) });
  expect(head.toLowerCase()).toContain(
    `x-request-id: ${(JSON.parse(body) as { requestId: string }).requestId}`,
  );
}

test('headers that do not end are cut off, also when a byte comes now and then', async () => {
  expectProblem(await slowly('GET /a HTTP/1.1\r\nhost: x\r\n'), 408, 'api.headers-too-slow');
  const drops = Array.from({ length: 40 }, (_, n) => `x-${n}: 1\r\n`);
  expectProblem(await slowly('GET /b HTTP/1.1\r\n', drops, 40), 408, 'api.headers-too-slow');
  expect(seen).toEqual([]);
});

test('a body that stops is ended with a problem document, and reaches no route', async () => {
  expectProblem(await slowly(post('/c', 100) + '{"a":'), 408, 'api.body-too-slow');
  expect(seen).toEqual([]);
});

test('a body of a byte now and then is ended by its average', async () => {
  const drops = Array.from({ length: 200 }, () => ' ');
  expectProblem(await slowly(post('/d', 10_000) + '{"a":', drops, 30), 408, 'api.body-too-slow');
  expect(seen).toEqual([]);
});

test('a body that takes long and keeps coming is read to its end', async () => {
  const pieces = Array.from({ length: 12 }, () => ' '.repeat(2_000));
  const close = post('/e', 24_002).replace('host: x', 'host: x\r\nconnection: close');
  expect(await slowly(close, [...pieces, '{}'], 80)).toMatch(/^HTTP\/1.1 200 /);
  expect(seen).toEqual(['/e']);
});

test('a connection that was answered before is told as well', async () => {
  const text = await slowly(`${post('/f', 2)}{}`, ['nonsense\r\n\r\n'], 100);
  const [first = '', second = ''] = text.split(/(?=HTTP\/1.1 400)/);
  expect(first).toMatch(/^HTTP\/1.1 200 /);
  expectProblem(second, 400, 'api.request-unreadable');
});

test.each([
  ['no request at all', 'hello\r\n\r\n', 400, 'api.request-unreadable'],
  ['a header with a NUL byte', 'GET / HTTP/1.1\r\nhost: x\r\na: \0\r\n\r\n', 400, 'api.request-unreadable'],
  ['two lengths', `${post('/', 1).trimEnd()}\r\ncontent-length: 2\r\n\r\n{}`, 400, 'api.request-unreadable'],
  [
    '20 KB of headers',
    `GET / HTTP/1.1\r\nhost: x\r\na: ${'x'.repeat(20_000)}\r\n\r\n`,
    431,
    'api.headers-too-large',
  ],
])('%s is answered with a problem document', async (_name, bytes, status, code) => {
  expectProblem(await slowly(bytes), status, code);
});
