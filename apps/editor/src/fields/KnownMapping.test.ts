import type { MappingTarget } from '@eclusa/flow';
import { firstTargets } from './KnownMapping';

const name = { en: 'x', es: 'x', pt: 'x' };
const targets = (count: number): MappingTarget[] =>
  Array.from({ length: count }, (_, index) => ({ id: `t${index}`, type: 'text', name }));

test('up to eight targets are all shown', () => {
  expect(firstTargets(targets(8), []).size).toBe(8);
});

test('of more, those that are needed, filled or come with a first guess', () => {
  const many = targets(9);
  many[0]!.required = true;
  many[1]!.suggest = '0';
  const lines = [
    { target: 't2', expression: 'price' },
    { target: 't3', expression: '' },
  ];
  expect([...firstTargets(many, lines)]).toEqual(['t0', 't1', 't2']);
});
