// Runs one page of rows through its stage: every node once, in order, over all rows of the page that reach it.
// Knows what happened to each row; who stores that, and when a page runs again, is the host's affair.
import { actingPart, FAILED, StopRun, toErrorRecord } from '@eclusa/flow';
import type { ErrorRecord, Json, RecordedRequest, Row } from '@eclusa/flow';
import { IN_DOUBT } from './action-call';
import type { ActionRun } from './action-call';
import { batchOf, between, cuts, joinArrivals, portOf, put, putResult } from './batch';
import type { Arrival, Batch, Inbox, Outbox } from './batch';
import { PageChanges } from './changes';
import { byPort, isCollected, withoutNotes } from './collected';
import { deepFreeze } from './deep-freeze';
import { EffectWriter } from './effect-writer';
import { byNode } from './page-effects';
import type { PageEffects } from './page-effects';
import { planNode } from './plan';
import type { Plan, PlanNode } from './plan';
import { countOutcome, outSoFar, ProgressTeller } from './page-progress';
import type { AtWork } from './page-progress';
import type { EffectLog, Host, PageInput, PageOutcome, PageProgress } from './ports';
import {
  preparedAction,
  preparedFor,
  preparedIdentity,
  preparedLookup,
  preparedRemember,
  preparedTransform,
} from './prepared';
import type { Prepared } from './prepared';
import { orderKeys } from './row-order';
import { PageReferences } from './references';
import { concurrencyOf, runAction, writes } from './run-action';
import { RowLog } from './row-log';
import { runChanges } from './run-changes';
import { MISSING, runLookup, runRemember } from './run-references';
import type { ReferenceRun } from './run-references';
import { inScope } from './scope';
import { stoppable } from './stop';
import { Tally } from './tally';
import { isPromise, turn } from './turn';

/**
 * Rows that go through the stage's actions together. A whole page would hold the last action back until the first has
 * done all rows; the actions' limits are apart, so they had better work side by side.
 * A multiple of the usual concurrency, so that no lane idles at the end: it counts rows that reach an action, not rows
 * that a filter before it stops.
 */
const rowsTogether = 64;

export interface PageOptions {
  host: Host;
  effects: EffectLog;
  signal: AbortSignal;
  /** Sends nothing: requests are recorded instead, and `effects` is neither read nor written. */
  dryRun?: boolean;
  /** Lets a row's action send only these writes: what a dry run over the same rows showed for it. */
  shown?(node: string, row: number): readonly RecordedRequest[];
  /** Tells of each row what happened to it; see `PageOutcome.log`. A dry run tells nothing. */
  logRows?: boolean;
  /** Rows kept per node, port and side for the picture of the run; 3 when not given. */
  sampleSize?: number;
  /** Told a few times a second while the page is worked on; not at all for a page that is done sooner. */
  onProgress?(progress: PageProgress): void;
  /** Told instead of the host when a call is made again; for a host that several runs share. */
  onWait?: Host['onWait'];
  /** Freezes every row, so that a node that changes its input throws. For tests. */
  freezeRows?: boolean;
}

/**
 * Runs a page. A row that fails is part of the outcome; the page rejects only when aborted (with the signal's
 * reason, within a second, what was done written to `effects` first), when a node cannot be prepared or stops the run,
 * or when `effects` cannot be written. Run again with the same effects it repeats no finished call that is in them. Results of
 * the last moment of a page that went well are not written there (those of a `create` are): its outcome tells of them.
 * Rows are shared between branches: a node must answer with new rows and leave its input as it is.
 */
export async function runPage(plan: Plan, page: PageInput, options: PageOptions): Promise<PageOutcome> {
  const { effects, dryRun = false } = options;
  return stoppable(options.signal, async (signal, fail) => {
    const writer = dryRun ? undefined : new EffectWriter(effects, fail);
    const known = byNode(dryRun ? [] : await effects.load());
    const run = new PageRun(plan, page, options, signal, { known, ...(writer && { writer }) });
    const scope = { signal, held: () => undefined };
    return {
      done: inScope(scope, () => run.outcome()),
      flush: async () => writer?.flush(),
      settle: async () => writer?.settle(),
      close() {
        writer?.close();
        run.close();
      },
    };
  });
}

