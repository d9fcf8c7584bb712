// Tells a key about itself: its rights, and names for what it reaches. Never about anything outside of its reach.
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ApiKey, Flow, inWorkspace, Store, Workspace } from '@eclusa/db';
import { In, IsNull, Not, type Repository } from 'typeorm';
import type { Caller } from '../auth/workspace.decorator';
import { notFound } from '../http/refusal';
import type { CurrentKeyDto } from './current-key.dto';

/** Names listed of a kind. */
const most = 1_000;

@Injectable()
export class CurrentKeyService {
  constructor(
    @InjectRepository(ApiKey) private readonly keys: Repository<ApiKey>,
    @InjectRepository(Flow) private readonly flows: Repository<Flow>,
    @InjectRepository(Store) private readonly stores: Repository<Store>,
    @InjectRepository(Workspace) private readonly workspaces: Repository<Workspace>,
  ) {}

  /** 404 for a person, who has none. */
  async of({ workspaceId, key }: Caller): Promise<CurrentKeyDto> {
    const row = key && (await inWorkspace(this.keys, workspaceId).findOneBy({ id: key.id }));
    if (!row) throw notFound('key');
    const { id, name, hint, actions, perMinute, runsPerDay, expiresAt, flowIds, storeIds } = row;
    const workspace = await this.workspaces.findOneByOrFail({ id: workspaceId });
    const listed = { select: { id: true, name: true } as const, order: { name: 'ASC', id: 'ASC' } as const };
    const flows = await inWorkspace(this.flows, workspaceId).find({
      ...listed,
      where: { publishedVersion: Not(IsNull()), ...(flowIds && { id: In(flowIds) }) },
      take: most,
    });
    const stores = await inWorkspace(this.stores, workspaceId).find({
      ...listed,
      ...(storeIds && { where: { id: In(storeIds) } }),
      take: most,
    });
    const named = (one: { id: string; name: string }) => ({ id: one.id, name: one.name });
    return {
      key: {
        ...{ id, name, hint, actions, perMinute, runsPerDay },
        expiresAt: expiresAt?.toISOString() ?? null,
      },
      workspace: named(workspace),
      flows: flows.map(named),
      stores: stores.map(named),
    };
  }
}
