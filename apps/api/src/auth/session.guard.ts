// The one gate: who is asking, and in which workspace. A route is behind it unless it says `@Public()`.
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Response } from 'express';
import { PUBLIC } from '../http/operation';
import { localeOf } from '../http/locale';
import { Refusal } from '../http/refusal';
import { KeysService } from '../keys/keys.service';
import { bearerOf } from './bearer';
import { SESSION_COOKIE, SessionsService } from './sessions.service';
import type { Caller, SignedInRequest } from './workspace.decorator';

@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
    private readonly keys: KeysService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const places = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, places)) return true;
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const answer = context.switchToHttp().getResponse<Response>();
    const secret = bearerOf(request);
    request.caller =
      secret === undefined ? await this.person(request, answer) : await this.program(secret, request, answer);
    // What one caller sees must not be kept by a proxy for the next.
    answer.setHeader('cache-control', 'private, no-store');
    answer.vary('cookie').vary('authorization');
    return true;
  }

  private async person(request: SignedInRequest, answer: Response): Promise<Caller> {
    const token = (request.cookies as Record<string, unknown> | undefined)?.[SESSION_COOKIE];
    const caller = await this.sessions.find(typeof token === 'string' ? token : undefined, answer);
    if (!caller) throw new Refusal(401, 'api.signed-out');
    return caller;
  }

  private async program(secret: string, request: SignedInRequest, answer: Response): Promise<Caller> {
    const found = await this.keys.find(secret);
    if (!found) {
      answer.setHeader('www-authenticate', 'Bearer');
      throw new Refusal(401, 'api.key-unknown');
    }
    const { workspaceId, createdBy: userId, ...key } = found;
    return {
      workspaceId,
      userId,
      key,
      role: 'program',
      locale: localeOf(request.headers['accept-language']) ?? 'en',
    };
  }
}
