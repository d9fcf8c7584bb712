// How long a workspace keeps what has happened. Clearing away is the worker's.
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Retention, usualRetention } from '@eclusa/db';
import type { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import type { Caller } from '../auth/workspace.decorator';
import type { RetentionDto } from './retention.dto';

@Injectable()
export class RetentionService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly audit: AuditService,
  ) {}

  /** The workspace's own days, or the usual ones. */
  async of({ workspaceId }: Pick<Caller, 'workspaceId'>): Promise<RetentionDto> {
    const own = await this.database.getRepository(Retention).findOneBy({ workspaceId });
    const { logDays, runDays, auditDays } = own ?? usualRetention;
    return { logDays, runDays, auditDays };
  }

  async save(caller: Caller, body: RetentionDto): Promise<RetentionDto> {
    const { workspaceId } = caller;
    const before = await this.of(caller);
    await this.database.transaction(async (manager) => {
      await manager.getRepository(Retention).upsert({ workspaceId, ...body }, ['workspaceId']);
      await this.audit.record(caller, 'retention.save', workspaceId, { before, after: { ...body } }, manager);
    });
    return this.of(caller);
  }
}
