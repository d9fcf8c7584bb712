// What can be known of SQL Server and Oracle without a server of theirs: that the guard holds, and what is said where
// nobody, or somebody else, answers.
import { createServer, type Server } from 'node:net';
import { guardedReach } from '../../net/reach';
import { SqlDatabase } from '../open-database';

let server: Server | undefined;
afterEach(() => server?.close());

/** A port at which `answer` is said to whoever has asked something. */
async function listener(answer: Buffer | null): Promise<number> {
  const own = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', () => (answer ? void socket.write(answer) : void socket.destroy()));
  });
  server = own;
  await new Promise<void>((done) => own.listen(0, '127.0.0.1', done));
  return (own.address() as { port: number }).port;
}

function open(kind: string, port: number, allow: string[], values = {}) {
  const own = { host: '127.0.0.1', port, database: 'ERP', username: 'a', password: 'b', security: 'none' };
  const connection = { id: kind, kind, values: { ...own, ...values } };
  const tools = { reach: guardedReach({ allow }), signal: new AbortController().signal };
  return new SqlDatabase(connection, tools, 5).open();
}

describe.each(['sqlserver', 'oracle'])('%s', (kind) => {
  it('is not asked at an address where flows may not go', async () => {
    const port = await listener(null);
    await expect(open(kind, port, [])).rejects.toMatchObject({ code: 'nodes.address-refused' });
  });

  it('is said to be away where the line drops at the first word', async () => {
    const port = await listener(null);
    await expect(open(kind, port, [`127.0.0.1:${port}`])).rejects.toMatchObject({
      code: 'nodes.sql-gone',
      retryable: true,
    });
  });
});

/** What a listener of Oracle says to send a client on to another address. */
function redirectTo(host: string, port: number): Buffer {
  const address = Buffer.from(`(ADDRESS=(PROTOCOL=tcp)(HOST=${host})(PORT=${port}))`);
  const head = Buffer.from([0, 10 + address.length, 0, 0, 5, 0, 0, 0, 0, address.length]);
  return Buffer.concat([head, address]);
}

it('a listener of Oracle cannot send us on to an address where flows may not go', async () => {
  let asked = 0;
  const inner = createServer((socket) => {
    asked++;
    socket.destroy();
  });
  await new Promise<void>((done) => inner.listen(0, '127.0.0.1', done));
  const target = (inner.address() as { port: number }).port;
  const port = await listener(redirectTo('127.0.0.1', target));
  try {
    await expect(open('oracle', port, [`127.0.0.1:${port}`])).rejects.toMatchObject({
      code: 'nodes.address-refused',
    });
    expect(asked).toBe(0);
    await expect(open('oracle', port, [`127.0.0.1:${port}`, `127.0.0.1:${target}`])).rejects.toMatchObject({
      code: 'nodes.sql-gone',
    });
    expect(asked).toBe(1);
  } finally {
    inner.close();
  }
});

it('a name of an Oracle database cannot say more than a name', async () => {
  const port = await listener(null);
  const values = { database: 'ERP)(HOST=10.0.0.1' };
  await expect(open('oracle', port, [`127.0.0.1:${port}`], values)).rejects.toMatchObject({
    code: 'nodes.sql-no-database',
  });
});
