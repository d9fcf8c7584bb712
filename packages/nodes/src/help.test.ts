// What a person finds explained: every box, and the fields of its form.
import { locales } from '@eclusa/flow';
import { catalogue } from './index';

const boxes = [...catalogue().values()];

test('every box says what it does in each language, and has an example', () => {
  const poor = boxes.filter(
    ({ help, example }) =>
      locales.some((locale) => help[locale].trim() === '') || Object.keys(example.output).length === 0,
  );
  expect(poor.map(({ id }) => id)).toEqual([]);
});

test('every field of a form is explained in each language', () => {
  const unexplained = boxes.flatMap(({ id, fields }) =>
    Object.entries(fields)
      .filter(([, { help }]) => locales.some((locale) => !help?.[locale].trim()))
      .map(([name]) => `${id} ${name}`),
  );
  expect(unexplained).toEqual([]);
});
