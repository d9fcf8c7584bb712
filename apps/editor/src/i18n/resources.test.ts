import { resources } from './resources';

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
});

test('no English sentence is empty', () => {
  expect([...english].filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
});
