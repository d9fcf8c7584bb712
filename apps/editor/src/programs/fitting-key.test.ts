import { opens } from './fitting-key';

test('a key opens a flow for a store when it may start runs and reaches both', () => {
  const key = { actions: ['runs:start' as const], flowIds: ['f1'], storeIds: ['s1'] };
  expect(opens(key, 'f1', 's1')).toBe(true);
  expect([opens(key, 'f2', 's1'), opens(key, 'f1', 's2'), opens(key, 'f1', null)]).toEqual([
    false,
    false,
    false,
  ]);
  expect(opens({ ...key, flowIds: null, storeIds: null }, 'f2', null)).toBe(true);
  expect(opens({ ...key, actions: ['runs:read'] }, 'f1', 's1')).toBe(false);
});
