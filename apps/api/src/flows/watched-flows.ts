// What is wrong with boxes that wait for another flow: one that is not there, the flow itself, a circle.
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { sentences, triggerSources, type ErrorValues, type FlowDocument } from '@eclusa/flow';
import { isUUID } from 'class-validator';
import type { DataSource } from 'typeorm';
import type { Caller } from '../auth/workspace.decorator';
import type { FlowProblemDto } from '../http/problem.dto';
import { knownNodes } from './check-flow';

type Where = Pick<Caller, 'workspaceId'>;

@Injectable()
export class WatchedFlows {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** Errors of the draft's boxes that wait for a flow. An empty setting is told by the check of the form. */
  async problems(caller: Where, flowId: string, draft: FlowDocument): Promise<FlowProblemDto[]> {
    const found: FlowProblemDto[] = [];
    for (const node of triggerSources(draft, knownNodes())) {
      const { type, name, config } = draft.nodes[node]!;
      const described = knownNodes().get(type);
      const { flow } = config;
      if (!described?.behaviour.trigger?.flows || typeof flow !== 'string' || flow === '') continue;
      const box = name || { ...described.name };
      const fault = await this.faultOf(caller, flowId, flow);
      if (fault) found.push(problem(fault.code, node, { box, ...fault.values }));
    }
    return found;
  }

  private async faultOf(
    { workspaceId }: Where,
    flowId: string,
    watched: string,
  ): Promise<{ code: string; values?: ErrorValues } | null> {
    if (watched === flowId) return { code: 'flow.watches-itself' };
    const [known] = isUUID(watched)
      ? await this.database.query<object[]>('SELECT FROM flow WHERE id = $1 AND workspace_id = $2', [
          watched,
          workspaceId,
        ])
      : [];
    if (!known) return { code: 'flow.watched-unknown' };
    const [circle] = await this.database.query<{ names: string[] }[]>(circleOf, [
      watched,
      flowId,
      workspaceId,
    ]);
    return circle ? { code: 'flow.watch-circle', values: { flows: circle.names.join(' → ') } } : null;
  }
}

/** The names of the flows from `$2` back to itself, when it would start after `$1`. By what is published. */
const circleOf = `
WITH RECURSIVE back (id, path) AS (
  SELECT $1::uuid, ARRAY[$2::uuid, $1::uuid]
  UNION ALL
  SELECT t.watches, b.path || t.watches FROM back b JOIN flow_trigger t ON t.flow_id = b.id AND t.active
  WHERE t.watches IS NOT NULL AND b.id <> $2::uuid AND (t.watches = $2::uuid OR t.watches <> ALL (b.path))
)
SELECT (SELECT array_agg(f.name ORDER BY p.place DESC) FROM unnest(b.path) WITH ORDINALITY AS p (id, place)
  JOIN flow f ON f.id = p.id AND f.workspace_id = $3::uuid) AS names
FROM back b WHERE b.id = $2::uuid LIMIT 1`;

function problem(code: string, node: string, values: ErrorValues): FlowProblemDto {
  return { severity: 'error', code, node, field: 'flow', values, text: sentences(code, values) };
}
