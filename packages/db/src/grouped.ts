// Many callers, one statement: what is asked for while an earlier group is under way is done together after it. Under
// load the database commits once for all of them; alone a caller waits for nobody.
import { isDatabaseAway } from './away';

export interface GroupOptions {
  /** Most items in one group. */
  most?: number;
  /** Groups under way at once. */
  lanes?: number;
}

interface Waiting<Item, Result> {
  item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/**
 * A function of one item over `work`, which takes a group of them and answers a result for each, in order. When a group
 * fails, each of its items is tried alone, so that nobody fails for another's fault: `work` must do all of its items or
 * none. While the database is away nothing is tried again.
 */
export function grouped<Item, Result>(
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
  { most = 200, lanes = 1 }: GroupOptions = {},
): (item: Item) => Promise<Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let underWay = 0;

  const next = (): void => {
    if (underWay >= lanes || waiting.length === 0) return;
    underWay++;
    const group = waiting.splice(0, most);
    void settle(work, group).finally(() => {
      underWay--;
      next();
    });
    next();
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      // Those of one turn of the event loop go together.
      if (waiting.length === 1) setImmediate(next);
    });
}

async function settle<Item, Result>(
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
  group: readonly Waiting<Item, Result>[],
): Promise<void> {
  try {
    const results = await work(group.map(({ item }) => item));
    group.forEach(({ resolve }, index) => resolve(results[index] as Result));
  } catch (error) {
    if (group.length === 1 || isDatabaseAway(error)) return group.forEach(({ reject }) => reject(error));
    await Promise.all(group.map((one) => settle(work, [one])));
  }
}
