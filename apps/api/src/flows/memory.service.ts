// What a flow remembers of earlier runs, so that its boxes can let through only what changed.
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ChangeMemory, inWorkspace, NO_STORE } from '@eclusa/db';
import type { Repository } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import type { Caller } from '../auth/workspace.decorator';
import { BindingLookup } from './binding-lookup';
import type { MemoryForgottenDto } from './flows.dto';
import { FlowsService } from './flows.service';

@Injectable()
export class MemoryService {
  constructor(
    @InjectRepository(ChangeMemory) private readonly rows: Repository<ChangeMemory>,
    private readonly flows: FlowsService,
    private readonly lookup: BindingLookup,
    private readonly audit: AuditService,
  ) {}

  /** The next run for this store, or without one, sends everything again. */
  async forget(caller: Caller, flowId: string, storeId: string | null): Promise<MemoryForgottenDto> {
    await this.flows.find(caller, flowId);
    if (storeId !== null) await this.lookup.store(caller, storeId);
    const where = { flowId, storeId: storeId ?? NO_STORE };
    const keys = await inWorkspace(this.rows, caller.workspaceId).delete(where);
    await this.audit.record(caller, 'flow.forget', flowId, { storeId, keys });
    return { keys };
  }
}
