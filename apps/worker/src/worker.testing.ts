// What the worker's tests share: a database of their own, small nodes whose calls can be counted, runs.
import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import {
  Flow,
  FlowVersion,
  openDatabase,
  Run,
  RunCount,
  RunFailedRow,
  RunPage,
  temporaryDatabase,
  Workspace,
  type TemporaryDatabase,
} from '@eclusa/db';
import { defineNode, emptyFlow, type FlowDocument, type Json, type NodeType, type Row } from '@eclusa/flow';
import { CALL_QUEUE, enqueueRun, PAGE_QUEUE, queueOptions, RUN_QUEUE } from '@eclusa/queue';
import Bull, { type Queue } from 'bull';
import type { DataSource } from 'typeorm';
import { readConfig, type WorkerConfig } from './config';
import type { Room } from './pages/windows';
import { Scheduler } from './schedules/scheduler';
import { Sweeper } from './sweep/sweeper';
import { startWorker, type Worker } from './worker';

/** Room for any page: what a worker with nothing to do has. */
export const anyRoom: Room = { closed: [], mostRows: Infinity };

const text = { en: 't', es: 't', pt: 't' };
const example = { config: {}, input: [], output: {} };

/** What the test nodes did, and how they should behave. Shared by all workers of this process. */
export class Bench {
  /** Calls of `test.write` by row number. */
  readonly calls = new Map<number, number>();
  /** Runs inside each call of `test.write`; may wait or throw. */
  onWrite: (row: Row, signal: AbortSignal) => Promise<void> | void = () => undefined;
  /** Runs before each page of `test.rows`. */
  onRead: (from: number) => Promise<void> | void = () => undefined;

  get written(): number {
    return this.calls.size;
  }

  get doubled(): number[] {
    return [...this.calls].filter(([, times]) => times > 1).map(([row]) => row);
  }

  private readonly store = createServer((request, response) => {
    const row = Number(request.url?.slice(1));
    const times = this.calls.get(row) ?? 0;
    if (request.method === 'POST') this.calls.set(row, times + 1);
    response.writeHead(times === 0 && request.method === 'GET' ? 404 : 200).end();
  });

  /** Starts the store that `test.write` writes to; answers its `host:port`. */
  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.store.listen(0, '127.0.0.1', resolve));
    return this.address;
  }

  close(): void {
    this.store.close();
    this.store.closeAllConnections();
  }

  /** `host:port` of another store that `test.write` writes to instead. */
  storeApart: string | undefined;

  private get address(): string {
    if (this.storeApart !== undefined) return this.storeApart;
    const address = this.store.address();
    if (typeof address !== 'object' || !address) throw new Error('the test store is not open');
    return `127.0.0.1:${address.port}`;
  }

  readonly nodeTypes: ReadonlyMap<string, NodeType> = new Map(
    [this.rows(), this.call(), this.odd(), this.write(), this.sum()].map((node) => [node.id, node]),
  );

  private rows(): NodeType {
    const onRead = (from: number) => this.onRead(from);
    return defineNode<{ count: number; first?: number }>({
      ...{ id: 'test.rows', version: 1, name: text, help: text, group: 'source', fields: {}, example },
      behaviour: {
        kind: 'source',
        async *read({ config, cursor, pageSize }) {
          const { first = 0 } = config;
          for (let from = Number(cursor ?? 0); from < config.count; from += pageSize) {
            await onRead(from);
            const length = Math.min(pageSize, config.count - from);
            const records = Array.from({ length }, (_, i) => ({ value: { n: first + from + i + 1 } as Row }));
            yield { records, cursor: from + length, total: config.count };
          }
        },
      },
    });
  }

  /** Its rows come with the call. */
  private call(): NodeType {
    return defineNode({
      ...{ id: 'test.call', version: 1, name: text, help: text, group: 'source', fields: {}, example },
      behaviour: { kind: 'source', called: true, async *read() {} },
    });
  }

  /** Lets odd numbers through; fails multiples of 10. */
  private odd(): NodeType {
    return defineNode({
      ...{ id: 'test.odd', version: 1, name: text, help: text, group: 'transform', fields: {}, example },
      behaviour: {
        kind: 'transform',
        prepare: () => (row) => {
          if (Number(row.n) % 10 === 0) throw new Error('a multiple of ten');
          return Number(row.n) % 2 === 1 ? [{ value: row }] : [];
        },
      },
    });
  }

  private write(): NodeType {
    const onWrite = (row: Row, signal: AbortSignal) => this.onWrite(row, signal);
    const urlOf = (row: Row) => `http://${this.address}/${Number(row.n)}`;
    return defineNode({
      ...{ id: 'test.write', version: 1, name: text, help: text, group: 'vtex', fields: {}, example },
      behaviour: {
        kind: 'action',
        effect: 'create',
        prepare: async ({ fetch }) => ({
          async run(row, { signal, existing }) {
            if (existing) return [{ value: row }];
            await onWrite(row, signal);
            await fetch(urlOf(row), { method: 'POST', signal });
            return [{ value: row }];
          },
          findExisting: async (row, { signal }) => ((await fetch(urlOf(row), { signal })).ok ? row : null),
        }),
      },
    });
  }

  private sum(): NodeType {
    return defineNode({
      ...{ id: 'test.sum', version: 1, name: text, help: text, group: 'transform', fields: {}, example },
      behaviour: {
        kind: 'barrier',
        async *collect(inputs) {
          let [rows, sum] = [0, 0];
          const order: Json[] = [];
          for (const input of Object.values(inputs)) {
            for await (const page of input) {
              order.push(page[0]?.n ?? null);
              for (const row of page) [rows, sum] = [rows + 1, sum + Number(row.n)];
            }
          }
          yield [{ n: 1_000_000, rows, sum, order }];
        },
      },
    });
  }
}

