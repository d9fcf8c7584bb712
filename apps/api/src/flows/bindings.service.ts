// Binds a flow: connections by slot and values by parameter, for one store or for none.
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { FlowBinding, inWorkspace } from '@eclusa/db';
import { IsNull, type Repository } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import type { Caller } from '../auth/workspace.decorator';
import { faulty } from '../http/refusal';
import { BindingLookup, parameterFaults } from './binding-lookup';
import { TriggersService } from '../triggers/triggers.service';
import type { BindingDto, SaveBindingDto } from './flows.dto';
import { FlowsService } from './flows.service';

@Injectable()
export class BindingsService {
  constructor(
    @InjectRepository(FlowBinding) private readonly rows: Repository<FlowBinding>,
    private readonly lookup: BindingLookup,
    private readonly flows: FlowsService,
    private readonly triggers: TriggersService,
    private readonly audit: AuditService,
  ) {}

  async save(caller: Caller, flowId: string, body: SaveBindingDto): Promise<BindingDto> {
    const { draft } = await this.flows.find(caller, flowId);
    const { slots, parameters, storeId = null } = body;
    if (storeId !== null) await this.lookup.store(caller, storeId);
    const faults = [
      ...(await this.lookup.slotFaults(caller, draft, slots)),
      ...parameterFaults(draft.parameters, parameters),
    ];
    if (faults.length > 0) throw faulty(422, 'api.binding-invalid', faults);
    const own = inWorkspace(this.rows, caller.workspaceId);
    const where = { flowId, storeId: storeId ?? IsNull() };
    if ((await own.update(where, { slots, parameters })) === 0) {
      // Of two at once the unique index lets one in; the other then changes what the first made.
      const values = {
        workspaceId: caller.workspaceId,
        flowId,
        storeId,
        slots,
        parameters: parameters as never,
      };
      await this.rows.createQueryBuilder().insert().values(values).orIgnore().execute();
      await own.update(where, { slots, parameters });
    }
    await this.rows.manager.transaction((manager) => this.triggers.sync(manager, flowId));
    await this.audit.record(caller, 'flow.bind', flowId, { storeId, slots });
    return { storeId, slots, parameters };
  }
}