class PageRun {
  private arrivals = new Map<string, Arrival[]>();
  private readonly tally: Tally;
  private readonly changes: PageChanges;
  private readonly references: PageReferences;
  private readonly pause = turn();
  private readonly prepared: Prepared;
  private readonly log: RowLog | undefined;
  private readonly progress: ProgressTeller;
  /** The actions rows of this page may meet, in the order they run. */
  private readonly actions: readonly string[];
  /** Nodes that all rows go through at once, before the first whose answer depends on what earlier rows did. */
  private readonly before: readonly string[];
  /** What each row is kept in order by. */
  private keys: (string | undefined)[] | undefined;
  /** What the barrier the page came from noted of its rows, by their place in the page. */
  private notes: ReadonlyMap<number, Json> = new Map();
  /** Rows that have gone all through, and those that are on their way together. */
  private done = 0;
  private onTheWay = 0;

  constructor(
    private readonly plan: Plan,
    private readonly page: PageInput,
    private readonly options: PageOptions,
    private readonly signal: AbortSignal,
    private readonly effects: PageEffects,
  ) {
    this.tally = new Tally(page.rows, options.sampleSize ?? 3);
    this.log = options.logRows && !options.dryRun ? new RowLog(page.rows) : undefined;
    this.changes = new PageChanges(options.host.memory, options.dryRun ?? false);
    this.references = new PageReferences(options.host.references, options.dryRun ?? false);
    this.prepared = preparedFor(plan, options.host, options.dryRun ?? false);
    const reached = plan.entries.find((entry) => entry.node === page.entry)?.nodes ?? plan.order;
    const kindOf = (id: string) => plan.nodes.get(id)?.type.behaviour.kind;
    const own = plan.order.filter((id) => isCollected(planNode(plan, id), page.entry));
    this.actions = [...own, ...reached.filter((id) => kindOf(id) === 'action')];
    const waits = (id: string) =>
      own.includes(id) || ['action', 'changes', 'lookup'].includes(kindOf(id) ?? '');
    const calls = plan.order.findIndex(waits);
    this.before = calls < 0 || !plan.hasEffects ? plan.order : plan.order.slice(0, calls);
    this.progress = new ProgressTeller(() => this.tally.counted(), options.onProgress?.bind(options));
  }

  async outcome(): Promise<PageOutcome> {
    const { length } = this.page.rows;
    this.keys = await orderKeys(this.plan, this.page.rows);
    this.enter();
    await this.through(this.before);
    const waiting = this.arrivals;
    const rest = this.plan.order.slice(this.before.length);
    for (const to of waiting.size > 0 ? cuts(waiting, length, rowsTogether) : []) {
      const from = this.done;
      this.onTheWay = to - from;
      const part = [...waiting].map(([id, arrivals]) => [id, between(arrivals, from, to)] as const);
      this.arrivals = new Map(part.filter(([, arrivals]) => arrivals.length > 0));
      await this.through(rest);
      this.done = to;
      this.progress.moved(to);
    }
    const endsCount = !this.plan.hasEffects;
    const log = this.log?.lines((origin) => this.tally.endOf(origin, endsCount), this.keys) ?? [];
    return { ...this.tally.outcome(endsCount, this.changes, this.references), log };
  }

  close(): void {
    this.progress.close();
  }

  private async through(nodes: readonly string[]): Promise<void> {
    for (const id of nodes) {
      const arrived = this.arrivals.get(id);
      if (!arrived) continue;
      this.arrivals.delete(id);
      await this.runNode(planNode(this.plan, id), joinArrivals(arrived));
    }
  }

  private enter(): void {
    const { at, rows } = this.page;
    const batch = batchOf(rows);
    const node = planNode(this.plan, at.node);
    if (isCollected(node, this.page.entry))
      return this.enterOwn(node, at.side === 'input' ? at.port : 'in', batch);
    // Rows replayed into a source, or into a node that is disabled by now, go on from it.
    const passes = node.disabled || node.type.behaviour.kind === 'source';
    if (at.side === 'input' && !passes) {
      if (this.options.freezeRows) batch.values.forEach(deepFreeze);
      this.arrivals.set(at.node, [{ ...batch, port: at.port }]);
      return;
    }
    // A row that an output itself gives, its file say, is a row written; so is one that goes on behind an action.
    if (node.type.group === 'output' || node.type.behaviour.kind === 'action') {
      this.tally.written(batch.origins);
    }
    const port = at.side === 'output' ? at.port : (node.outputs[0] ?? 'out');
    for (const [by, leaving] of byPort(node, port, batch)) this.leave(node, by, leaving);
  }

