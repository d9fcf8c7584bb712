// The list of flows, without reading a single draft into memory.
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Flow, inWorkspace } from '@eclusa/db';
import type { Repository } from 'typeorm';
import type { Caller } from '../auth/workspace.decorator';
import { pageOf, readCursor, type Page } from '../http/cursor';
import { showPause } from '../runs/pauses.service';
import { RunReportService } from '../runs/run-report.service';
import type { FlowListQuery, FlowSummaryDto } from './flows.dto';
import { namesOf } from './people';

interface Line {
  id: string;
  name: string;
  revision: number;
  publishedVersion: number | null;
  updatedBy: string | null;
  changed: Date;
  nodeCount: number;
  pausedAt: Date | null;
  pausedBy: string | null;
}

const nodeCount = "(SELECT count(*)::int FROM json_object_keys(f.draft -> 'nodes'))";
const changed = 'coalesce(f.updated_at, f.created_at)';

@Injectable()
export class FlowListService {
  constructor(
    @InjectRepository(Flow) private readonly rows: Repository<Flow>,
    private readonly reports: RunReportService,
  ) {}

  /** The last changed first. */
  async list({ workspaceId }: Caller, { cursor, limit = 100 }: FlowListQuery): Promise<Page<FlowSummaryDto>> {
    const after = readCursor(cursor, 'time', 'id');
    const query = inWorkspace(this.rows, workspaceId)
      .query('f')
      .select(['f.id AS id', 'f.name AS name', 'f.revision AS revision'])
      .addSelect('f.published_version', 'publishedVersion')
      .addSelect('f.updated_by', 'updatedBy')
      .addSelect(changed, 'changed')
      .addSelect(nodeCount, 'nodeCount')
      .addSelect('f.paused_at', 'pausedAt')
      .addSelect('f.paused_by', 'pausedBy')
      .orderBy(changed, 'DESC')
      .addOrderBy('f.id', 'DESC')
      .limit(limit + 1);
    if (after) {
      const place = { at: after[0], id: after[1] };
      query.andWhere(`(${changed}, f.id) < (:at::timestamptz, :id::uuid)`, place);
    }
    const lines = await query.getRawMany<Line>();
    const nameOf = await namesOf(
      this.rows.manager,
      lines.flatMap((line) => [line.updatedBy, line.pausedBy]),
    );
    const last = await this.reports.lastOf(
      workspaceId,
      lines.map((line) => line.id),
    );
    return pageOf(
      lines,
      limit,
      (line) => [line.changed.toISOString(), line.id],
      ({ changed: at, pausedAt, pausedBy, ...line }) => {
        const paused = showPause({ pausedAt, pausedBy }, nameOf);
        const lastRun = last.get(line.id);
        const updatedBy = nameOf(line.updatedBy);
        return { ...line, updatedAt: at.toISOString(), updatedBy, paused, ...(lastRun && { lastRun }) };
      },
    );
  }
}
