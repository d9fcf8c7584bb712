// What is wrong with boxes that wait for another flow or run one: one that is not there or cannot be run, the flow itself,
// a circle.
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { callable, calledStore, FlowBinding } from '@eclusa/db';
import { callingBoxes, sentences, triggerSources, UserError } from '@eclusa/flow';
import type { ErrorValues, FlowDocument } from '@eclusa/flow';
import { isUUID } from 'class-validator';
import type { DataSource } from 'typeorm';
import type { Caller } from '../auth/workspace.decorator';
import type { FlowProblemDto } from '../http/problem.dto';
import { knownNodes } from './check-flow';
import { wayBetween, type DraftStarts } from './flow-circles';

type Where = Pick<Caller, 'workspaceId'>;

interface Fault {
  code: string;
  values?: ErrorValues;
  /** Of one that does not keep the flow from being published. */
  severity?: 'warning';
}

@Injectable()
export class OtherFlows {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** Problems of the draft's boxes that name a flow. An empty setting is told by the check of the form. */
  async problems({ workspaceId }: Where, flowId: string, draft: FlowDocument): Promise<FlowProblemDto[]> {
    const watching = watchingBoxes(draft);
    const calling = callingBoxes(draft, knownNodes());
    const ids = (boxes: readonly { flow: string }[]) =>
      boxes.map(({ flow }) => flow).filter((flow) => isUUID(flow));
    const starts = { flowId, workspaceId, watched: ids(watching), called: ids(calling) };
    const found: FlowProblemDto[] = [];
    for (const { node, flow } of watching) {
      const fault = await this.watchFault(starts, flow);
      if (fault) found.push(problem(fault, node, { box: nameOf(draft, node), ...fault.values }));
    }
    for (const { node, flow } of calling) {
      const fault = await this.callFault(starts, flow, draft.nodes[node]?.config['goesOn'] === 'answer');
      if (fault) found.push(problem(fault, node, fault.values ?? {}));
    }
    return found;
  }

  private async watchFault(starts: DraftStarts, watched: string): Promise<Fault | null> {
    const { flowId, workspaceId } = starts;
    if (watched === flowId) return { code: 'flow.watches-itself' };
    const [known] = isUUID(watched)
      ? await this.database.query<object[]>('SELECT FROM flow WHERE id = $1 AND workspace_id = $2', [
          watched,
          workspaceId,
        ])
      : [];
    if (!known) return { code: 'flow.watched-unknown' };
    const way = await wayBetween(this.database, starts, flowId, watched);
    return way && { code: 'flow.watch-circle', values: { flows: [...way, way[0]].join(' → ') } };
  }

  private async callFault(starts: DraftStarts, called: string, needsAnswer: boolean): Promise<Fault | null> {
    const { flowId, workspaceId } = starts;
    if (called === flowId) return { code: 'flow.calls-itself' };
    const way = isUUID(called) ? await wayBetween(this.database, starts, called, flowId) : null;
    if (way) return { code: 'flow.call-circle', values: { flows: [way.at(-1), ...way].join(' → ') } };
    try {
      const found = await callable(this.database, knownNodes(), workspaceId, called);
      if (needsAnswer && !found.answers)
        return { code: 'flow.called-answers-nothing', values: { flow: found.name } };
      return await this.storeFault({ flowId, workspaceId }, found);
    } catch (error) {
      if (error instanceof UserError) return { code: error.code, values: error.values };
      throw error;
    }
  }

  // What is bound may change after the flow has been published: a run says so again.
  private async storeFault(
    { flowId, workspaceId }: Pick<DraftStarts, 'flowId' | 'workspaceId'>,
    found: Parameters<typeof calledStore>[3],
  ): Promise<Fault | null> {
    const { manager } = this.database;
    const bindings = await manager.getRepository(FlowBinding).findBy({ flowId, workspaceId });
    const stores = bindings.map(({ storeId }) => storeId);
    for (const storeId of stores.length > 0 ? stores : [null]) {
      try {
        await calledStore(manager, knownNodes(), { workspaceId, storeId }, found);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        return { code: error.code, values: error.values, severity: 'warning' };
      }
    }
    return null;
  }
}

function watchingBoxes(draft: FlowDocument): { node: string; flow: string }[] {
  return triggerSources(draft, knownNodes()).flatMap((node) => {
    const { type, config } = draft.nodes[node]!;
    const { flow } = config;
    if (!knownNodes().get(type)?.behaviour.trigger?.flows) return [];
    return typeof flow === 'string' && flow !== '' ? [{ node, flow }] : [];
  });
}

function nameOf(draft: FlowDocument, node: string) {
  const { name, type } = draft.nodes[node]!;
  return name || { ...knownNodes().get(type)!.name };
}

function problem({ code, severity }: Fault, node: string, values: ErrorValues): FlowProblemDto {
  return { severity: severity ?? 'error', code, node, field: 'flow', values, text: sentences(code, values) };
}
