// One decorator per operation: what it answers, under which status, and which problems it knows.
import { applyDecorators, HttpCode, SetMetadata, type Type } from '@nestjs/common';
import { ApiExtension, ApiExtraModels, ApiOperation, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ProblemDocumentDto } from './problem.dto';

interface Operation {
  summary: string;
  /** 200 when left out. */
  status?: number;
  /** Answers the bytes of a file instead of JSON. */
  binary?: boolean;
  /** Further answers that are no problem documents. */
  also?: Record<number, Type>;
  /** Further statuses and what they mean. 400, 401, 403 and 404 are added where they can occur. */
  problems?: Record<number, string | { description: string; type: Type }>;
}

/** The operation answers `type` as JSON, or nothing. */
export function Answers(type: Type | null, operation: Operation) {
  const { summary, status = 200, binary, also = {}, problems = {} } = operation;
  const description = type || binary ? 'Done' : 'Done; no content';
  const schema = { type: 'string', format: 'binary' };
  return applyDecorators(
    HttpCode(status),
    ApiOperation({ summary }),
    ApiResponse({ status, description, ...(type && { type }), ...(binary && { schema }) }),
    ...Object.entries(also).map(([code, other]) =>
      ApiResponse({ status: Number(code), description: 'See the answer', type: other }),
    ),
    ...Object.entries(problems).flatMap(([code, known]) => problemResponse(Number(code), known)),
  );
}

/** Describes a problem+json answer. */
function problemResponse(status: number, known: string | { description: string; type: Type }) {
  const { description, type } =
    typeof known === 'string' ? { description: known, type: ProblemDocumentDto } : known;
  const schema = { $ref: getSchemaPath(type) };
  return [
    ApiExtraModels(type),
    ApiResponse({ status, description, content: { 'application/problem+json': { schema } } }),
  ];
}

export const PUBLIC = 'eclusa:public';

/** May be called without being signed in. */
export const Public = () => applyDecorators(SetMetadata(PUBLIC, true), ApiExtension('x-public', true));
