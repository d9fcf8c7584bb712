import { grouped } from './grouped';

/** Work that waits to be let go, and the groups it was given. */
function slow() {
  const groups: number[][] = [];
  const ends: (() => void)[] = [];
  const work = async (items: readonly number[]) => {
    groups.push([...items]);
    await new Promise<void>((resolve) => ends.push(resolve));
    return items.map((item) => item * 10);
  };
  return { groups, work, letGo: () => ends.shift()?.() };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('what comes while a group is under way is done together after it', async () => {
  const { groups, work, letGo } = slow();
  const one = grouped(work);
  const first = one(1);
  await turn();
  const others = [one(2), one(3)];
  await turn();
  expect(groups).toEqual([[1]]);
  letGo();
  expect(await first).toBe(10);
  await turn();
  expect(groups).toEqual([[1], [2, 3]]);
  letGo();
  expect(await Promise.all(others)).toEqual([20, 30]);
});

test('a group is never larger than told, and no more are under way than told', async () => {
  const { groups, work, letGo } = slow();
  const one = grouped(work, { most: 2, lanes: 2 });
  const all = Promise.all([1, 2, 3, 4, 5].map(one));
  await turn();
  expect(groups).toEqual([
    [1, 2],
    [3, 4],
  ]);
  letGo();
  await turn();
  expect(groups).toHaveLength(3);
  letGo();
  letGo();
  expect(await all).toEqual([10, 20, 30, 40, 50]);
});

test('an item that cannot be done fails alone', async () => {
  const one = grouped(async (items: readonly number[]) => {
    if (items.includes(2)) throw new Error('not two');
    return items;
  });
  const ends = await Promise.allSettled([1, 2, 3].map(one));
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('while the database is away a group is tried once', async () => {
  let tries = 0;
  const one = grouped(async (_items: readonly number[]): Promise<number[]> => {
    tries++;
    throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  });
  await expect(Promise.all([1, 2, 3].map(one))).rejects.toThrow('ECONNREFUSED');
  expect(tries).toBe(1);
});
