// Keeps schedules; firing them is the workers'.
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { inWorkspace, Schedule, Store } from '@eclusa/db';
import { calledSources, checkTimetable, describeSchedule, nextTimes, UserError } from '@eclusa/flow';
import type { Timetable } from '@eclusa/flow';
import type { Repository } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import type { Caller } from '../auth/workspace.decorator';
import { BindingLookup } from '../flows/binding-lookup';
import { knownNodes } from '../flows/check-flow';
import { FlowsService } from '../flows/flows.service';
import { notFound, Refusal } from '../http/refusal';
import type { SaveScheduleDto, ScheduleDto, ScheduleListDto, SchedulePreviewDto } from './schedules.dto';

const previewed = 10;

@Injectable()
export class SchedulesService {
  constructor(
    @InjectRepository(Schedule) private readonly rows: Repository<Schedule>,
    @InjectRepository(Store) private readonly stores: Repository<Store>,
    private readonly flows: FlowsService,
    private readonly lookup: BindingLookup,
    private readonly audit: AuditService,
  ) {}

  async list(caller: Caller, flowId: string): Promise<ScheduleListDto> {
    await this.flows.find(caller, flowId);
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    const rows = await this.own(caller).find({ where: { flowId }, order });
    return { items: await Promise.all(rows.map((row) => this.show(caller, row))) };
  }

  async create(caller: Caller, flowId: string, body: SaveScheduleDto): Promise<ScheduleDto> {
    const flow = await this.flows.find(caller, flowId);
    if (flow.publishedVersion === null) throw new Refusal(422, 'api.flow-not-published', { name: flow.name });
    // Nobody would send it its rows.
    if (calledSources(flow.draft, knownNodes()).length > 0) {
      throw new Refusal(422, 'api.flow-is-called', { name: flow.name });
    }
    const values = await this.checked(caller, body);
    const row = await this.own(caller).insert({ flowId, createdBy: caller.userId, ...values });
    await this.audit.record(caller, 'schedule.create', row.id, { flowId, ...body });
    return this.show(caller, row);
  }

  /** From now on: what was due before and is not fired yet belonged to the schedule as it was. */
  async update(caller: Caller, flowId: string, id: string, body: SaveScheduleDto): Promise<ScheduleDto> {
    await this.find(caller, flowId, id);
    await this.own(caller).update({ id, flowId }, await this.checked(caller, body));
    await this.audit.record(caller, 'schedule.update', id, { flowId, ...body });
    return this.show(caller, await this.find(caller, flowId, id));
  }

  async remove(caller: Caller, flowId: string, id: string): Promise<void> {
    await this.find(caller, flowId, id);
    await this.own(caller).delete({ id, flowId });
    await this.audit.record(caller, 'schedule.delete', id, { flowId });
  }

  preview(table: Timetable): SchedulePreviewDto {
    const now = new Date();
    understood(table, now);
    const times = nextTimes(table, now, previewed).map((time) => time.toISOString());
    return { text: describeSchedule(table), times };
  }

  private async checked(caller: Caller, body: SaveScheduleDto) {
    const { cron, timezone, missed, overlap, enabled, storeId = null } = body;
    if (storeId !== null) await this.lookup.store(caller, storeId);
    const next = understood({ cron, timezone }, new Date());
    return { cron, timezone, missed, overlap, enabled, storeId, nextAt: enabled ? next : null };
  }

  private async find(caller: Caller, flowId: string, id: string): Promise<Schedule> {
    await this.flows.find(caller, flowId);
    const row = await this.own(caller).findOneBy({ id, flowId });
    if (!row) throw notFound('schedule');
    return row;
  }

  private own({ workspaceId }: Caller) {
    return inWorkspace(this.rows, workspaceId);
  }

  private async show({ workspaceId }: Caller, row: Schedule): Promise<ScheduleDto> {
    const { id, storeId, cron, timezone, missed, overlap, enabled } = row;
    const store = storeId && (await inWorkspace(this.stores, workspaceId).findOneBy({ id: storeId }));
    return {
      ...{ id, storeId, storeName: store ? store.name : null, cron, timezone, missed, overlap, enabled },
      text: describeSchedule({ cron, timezone }),
      nextAt: row.nextAt?.toISOString() ?? null,
      lastAt: row.lastAt?.toISOString() ?? null,
    };
  }
}

/** The first time to come; 422 for a table that cannot be understood or never comes. */
function understood(table: Timetable, now: Date): Date {
  try {
    return checkTimetable(table, now);
  } catch (error) {
    if (error instanceof UserError) throw new Refusal(422, error.code, error.values);
    throw error;
  }
}
