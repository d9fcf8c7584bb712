// Flows and their drafts. A save names the revision it started from; an older one is refused with the newer draft.
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { againAfterDeadlock, Flow, inWorkspace, openRunStates, Run } from '@eclusa/db';
import { emptyFlow, flowJsonSchema, migrateFlow, type FlowDocument } from '@eclusa/flow';
import { nodeTypes } from '@eclusa/nodes';
import { In, type EntityManager, type Repository } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import type { Caller } from '../auth/workspace.decorator';
import type { FlowProblemDto } from '../http/problem.dto';
import { notFound, Refusal } from '../http/refusal';
import { showPause } from '../runs/pauses.service';
import { RunReportService } from '../runs/run-report.service';
import { BindingLookup } from './binding-lookup';
import { draftProblemsOf, parseFlow, problemsOf } from './check-flow';
import type {
  CreateFlowDto,
  FlowDto,
  FlowMigratedDto,
  FlowProblemsDto,
  FlowSavedDto,
  SaveFlowDto,
} from './flows.dto';
import { matchedRevision } from './flow-etag';
import { namesOf } from './people';
import { OtherFlows } from './other-flows';

@Injectable()
export class FlowsService {
  constructor(
    @InjectRepository(Flow) private readonly rows: Repository<Flow>,
    @InjectRepository(Run) private readonly runs: Repository<Run>,
    private readonly bindings: BindingLookup,
    private readonly audit: AuditService,
    private readonly reports: RunReportService,
    private readonly others: OtherFlows,
  ) {}

  async get(caller: Caller, id: string): Promise<FlowDto> {
    return this.show(caller, await this.find(caller, id));
  }

  async create(caller: Caller, { name, document }: CreateFlowDto): Promise<FlowDto> {
    const draft = { ...(document ? parseFlow(document) : emptyFlow(name)), name };
    const row = await inWorkspace(this.rows, caller.workspaceId).insert({
      name,
      draft,
      updatedBy: caller.userId,
      updatedAt: new Date(),
    });
    await this.audit.record(caller, 'flow.create', row.id, { name });
    return this.get(caller, row.id);
  }

  async save(caller: Caller, id: string, { revision, document }: SaveFlowDto): Promise<FlowSavedDto> {
    const draft = parseFlow(document);
    const next = { draft, name: draft.name, updatedBy: caller.userId, updatedAt: new Date() };
    const saved = await inWorkspace(this.rows, caller.workspaceId).update(
      { id, revision },
      { ...next, revision: revision + 1 },
    );
    if (saved === 0) throw await this.changed(caller, id);
    await this.audit.record(caller, 'flow.save', id, { revision: revision + 1 });
    return { revision: revision + 1, problems: await this.problems(caller, id, draft) };
  }

  async remove(caller: Caller, id: string): Promise<void> {
    const { name } = await this.find(caller, id);
    const runs = await inWorkspace(this.runs, caller.workspaceId).count({
      where: { flowId: id, state: In([...openRunStates]) },
    });
    if (runs > 0) throw new Refusal(409, 'api.flow-has-open-runs', { name, runs });
    await againAfterDeadlock(() => inWorkspace(this.rows, caller.workspaceId).delete({ id }));
    await this.audit.record(caller, 'flow.delete', id, { name });
  }

  validate(document: FlowDocument): FlowProblemsDto {
    return { problems: problemsOf(parseFlow(document)) };
  }

  /** The document with old boxes brought up to date; one that cannot be is UserError `flow.migration-failed`. */
  migrate(document: FlowDocument): FlowMigratedDto {
    const old = parseFlow(document);
    const migrated = migrateFlow(old, nodeTypes);
    const changed = Object.keys(old.nodes).filter((id) => migrated.nodes[id] !== old.nodes[id]);
    return { document: migrated, nodes: changed };
  }

  schema(): object {
    return flowJsonSchema();
  }

  /** The flow, or 404. With `manager` in its transaction, and locked against other changes. */
  async find(
    { workspaceId }: Pick<Caller, 'workspaceId'>,
    id: string,
    manager?: EntityManager,
  ): Promise<Flow> {
    const rows = manager ? manager.getRepository(Flow) : this.rows;
    const lock = manager ? { lock: { mode: 'pessimistic_write' as const } } : {};
    const row = await inWorkspace(rows, workspaceId).findOne({ where: { id }, ...lock });
    if (!row) throw notFound('flow');
    return row;
  }

  /** Throws 412 `api.flow-changed` when `If-Match` names another revision than the one there is. */
  async match(caller: Caller, id: string, ifMatch: string | undefined): Promise<void> {
    if (ifMatch === undefined) return;
    const { revision } = await this.find(caller, id);
    if ((matchedRevision(ifMatch, revision) ?? revision) !== revision)
      throw await this.changed(caller, id, 412);
  }

  /** 409 (or 412) with what stands there now: who saved it, when, and the draft to compare with. */
  async changed(caller: Caller, id: string, status: 409 | 412 = 409): Promise<Refusal> {
    const { name, revision, draft, updatedBy, updatedAt, createdAt } = await this.find(caller, id);
    const by = (await namesOf(this.rows.manager, [updatedBy]))(updatedBy);
    const at = (updatedAt ?? createdAt).toISOString();
    const values = { name, who: by ?? '?', revision };
    return new Refusal(status, 'api.flow-changed', values, { revision, updatedBy: by, updatedAt: at, draft });
  }

  /**
   * Errors of the draft: of the drawing, of slots that are bound for nobody, of flows that are waited for or run. Parameters are
   * only warned of.
   */
  async problems(caller: Caller, id: string, draft: FlowDocument): Promise<FlowProblemDto[]> {
    const others = await this.others.problems(caller, id, draft);
    return [...others, ...draftProblemsOf(draft, await this.bindings.anyBound(caller, id, draft))];
  }

  private async show(caller: Caller, row: Flow): Promise<FlowDto> {
    const { id, name, revision, publishedVersion, draft } = row;
    const bindings = await this.bindings.list(caller, id);
    const nameOf = await namesOf(this.rows.manager, [row.updatedBy, row.pausedBy]);
    const lastRun = (await this.reports.lastOf(caller.workspaceId, [id])).get(id);
    return {
      id,
      name,
      revision,
      publishedVersion,
      updatedAt: (row.updatedAt ?? row.createdAt).toISOString(),
      updatedBy: nameOf(row.updatedBy),
      nodeCount: Object.keys(draft.nodes).length,
      paused: showPause(row, nameOf),
      ...(lastRun && { lastRun }),
      draft,
      problems: await this.problems(caller, id, draft),
      bindings: bindings.map(({ storeId, slots, parameters }) => ({ storeId, slots, parameters })),
    };
  }
}
