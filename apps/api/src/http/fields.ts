// Decorators that say a field's rule once, for both the validation pipe and the OpenAPI document.
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ArrayMaxSize,
  ArrayMinSize,
  ValidateNested,
} from 'class-validator';

interface Common {
  description?: string;
  optional?: boolean;
  nullable?: boolean;
}

function presence({ optional, nullable }: Common): PropertyDecorator[] {
  return optional || nullable ? [IsOptional()] : [];
}

function shown({ description, optional, nullable }: Common) {
  return {
    required: !optional,
    ...(description && { description }),
    ...(nullable && { nullable }),
  };
}

/** A text between `min` (default 1) and `max` (default 120) characters. */
export function TextField(options: Common & { min?: number; max?: number; example?: string } = {}) {
  const { min = 1, max = 120, example } = options;
  return applyDecorators(
    ApiProperty({
      type: String,
      minLength: min,
      maxLength: max,
      ...(example && { example }),
      ...shown(options),
    }),
    IsString(),
    Length(min, max),
    ...presence(options),
  );
}

/** Up to `most` texts of 1 to `max` characters. */
export function TextsField(options: Common & { most: number; max: number }) {
  const { most, max } = options;
  return applyDecorators(
    ApiProperty({
      type: 'array',
      items: { type: 'string', minLength: 1, maxLength: max },
      maxItems: most,
      ...shown(options),
    }),
    IsArray(),
    ArrayMaxSize(most),
    IsString({ each: true }),
    Length(1, max, { each: true }),
    ...presence(options),
  );
}

// What both JavaScript and Postgres take: no year 0, no second 60, no zone a day away.
const day = '(?!0000)\\d{4}-\\d\\d-\\d\\d';
const time = 'T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?';
const zone = '(Z|[+-](0\\d|1[0-4]):[0-5]\\d)';
const moment = new RegExp(`^${day}${time}${zone}$`);
const dayOrMoment = new RegExp(`^${day}(${time}${zone}?)?$`);

/** A moment with its zone, as 2026-11-30T08:00:00Z; with `dayAlone` a day or a time without zone will do. */
export function TimeField({ dayAlone, ...options }: Common & { dayAlone?: boolean } = {}) {
  return applyDecorators(
    ApiProperty({ type: String, format: 'date-time', ...shown(options) }),
    Matches(dayAlone ? dayOrMoment : moment),
    IsISO8601({ strict: true }),
    ...presence(options),
  );
}

/** The id of a stored thing. */
export function IdField(options: Common = {}) {
  return applyDecorators(
    ApiProperty({ type: String, format: 'uuid', ...shown(options) }),
    IsUUID(),
    ...presence(options),
  );
}

/** Ids of stored things, from one to 500. */
export function IdsField(options: Common = {}) {
  return applyDecorators(
    ApiProperty({
      type: 'array',
      items: { type: 'string', format: 'uuid' },
      minItems: 1,
      maxItems: 500,
      ...shown(options),
    }),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(500),
    IsUUID(undefined, { each: true }),
    ...presence(options),
  );
}

/** One of `values`. */
export function ChoiceField(values: readonly string[], options: Common = {}) {
  return applyDecorators(
    ApiProperty({ type: String, enum: [...values], ...shown(options) }),
    IsIn([...values]),
    ...presence(options),
  );
}

/** true or false; in a query string the words. */
export function FlagField(options: Common = {}) {
  return applyDecorators(
    ApiProperty({ type: Boolean, ...shown(options) }),
    Transform(({ value }: { value: unknown }) =>
      value === 'true' ? true : value === 'false' ? false : value,
    ),
    IsBoolean(),
    ...presence(options),
  );
}

/** The largest number of a column of whole numbers to which one can be added. */
const mostWhole = 2 ** 31 - 2;

/** A whole number. */
export function WholeField(options: Common & { min?: number; max?: number; example?: number }) {
  const { min = 0, max = mostWhole, example } = options;
  return applyDecorators(
    ApiProperty({
      type: 'integer',
      minimum: min,
      maximum: max,
      ...(example !== undefined && { example }),
      ...shown(options),
    }),
    // Only what a query string can say: an object turned into a number may throw.
    Transform(({ value }: { value: unknown }) => (isFilled(value) ? Number(value) : value)),
    IsInt(),
    Min(min),
    Max(max),
    ...presence(options),
  );
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** A free-form JSON object. */
export function ObjectField(options: Common & { values?: 'string' } = {}) {
  const { required, ...rest } = shown(options);
  const additionalProperties = options.values
    ? { type: options.values }
    : { $ref: '#/components/schemas/Json' };
  return applyDecorators(
    ApiProperty({ type: 'object', additionalProperties, selfRequired: required, ...rest }),
    IsObject(),
    ...presence(options),
  );
}

/** A flow document. Its shape is checked by the schema in `flow`, not here. */
export function DocumentField(options: Common = {}) {
  return applyDecorators(
    ApiProperty({ allOf: [{ $ref: '#/components/schemas/FlowDocument' }], ...shown(options) }),
    IsObject(),
    ...presence(options),
  );
}

/** A list of objects of one class, at most `max`. */
export function ListField(type: new () => object, options: Common & { max: number }) {
  return applyDecorators(
    ApiProperty({ type, isArray: true, maxItems: options.max, ...shown(options) }),
    IsArray(),
    ArrayMaxSize(options.max),
    // A list in the list would be looked into as well, and pass when it is empty.
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(() => type),
    ...presence(options),
  );
}

/** A list of JSON objects, at most `max`. */
export function RowsField(options: Common & { max: number }) {
  return applyDecorators(
    ApiProperty({
      type: 'array',
      maxItems: options.max,
      items: { $ref: '#/components/schemas/Row' },
      ...shown(options),
    }),
    IsArray(),
    ArrayMaxSize(options.max),
    IsObject({ each: true }),
    ...presence(options),
  );
}
