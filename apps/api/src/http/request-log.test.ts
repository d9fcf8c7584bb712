import { currentRequestId, requestId, RequestLogger } from './request-log';

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