/** `chain('test.rows', 'test.write')`: nodes `a`, `b`, … in a line. */
export function chain(...types: (string | { type: string; config: Record<string, Json> })[]): FlowDocument {
  const flow = emptyFlow('test');
  const ids = types.map((_, index) => String.fromCharCode(97 + index));
  types.forEach((one, index) => {
    const { type, config } = typeof one === 'string' ? { type: one, config: {} } : one;
    flow.nodes[ids[index] as string] = { type, version: 1, config };
  });
  flow.edges = ids.slice(1).map((id, index) => ({
    from: { node: ids[index] as string, port: 'out' },
    to: { node: id, port: 'in' },
  }));
  return flow;
}

/** A database, a Redis prefix, a workspace, and the workers started in it. */
export class Site {
  private readonly workers: Worker[] = [];
  private readonly queues = new Map<string, Queue>();

  private constructor(
    readonly database: TemporaryDatabase,
    readonly source: DataSource,
    readonly workspaceId: string,
    readonly environment: Record<string, string>,
  ) {}

  static async open(settings: Record<string, string> = {}): Promise<Site> {
    const database = await temporaryDatabase(process.env.ECLUSA_TEST_DATABASE_URL ?? '');
    const source = await openDatabase(database.url, 4);
    const { id } = await source.getRepository(Workspace).save({ name: 'test' });
    return new Site(database, source, id, {
      DATABASE_URL: database.url,
      REDIS_URL: process.env.ECLUSA_TEST_REDIS_URL ?? '',
      ECLUSA_QUEUE_PREFIX: `test-${randomUUID()}`,
      ECLUSA_SECRET_KEY: randomBytes(32).toString('base64'),
      ECLUSA_LEASE_MS: '2000',
      ECLUSA_CALL_MS: '300',
      ECLUSA_SWEEP_MS: '200',
      ECLUSA_PAGE_SIZE: '100',
      ...settings,
    });
  }

  config(settings: Record<string, string> = {}): WorkerConfig {
    return readConfig({ ...this.environment, ...settings });
  }

  async work(
    nodeTypes: ReadonlyMap<string, NodeType>,
    settings: Record<string, string> = {},
  ): Promise<Worker> {
    const worker = await startWorker(this.config(settings), { nodeTypes, logger: false });
    this.workers.push(worker);
    return worker;
  }

  async close(): Promise<void> {
    for (const worker of this.workers) await worker.stop();
    await this.dropQueues();
    for (const queue of this.queues.values()) queue.client.disconnect();
    await this.source.destroy();
    await this.database.drop();
  }

