import { messageCodes } from '@eclusa/flow';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Every code that some file of this service names. */
function codesInSources(): string[] {
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!test|testing)\.ts$/.test(file),
  );
  const text = files.map((file) => readFileSync(path.join(__dirname, file), 'utf8')).join('\n');
  return [...new Set(text.match(/(?<=')(?:api|db)\.[a-z-]+(?=')/g))];
}

const found = [
  'flow',
  'version',
  'run',
  'connection',
  'store',
  'schedule',
  'trigger',
  'page',
  'key',
  'callback',
  'delivery',
];
const made = [
  ...found.map((what) => `api.${what}-not-found`),
  ...['replay', 'sources', 'barrier'].map((why) => `api.rerun-${why}`),
];
const ofTypes = ['text', 'number', 'toggle'].map((type) => `api.field-not-${type}`);

test('every code this service answers has a sentence', () => {
  const known = new Set(messageCodes());
  const codes = [...codesInSources(), ...made, ...ofTypes];
  expect(codes.length).toBeGreaterThan(55);
  expect(codes.filter((code) => !known.has(code))).toEqual([]);
});

test('no sentence is left over from a code that is gone', () => {
  const used = new Set([...codesInSources(), ...made, ...ofTypes]);
  expect(messageCodes().filter((code) => code.startsWith('api.') && !used.has(code))).toEqual([]);
});
