import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { answerUnreadable, currentRequestId, requestId, RequestLogger } from './request-log';

/** What a logger of this format writes while `work` goes on. */
async function written(json: boolean, work: (log: RequestLogger) => Promise<void>): Promise<string[]> {
  const lines: string[] = [];
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    lines.push(String(text));
    return true;
  });
  await work(new RequestLogger({ json, colors: false, logLevels: ['warn'] })).finally(() =>
    spy.mockRestore(),
  );
  return lines;
}

/** Works on a request called `id`, and answers the header it was given. */
function request(id: string, work: () => Promise<void>): Promise<string> {
  return new Promise((resolve, reject) => {
    let header = '';
    const response = { setHeader: (_name: string, value: string) => (header = value) };
    requestId(() => id)(
      {} as never,
      response as never,
      () => void work().then(() => resolve(header), reject),
    );
  });
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 5));

test.each([true, false])(
  'lines of requests that go on at once name their own request; JSON %s',
  async (json) => {
    const lines = await written(json, async (log) => {
      const work = (id: string) =>
        request(id, async () => {
          await pause();
          log.warn(`work of ${id}`, 'Test');
        });
      expect(await Promise.all([work('req-1'), work('req-2')])).toEqual(['req-1', 'req-2']);
      log.warn('outside');
    });
    expect(lines).toHaveLength(3);
    for (const id of ['req-1', 'req-2']) {
      const line = lines.find((one) => one.includes(`work of ${id}`)) ?? '';
      if (json) expect(JSON.parse(line)).toMatchObject({ requestId: id, message: `work of ${id}` });
      else expect(line).toContain(`[${id}] work of ${id}`);
    }
    expect(lines.find((one) => one.includes('outside'))).not.toContain('req-');
    expect(currentRequestId()).toBeUndefined();
  },
);

/** What a server answers to bytes that are no request. */
async function answerTo(bytes: string): Promise<string> {
  const server: Server = createServer({ maxHeaderSize: 1_024 });
  answerUnreadable(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.end(bytes);
  let answer = '';
  for await (const piece of socket) answer += String(piece);
  server.close();
  return answer;
}

test.each([
  ['nonsense', 'NONSENSE\r\n\r\n', 400],
  ['a head that is too long', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(5_000)}\r\n\r\n`, 431],
])('%s is answered with an id and a problem document', async (_, bytes, status) => {
  const [head = '', body = ''] = (await answerTo(bytes)).split('\r\n\r\n');
  expect(head).toContain(`HTTP/1.1 ${status} `);
  const [, id] = /x-request-id: ([\da-f-]{36})/.exec(head) ?? [];
  expect(JSON.parse(body)).toMatchObject({ status, code: 'api.request-unreadable', requestId: id });
});
