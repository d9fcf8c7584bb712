// The one validation pipe: refuses what a DTO does not name and says which member is wrong, in codes.
import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { faulty, type Fault } from './refusal';

/** Codes by class-validator's rule; anything else is a wrong form. */
const codes: Record<string, string> = {
  whitelistValidation: 'api.field-unknown',
  isString: 'api.field-not-text',
  isInt: 'api.field-not-whole-number',
  isBoolean: 'api.field-not-toggle',
  isObject: 'api.field-not-object',
  isArray: 'api.field-not-list',
  isEmail: 'api.field-not-email',
  isUuid: 'api.field-not-id',
  isIn: 'api.field-not-a-choice',
  isLength: 'api.field-length',
  maxLength: 'api.field-length',
  min: 'api.field-size',
  max: 'api.field-size',
  arrayMaxSize: 'api.field-too-many',
};

/** Says first what kind of value is wanted, then how long or large. */
const order = ['whitelistValidation', 'isString', 'isInt', 'isBoolean', 'isObject', 'isArray'];

export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    exceptionFactory: (errors) =>
      faulty(
        400,
        'api.request-invalid',
        errors.flatMap((error) => faultsOf(error)),
      ),
  });
}

/** One fault per member, with its path. */
export function faultsOf(error: ValidationError, parent = ''): Fault[] {
  const path = parent ? `${parent}.${error.property}` : error.property;
  const rules = Object.keys(error.constraints ?? {});
  const rule = order.find((one) => rules.includes(one)) ?? rules[0];
  const missing = rule !== undefined && error.value === undefined && rule !== 'whitelistValidation';
  const own = rule ? [{ path, code: missing ? 'api.field-missing' : (codes[rule] ?? 'api.field-form') }] : [];
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, path))];
}
