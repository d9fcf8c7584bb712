import { englishLeftIn } from '@eclusa/flow';
import { resources } from './resources';

/** Names, abbreviations, and words the languages share. */
const shared = new Set(
  (
    'VTEX|E-mail|e-mail|JSON|CNPJ|CPF|EAN|NCM|UUID|stock|Error|{{count}} error|No|Total|min|h|{{n}}/s|{{count}} null|' +
    'Esc|Alt|Ctrl|Shift|Enter|Delete|Backspace|Mouse|←|→|↑|↓|{{count}} {{type}}|{{from}} → {{to}}|' +
    '{{who}}, {{when}}|{{name}}: {{box}}|ERP → VTEX: {{what}}|VTEX: {{what}}|Callbacks'
  ).split('|'),
);

function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) =>
    leaves(inner, path ? `${path}.${key}` : key),
  );
}

const english = new Map(leaves(resources.en));

describe.each(['es', 'pt'] as const)('the sentences in %s', (language) => {
  const own = new Map(leaves(resources[language]));

  test('have exactly the keys English has', () => {
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test('are never empty', () => {
    const empty = [...own].filter(([, sentence]) => sentence.trim() === '').map(([key]) => key);
    expect(empty).toEqual([]);
  });

  test('fill the same places as English', () => {
    const places = (sentence: string) => (sentence.match(/\{\{\w+\}\}/g) ?? []).sort();
    const different = [...own].filter(
      ([key, sentence]) => String(places(sentence)) !== String(places(english.get(key) ?? '')),
    );
    expect(different).toEqual([]);
  });

  test('are not English', () => {
    const left = [...own].filter(
      ([key, sentence]) =>
        englishLeftIn(sentence) !== undefined || (sentence === english.get(key) && !shared.has(sentence)),
    );
    expect(left).toEqual([]);
  });
});

test('Spanish sentences have one kind of quotes', () => {
  expect(leaves(resources.es).filter(([, sentence]) => /[“”]/.test(sentence))).toEqual([]);
});

test('no English sentence is empty', () => {
  expect([...english].filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
});
