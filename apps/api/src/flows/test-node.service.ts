// Tries nodes on sample rows with the engine itself. Bounded in rows and time; sends nothing unless asked to.
import { Inject, Injectable } from '@nestjs/common';
import { createFile, findReferences, isDatabaseAway, openFile } from '@eclusa/db';
import {
  compilePlan,
  defaultRetry,
  memoryLimiter,
  memoryLocks,
  memoryChanges,
  memoryScratch,
  systemClock,
  testChain,
  testNode,
  type Host,
  type NodeTest,
  type Plan,
} from '@eclusa/engine';
import { RemoteError, UserError, type Files, type FlowDocument, type Reach, type Row } from '@eclusa/flow';
import { nodeTypes } from '@eclusa/nodes';
import { DataSource } from 'typeorm';
import type { Caller } from '../auth/workspace.decorator';
import { ConnectionsService } from '../connections/connections.service';
import { Refusal } from '../http/refusal';
import { GUARDED_FETCH, GUARDED_REACH } from '../outgoing';
import { showError } from '../runs/show-run';
import { BindingLookup } from './binding-lookup';
import { errorsOf, parseFlow, problemsOf, type Bound } from './check-flow';
import { FlowsService } from './flows.service';
import { shownCalls } from './shown-calls';
import type { ChainTestedDto, TestChainDto } from './test-chain.dto';
import type { NodeTestedDto, PortRowsDto, TestNodeDto } from './test-node.dto';

/** A person is waiting. */
const TIMEOUT = 20_000;
const LATE = 'api.test-too-slow';

@Injectable()
export class TestNodeService {
  private readonly limiter = memoryLimiter();
  private readonly locks = memoryLocks();

  constructor(
    private readonly flows: FlowsService,
    private readonly bindings: BindingLookup,
    private readonly connections: ConnectionsService,
    private readonly database: DataSource,
    @Inject(GUARDED_FETCH) private readonly guarded: typeof fetch,
    @Inject(GUARDED_REACH) private readonly reach: Reach,
  ) {}

  /** `gone` tells that the person stopped waiting. */
  async test(caller: Caller, id: string, body: TestNodeDto, gone: AbortSignal): Promise<NodeTestedDto> {
    const dryRun = body.real !== true;
    return this.bounded(caller, id, body, { gone, late: LATE }, async (plan, options) =>
      showTest(await testNode(plan, body.nodeId, rowsOf(body), { ...options, dryRun })),
    );
  }

  /** Sends nothing. All nodes together have the time of one. */
  async testChain(
    caller: Caller,
    id: string,
    body: TestChainDto,
    gone: AbortSignal,
  ): Promise<ChainTestedDto> {
    const given = Object.fromEntries(body.given.map(({ node, outputs }) => [node, byPort(outputs)]));
    return this.bounded(caller, id, body, { gone, late: LATE }, async (plan, options) => {
      const { results, stopped } = await testChain(plan, new Set(body.nodes), given, options);
      return {
        results: results.map(({ node, result }) => ({ node, ...showTest(result) })),
        stopped: stopped ? { node: stopped.node, error: showError(stopped.error) } : null,
      };
    });
  }

  /** Runs `work` on the document with what the flow is bound to, in the time a person waits. */
  async bounded<T>(
    caller: Caller,
    id: string,
    body: Pick<TestNodeDto, 'document' | 'storeId'>,
    { gone, late: tooSlow }: { gone: AbortSignal; late: string },
    work: (plan: Plan, options: { host: Host; signal: AbortSignal }) => Promise<T>,
  ): Promise<T> {
    await this.flows.find(caller, id);
    const document = parseFlow(body.document);
    const storeId = body.storeId ?? (await this.bindings.usualStore(caller, id));
    const bound = await this.bindings.resolve(caller, id, storeId, document);
    const late = AbortSignal.timeout(TIMEOUT);
    const signal = AbortSignal.any([late, gone]);
    try {
      const plan = compilePlan(document, nodeTypes, { parameters: bound.parameters });
      return await orAborted(work(plan, { host: this.host(caller, bound, storeId), signal }), signal);
    } catch (error) {
      if (late.aborted) throw new Refusal(504, tooSlow, { seconds: TIMEOUT / 1000 });
      throw explained(error, document);
    }
  }

  private host(caller: Caller, { slots }: Bound, storeId: string | null): Host {
    const place = { workspaceId: caller.workspaceId, storeId };
    return {
      fetch: this.guarded,
      reach: this.reach,
      limiter: this.limiter,
      files: this.files(caller),
      clock: systemClock,
      random: Math.random,
      retry: { ...defaultRetry, maxAttempts: 2 },
      connection: async (slot) => {
        const connectionId = Object.hasOwn(slots, slot) ? slots[slot] : undefined;
        if (!connectionId) throw new UserError('engine.slot-unbound', { values: { slot } });
        return this.connections.open(await this.connections.find(caller, connectionId));
      },
      lock: (key, work) => this.locks(`${caller.workspaceId}:${key}`, work),
      // A box that compares shows what it does with rows that were never sent.
      memory: memoryChanges(),
      // Codes are those of the store; nothing waits here, and nothing is remembered.
      references: {
        canWait: false,
        find: (table, by, codes) => findReferences(this.database, place, table, by, codes),
      },
      flows: () => shownCalls(this.database, caller.workspaceId),
      scratch: memoryScratch(),
    };
  }

  private files({ workspaceId }: Caller): Files {
    return {
      open: (id) => openFile(this.database, workspaceId, id),
      create: (name, bytes) => createFile(this.database, workspaceId, name, bytes),
    };
  }
}

/** A box whose settings have the wrong form fails in any way: then the problems are told, and not a defect. */
function explained(error: unknown, document: FlowDocument): unknown {
  if (error instanceof UserError || error instanceof RemoteError || isDatabaseAway(error)) return error;
  const problems = errorsOf(problemsOf(document));
  if (problems.length === 0) return error;
  const values = { name: document.name, count: problems.length };
  return new Refusal(422, 'api.flow-has-problems', values, { problems });
}

function rowsOf({ rows = [], inputs }: TestNodeDto): Row[] | Record<string, Row[]> {
  return inputs ? byPort(inputs) : rows;
}

function byPort(ports: readonly PortRowsDto[]): Record<string, Row[]> {
  return Object.fromEntries(ports.map((one) => [one.port, one.rows]));
}

function showTest({ outputs, failed, requests }: NodeTest): NodeTestedDto {
  return {
    outputs,
    failed: failed.map(({ error, ...row }) => ({ ...row, error: showError(error) })),
    requests,
  };
}

/** Ends with the signal even when `work` does not listen to it. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    work.then(resolve, reject);
  });
}
