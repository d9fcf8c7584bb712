// Postgres stands behind a proxy that can be cut, as a server that was killed: connections end, new ones are refused.
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { startApi, type Browser, type TestApi } from '../api.testing';
import { pricesFlow, publishedLine } from '../flows/flows.testing';

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

test('ten seconds without Postgres in the middle of calls lose none of them and start none twice', async () => {
  const flow = await publishedLine(browser);
  const started = new Map<string, string>();
  const refused: (string | null)[] = [];
  let calls = 0;
  let done = false;
  const lane = async () => {
    while (!done) {
      const name = `call-${calls++}`;
      // A program that is told to wait comes again under the same name; here it waits shorter than it is asked to.
      for (;;) {
        const { status, body, headers } = await browser.post<{ id: string; code: string }>(
          `/flows/${flow}/runs`,
          { rows: { name } },
          { 'idempotency-key': name },
        );
        if (status === 202) {
          started.set(name, body.id);
          break;
        }
        expect([status, body.code]).toEqual([503, 'api.database-away']);
        refused.push(headers.get('retry-after'));
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  };
  const lanes = Promise.all(Array.from({ length: 10 }, lane));
  const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1_000));
  await seconds(0.5);
  await cut();
  await seconds(10);
  await listen();
  await seconds(0.5);
  done = true;
  await lanes;
  expect(refused.length).toBeGreaterThan(20);
  expect(refused.every((wait) => Number(wait) > 0)).toBe(true);
  const runs = await api.database.query<{ id: string; name: string }[]>(
    `SELECT r.id, p.rows->0->'value'->>'name' AS name FROM run r JOIN run_page p ON p.run_id = r.id WHERE r.flow_id = $1`,
    [flow],
  );
  expect(new Map(runs.map(({ id, name }) => [name, id]))).toEqual(started);
  expect([runs.length, started.size]).toEqual([calls, calls]);
});
