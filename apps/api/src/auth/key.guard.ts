// What a key may do: only routes made for programs, only the actions it was given, only its flows and stores, and
// not more often than it may. Runs behind the session guard; people pass.
import {
  applyDecorators,
  Injectable,
  SetMetadata,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiExtension } from '@nestjs/swagger';
import { InjectRepository } from '@nestjs/typeorm';
import { inWorkspace, Run, type KeyAction } from '@eclusa/db';
import type { Response } from 'express';
import { isUUID } from 'class-validator';
import type { Repository } from 'typeorm';
import { notFound, Refusal } from '../http/refusal';
import { KeyLimits } from '../keys/key-limits';
import type { Caller, SignedInRequest } from './workspace.decorator';

/** What `:id` of the route is, when its reach has to be looked at; `store and flow`: `:storeId` and `:flowId`. */
type Subject = 'run' | 'flow' | 'store' | 'store and flow';

interface ForKeysData {
  /** None: any key may, whatever it was made for. */
  action?: KeyAction;
  subject?: Subject;
}

const FOR_KEYS = 'eclusa:for-keys';

/** Opens a route to keys with `action`. Without it a route is for people only. */
export const ForKeys = (action: KeyAction, subject?: Subject) =>
  applyDecorators(
    SetMetadata(FOR_KEYS, { action, subject } satisfies ForKeysData),
    ApiExtension('x-key-action', action),
  );

/** Opens a route to every key: it tells a key about itself. */
export const ForAnyKey = () =>
  applyDecorators(SetMetadata(FOR_KEYS, {} satisfies ForKeysData), ApiExtension('x-key-action', 'any'));

@Injectable()
export class KeyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @InjectRepository(Run) private readonly runs: Repository<Run>,
    private readonly limits: KeyLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const { caller, params } = http.getRequest<SignedInRequest>();
    if (!caller?.key) return true;
    // Counted first: refused requests cost too.
    await this.limits.count(caller.key, http.getResponse<Response>());
    const places = [context.getHandler(), context.getClass()];
    const route = this.reflector.getAllAndOverride<ForKeysData | undefined>(FOR_KEYS, places);
    if (!route) throw new Refusal(403, 'api.key-for-programs');
    if (route.action && !caller.key.actions.includes(route.action)) {
      throw new Refusal(403, 'api.key-not-allowed', { action: route.action });
    }
    if (route.subject === 'store and flow') {
      await this.reach(caller, 'store', String(params.storeId));
      await this.reach(caller, 'flow', String(params.flowId));
    } else if (route.subject) await this.reach(caller, route.subject, String(params.id));
    return true;
  }

  /** 404, as for what is not there: a key must not find out what else there is. */
  private async reach(caller: Caller, subject: Subject, id: string): Promise<void> {
    if (subject === 'flow' && !reaches(caller.key?.flowIds, id)) throw notFound('flow');
    if (subject === 'store' && !reaches(caller.key?.storeIds, id)) throw notFound('store');
    if (subject !== 'run' || isFree(caller) || !isUUID(id)) return;
    const run = await inWorkspace(this.runs, caller.workspaceId).findOne({
      where: { id },
      select: { id: true, flowId: true, storeId: true },
    });
    if (!run || !isInReach(caller, run)) throw notFound('run');
  }
}

/** True when the caller may know of runs of this flow for this store. */
export function isInReach(
  { key }: Pick<Caller, 'key'>,
  { flowId, storeId }: Pick<Run, 'flowId' | 'storeId'>,
): boolean {
  return reaches(key?.flowIds, flowId) && reaches(key?.storeIds, storeId);
}

function isFree({ key }: Caller): boolean {
  return !key?.flowIds && !key?.storeIds;
}

function reaches(ids: readonly string[] | null | undefined, id: string | null): boolean {
  return !ids || (id !== null && ids.includes(id));
}
