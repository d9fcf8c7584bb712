// Flows that run other flows, published as the API does, for the tests of the worker.
import { Flow, FlowBinding, Run, RunCall, syncTriggers } from '@eclusa/db';
import type { FlowDocument, Json, NodeType } from '@eclusa/flow';
import { nodeTypes } from '@eclusa/nodes';
import { enqueueRun } from '@eclusa/queue';
import { chain, type Bench, type Site } from '../worker.testing';

/** A site's flows and their runs. */
export class Callers {
  readonly all: ReadonlyMap<string, NodeType>;

  constructor(
    readonly site: Site,
    bench: Bench,
  ) {
    this.all = new Map([...nodeTypes, ...bench.nodeTypes]);
  }

  /** Publishes a flow; `stores` are those it is bound to. */
  async publish(document: FlowDocument, name: string, stores: readonly string[] = []): Promise<string> {
    const { site } = this;
    const { flowId } = await site.publish({ ...document, name });
    const { source, workspaceId } = site;
    await source.getRepository(Flow).update({ id: flowId }, { publishedVersion: 1, name });
    for (const storeId of stores)
      await source.getRepository(FlowBinding).save({ workspaceId, flowId, storeId });
    await source.transaction((manager) => syncTriggers(manager, this.all, site.config().keys, flowId));
    return flowId;
  }

  /** Publishes another document of a flow. */
  async publishAgain(flowId: string, document: FlowDocument): Promise<void> {
    const { source } = this.site;
    await source.query(
      `WITH next AS (UPDATE flow SET published_version = published_version + 1 WHERE id = $1
         RETURNING id, workspace_id, published_version)
       INSERT INTO flow_version (workspace_id, flow_id, number, document)
       SELECT workspace_id, id, published_version, $2::json FROM next`,
      [flowId, JSON.stringify(document)],
    );
    await source.transaction((manager) => syncTriggers(manager, this.all, this.site.config().keys, flowId));
  }

  /** A flow of so many rows that runs `flow` with them. */
  caller(flow: string, count: number, config: Record<string, Json> = {}, ...behind: string[]): FlowDocument {
    const call = { type: 'transform.call-flow', config: { flow, ...config } };
    return chain({ type: 'test.rows', config: { count } }, call, ...behind);
  }

  /** Starts a run of what is published. */
  async start(flowId: string, more: Partial<Run> = {}): Promise<string> {
    const { source } = this.site;
    const [version] = await source.query<{ id: string }[]>('SELECT id FROM flow_version WHERE flow_id = $1', [
      flowId,
    ]);
    const runId = await this.site.insertRun({ id: version?.id ?? '', flowId, number: 1 } as never, more);
    await enqueueRun(this.site.runQueue(), { kind: 'start', runId });
    return runId;
  }

  /** The runs that a run has started, in the order of its rows. */
  async startedBy(parentId: string): Promise<Run[]> {
    const calls = await this.site.source
      .getRepository(RunCall)
      .find({ where: { parentId }, order: { node: 'ASC', number: 'ASC' } });
    return Promise.all(calls.map(({ runId }) => this.site.run(runId)));
  }
}

/** `test.call` first, then these. */
export function called(...types: Parameters<typeof chain>): FlowDocument {
  return chain('test.call', ...types);
}
