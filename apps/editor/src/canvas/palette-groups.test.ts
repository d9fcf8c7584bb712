import { demoCatalogue, demoNode } from '../editor.testing';
import { bestMatch, paletteGroups } from './palette-groups';

const found = (query: string) =>
  paletteGroups(demoCatalogue, query).flatMap(({ nodes }) => nodes.map(({ id }) => id));

test('without a search everything is offered, grouped the way rows travel', () => {
  expect(paletteGroups(demoCatalogue, '').map(({ group }) => group)).toEqual([
    'source',
    'transform',
    'output',
  ]);
});

test('a keyword is found without its accent and in any case', () => {
  expect(found('PRECO')).toEqual(['source.demo']);
});

test('names of all three languages are searched, whatever language is shown', () => {
  expect(found('filtrar linhas')).toEqual(['transform.demo']);
  expect(found('filas')).toEqual(['transform.demo']);
});

test('words may come in any order', () => {
  expect(found('rows filter')).toEqual(['transform.demo']);
});

test('nothing is offered for what no box is about', () => {
  expect(found('blockchain')).toEqual([]);
});

test('Enter takes the box with the word in its name before one that only mentions it', () => {
  expect(bestMatch(paletteGroups(demoCatalogue, ''), '')).toBeUndefined();
  const mentioned = { ...demoNode('transform.demo'), keywords: ['send'] };
  const groups = paletteGroups(new Map([...demoCatalogue, [mentioned.id, mentioned]]), 'send');
  expect(groups.map(({ group }) => group)).toEqual(['transform', 'output']);
  expect(bestMatch(groups, 'send')?.id).toBe('output.demo');
});
