// How high each box of a column stands: as level with what it is linked to as the boxes above and below allow. Pure.
import type { Link } from './layered';

interface Tall {
  id: string;
  height: number;
}

const rounds = 6;

/** Upper sides by id, for columns in their final order, at least `gap` apart. */
export function spread(
  columns: readonly (readonly Tall[])[],
  steps: readonly Link[],
  gap: number,
): Map<string, number> {
  const before = new Map<string, string[]>();
  const after = new Map<string, string[]>();
  for (const [from, to] of steps) {
    before.set(to, [...(before.get(to) ?? []), from]);
    after.set(from, [...(after.get(from) ?? []), to]);
  }
  const tops = new Map<string, number>();
  for (const column of columns) {
    let top = 0;
    for (const { id, height } of column) {
      tops.set(id, top);
      top += height + gap;
    }
  }
  const settle = (column: readonly Tall[], linked: ReadonlyMap<string, string[]>) => {
    const wishes = column.map(({ id }) => {
      const others = (linked.get(id) ?? []).map((other) => tops.get(other)!);
      return others.length > 0 ? others.reduce((sum, y) => sum + y, 0) / others.length : tops.get(id)!;
    });
    apart(column, wishes, gap).forEach((top, index) => tops.set(column[index]!.id, top));
  };
  for (let round = 0; round < rounds; round++) {
    for (const column of columns) settle(column, before);
    for (const column of [...columns].reverse()) settle(column, after);
  }
  // The last word has the way rows travel: a chain of boxes ends in one line.
  for (const column of columns.slice(1)) settle(column, before);
  return tops;
}

/**
 * The tops nearest to what is wished (least squares) that keep order and gap: pool adjacent violators over the wishes
 * with the room above taken off.
 */
function apart(column: readonly Tall[], wishes: readonly number[], gap: number): number[] {
  const above: number[] = [];
  column.forEach((_box, index) =>
    above.push(index === 0 ? 0 : above[index - 1]! + column[index - 1]!.height + gap),
  );
  const pools: { sum: number; count: number }[] = [];
  wishes.forEach((wish, index) => {
    pools.push({ sum: wish - above[index]!, count: 1 });
    while (pools.length > 1) {
      const [upper, lower] = [pools.at(-2)!, pools.at(-1)!];
      if (upper.sum / upper.count <= lower.sum / lower.count) break;
      pools.splice(-2, 2, { sum: upper.sum + lower.sum, count: upper.count + lower.count });
    }
  });
  return pools
    .flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
    .map((top, index) => top + above[index]!);
}
