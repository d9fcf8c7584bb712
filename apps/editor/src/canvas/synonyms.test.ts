import { demoCatalogue, demoNode } from '../editor.testing';
import { bestMatch, paletteGroups } from './palette-groups';
import { meanings, queryFits } from './synonyms';

const stock = {
  ...demoNode('transform.demo'),
  id: 'vtex.stock-set',
  name: { en: 'Set stock', es: 'Definir stock', pt: 'Definir estoque' },
};
const catalogue = new Map([...demoCatalogue, [stock.id, stock]]);
const found = (query: string) =>
  paletteGroups(catalogue, query).flatMap(({ nodes }) => nodes.map(({ id }) => id));

test.each(['estoque', 'saldo', 'inventory', 'existencias', 'Inventário', 'ESTOQ', 'stock definir'])(
  '“%s” finds the box that sets stock',
  (query) => {
    expect(found(query)).toContain('vtex.stock-set');
  },
);

test('words of another idea do not find it', () => {
  expect(found('cupom')).toEqual([]);
  expect(found('estoque cupom')).toEqual([]);
});

test('a word that only ends like another one is no match for its synonyms', () => {
  expect(meanings('cd')).toContain('warehouse');
  expect(queryFits('cd', ['Set stock'])).toBe(false);
});

test('a name of several words is one idea', () => {
  expect(queryFits('nota fiscal', ['Invoice order'])).toBe(true);
});

test('nothing typed fits everything', () => {
  expect(queryFits('  ', ['Set stock'])).toBe(true);
});

test('Enter takes the box whose name means what was typed, before one whose help only mentions it', () => {
  const mentions = { ...demoNode('transform.demo'), id: 'a.sum', help: stock.name };
  const groups = paletteGroups(new Map([[mentions.id, mentions], ...catalogue]), 'existencias');
  expect(bestMatch(groups, 'existencias')?.id).toBe('vtex.stock-set');
});
