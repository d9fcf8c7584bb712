// The log of what programs were told, and telling them again.
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { CallbackDelivery, CallbackEndpoint, inWorkspace, testEvent } from '@eclusa/db';
import { In, type Repository } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import type { Caller } from '../auth/workspace.decorator';
import { notFound } from '../http/refusal';
import type { CallbackDeliveryDto, CallbackDeliveryListDto, DeliveryListQuery } from './callbacks.dto';

const most = 100;

@Injectable()
export class DeliveriesService {
  constructor(
    @InjectRepository(CallbackDelivery) private readonly rows: Repository<CallbackDelivery>,
    @InjectRepository(CallbackEndpoint) private readonly endpoints: Repository<CallbackEndpoint>,
    private readonly audit: AuditService,
  ) {}

  async list(caller: Caller, { callbackId, runId }: DeliveryListQuery): Promise<CallbackDeliveryListDto> {
    const rows = await this.own(caller).find({
      where: { ...(callbackId && { endpointId: callbackId }), ...(runId && { runId }) },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: most,
    });
    return { items: await this.show(caller, rows) };
  }

  /** Called at once, and tried for another day. The receiver can tell by the id that it had it before. */
  async resend(caller: Caller, id: string): Promise<CallbackDeliveryDto> {
    const [again] = await this.rows.query<[object[], number]>(resend, [caller.workspaceId, id]);
    if (again.length === 0) throw notFound('delivery');
    await this.audit.record(caller, 'callback.resend', id);
    return this.one(caller, id);
  }

  /** A call that tells of nothing but itself, signed and tried like any other. */
  async test(caller: Caller, endpointId: string): Promise<CallbackDeliveryDto> {
    const endpoint = await inWorkspace(this.endpoints, caller.workspaceId).findOneBy({ id: endpointId });
    if (!endpoint) throw notFound('callback');
    const timestamp = new Date();
    const row = await this.own(caller).insert({
      ...{ endpointId, event: testEvent, nextAt: timestamp },
      body: { type: testEvent, timestamp: timestamp.toISOString(), data: { callbackId: endpointId } },
    });
    await this.audit.record(caller, 'callback.test', endpointId);
    return this.one(caller, row.id);
  }

  private async one(caller: Caller, id: string): Promise<CallbackDeliveryDto> {
    const row = await this.own(caller).findOneBy({ id });
    if (!row) throw notFound('delivery');
    return (await this.show(caller, [row]))[0]!;
  }

  private async show(caller: Caller, rows: readonly CallbackDelivery[]): Promise<CallbackDeliveryDto[]> {
    const ids = new Set(rows.flatMap(({ endpointId }) => endpointId ?? []));
    const endpoints = await inWorkspace(this.endpoints, caller.workspaceId).find({
      where: { id: In([...ids]) },
    });
    const addressOf = new Map(endpoints.map(({ id, address }) => [id, address]));
    return rows.map((row) => ({
      ...{ id: row.id, callbackId: row.endpointId, event: row.event, runId: row.runId, state: row.state },
      ...{ tries: row.tries, status: row.status, error: row.error },
      address: withoutQuery(row.address ?? addressOf.get(row.endpointId ?? '') ?? ''),
      nextAt: row.nextAt?.toISOString() ?? null,
      doneAt: row.doneAt?.toISOString() ?? null,
      createdAt: row.createdAt.toISOString(),
    }));
  }

  private own({ workspaceId }: Caller) {
    return inWorkspace(this.rows, workspaceId);
  }
}

/** The fence keeps a call that is under way from being taken for this one. */
const resend = `
UPDATE callback_delivery SET state = 'waiting', tries = 0, fence = fence + 1, next_at = now(), done_at = NULL
WHERE workspace_id = $1 AND id = $2 RETURNING id`;

function withoutQuery(address: string): string {
  return address.replace(/[?#].*$/s, '');
}
