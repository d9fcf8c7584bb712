import { ranked } from './ranked';

const items = [
  { title: 'Undo', section: 'Edit', words: ['Desfazer', 'Deshacer'] },
  { title: 'Redo', section: 'Edit', words: ['Refazer'] },
  { title: 'Group', section: 'Arrange' },
  { title: 'Set price', section: 'Add', words: ['Definir preço'] },
];
const titles = (query: string) => ranked(items, query).map(({ title }) => title);

test('a line is found by its name in any language, without accents', () => {
  expect(titles('desfa')).toEqual(['Undo']);
  expect(titles('preco')).toEqual(['Set price']);
});

test('a title that begins with what was typed comes first, with its section', () => {
  const some = [
    { title: 'Filter by price', section: 'A' },
    { title: 'Price', section: 'B' },
  ];
  expect(ranked(some, 'price').map(({ title }) => title)).toEqual(['Price', 'Filter by price']);
});

test('what cannot be chosen stands after what can', () => {
  const some = [
    { title: 'Group', section: 'A', refused: 'no' },
    { title: 'Ungroup', section: 'A' },
  ];
  expect(ranked(some, 'group').map(({ title }) => title)).toEqual(['Ungroup', 'Group']);
});

test('without a search everything stands in its section', () => {
  expect(titles('')).toEqual(['Undo', 'Redo', 'Group', 'Set price']);
});
