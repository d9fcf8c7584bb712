// Marks an operation that will go: in the document, and in every answer it gives until then (RFC 9745, RFC 8594).
import {
  applyDecorators,
  Injectable,
  SetMetadata,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiExtension, ApiOperation } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Observable } from 'rxjs';

export interface Deprecation {
  /** The day it was declared: `2030-01-31`. */
  since: string;
  /** The day from which it may be gone, a year after `since` at the earliest. */
  sunset: string;
  /** What takes its place, as the address of its documentation or of the operation. */
  successor: string;
}

const DEPRECATED = 'eclusa:deprecated';
const yearMs = 365 * 86_400_000;

/** The operation goes on as it is, and says until when. Throws when its users have less than a year. */
export function Deprecated(deprecation: Deprecation): MethodDecorator {
  const { since, sunset, successor } = deprecation;
  const given = Date.parse(sunset) - Date.parse(since);
  if (!(given >= yearMs)) throw new RangeError(`from ${since} to ${sunset} is less than a year`);
  return applyDecorators(
    SetMetadata(DEPRECATED, deprecation),
    UseInterceptors(DeprecationHeaders),
    // Without a summary of its own, or it would take the operation's away.
    ApiOperation({ deprecated: true, summary: undefined }),
    ApiExtension('x-sunset', { since, sunset, successor }),
  );
}

/** The headers are there before the handler, so that refusals have them as well. */
@Injectable()
export class DeprecationHeaders implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const found = this.reflector.get<Deprecation | undefined>(DEPRECATED, context.getHandler());
    const answer = context.switchToHttp().getResponse<Response>();
    for (const [name, value] of Object.entries(found ? headersOf(found) : {})) answer.append(name, value);
    return next.handle();
  }
}

/** As the RFCs write them: a moment in seconds, a date of HTTP, a link. */
export function headersOf({ since, sunset, successor }: Deprecation): Record<string, string> {
  return {
    deprecation: `@${Date.parse(since) / 1_000}`,
    sunset: new Date(sunset).toUTCString(),
    link: `<${successor}>; rel="successor-version"`,
  };
}
