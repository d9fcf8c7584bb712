// The one gate: who is asking, and in which workspace. A route is behind it unless it says `@Public()`.
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Response } from 'express';
import { PUBLIC } from '../http/operation';
import { Refusal } from '../http/refusal';
import { SESSION_COOKIE, SessionsService } from './sessions.service';
import type { SignedInRequest } from './workspace.decorator';

@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const places = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, places)) return true;
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const answer = context.switchToHttp().getResponse<Response>();
    const token = (request.cookies as Record<string, unknown> | undefined)?.[SESSION_COOKIE];
    const caller = await this.sessions.find(typeof token === 'string' ? token : undefined, answer);
    if (!caller) throw new Refusal(401, 'api.signed-out');
    request.caller = caller;
    // What one person sees must not be kept by a proxy for the next.
    answer.setHeader('cache-control', 'private, no-store');
    answer.vary('cookie');
    return true;
  }
}
