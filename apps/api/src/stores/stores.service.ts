// Stores of a workspace: VTEX accounts and the connections that open them.
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import {
  againAfterDeadlock,
  CrossReference,
  giveUpWaiting,
  inWorkspace,
  openRunStates,
  Run,
  Store,
} from '@eclusa/db';
import { In, type Repository } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import type { Caller } from '../auth/workspace.decorator';
import { ConnectionsService } from '../connections/connections.service';
import { namesOf } from '../flows/people';
import { notFound, Refusal } from '../http/refusal';
import { showPause } from '../runs/pauses.service';
import type { SaveStoreDto, StoreDto } from './stores.dto';

@Injectable()
export class StoresService {
  constructor(
    @InjectRepository(Store) private readonly rows: Repository<Store>,
    @InjectRepository(Run) private readonly runs: Repository<Run>,
    private readonly connections: ConnectionsService,
    private readonly audit: AuditService,
  ) {}

  async list({ workspaceId }: Caller): Promise<{ items: StoreDto[] }> {
    const rows = await inWorkspace(this.rows, workspaceId).find({ order: { name: 'ASC', id: 'ASC' } });
    const nameOf = await this.pausers(rows);
    return { items: rows.map((row) => show(row, nameOf)) };
  }

  async create(caller: Caller, body: SaveStoreDto): Promise<StoreDto> {
    await this.check(caller, body);
    const row = await inWorkspace(this.rows, caller.workspaceId).insert({ ...body });
    await this.audit.record(caller, 'store.create', row.id, { ...body });
    return show(row, await this.pausers([row]));
  }

  async update(caller: Caller, id: string, body: SaveStoreDto): Promise<StoreDto> {
    const row = await this.find(caller, id);
    await this.check(caller, body);
    await inWorkspace(this.rows, caller.workspaceId).update({ id }, { ...body });
    await this.audit.record(caller, 'store.update', id, { ...body });
    return show({ ...row, ...body }, await this.pausers([row]));
  }

  /** Its past runs stay, without a store; its codes go, and rows that waited for one are failed rows. */
  async remove(caller: Caller, id: string): Promise<void> {
    const { name } = await this.find(caller, id);
    const open = await inWorkspace(this.runs, caller.workspaceId).count({
      where: { storeId: id, state: In([...openRunStates]) },
    });
    if (open > 0) throw new Refusal(409, 'api.store-has-open-runs', { name, runs: open });
    const { workspaceId } = caller;
    await againAfterDeadlock(() =>
      this.rows.manager.transaction(async (manager) => {
        await giveUpWaiting(manager, { workspaceId, storeId: id });
        await manager.delete(CrossReference, { workspaceId, storeId: id });
        await inWorkspace(manager.getRepository(Store), workspaceId).delete({ id });
      }),
    );
    await this.audit.record(caller, 'store.delete', id, { name });
  }

  async find({ workspaceId }: Pick<Caller, 'workspaceId'>, id: string): Promise<Store> {
    const row = await inWorkspace(this.rows, workspaceId).findOneBy({ id });
    if (!row) throw notFound('store');
    return row;
  }

  private pausers(rows: readonly Store[]) {
    return namesOf(
      this.rows.manager,
      rows.map((row) => row.pausedBy ?? null),
    );
  }

  private async check(caller: Caller, { connectionId }: SaveStoreDto): Promise<void> {
    const connection = await this.connections.find(caller, connectionId);
    if (connection.kind !== 'vtex') throw new Refusal(422, 'api.store-needs-vtex', { name: connection.name });
  }
}

function show(row: Store, nameOf: (id: string | null) => string | null): StoreDto {
  const { id, name, account, connectionId, createdAt } = row;
  const paused = row.pausedAt ? showPause(row, nameOf) : null;
  return { id, name, account, connectionId, paused, createdAt: createdAt.toISOString() };
}
