// Rows people keep with a flow to try its boxes on. They never enter a run, a version or an exported document.
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { FlowSample, inWorkspace } from '@eclusa/db';
import { In, Not, type Repository } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import type { Caller } from '../auth/workspace.decorator';
import { Refusal } from '../http/refusal';
import { FlowsService } from './flows.service';
import { namesOf } from './people';
import type { FlowSampleDto, FlowSampleListDto, KeepSampleDto } from './samples.dto';

/** Of one box, as JSON: enough for 50 rows of 10 kB. */
const MOST_KILOBYTES = 512;

@Injectable()
export class SamplesService {
  constructor(
    @InjectRepository(FlowSample) private readonly rows: Repository<FlowSample>,
    private readonly flows: FlowsService,
    private readonly audit: AuditService,
  ) {}

  async list(caller: Caller, flowId: string): Promise<FlowSampleListDto> {
    await this.flows.find(caller, flowId);
    const kept = await this.of(caller).find({ where: { flowId }, order: { node: 'ASC' } });
    return { items: await this.show(kept) };
  }

  /** In place of what was kept for the box. Those of boxes the saved draft no longer has go away. */
  async keep(
    caller: Caller,
    flowId: string,
    node: string,
    { outputs }: KeepSampleDto,
  ): Promise<FlowSampleDto> {
    const { draft } = await this.flows.find(caller, flowId);
    const ports = Object.fromEntries(outputs.map(({ port, rows }) => [port, rows]));
    if (JSON.stringify(ports).length > MOST_KILOBYTES * 1024) {
      throw new Refusal(422, 'api.sample-too-large', { kilobytes: MOST_KILOBYTES });
    }
    const { workspaceId, userId: updatedBy } = caller;
    const kept = { flowId, node, workspaceId, outputs: ports, updatedBy, updatedAt: new Date() };
    await this.rows.upsert(kept as never, ['flowId', 'node']);
    await this.of(caller).delete({ flowId, node: Not(In([...Object.keys(draft.nodes), node])) });
    await this.audit.record(caller, 'flow.keep-sample', flowId, { node });
    return (await this.show([kept]))[0]!;
  }

  async drop(caller: Caller, flowId: string, node: string): Promise<void> {
    await this.flows.find(caller, flowId);
    if ((await this.of(caller).delete({ flowId, node })) === 0) return;
    await this.audit.record(caller, 'flow.drop-sample', flowId, { node });
  }

  private of({ workspaceId }: Caller) {
    return inWorkspace(this.rows, workspaceId);
  }

  private async show(kept: readonly FlowSample[]): Promise<FlowSampleDto[]> {
    const nameOf = await namesOf(
      this.rows.manager,
      kept.map((one) => one.updatedBy),
    );
    return kept.map(({ node, outputs, updatedAt, updatedBy }) => ({
      node,
      outputs,
      updatedAt: updatedAt.toISOString(),
      updatedBy: nameOf(updatedBy),
    }));
  }
}