  /** As if all of Redis had been lost: every key of this site. */
  async dropQueues(): Promise<void> {
    const { client } = this.runQueue();
    const keys = await client.keys(`${this.environment.ECLUSA_QUEUE_PREFIX}:*`);
    if (keys.length > 0) await client.del(keys);
  }

  runQueue(): Queue {
    return this.queue(RUN_QUEUE);
  }

  queue(name: string): Queue {
    const { REDIS_URL = '', ECLUSA_QUEUE_PREFIX = '' } = this.environment;
    const queue = this.queues.get(name) ?? new Bull(name, queueOptions(REDIS_URL, ECLUSA_QUEUE_PREFIX));
    this.queues.set(name, queue);
    return queue;
  }

  /** A sweeper of the test's own, over the site's queues. */
  sweeper(nodeTypes: ReadonlyMap<string, NodeType>): Sweeper {
    const [runs, pages, calls] = [RUN_QUEUE, PAGE_QUEUE, CALL_QUEUE].map((name) => this.queue(name)) as [
      Queue,
      Queue,
      Queue,
    ];
    const scheduler = new Scheduler(this.source, runs, nodeTypes);
    return new Sweeper(this.source, runs, pages, calls, scheduler, this.config());
  }

  async publish(document: FlowDocument): Promise<FlowVersion> {
    const { workspaceId } = this;
    const flow = await this.source.getRepository(Flow).save({ workspaceId, name: 'test', draft: document });
    return this.source.getRepository(FlowVersion).save({ workspaceId, flowId: flow.id, number: 1, document });
  }

  /** Inserts a queued run as the API does. */
  async insertRun(version: FlowVersion, more: Partial<Run> = {}): Promise<string> {
    const { workspaceId } = this;
    const { id: versionId, flowId, number: versionNumber } = version;
    const run = { workspaceId, flowId, versionId, versionNumber, ...more } as Run;
    return (await this.source.getRepository(Run).save(run)).id;
  }

  async start(document: FlowDocument, more: Partial<Run> = {}): Promise<string> {
    const runId = await this.insertRun(await this.publish(document), more);
    await enqueueRun(this.runQueue(), { kind: 'start', runId });
    return runId;
  }

  /** Stores short runs of one row each, as the API does for calls; answers run and page ids. */
  async insertCalls(
    version: FlowVersion,
    rows: readonly Row[],
  ): Promise<{ runId: string; pageId: number }[]> {
    const { workspaceId } = this;
    const calls: { runId: string; pageId: number }[] = [];
    for (const value of rows) {
      const runId = await this.insertRun(version, { trigger: 'api', short: true, readRows: 1, totalRows: 1 });
      const page = {
        ...{ workspaceId, runId, entry: 'a', seq: 0, rowCount: 1, rows: [{ row: 1, value }] },
        ...{ at: { node: 'a', port: 'out', side: 'output' }, enqueuedAt: new Date() },
      };
      const { id: pageId } = await this.source.getRepository(RunPage).save(page as never as RunPage);
      calls.push({ runId, pageId: Number(pageId) });
    }
    return calls;
  }

  run(id: string): Promise<Run> {
    return this.source.getRepository(Run).findOneByOrFail({ id });
  }

  /** Waits until the run has ended, or `until` holds. */
  async wait(id: string, until = (run: Run) => run.finishedAt !== null, ms = 200_000): Promise<Run> {
    for (const end = Date.now() + ms; ;) {
      const run = await this.run(id);
      if (until(run)) return run;
      if (Date.now() > end) throw new Error(`still waiting for ${JSON.stringify(run)}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  failedRows(runId: string): Promise<RunFailedRow[]> {
    return this.source.getRepository(RunFailedRow).find({ where: { runId }, order: { rowNumber: 'ASC' } });
  }

  async counts(runId: string): Promise<Record<string, number>> {
    const counts = await this.source.getRepository(RunCount).findBy({ runId });
    return Object.fromEntries(counts.map((one) => [`${one.node} ${one.side} ${one.port}`, one.rows]));
  }
}
