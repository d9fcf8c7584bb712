// Turns whatever a route threw into an RFC 9457 problem document. A defect shows no more than its request id.
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { isDatabaseAway } from '@eclusa/db';
import { RemoteError, sentence, UserError, type ErrorValues, type Locale } from '@eclusa/flow';
import type { Request, Response } from 'express';
import { STATUS_CODES } from 'node:http';
import { QueryFailedError } from 'typeorm';
import type { SignedInRequest } from '../auth/workspace.decorator';
import { localeOf } from './locale';
import type { ProblemDocumentDto } from './problem.dto';
import { Refusal, type Fault } from './refusal';

interface Answer {
  status: number;
  code: string;
  values: ErrorValues;
  members?: Readonly<Record<string, unknown>>;
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<SignedInRequest>();
    const response = host.switchToHttp().getResponse<Response>();
    const answer = answerTo(error);
    if (answer.status >= 500) this.log(error, request);
    send(answer, request, response);
  }

  /** The path without its query, which may hold what people typed; never a body or a header. */
  private log(error: unknown, request: SignedInRequest): void {
    const message = error instanceof Error ? error.message : String(error);
    const where = `${request.method} ${request.path}`;
    this.logger.error(`${where} ${message}`, error instanceof Error ? error.stack : undefined);
  }
}

/** Answers a request outside of any route with a problem document. */
export function sendProblem(refusal: Refusal, request: Request, response: Response): void {
  send(refusal, request as SignedInRequest, response);
}

function send(answer: Answer, request: SignedInRequest, response: Response): void {
  // The answer has begun (a download, an event stream): a broken end is the only sign left.
  if (response.headersSent) return void response.destroy();
  const locale = localeOf(request.headers['accept-language']) ?? request.caller?.locale ?? 'en';
  const body = problemOf(answer, locale, String(response.getHeader('x-request-id') ?? ''));
  response.setHeader('cache-control', 'no-store');
  if (answer.status === 503) response.setHeader('retry-after', AWAY_SECONDS);
  // What is left of the body is not worth waiting for.
  if (answer.status === 413 || answer.status === 408) response.setHeader('connection', 'close');
  response.status(answer.status).type('application/problem+json').send(JSON.stringify(body));
}

/** The problem document of an answer in one language. */
export function problemOf(answer: Answer, locale: Locale, requestId: string): ProblemDocumentDto {
  const { status, code } = answer;
  const values = {
    ...(answer.values as Record<string, unknown>),
    ...(status === 500 && { detail: requestId }),
  };
  const { faults, ...members } = (answer.members ?? {}) as { faults?: readonly Fault[] };
  return {
    type: `urn:eclusa:problem:${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    detail: sentence(code, values as ErrorValues, locale),
    values,
    ...(requestId && { requestId }),
    ...(faults && { fields: faults.map((fault) => fieldOf(fault, locale)) }),
    ...members,
  };
}

function fieldOf({ path, code, values }: Fault, locale: Locale) {
  return { path, code, detail: sentence(code, { path, ...values }, locale) };
}

/** What Postgres says of a text it cannot hold: \u0000 and halves of characters. */
const unstorable = new Set(['22021', '22P05']);

/** What a client is asked to wait before it tries again, in seconds: a restart of Postgres takes about this long. */
const AWAY_SECONDS = '5';

/** Status and code of anything thrown. */
function answerTo(error: unknown): Answer {
  if (error instanceof Refusal) {
    const { status, code, values, members } = error;
    return { status, code, values, members };
  }
  if (error instanceof UserError) {
    return { status: error.code === 'db.file-missing' ? 404 : 422, code: error.code, values: error.values };
  }
  if (error instanceof RemoteError) return { status: 502, code: error.code, values: error.values };
  if (error instanceof HttpException) return fromNest(error);
  if (isDatabaseAway(error)) return { status: 503, code: 'api.database-away', values: {} };
  if (
    error instanceof QueryFailedError &&
    unstorable.has((error.driverError as { code?: string }).code ?? '')
  ) {
    return { status: 400, code: 'api.text-unstorable', values: {} };
  }
  return { status: 500, code: 'bug.unexpected', values: {} };
}

/** Nest itself throws few: no such route, a request Express could not read. */
function fromNest(error: HttpException): Answer {
  const status = error.getStatus();
  if (status === 404) return { status, code: 'api.route-unknown', values: {} };
  if (status < 500) return { status, code: 'api.request-unreadable', values: {} };
  return { status: 500, code: 'bug.unexpected', values: {} };
}
