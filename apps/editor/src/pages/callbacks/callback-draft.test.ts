import { bodyOf, draftOf, faultsOf, newCallback } from './callback-draft';

const whole = { ...newCallback, name: ' ERP ', address: ' https://erp.example/told ' };

test('a new callback is told of ended runs, and lacks a name and an address', () => {
  expect(faultsOf(newCallback)).toEqual(['name', 'address']);
  expect(bodyOf(whole)).toEqual({
    ...{ name: 'ERP', address: 'https://erp.example/told', events: ['run.finished'], enabled: true },
    ...{ flowIds: null, storeIds: null },
  });
});

test.each(['ftp://erp.example', 'erp.example', 'https://me:word@erp.example', ''])(
  'nobody can be called at “%s”',
  (address) => expect(faultsOf({ ...whole, address })).toEqual(['address']),
);

test('without an event there is nothing to tell', () => {
  expect(faultsOf({ ...whole, events: [] })).toEqual(['events']);
});

test('what is kept comes back as it was', () => {
  const kept = { id: 'c', createdBy: null, createdAt: '', ...bodyOf({ ...whole, flowIds: ['f'] }) };
  expect(bodyOf(draftOf({ ...kept, flowIds: ['f'], storeIds: null, enabled: false }))).toMatchObject({
    ...{ flowIds: ['f'], storeIds: null, enabled: false },
  });
});