  private enterOwn(node: PlanNode, port: string, batch: Batch): void {
    const { values, notes } = withoutNotes(batch.values);
    this.notes = notes;
    if (this.options.freezeRows) values.forEach(deepFreeze);
    this.arrivals.set(node.id, [{ ...batch, values, port }]);
  }

  private async runNode(node: PlanNode, inbox: Inbox): Promise<void> {
    this.signal.throwIfAborted();
    const own = isCollected(node, this.page.entry);
    this.log?.entered(node.id, inbox);
    // Rows it collected entered it when they were.
    if (!own || this.page.at.side === 'input') this.tally.entered(node.id, inbox);
    const { behaviour } = node.type;
    if (node.type.group === 'output' && behaviour.kind !== 'action') this.tally.written(inbox.origins);
    const outbox: Outbox = new Map();
    if (behaviour.kind === 'transform') await this.runTransform(node, inbox, outbox);
    else if (behaviour.kind === 'action' || own) await this.runAction(node, inbox, outbox);
    else if (behaviour.kind === 'changes') await this.runChanges(node, inbox, outbox);
    else if (behaviour.kind === 'lookup') await this.runLookup(node, inbox, outbox);
    else if (behaviour.kind === 'remember') await this.runRemember(node, inbox, outbox);
    else if (behaviour.kind === 'barrier') this.tally.collected(node.id, inbox);
    for (const [port, batch] of outbox) this.leave(node, port, batch);
  }

  private async runTransform(node: PlanNode, inbox: Inbox, outbox: Outbox): Promise<void> {
    const transform = preparedTransform(this.plan, node, this.prepared);
    for (let index = 0; index < inbox.values.length; index++) {
      if ((index & 15) === 0 && this.pause.isDue()) {
        this.moved({ node: node.id, out: outSoFar(outbox) }, 0);
        await this.pause.take(this.signal);
      }
      try {
        const answer = transform(inbox.values[index] as Row, portOf(inbox, index));
        putResult(outbox, isPromise(answer) ? await answer : answer, inbox, index);
      } catch (error) {
        this.signal.throwIfAborted();
        if (error instanceof StopRun) throw error;
        this.fail(node, inbox, index, toErrorRecord(error), outbox);
      }
    }
    this.progress.settled();
  }

  private async runChanges(node: PlanNode, inbox: Inbox, outbox: Outbox): Promise<void> {
    const identify = preparedIdentity(this.plan, node, this.prepared);
    const fail = (index: number, error: ErrorRecord) => this.fail(node, inbox, index, error, outbox);
    await runChanges({ node: node.id, identify, changes: this.changes, fail }, inbox, outbox);
    this.log?.compared(outbox);
  }

  private async runLookup(node: PlanNode, inbox: Inbox, outbox: Outbox): Promise<void> {
    const lookup = preparedLookup(this.plan, node, this.prepared);
    const waits = this.options.host.references.canWait && !this.options.dryRun;
    const miss: Parameters<typeof runLookup>[2] = (index, waitsFor, error) => {
      const [input, origin] = [inbox.values[index] as Row, inbox.origins[index] as number];
      if (node.targets.has(MISSING)) {
        put(outbox, MISSING, input, origin, inbox.paths[index] as string);
      } else if (waits) {
        this.tally.left(node.id, MISSING, [input]);
        this.log?.failed(node, origin, input, error);
        this.tally.waitingRow({ node: node.id, port: portOf(inbox, index), input, error, waitsFor }, origin);
      } else {
        this.fail(node, inbox, index, error, outbox);
      }
    };
    await runLookup(this.referenceRun(node, inbox, outbox), lookup, miss, outbox);
  }

