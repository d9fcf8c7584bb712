import type { Fields } from '../field';
import { checkFields } from './fields';

const name = { en: 'Body', es: 'Cuerpo', pt: 'Corpo' };
const faults = (body: string, places?: true) => {
  const fields: Fields = { body: { kind: 'code', language: 'json', name, ...(places && { places }) } };
  return checkFields(fields, { body }, { slotKind: () => undefined }).map(({ code }) => code);
};

test('a place may stand where a number is to be, in JSON that has places and in no other', () => {
  expect(faults('{"page": {page}, "since": "{last}", "list": [{size}]}', true)).toEqual([]);
  expect(faults('{"page": {page}}')).toEqual(['flow.field-not-json']);
  expect(faults('{"page": {page}', true)).toEqual(['flow.field-not-json']);
});
