// Postgres stands behind a proxy that can be cut, as a server that was killed: connections end, new ones are refused.
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { startApi, type Browser, type TestApi } from '../api.testing';
import { pricesFlow } from '../flows/flows.testing';

const sockets = new Set<Socket>();
let proxy: Server;
let port: number;
let api: TestApi;
let browser: Browser;

function listen(): Promise<void> {
  const { hostname, port: behind } = new URL(postgres);
  proxy = createServer((near) => {
    const far = connect(Number(behind), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => undefined).on('close', () => other.destroy());
      one.pipe(other);
    }
  });
  return new Promise((resolve) => proxy.listen(port ?? 0, '127.0.0.1', resolve));
}

function cut(): Promise<unknown> {
  const closed = new Promise((resolve) => proxy.close(resolve));
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  return closed;
}

const postgres = process.env.ECLUSA_TEST_DATABASE_URL ?? '';

beforeAll(async () => {
  await listen();
  ({ port } = proxy.address() as AddressInfo);
  process.env.ECLUSA_TEST_DATABASE_URL = Object.assign(new URL(postgres), { port: `${port}` }).href;
  api = await startApi();
  browser = await api.person();
});
afterAll(async () => {
  await api.close();
  await cut();
});

test('while Postgres is away requests are told so and when to try again, and it goes on when it is back', async () => {
  await cut();
  for (const ask of [
    () => browser.get('/flows'),
    () => browser.post('/flows', { name: 'Prices', document: pricesFlow() }),
  ]) {
    const { status, body, headers } = await ask();
    expect([status, body]).toEqual([503, expect.objectContaining({ code: 'api.database-away' })]);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  }
  await listen();
  expect((await browser.get('/flows')).status).toBe(200);
});
