// What happened to one thing, over all runs: the log of rows by key, put into the words of its flows. Changes nothing.
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { findRowLog, FlowVersion, inWorkspace, Run, Store, type FoundLine, type LogPlace } from '@eclusa/db';
import type { LoggedRow, LoggedStep } from '@eclusa/engine';
import type { FlowDocument } from '@eclusa/flow';
import { In, type DataSource } from 'typeorm';
import type { Caller } from '../auth/workspace.decorator';
import { pageOf, readCursor } from '../http/cursor';
import { notFound, Refusal } from '../http/refusal';
import { RetentionService } from './retention.service';
import { RunReportService } from '../runs/run-report.service';
import { showError } from '../runs/show-run';
import type { StoryDto, StoryEntryDto, StoryQuery, StoryStepDto } from './story.dto';

type Nodes = FlowDocument['nodes'];

@Injectable()
export class StoryService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly report: RunReportService,
    private readonly retention: RetentionService,
  ) {}

  /** The newest first. 404 for a key of which this workspace knows nothing, and for another's store. */
  async of(caller: Caller, key: string, { storeId, cursor, limit = 20 }: StoryQuery): Promise<StoryDto> {
    const { workspaceId } = caller;
    if (storeId !== undefined) {
      const store = await inWorkspace(this.database.getRepository(Store), workspaceId).findOneBy({
        id: storeId,
      });
      if (!store) throw notFound('store');
    }
    const { logDays: days } = await this.retention.of(caller);
    const after = placeOf(readCursor(cursor, 'small', 'whole', 'small'));
    const found = await findRowLog(this.database, {
      ...{ workspaceId, key, days, limit: limit + 1 },
      ...(storeId !== undefined && { storeId }),
      ...(after && { after }),
    });
    if (found.length === 0 && !after) throw new Refusal(404, 'api.story-not-found', { key, days });
    const show = await this.shower(caller, found);
    const page = pageOf(found, limit, ({ day, logId, place }) => [day, logId, place], show);
    return { key, days, ...page };
  }

  private async shower(
    caller: Caller,
    found: readonly FoundLine[],
  ): Promise<(line: FoundLine) => StoryEntryDto> {
    const runs = await inWorkspace(this.database.getRepository(Run) as never, caller.workspaceId).find({
      where: { id: In([...new Set(found.map(({ runId }) => runId))]) } as never,
      select: {
        id: true,
        flowId: true,
        versionId: true,
        versionNumber: true,
        storeId: true,
        trigger: true,
      } as never,
    });
    const byId = new Map((runs as Run[]).map((run) => [run.id, run]));
    const names = await this.report.namesOf(caller, [...byId.values()]);
    const nodes = await this.nodesOf([...byId.values()]);
    return (line) => {
      const run = byId.get(line.runId) as Run;
      const { flow, store } = names(run);
      return {
        ...showLine(line, nodes.get(run.versionId) ?? {}),
        ...{ runId: run.id, flowId: run.flowId, version: run.versionNumber, trigger: run.trigger },
        ...{ flowName: flow?.name ?? '', storeName: store?.name ?? null },
      };
    };
  }

  private async nodesOf(runs: readonly Run[]): Promise<Map<string, Nodes>> {
    const ids = [...new Set(runs.map(({ versionId }) => versionId))];
    const versions = await this.database.getRepository(FlowVersion).findBy({ id: In(ids) });
    return new Map(versions.map(({ id, document }) => [id, document.nodes]));
  }
}

function placeOf(cursor: [day: number, logId: number, place: number] | null): LogPlace | null {
  return cursor && { day: cursor[0], logId: cursor[1], place: cursor[2] };
}

type Told = Pick<StoryEntryDto, 'at' | 'end' | 'entry' | 'row' | 'value' | 'leftAt' | 'steps'>;

function showLine({ at, entry, line }: FoundLine, nodes: Nodes): Told {
  const { row, end, value, steps, leftAt } = line as LoggedRow;
  const left = leftAt === undefined ? null : (nodes[leftAt]?.name ?? leftAt);
  return {
    ...{ at: at.toISOString(), end, entry, row, value, leftAt: left },
    steps: steps.map((step) => showStep(step, nodes)),
  };
}

function showStep({ node, input, requests, result, error }: LoggedStep, nodes: Nodes): StoryStepDto {
  const box = Object.hasOwn(nodes, node) ? nodes[node] : undefined;
  return {
    ...{ node, name: box?.name ?? null, type: box?.type ?? null },
    ...{ input: input ?? null, requests: requests ?? [], result: result ?? null },
    error: error ? showError(error) : null,
  };
}
