import { demoFlow } from '../editor.testing';
import { around, filledIn, worded } from './find-in-flow';

test('every text of a form is read, a line of a mapping as one', () => {
  const config = {
    path: '/products',
    size: 200,
    mapping: [{ target: 'price', expression: '$parseNumber(preco)' }],
    empty: '',
  };
  const fields = { path: { kind: 'text' as const, name: { en: 'Path', es: 'Ruta', pt: 'Caminho' } } };
  expect(filledIn(config, fields, 'pt').map(({ name, text }) => [name, text])).toEqual([
    ['Caminho', '/products'],
    ['size', '200'],
    ['mapping', 'price · $parseNumber(preco)'],
  ]);
});

test('a long text is cut around what was searched', () => {
  const text = `${'a'.repeat(80)} preço ${'b'.repeat(80)}`;
  const cut = around(text, 'preco');
  expect(cut).toContain('preço');
  expect(cut.startsWith('…') && cut.endsWith('…')).toBe(true);
  expect(around('short', 'x')).toBe('short');
});

test('notes and groups with words are found, those without are not', () => {
  const flow = demoFlow();
  flow.layout.notes = [{ id: 'n', text: 'Why', x: 0, y: 0, width: 1, height: 1 }];
  flow.layout.groups = [{ id: 'g', name: '', nodes: ['read'] }];
  expect(worded(flow)).toEqual([{ kind: 'note', id: 'n', text: 'Why' }]);
});
