// Refuses changes that another site could have made a browser send.
import { Inject, Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { CONFIG, type ApiConfig } from '../config';
import { Refusal } from '../http/refusal';
import { bearerOf } from './bearer';

const FROM_OUTSIDE = 'eclusa:from-outside';

/** Called by other systems, which prove themselves by the address: no cookie counts there. */
export const FromOutside = () => SetMetadata(FROM_OUTSIDE, true);

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

@Injectable()
export class CsrfGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(CONFIG) private readonly config: ApiConfig,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (harmless.has(request.method)) return true;
    // A browser adds no such header by itself, and beside it no cookie counts.
    if (bearerOf(request) !== undefined) return true;
    if (this.reflector.get<boolean>(FROM_OUTSIDE, context.getHandler())) return true;
    if (request.headers['x-eclusa-csrf'] !== '1') throw new Refusal(403, 'api.csrf-refused');
    if (!this.isOurs(request)) throw new Refusal(403, 'api.origin-refused');
    return true;
  }

  /** A browser tells where a page came from; a program says nothing, and has no cookie to steal. */
  private isOurs({ headers }: Request): boolean {
    if (headers['sec-fetch-site'] === 'cross-site') return false;
    const { origin, host } = headers;
    if (origin === undefined) return true;
    if (!URL.canParse(origin)) return false;
    return new URL(origin).host === host || origin === this.config.publicUrl.origin;
  }
}
