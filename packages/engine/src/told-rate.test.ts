import { cushionOf, toldRate } from './told-rate';

const given = { ratePerSecond: 33, burst: 500 };

/** What a store with this bucket says when `level` tokens are left. */
function answer(rate: number, limit: number, level: number) {
  return {
    status: 200,
    limit,
    remaining: Math.floor(level),
    resetMs: Math.ceil((limit - level) / rate) * 1000,
  };
}

test('a store that keeps the published figures changes nothing, however full its bucket is', () => {
  for (let level = 0; level <= 500; level += 0.7) {
    expect(toldRate(given, given, answer(33, 500, level))).toBe(given);
  }
});

test('a lower and a higher rate are learnt from how long the missing calls take to come back', () => {
  const low = toldRate(given, given, answer(10, 500, 0));
  expect(low.ratePerSecond).toBeGreaterThan(9.8);
  expect(low.ratePerSecond).toBeLessThanOrEqual(10);
  const high = toldRate(given, given, answer(40, 1_000, 200));
  expect(high.burst).toBe(1_000);
  expect(high.ratePerSecond).toBeGreaterThan(38);
  expect(high.ratePerSecond).toBeLessThanOrEqual(40);
  // What was learnt stays while the store says nothing else.
  expect(toldRate(high, given, answer(40, 1_000, 500))).toBe(high);
});

test('a nearly full bucket and answers without the headers tell no rate', () => {
  expect(toldRate(given, given, { status: 200, limit: 500, remaining: 499, resetMs: 1_000 })).toBe(given);
  expect(toldRate(given, given, { status: 200 })).toBe(given);
  expect(toldRate(given, given, { status: 429, remaining: 0, resetMs: 60_000 })).toBe(given);
});

test('headers that mean something else can neither stop a store nor overrun it', () => {
  const window = { status: 200, limit: 500, remaining: 499, resetMs: 60_000 };
  expect(toldRate(given, given, window).ratePerSecond).toBe(33 / 4);
  expect(
    toldRate(given, given, { ...window, limit: 99_999, resetMs: 5_000 }).ratePerSecond,
  ).toBeLessThanOrEqual(33 * 4);
});

test('large buckets keep a little back, small ones nothing', () => {
  expect([3, 49, 250, 500, 45_000].map((burst) => cushionOf({ burst, ratePerSecond: 1 }))).toEqual([
    0, 0, 5, 10, 10,
  ]);
});
