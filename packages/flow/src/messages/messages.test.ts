import { englishLeftIn } from '../english-left';
import { locales } from '../text';
import { messageAreas, messageCodes, sentence, sentences } from './index';

const places = (template: string) => [...new Set(template.match(/\{\w+\}/g) ?? [])].sort();

test('no two areas hold the same code', () => {
  const codes = messageAreas.flatMap((area) => Object.keys(area));
  expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
  expect(messageCodes()).toHaveLength(codes.length);
});

test('every sentence is there in every language and uses the same places', () => {
  const faults = messageAreas.flatMap((area) =>
    Object.entries(area).flatMap(([code, text]) =>
      locales
        .filter((l) => text[l].trim() === '' || places(text[l]).join() !== places(text.en).join())
        .map((l) => `${code} ${l}`),
    ),
  );
  expect(faults).toEqual([]);
});

test('no sentence in Spanish or Portuguese holds English', () => {
  const left = messageAreas.flatMap((area) =>
    Object.entries(area).flatMap(([code, text]) =>
      (['es', 'pt'] as const)
        .filter((l) => text[l] === text.en || englishLeftIn(text[l]) !== undefined)
        .map((l) => `${code} ${l}: ${englishLeftIn(text[l]) ?? 'the same'}: ${text[l]}`),
    ),
  );
  expect(left).toEqual([]);
});

test('every code is an area and a name in lower case', () => {
  expect(messageCodes().filter((code) => !/^[a-z]+(\.[a-z0-9-]+)+$/.test(code))).toEqual([]);
});

test('a sentence is filled with the values of the error', () => {
  expect(sentence('bug.unexpected', { detail: 'x is not a function' }, 'pt')).toContain(
    'x is not a function',
  );
  expect(sentences('bug.unexpected', { detail: 'disk' }).es).toContain('disk');
});

test('an unknown code is named', () => {
  expect(sentence('no.such-code', {}, 'en')).toContain('no.such-code');
  expect(sentence('constructor', {}, 'en')).toContain('constructor');
});

test('a value that has a word for each language is shown in the reader’s', () => {
  const detail = { en: 'price', es: 'precio', pt: 'preço' };
  expect(sentence('bug.unexpected', { detail }, 'pt')).toContain(': preço.');
});
