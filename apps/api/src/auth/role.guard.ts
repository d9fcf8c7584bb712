// What a role may do: viewers look, members change flows and runs, owners and admins also handle connections.
// Runs behind the session guard; knows nothing of single records.
import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Refusal } from '../http/refusal';
import type { SignedInRequest } from './workspace.decorator';

/** From the least to the most; a role that is none of these may only look. */
const ranks = ['viewer', 'member', 'admin', 'owner'] as const;
export type Role = (typeof ranks)[number];

const NEEDED = 'eclusa:role';
const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The least role a route asks for. Without it: looking is for everybody, everything else for members. */
export const ForRole = (role: Role) => SetMetadata(NEEDED, role);

@Injectable()
export class RoleGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const { caller, method } = context.switchToHttp().getRequest<SignedInRequest>();
    // What a program may do was decided by its key.
    if (!caller || caller.key) return true;
    const places = [context.getHandler(), context.getClass()];
    const usual: Role = harmless.has(method) ? 'viewer' : 'member';
    const needed = this.reflector.getAllAndOverride<Role | undefined>(NEEDED, places) ?? usual;
    if (isAtLeast(caller.role, needed)) return true;
    throw new Refusal(403, needed === 'admin' ? 'api.role-not-admin' : 'api.role-only-looks');
  }
}

/** May `role` do what is for `needed`? */
export function isAtLeast(role: string, needed: Role): boolean {
  return rankOf(role) >= ranks.indexOf(needed);
}

function rankOf(role: string): number {
  return Math.max(0, ranks.indexOf(role as Role));
}
