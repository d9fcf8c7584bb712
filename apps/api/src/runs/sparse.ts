// Answers cut down to the members a program asked for.
import { applyDecorators } from '@nestjs/common';
import { TextField } from '../http/fields';
import { faulty } from '../http/refusal';

/** The query member `fields`: names of members, separated by commas. */
export const FieldsField = () =>
  applyDecorators(
    TextField({
      optional: true,
      max: 500,
      description: 'only these members of each run, separated by commas: id,state,totals',
    }),
  );

/** `value` with the members named alone, all of them when nothing is named. Throws 400 for a name it does not have. */
export function sparse<T extends object>(value: T, fields: string | undefined): T {
  if (fields === undefined) return value;
  const names = fields.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !Object.hasOwn(value, name));
  if (unknown.length > 0) {
    const path = (name: string) => `fields.${name}`.slice(0, 80);
    throw faulty(
      400,
      'api.request-invalid',
      unknown.slice(0, 50).map((name) => ({ path: path(name), code: 'api.field-unknown' })),
    );
  }
  return Object.fromEntries(names.map((name) => [name, value[name as keyof T]])) as T;
}
