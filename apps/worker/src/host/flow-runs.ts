// Runs of other flows for the boxes of a run: stored in Postgres, told to the queue, asked for when they have ended.
import {
  answerOf,
  callable,
  calledStore,
  callEnds,
  CallerStopped,
  callsOf,
  checkChain,
  startCall,
  type Callable,
  type CallingRun,
} from '@eclusa/db';
import type { Catalogue, FlowCall, FlowCalls } from '@eclusa/flow';
import { enqueueRun } from '@eclusa/queue';
import type { Queue } from 'bull';
import type { DataSource } from 'typeorm';
import { RunStopped } from '../runs/run-stopped';

export interface FlowRunParts {
  dataSource: DataSource;
  catalogue: Catalogue;
  /** Of runs. */
  queue: Queue;
}

type Placed = Callable & { storeId: string | null };

/** What the boxes of a run may do with other flows. */
export function flowRuns(parts: FlowRunParts, run: CallingRun): (node: string) => FlowCalls {
  return (node) => new BoxCalls(parts, run, node);
}

class BoxCalls implements FlowCalls {
  private readonly placed = new Map<string, Promise<Placed>>();

  constructor(
    private readonly parts: FlowRunParts,
    private readonly run: CallingRun,
    private readonly node: string,
  ) {}

  async find(flow: string, version?: number): Promise<Callable> {
    const found = await this.place(flow, version);
    await checkChain(this.parts.dataSource, this.run, found);
    return found;
  }

  async started(): Promise<number> {
    return (await callsOf(this.parts.dataSource, this.run.id, this.node)).started;
  }

  async open(): Promise<number> {
    return (await callsOf(this.parts.dataSource, this.run.id, this.node)).open;
  }

  async start({ flow, version, ...call }: FlowCall): Promise<void> {
    const { dataSource, catalogue, queue } = this.parts;
    const placed = await this.place(flow, version);
    const from = { ...this.run, node: this.node };
    const runId = await dataSource
      .transaction((manager) => startCall(manager, catalogue, from, placed, call))
      .catch((error: unknown) => {
        // Whoever stopped the run has its work stopped as well; this only comes before that is heard.
        throw error instanceof CallerStopped ? new RunStopped('cancelling') : error;
      });
    // Those behind them are told when these have ended; what Redis does not take now, the sweep finds.
    if (runId !== null && call.number < call.atOnce) void enqueueRun(queue, { kind: 'start', runId });
  }

  ends(first: number, most: number) {
    return callEnds(this.parts.dataSource, this.run.id, this.node, first, most);
  }

  async answer(id: string) {
    const { workspaceId } = this.run;
    return (await answerOf(this.parts.dataSource, { id, workspaceId }))?.body;
  }

  // Once for all runs of a box: they are of one version, and bound alike.
  private place(flow: string, version?: number): Promise<Placed> {
    const key = `${flow} ${version ?? ''}`;
    const known = this.placed.get(key) ?? this.look(flow, version);
    this.placed.set(key, known);
    known.catch(() => this.placed.delete(key));
    return known;
  }

  private async look(flow: string, version?: number): Promise<Placed> {
    const { catalogue, dataSource } = this.parts;
    const found = await callable(dataSource, catalogue, this.run.workspaceId, flow, version);
    return { ...found, storeId: await calledStore(dataSource.manager, catalogue, this.run, found) };
  }
}
