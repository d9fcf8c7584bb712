import { bodyOf, draftOf, faultsOf, newKey } from './key-draft';
import type { ApiKey } from '../api/types';

const now = new Date('2026-11-30T12:00:00');

test('a new key for one flow starts and reads its runs, without an end', () => {
  expect(bodyOf({ ...newKey(['f1']), name: ' ERP ' })).toEqual({
    name: 'ERP',
    actions: ['runs:start', 'runs:read'],
    flowIds: ['f1'],
    storeIds: null,
    expiresAt: null,
    perMinute: 600,
    runsPerDay: null,
  });
});

test('a key is good until its last day is over where the person is', () => {
  const body = bodyOf({ ...newKey(), name: 'x', lastDay: '2026-12-31' });
  expect(new Date(String(body.expiresAt))).toEqual(new Date('2026-12-31T23:59:59'));
});

test('a saved key opens as it was saved', () => {
  const draft = { ...newKey(), name: 'x', storeIds: ['s1'], lastDay: '2026-12-31', runsPerDay: 10 };
  expect(draftOf({ ...(bodyOf(draft) as ApiKey), id: 'k' })).toEqual(draft);
});

test.each([
  ['name', { name: '  ' }],
  ['actions', { actions: [] }],
  ['lastDay', { lastDay: '2026-11-29' }],
  ['perMinute', { perMinute: '' }],
  ['perMinute', { perMinute: 1.5 }],
  ['runsPerDay', { runsPerDay: 0 }],
] as const)('%s cannot be saved as %j', (fault, change) => {
  expect(faultsOf({ ...newKey(), name: 'x', ...change } as never, now)).toEqual([fault]);
});

test('the last day may be today', () => {
  expect(faultsOf({ ...newKey(), name: 'x', lastDay: '2026-11-30' }, now)).toEqual([]);
});
