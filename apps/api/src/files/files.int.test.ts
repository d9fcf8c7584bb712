import { createHash, randomBytes } from 'node:crypto';
import { request as open } from 'node:http';
import { Browser, startApi, type TestApi } from '../api.testing';

const MB = 2 ** 20;
let api: TestApi;
let ana: Browser;
beforeAll(async () => {
  api = await startApi({ ECLUSA_MAX_FILE_BYTES: `${24 * MB}` });
  ana = await api.person('Ana');
});
afterAll(() => api.close());

interface Stored {
  id: string;
  name: string;
  size: number;
  code: string;
}

const noise = randomBytes(MB);
const hashOf = (pieces: Iterable<Uint8Array>) => {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
};

function* megabytes(count: number) {
  for (let n = 0; n < count; n++) yield noise;
}

/** Sends pieces as they are made, with no length known before; breaks off once `broken` says so, where it is given. */
function stream(path: string, pieces: Iterable<Uint8Array>, broken?: () => Promise<void>) {
  return new Promise<{ status: number; body: Stored }>((resolve, reject) => {
    const headers = { cookie: ana.cookie, 'x-eclusa-csrf': '1', 'content-type': 'application/octet-stream' };
    const sent = open(`${api.url}/api/v1${path}`, { method: 'POST', headers }, (answer) => {
      let text = '';
      answer.on('data', (piece: Buffer) => (text += piece.toString()));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: JSON.parse(text) as Stored }));
    });
    sent.on('error', reject);
    const write = async () => {
      for (const piece of pieces) {
        if (!sent.write(piece)) await new Promise((ready) => sent.once('drain', ready));
      }
      if (!broken) return sent.end();
      await broken();
      return sent.destroy(new Error('cable pulled'));
    };
    void write();
  });
}

const fileCount = async () => Number((await api.database.query('SELECT count(*) FROM file'))[0].count);

/** Looks until there are so many files, for 30 seconds. */
async function untilFiles(count: number): Promise<void> {
  const until = Date.now() + 30_000;
  while ((await fileCount()) !== count) {
    if (Date.now() > until) throw new Error(`still ${await fileCount()} files, not ${count}`);
    await new Promise((look) => setTimeout(look, 20));
  }
}

test('20 MB are stored as they stream in, and come back the same', async () => {
  const { status, body } = await stream('/files?name=produtos.csv', megabytes(20));
  expect(status).toBe(201);
  expect(body).toMatchObject({ name: 'produtos.csv', size: 20 * MB });
  const response = await fetch(`${api.url}/api/v1/files/${body.id}`, { headers: { cookie: ana.cookie } });
  expect(response.headers.get('content-length')).toBe(`${20 * MB}`);
  expect(response.headers.get('content-type')).toBe('application/octet-stream');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  const hash = createHash('sha256');
  for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) hash.update(piece);
  expect(hash.digest('hex')).toBe(hashOf(megabytes(20)));
});

test('a file over the limit is refused, told before or found out on the way, and nothing is kept', async () => {
  const before = await fileCount();
  const found = await stream('/files?name=large.bin', megabytes(25));
  expect([found.status, found.body.code]).toEqual([413, 'api.file-too-large']);
  const told = await ana.send<Stored>('POST', '/files?name=large.bin', { body: Buffer.alloc(25 * MB) });
  expect([told.status, told.body.code]).toEqual([413, 'api.file-too-large']);
  expect(await fileCount()).toBe(before);
});

test('an upload that breaks off leaves nothing behind', async () => {
  const before = await fileCount();
  const begun = () => untilFiles(before + 1);
  await expect(stream('/files?name=half.bin', megabytes(3), begun)).rejects.toThrow('cable pulled');
  await untilFiles(before);
});

test('JSON is a file like any other', async () => {
  const body = '{"not": "parsed"';
  const headers = { 'content-type': 'application/json' };
  const stored = await ana.send<Stored>('POST', '/files?name=a.json', { body, headers });
  expect(stored.status).toBe(201);
  expect((await ana.get(`/files/${stored.body.id}`)).text).toBe(body);
});

test('no file name breaks out of its header', async () => {
  const name = '../x"; filename=evil.html\r\nset-cookie: a=b ção.csv';
  const path = `/files?name=${encodeURIComponent(name)}`;
  const { body } = await ana.send<Stored>('POST', path, { body: 'x' });
  expect((await ana.send('POST', `${path}%00`, { body: 'x' })).status).toBe(400);
  const { headers } = await ana.get(`/files/${body.id}`);
  const disposition = headers.get('content-disposition') ?? '';
  expect(disposition).toMatch(/^attachment; filename="[^"\\]*"; filename\*=UTF-8''[\w%.~-]+$/);
  expect(headers.get('set-cookie')).toBeNull();
  expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toContain('ção.csv');
});
