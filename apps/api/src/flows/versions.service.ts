// Publishing: a draft without errors becomes the next version, which never changes.
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Flow, FlowVersion, inWorkspace } from '@eclusa/db';
import { calledSources } from '@eclusa/flow';
import type { Repository } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import type { Caller } from '../auth/workspace.decorator';
import { notFound, Refusal } from '../http/refusal';
import { compiled } from '../runs/row-schema';
import { errorsOf, knownNodes } from './check-flow';
import type {
  DescribeVersionDto,
  FlowPublishedDto,
  FlowVersionDto,
  FlowVersionListDto,
  FlowVersionSummaryDto,
  PublishFlowDto,
} from './flows.dto';
import { FlowsService } from './flows.service';
import { TriggersService } from '../triggers/triggers.service';
import { namesOf } from './people';

@Injectable()
export class VersionsService {
  constructor(
    @InjectRepository(FlowVersion) private readonly rows: Repository<FlowVersion>,
    private readonly flows: FlowsService,
    private readonly triggers: TriggersService,
    private readonly audit: AuditService,
  ) {}

  /** Publishes the draft at `revision`; another one there is 409, errors in it are 422. */
  async publish(caller: Caller, id: string, { revision, note }: PublishFlowDto): Promise<FlowPublishedDto> {
    const published = await this.rows.manager.transaction(async (manager) => {
      const flow = await this.flows.find(caller, id, manager);
      if (flow.revision !== revision) return null;
      const problems = await this.flows.problems(caller, id, flow.draft);
      const errors = errorsOf(problems);
      if (errors.length > 0) {
        throw new Refusal(
          422,
          'api.flow-has-problems',
          { name: flow.name, count: errors.length },
          { problems },
        );
      }
      for (const node of calledSources(flow.draft, knownNodes()))
        compiled(flow.draft.nodes[node]?.config['schema']);
      const version = (flow.publishedVersion ?? 0) + 1;
      await inWorkspace(manager.getRepository(FlowVersion), caller.workspaceId).insert({
        flowId: id,
        number: version,
        document: flow.draft,
        note: note ?? null,
        createdBy: caller.userId,
      });
      await inWorkspace(manager.getRepository(Flow), caller.workspaceId).update(
        { id },
        { publishedVersion: version },
      );
      await this.triggers.sync(manager, id);
      await this.audit.record(caller, 'flow.publish', id, { version, revision }, manager);
      return { version, problems };
    });
    if (!published) throw await this.flows.changed(caller, id);
    return published;
  }

  async list(caller: Caller, id: string): Promise<FlowVersionListDto> {
    await this.flows.find(caller, id);
    const rows = await inWorkspace(this.rows, caller.workspaceId).find({
      where: { flowId: id },
      select: { id: true, number: true, createdAt: true, createdBy: true, name: true, note: true },
      order: { number: 'DESC' },
    });
    const nameOf = await namesOf(
      this.rows.manager,
      rows.map((row) => row.createdBy),
    );
    return { items: rows.map((row) => summary(row, nameOf(row.createdBy))) };
  }

  async get(caller: Caller, id: string, number: number): Promise<FlowVersionDto> {
    const row = await this.find(caller, id, number);
    const nameOf = await namesOf(this.rows.manager, [row.createdBy]);
    return { ...summary(row, nameOf(row.createdBy)), document: row.document };
  }

  /** Names a version or changes its note; what ran under it stays as it was. */
  async describe(
    caller: Caller,
    id: string,
    number: number,
    { name, note }: DescribeVersionDto,
  ): Promise<FlowVersionSummaryDto> {
    const values = { ...(name !== undefined && { name }), ...(note !== undefined && { note }) };
    if (Object.keys(values).length > 0) {
      await inWorkspace(this.rows, caller.workspaceId).update({ flowId: id, number }, values);
    }
    const { document: _document, ...version } = await this.get(caller, id, number);
    await this.audit.record(caller, 'flow.describe-version', id, { number, ...values });
    return version;
  }

  /** One version of a flow of the workspace, or 404. */
  async find(
    { workspaceId }: Pick<Caller, 'workspaceId'>,
    flowId: string,
    number: number,
  ): Promise<FlowVersion> {
    const row = await inWorkspace(this.rows, workspaceId).findOneBy({ flowId, number });
    if (!row) throw notFound('version');
    return row;
  }
}

function summary(
  { number, createdAt, name, note }: Pick<FlowVersion, 'number' | 'createdAt' | 'name' | 'note'>,
  createdBy: string | null,
): FlowVersionSummaryDto {
  return { number, createdAt: createdAt.toISOString(), createdBy, name, note };
}
