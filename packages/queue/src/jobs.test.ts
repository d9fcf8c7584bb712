import { pageJobId, parsePageJob, parseRunJob, runJobId } from './jobs';

const runId = '0a1b2c3d-0000-4000-8000-000000000001';

test('a good payload is taken as it is, without what does not belong', () => {
  expect(parseRunJob({ kind: 'read', runId, entry: 'erp', more: 1 })).toEqual({
    kind: 'read',
    runId,
    entry: 'erp',
  });
  expect(parseRunJob({ kind: 'start', runId })).toEqual({ kind: 'start', runId });
  expect(parseRunJob({ kind: 'finish', runId })).toEqual({ kind: 'finish', runId });
  expect(parsePageJob({ pageId: 7, runId })).toEqual({ pageId: 7, runId });
});

test.each([
  [null],
  ['read'],
  [{}],
  [{ kind: 'read', runId }],
  [{ kind: 'read', runId, entry: '' }],
  [{ kind: 'write', runId }],
  [{ kind: 'start', runId: `${runId}' OR 1=1` }],
  [{ kind: 'start', runId: 7 }],
])('a bad run payload is refused: %j', (data) => {
  expect(() => parseRunJob(data)).toThrow('queue.bad-job');
});

test.each([
  [undefined],
  [{ pageId: '7', runId }],
  [{ pageId: 0, runId }],
  [{ pageId: 1.5, runId }],
  [{ pageId: 7 }],
])('a bad page payload is refused: %j', (data) => {
  expect(() => parsePageJob(data)).toThrow('queue.bad-job');
});

test('the same work has the same id, and another one after a lost lease', () => {
  expect(pageJobId({ pageId: 7, runId }, 0)).toBe(pageJobId({ pageId: 7, runId }, 0));
  expect(pageJobId({ pageId: 7, runId }, 0)).not.toBe(pageJobId({ pageId: 7, runId }, 1));
  const read = { kind: 'read', runId, entry: 'erp' } as const;
  expect(runJobId(read, 1)).not.toBe(runJobId(read, 2));
  expect(runJobId({ kind: 'finish', runId })).not.toBe(runJobId({ kind: 'start', runId }));
});
