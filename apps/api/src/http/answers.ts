// Decorators for what an answer holds. They only describe: answers are not checked on their way out.
import type { Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';

interface Options {
  description?: string;
  nullable?: boolean;
  optional?: boolean;
}

function shown({ description, nullable, optional }: Options) {
  return { required: !optional, ...(description && { description }), ...(nullable && { nullable }) };
}

export const AnId = (options: Options = {}) =>
  ApiProperty({ type: String, format: 'uuid', ...shown(options) });

/** Ids of stored things. */
export const Ids = (options: Options = {}) =>
  ApiProperty({ type: 'array', items: { type: 'string', format: 'uuid' }, ...shown(options) });

export const AText = (options: Options = {}) => ApiProperty({ type: String, ...shown(options) });

export const ATime = (options: Options = {}) =>
  ApiProperty({ type: String, format: 'date-time', ...shown(options) });

export const AWhole = (options: Options = {}) => ApiProperty({ type: 'integer', ...shown(options) });

export const AFlag = (options: Options = {}) => ApiProperty({ type: Boolean, ...shown(options) });

export const AChoice = (values: readonly string[], options: Options = {}) =>
  ApiProperty({ type: String, enum: [...values], ...shown(options) });

/** A JSON object whose members are anything, or of one type. */
export const AnObject = (options: Options & { values?: 'string' } = {}) => {
  const { required, ...rest } = shown(options);
  const additionalProperties = options.values
    ? { type: options.values }
    : { $ref: '#/components/schemas/Json' };
  return ApiProperty({ type: 'object', additionalProperties, selfRequired: required, ...rest });
};

/** Any JSON value. */
export const AnyJson = (options: Options = {}) =>
  ApiProperty({ allOf: [{ $ref: '#/components/schemas/Json' }], ...shown(options) });

/** One object of a class, or a list of them. */
export const A = (type: Type, options: Options = {}) => ApiProperty({ type, ...shown(options) });

export const AListOf = (type: Type, options: Options = {}) =>
  ApiProperty({ type, isArray: true, ...shown(options) });

export const Rows = (options: Options = {}) =>
  ApiProperty({
    type: 'array',
    items: { $ref: '#/components/schemas/Row' },
    ...shown(options),
  });

export const ADocument = (options: Options = {}) =>
  ApiProperty({ allOf: [{ $ref: '#/components/schemas/FlowDocument' }], ...shown(options) });
