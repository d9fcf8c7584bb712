import type { ConnectionPreset } from '@eclusa/flow';
import { filledIn } from './connection-draft';

const preset = (system: string, values: ConnectionPreset['values']): ConnectionPreset => ({
  id: system.toLowerCase(),
  system,
  values,
  help: { en: '', es: '', pt: '' },
});
const bling = preset('Bling', { baseUrl: 'https://bling', auth: 'oauth2Refresh', callsPerSecond: 3 });
const odoo = preset('Odoo', { baseUrl: 'https://odoo', auth: 'session' });
const empty = { kind: 'http', name: '', values: {} };

test('a known system fills in its values and gives its name where there is none', () => {
  expect(filledIn(empty, null, bling)).toEqual({ kind: 'http', name: 'Bling', values: bling.values });
  expect(filledIn({ ...empty, name: 'Loja 1' }, null, bling).name).toBe('Loja 1');
});

test('another one takes its place, and what a person typed stays', () => {
  const typed = filledIn(empty, null, bling);
  const changed = { ...typed, values: { ...typed.values, clientId: 'mine', callsPerSecond: 1 } };
  expect(filledIn(changed, bling, odoo)).toEqual({
    kind: 'http',
    name: 'Odoo',
    values: { ...odoo.values, clientId: 'mine', callsPerSecond: 1 },
  });
  expect(filledIn(typed, bling, null)).toEqual(empty);
});
