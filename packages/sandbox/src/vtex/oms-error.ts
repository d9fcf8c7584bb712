// How the order routes say no: one error object with a code, or a list of what is wrong with the body.
import { json, Refusal } from '../http/wire';
import type { JsonObject } from '../http/fields';

/** Stops the handler with `{error: {code, message, exception}}`. */
export function omsRefuse(status: number, code: string, message: string): never {
  throw new Refusal(json({ error: { code, message, exception: null } }, status));
}

/** Stops the handler with the validation shape of RFC 7807: messages by field. */
export function invalid(errors: Record<string, string[]>, status = 400): never {
  throw new Refusal(
    json(
      {
        errors,
        type: 'https://tools.ietf.org/html/rfc7231#section-6.5.1',
        title: 'One or more validation errors occurred.',
        status,
        traceId: '00-sandbox-00',
      },
      status,
    ),
  );
}

/** The body as an object that has all of `required`. */
export function bodyWith(body: unknown, required: readonly string[]): JsonObject {
  if (body === undefined) invalid({ '': ['A non-empty request body is required.'] }, 415);
  if (body === null || typeof body !== 'object' || Array.isArray(body))
    return invalid({ $: ['The JSON value could not be converted.'] });
  const given = body as JsonObject;
  const missing = required.filter(
    (name) => given[name] === undefined || given[name] === null || given[name] === '',
  );
  if (missing.length > 0)
    invalid(Object.fromEntries(missing.map((name) => [name, [`The ${name} field is required.`]])));
  return given;
}