  private async runRemember(node: PlanNode, inbox: Inbox, outbox: Outbox): Promise<void> {
    const remember = preparedRemember(this.plan, node, this.prepared);
    await runRemember(this.referenceRun(node, inbox, outbox), remember, outbox);
  }

  private referenceRun(node: PlanNode, inbox: Inbox, outbox: Outbox): ReferenceRun {
    const fail = (index: number, error: ErrorRecord) => this.fail(node, inbox, index, error, outbox);
    return { node: node.id, inbox, references: this.references, fail };
  }

  private async runAction(node: PlanNode, inbox: Inbox, outbox: Outbox): Promise<void> {
    const { shown } = this.options;
    const acting = actingPart(node.type);
    if (!acting) return;
    const log = acting.effect === 'read' ? undefined : this.log;
    const out = new Map<string, number>();
    let settled = 0;
    const run: ActionRun = {
      onSettled: (outcome) => {
        settled++;
        countOutcome(out, outcome);
        this.moved({ node: node.id, out }, settled / inbox.values.length);
      },
      node: node.id,
      ...(this.keys && { orderKeyOf: (origin: number) => this.keys?.[origin] }),
      action: await preparedAction(this.plan, node, this.prepared),
      creates: acting.effect === 'create',
      noteOf: (origin) => this.notes.get(origin),
      host: this.options.host,
      onWait: (error, ms) => (this.options.onWait ?? this.options.host.onWait)?.(node.id, error, ms),
      signal: this.signal,
      known: this.effects.known.get(node.id) ?? new Map(),
      ...(this.effects.writer && { writer: this.effects.writer }),
      ...(this.options.dryRun && {
        recordRequests: (origin, requests) => {
          for (const request of requests) this.tally.request(node.id, origin, request);
        },
        ...(writes(node) && { recordUnchanged: (origin) => this.tally.nothingToChange(node.id, origin) }),
      }),
      ...(log && { logSent: (origin, request) => log.sent(node.id, origin, request) }),
      ...(shown && { shownFor: (origin: number) => shown(node.id, this.tally.numberOf(origin)) }),
    };
    const outcomes = await runAction(run, inbox, concurrencyOf(node));
    this.progress.settled();
    outcomes.forEach((outcome, index) => {
      log?.acted(node, inbox, index, outcome);
      if ('failure' in outcome) return this.fail(node, inbox, index, outcome.failure, outbox);
      this.tally.written([inbox.origins[index] as number]);
      putResult(outbox, outcome.result, inbox, index);
    });
  }

  // Only actions take time worth showing: how many of them a row has behind it says how far it is.
  private moved(atWork: AtWork, share: number): void {
    const before = this.actions.indexOf(atWork.node);
    const part = before < 0 ? 0 : (before + share) / this.actions.length;
    this.progress.moved(this.done + this.onTheWay * part, atWork);
  }

  private fail(node: PlanNode, inbox: Inbox, index: number, error: ErrorRecord, outbox: Outbox): void {
    const input = inbox.values[index] as Row;
    const origin = inbox.origins[index] as number;
    this.tally.missed(origin);
    this.log?.failed(node, origin, input, error);
    // What follows the port takes its rows for not done; of one in doubt that is not known, so it waits for a person.
    if (!node.targets.has(FAILED) || error.code === IN_DOUBT) {
      this.tally.left(node.id, FAILED, [input]);
      this.tally.failedRow(node.id, portOf(inbox, index), origin, input, error);
      return;
    }
    const told: Json = { code: error.code, node: node.id, values: error.values };
    put(outbox, FAILED, { ...input, _error: told }, origin, inbox.paths[index] as string);
  }

  private leave(node: PlanNode, port: string, batch: Batch): void {
    if (this.options.freezeRows) batch.values.forEach(deepFreeze);
    this.tally.wentOn(node, port, batch);
    if (node.end && port !== FAILED) this.tally.ended(batch.origins);
    for (const target of node.targets.get(port) ?? []) {
      const paths = target.tag === '' ? batch.paths : batch.paths.map((path) => path + target.tag);
      const arrived = this.arrivals.get(target.node) ?? [];
      this.arrivals.set(target.node, arrived);
      arrived.push({ ...batch, paths, port: target.port });
    }
  }
}
