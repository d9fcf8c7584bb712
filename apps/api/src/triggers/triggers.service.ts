// Shows the triggers of a flow, gives them new addresses, and keeps them in step with what is published and bound.
import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import {
  Flow,
  FlowTrigger,
  inWorkspace,
  newSecret,
  Store,
  syncTriggers,
  TriggerGap,
  type Keyring,
  type TriggerTrouble,
} from '@eclusa/db';
import { sentences, toErrorRecord, UserError } from '@eclusa/flow';
import type { EntityManager, Repository } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import type { Caller } from '../auth/workspace.decorator';
import { CONFIG, type ApiConfig } from '../config';
import { knownNodes } from '../flows/check-flow';
import { notFound } from '../http/refusal';
import { KEYRING } from '../keyring';
import type { TriggerDto, TriggerGapDto, TriggerListDto } from './triggers.dto';

/** Gaps shown of each trigger. */
const shownGaps = 5;

@Injectable()
export class TriggersService {
  constructor(
    @InjectRepository(FlowTrigger) private readonly rows: Repository<FlowTrigger>,
    @InjectRepository(TriggerGap) private readonly gaps: Repository<TriggerGap>,
    @InjectRepository(Store) private readonly stores: Repository<Store>,
    @InjectRepository(Flow) private readonly flows: Repository<Flow>,
    @Inject(KEYRING) private readonly keys: Keyring,
    @Inject(CONFIG) private readonly config: ApiConfig,
    private readonly audit: AuditService,
  ) {}

  async list(caller: Caller, flowId: string): Promise<TriggerListDto> {
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    const rows = await this.own(caller).find({ where: { flowId, active: true }, order });
    return { items: await Promise.all(rows.map((row) => this.show(caller, row))) };
  }

  /** From now on the old address is unknown. What the store still holds of it is replaced by a worker at once. */
  async rotate(caller: Caller, flowId: string, id: string): Promise<TriggerDto> {
    const row = await this.own(caller).findOneBy({ id, flowId, active: true });
    if (!row?.secret) throw notFound('trigger');
    const next = { ...newSecret(this.keys, caller.workspaceId), checkedAt: null, nextAt: new Date() };
    await this.own(caller).update({ id }, next);
    await this.audit.record(caller, 'trigger.rotate', id, { flowId });
    return this.show(caller, { ...row, ...next });
  }

  /** After something was published or bound, in its transaction. */
  sync(manager: EntityManager, flowId: string): Promise<void> {
    return syncTriggers(manager, knownNodes(), this.keys, flowId);
  }

  private own({ workspaceId }: Caller) {
    return inWorkspace(this.rows, workspaceId);
  }

  private async show(caller: Caller, row: FlowTrigger): Promise<TriggerDto> {
    const { id, node, type, storeId, events } = row;
    const { workspaceId } = caller;
    const watched =
      row.watches && (await inWorkspace(this.flows, workspaceId).findOneBy({ id: row.watches }));
    const trouble = row.trouble ?? lostFlow(row);
    const store = storeId && (await inWorkspace(this.stores, workspaceId).findOneBy({ id: storeId }));
    const gaps = await inWorkspace(this.gaps, workspaceId).find({
      where: { triggerId: id },
      order: { createdAt: 'DESC' },
      take: shownGaps,
    });
    return {
      ...{ id, node, type, storeId, storeName: store ? store.name : null, events },
      address: this.addressFor(caller, row),
      watchedFlow: watched ? watched.name : null,
      eventAt: row.eventAt?.toISOString() ?? null,
      polledAt: row.polledAt?.toISOString() ?? null,
      checkedAt: row.checkedAt?.toISOString() ?? null,
      trouble: trouble && {
        code: trouble.error.code,
        text: sentences(trouble.error.code, trouble.error.values),
        since: trouble.since,
      },
      gaps: gaps.map(showGap),
    };
  }

  private addressFor({ role, workspaceId }: Caller, { secret }: FlowTrigger): string | null {
    if (secret === null || role === 'viewer') return null;
    const base = this.config.publicUrl.href.replace(/\/+$/, '');
    return `${base}/hooks/${String(this.keys.open(secret, workspaceId))}`;
  }
}

function showGap({ fromAt, untilAt, found, closedAt }: TriggerGap): TriggerGapDto {
  const closed = closedAt?.toISOString() ?? null;
  return { from: fromAt.toISOString(), until: untilAt.toISOString(), found, closedAt: closed };
}

/** A box that waits for a flow which is gone waits for ever. */
function lostFlow({ type, watches, createdAt }: FlowTrigger): TriggerTrouble | null {
  if (watches !== null || !knownNodes().get(type)?.behaviour.trigger?.flows) return null;
  return { error: toErrorRecord(new UserError('trigger.watched-gone')), since: createdAt.toISOString() };
}
