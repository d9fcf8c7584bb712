// What a person finds explained: every box, and the fields of its form.
import { locales } from '@eclusa/flow';
import { catalogue } from './index';

const boxes = [...catalogue().values()];

/** Fields without a sentence of help. The names of these say it all, or nearly: the number may only go down. */
const mostUnexplained = 100;

test('every box says what it does in each language, and has an example', () => {
  const poor = boxes.filter(
    ({ help, example }) =>
      locales.some((locale) => help[locale].trim() === '') || Object.keys(example.output).length === 0,
  );
  expect(poor.map(({ id }) => id)).toEqual([]);
});

test('what connects a box, fills its values or decides about missing ones is explained everywhere', () => {
  const unexplained = boxes.flatMap(({ id, fields }) =>
    Object.entries(fields)
      .filter(
        ([name, { kind, help }]) =>
          !help && (kind === 'connection' || kind === 'mapping' || name === 'whenMissing'),
      )
      .map(([name]) => `${id} ${name}`),
  );
  expect(unexplained).toEqual([]);
});

test('no more fields than before are left without help', () => {
  const unexplained = boxes.flatMap(({ id, fields }) =>
    Object.entries(fields)
      .filter(([, { help }]) => !help)
      .map(([name]) => `${id} ${name}`),
  );
  expect(unexplained.length <= mostUnexplained ? [] : unexplained).toEqual([]);
});
