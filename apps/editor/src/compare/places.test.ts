import { demoCatalogue, demoFlow } from '../editor.testing';
import { placesOf } from './places';

const words = { catalogue: demoCatalogue, locale: 'en' as const };

test('places of a conflict are told by the names of box and field, each once', () => {
  const conflicts = [
    'nodes.filter.config.keep',
    'nodes.read',
    'edges.read.out>filter.in',
    'nodes.read',
    'name',
  ];
  expect(placesOf(conflicts, [demoFlow()], words)).toEqual([
    'Filter rows: Keep',
    'Read from an API',
    'Read from an API → Filter rows',
    'Demo',
  ]);
});
