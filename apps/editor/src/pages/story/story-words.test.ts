import { briefly, pathOf, pretty, requestLine } from './story-words';

test('a row is told by its first members, long ones cut', () => {
  expect(briefly({ sku: 'A-1', preco: 10, ativo: true })).toBe('sku: A-1 · preco: 10 · ativo: true');
  expect(briefly({ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7 })).toBe(
    'a: 1 · b: 2 · c: 3 · d: 4 · e: 5 · f: 6 · …',
  );
  expect(briefly({ text: 'x'.repeat(80) })).toBe(`text: ${'x'.repeat(60)}…`);
});

test('an address is told without its host', () => {
  expect(pathOf('https://loja.vtexcommercestable.com.br/pricing/prices/1?x=2')).toBe('/pricing/prices/1?x=2');
});

test('a request is told in one line, with the beginning of what was sent', () => {
  const url = 'https://s.example/pricing/prices/1';
  expect(requestLine({ method: 'PUT', url, body: '{"basePrice":10}' })).toBe(
    'PUT /pricing/prices/1 {"basePrice":10}',
  );
  expect(requestLine({ method: 'DELETE', url })).toBe('DELETE /pricing/prices/1');
  expect(requestLine({ method: 'PUT', url, body: 'x'.repeat(200) })).toBe(
    `PUT /pricing/prices/1 ${'x'.repeat(120)}…`,
  );
});

test('JSON is set out, and what is cut off is shown as it is', () => {
  expect(pretty('{"a":1}')).toBe('{\n  "a": 1\n}');
  expect(pretty('{"a":1…')).toBe('{"a":1…');
});
