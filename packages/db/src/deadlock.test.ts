// What is done again, and what is not.
import { againAfterDeadlock } from './deadlock';

function failing(times: number, code: string) {
  let calls = 0;
  return {
    calls: () => calls,
    work: async () => {
      calls++;
      if (calls <= times) throw Object.assign(new Error('ended'), { code });
      return calls;
    },
  };
}

test('what a deadlock has ended is done again, three times in all', async () => {
  const once = failing(1, '40P01');
  expect(await againAfterDeadlock(once.work)).toBe(2);
  const always = failing(9, '40P01');
  await expect(againAfterDeadlock(always.work)).rejects.toThrow('ended');
  expect(always.calls()).toBe(3);
});

test('any other fault is passed on at once', async () => {
  const other = failing(1, '23505');
  await expect(againAfterDeadlock(other.work)).rejects.toThrow('ended');
  expect(other.calls()).toBe(1);
});
