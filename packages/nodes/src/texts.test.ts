// What boxes and connections say in Spanish and Portuguese holds no English.
import { englishLeftIn, type Text } from '@eclusa/flow';
import { connectionKinds, nodeTypes } from './index';

/** Formulas, names of variables and members, as they are written in every language. */
const code =
  /stock > 0|status = "A" and|row [ye] params|a between x AND y, a is null, AND|\{id, price, quantity\}|count, first [ye] rows/g;
/** What the interface of VTEX calls so. */
const names = new Set(['Value', 'Price', 'price']);

function english(text: Text, language: 'es' | 'pt'): string | undefined {
  const said = text[language];
  if (names.has(said)) return undefined;
  // Names of up to three words may be the same in all languages: SKU, E-mail, Id da loja.
  if (said === text.en && said.split(' ').length > 3) return `as in English: ${said}`;
  const left = englishLeftIn(said.replaceAll(code, ''));
  return left && `${left}: ${said}`;
}

function textsIn(value: unknown, seen = new Set<unknown>()): Text[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  const { en, es, pt } = value as Partial<Text>;
  if (typeof en === 'string' && typeof es === 'string' && typeof pt === 'string') return [{ en, es, pt }];
  return Object.values(value).flatMap((inner) => textsIn(inner, seen));
}

test.each(['es', 'pt'] as const)('no text in %s holds English', (language) => {
  const texts = textsIn([[...nodeTypes.values()], [...connectionKinds.values()]]);
  expect(texts.length).toBeGreaterThan(500);
  const left = texts.map((text) => english(text, language)).filter((found) => found !== undefined);
  expect([...new Set(left)]).toEqual([]);
});
