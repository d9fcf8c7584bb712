// A sentence that nothing says is dead weight for three translators: each key has to stand somewhere in the source.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { resources } from './resources';

const source = path.resolve(__dirname, '..');
const plural = /_(zero|one|two|few|many|other)$/;

function sourceText(): string {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|testing)\.tsx?$/.test(file))
    .map((file) => readFileSync(path.join(source, file), 'utf8'))
    .join('\n');
}

function keysOf(value: object, place = ''): string[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const full = place ? `${place}.${key}` : key;
    return typeof inner === 'string' ? [full] : keysOf(inner as object, full);
  });
}

test('every sentence is said somewhere', () => {
  const text = sourceText();
  const whole = new Set([...text.matchAll(/['"]([\w.-]+)['"]/g)].map(([, key]) => key));
  // `editor.save.${state}` says each sentence that fits.
  const patterns = [...text.matchAll(/`([a-z]\w*\.[^`\s]*\$\{[^`]*)`/g)].map(
    ([, template = '']) =>
      new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '[\\w.-]+')}$`),
  );
  const unsaid = keysOf(resources.en)
    .map((key) => key.replace(plural, ''))
    .filter((key) => !whole.has(key) && !patterns.some((pattern) => pattern.test(key)));
  expect([...new Set(unsaid)]).toEqual([]);
});
