// The arithmetic of the report: one form for every figure, and what it is worth. Pure.

/** The value below which `share` (0 to 1) of the numbers lie: the smallest that has at least that many at or below it. */
export function percentile(numbers, share) {
  if (numbers.length === 0) return Number.NaN;
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/**
 * A figure: `name`, `value`, `unit`; `floor` in the same unit when there is one; `goal` a list of
 * `{ of: 'ratio' | 'value', least | most }`. Adds `ratio` (value ÷ floor) and `met`, which is absent without a goal.
 */
export function figure({ name, value, unit, floor, goal = [] }) {
  const ratio = floor === undefined ? undefined : value / floor;
  const holds = ({ of, least = -Infinity, most = Infinity }) => {
    const one = of === 'ratio' ? ratio : value;
    return one >= least && one <= most;
  };
  return {
    name,
    value: rounded(value),
    unit,
    ...(floor !== undefined && { floor: rounded(floor), ratio: rounded(ratio) }),
    ...(goal.length > 0 && { goal, met: goal.every(holds) }),
  };
}

/** Three digits that mean something: enough for figures that repeat to a few percent. */
export function rounded(number) {
  return Number.isFinite(number) && Math.abs(number) < 1_000
    ? Number(number.toPrecision(3))
    : Math.round(number);
}

/** The longest time in which nothing came, from `from` on, and the first that came after `from`; in ms. */
export function standstill(moments, from) {
  const after = moments.filter((moment) => moment > from).sort((a, b) => a - b);
  const gaps = after.map((moment, index) => moment - (index === 0 ? from : after[index - 1]));
  return { first: gaps[0] ?? Infinity, longest: gaps.reduce((most, gap) => Math.max(most, gap), 0) };
}

/**
 * For each page of `size` rows that had begun before `from` and was not done: how long after `from` it went on, in ms.
 * `arrivals` are pairs of SKU (from 1) and moment.
 */
export function interrupted(arrivals, from, size) {
  const pages = new Map();
  for (const [sku, moment] of arrivals) {
    const page = Math.floor((sku - 1) / size);
    if (!pages.has(page)) pages.set(page, []);
    pages.get(page).push(moment);
  }
  return [...pages.values()]
    .filter((moments) => moments.some((one) => one <= from) && moments.some((one) => one > from))
    .map((moments) => standstill(moments, from).longest);
}
