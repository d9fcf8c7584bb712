import { demoFlow } from '../editor.testing';
import { boundSlots } from './bound-slots';

test('a store’s own binding comes before its connection, and that before the general binding', () => {
  const flow = {
    ...demoFlow(),
    slots: { erp: { kind: 'http', name: 'ERP' }, shop: { kind: 'vtex', name: 'Shop' } },
  };
  const store = { id: 's1', name: 'Loja', account: 'loja', connectionId: 'own', paused: null, createdAt: '' };
  const general = { storeId: null, slots: { erp: 'e1', shop: 'general' }, parameters: {} };
  expect(boundSlots(flow, [general], undefined)).toEqual({ erp: 'e1', shop: 'general' });
  expect(boundSlots(flow, [general], store)).toEqual({ erp: 'e1', shop: 'own' });
  const special = { storeId: 's1', slots: { shop: 'special' }, parameters: {} };
  expect(boundSlots(flow, [general, special], store)).toEqual({ erp: 'e1', shop: 'special' });
});
