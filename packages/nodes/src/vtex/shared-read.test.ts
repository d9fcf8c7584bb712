import { RemoteError } from '@eclusa/flow';
import { SharedRead } from './shared-read';
import type { Store } from './store';

/** Stores that differ in whose they are, and reads that end when they are told to. */
function setUp() {
  const reads: { account: string; resolve(value: string): void; reject(error: unknown): void }[] = [];
  const shared = new SharedRead<string>(
    ({ account }) => new Promise((resolve, reject) => reads.push({ account, resolve, reject })),
  );
  const get = (account: string) => shared.get({ account } as Store);
  return { shared, get, reads };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('many ask and one reads', async () => {
  const { get, reads } = setUp();
  const all = [get('a'), get('b'), get('c')];
  reads[0]?.resolve('list');
  expect(await Promise.all(all)).toEqual(['list', 'list', 'list']);
  expect(await get('d')).toBe('list');
  expect(reads.map(({ account }) => account)).toEqual(['a']);
});

test('a run that is stopped while it reads stops nobody else', async () => {
  const { get, reads } = setUp();
  const [first, ...others] = [get('a'), get('b'), get('c')];
  const stopped = new Error('cancelled');
  reads[0]?.reject(stopped);
  await expect(first).rejects.toBe(stopped);
  await turn();
  reads[1]?.resolve('list');
  expect(await Promise.all(others)).toEqual(['list', 'list']);
  expect(reads.map(({ account }) => account)).toEqual(['a', 'b']);
});

test('what the store answers holds for all that waited, and is asked for again afterwards', async () => {
  const { get, reads } = setUp();
  const all = [get('a'), get('b')];
  const refused = new RemoteError('vtex.refused', { retryable: false });
  reads[0]?.reject(refused);
  expect(await Promise.allSettled(all)).toEqual(Array(2).fill({ status: 'rejected', reason: refused }));
  const again = get('a');
  reads[1]?.resolve('list');
  expect(await again).toBe('list');
});

test('what was forgotten is read anew', async () => {
  const { shared, get, reads } = setUp();
  const before = get('a');
  reads[0]?.resolve('old');
  await before;
  shared.forget();
  const after = get('a');
  reads[1]?.resolve('new');
  expect(await after).toBe('new');
});
