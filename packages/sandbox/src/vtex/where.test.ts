import { BadWhere, parseWhere } from './where';

const people = [
  { id: '1', name: 'Ana Lima', age: 30, createdIn: '2026-01-10T00:00:00Z', city: 'Recife', tags: ['a', 'b'] },
  { id: '2', name: 'Bruno', age: 9, createdIn: '2026-03-01T00:00:00Z', city: null, pet: { name: 'Rex' } },
  { id: '3', name: 'ANA', age: 100, createdIn: '2025-12-31T23:59:59Z' },
];
const ids = (where: string) => people.filter(parseWhere(where).test).map(({ id }) => id);

test.each([
  ['name=ana', ['3']],
  ['name="Ana Lima"', ['1']],
  ['name=Ana Lima', ['1']],
  ['name<>ana', ['1', '2']],
  ['age>9', ['1', '3']],
  ['age>=9 AND age<100', ['1', '2']],
  ['age between 9 AND 30', ['1', '2']],
  ['createdIn between 2026-01-01 AND 2026-02-01', ['1']],
  ['createdIn<2026-01-01', ['3']],
  ['city is null', ['2', '3']],
  ['city is not null', ['1']],
  ['name=*na*', ['1', '3']],
  ['name=A*', ['1', '3']],
  ['tags=b', ['1']],
  ['pet.name=rex', ['2']],
  ['name=Bruno OR name=ana AND age=1', ['2']],
  ['(name=Bruno OR name=ana) AND age>50', ['3']],
  ['(name=Ana Lima OR (age=9)) AND (createdIn between 2026-01-01 AND 2026-12-31)', ['1', '2']],
])('%s finds %j', (where, expected) => {
  expect(ids(where)).toEqual(expected);
});

test.each(['name', 'name=', '(name=a', 'age between 1', 'city is', '=a', 'name=a) OR', 'AND'])(
  '%p cannot be read',
  (where) => {
    expect(() => parseWhere(where)).toThrow(BadWhere);
  },
);

test('a condition tells which fields it names', () => {
  expect([...parseWhere('(a=1 OR b.c is null) AND d between 1 AND 2').fields]).toEqual(['a', 'b', 'd']);
});
