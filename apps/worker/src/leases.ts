// Keeps the claims this process holds on pages and entries alive, all in one statement per beat, and tells
// at once when one is lost. A claim is good for `leaseMs` after its last beat, by the database's clock.
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import { DataSource } from 'typeorm';
import type { WorkerConfig } from './config';
import type { ServiceAway } from './host/breaker';
import { CONFIG } from './tokens';
import { widelyHeard } from './signals';
import { rowsOf } from './sql';

/** Somebody else may hold the work by now: nothing more may be done or stored under this claim. */
export class LeaseLost extends Error {
  override name = 'LeaseLost';
}

export type Claim =
  { kind: 'page'; id: number; fence: number } | { kind: 'entry'; runId: string; node: string; fence: number };

/**
 * The work had better be done later, because `by` is away. Not the error of a call: a call that is out when the work is
 * put off may have been done.
 */
export class Postponed extends Error {
  override name = 'Postponed';
  constructor(readonly by: ServiceAway) {
    super(by.message);
  }
}

const current = new AsyncLocalStorage<Lease>();

/** Runs `work` under a lease that `checkLease` finds from anywhere within it. */
export function underLease<T>(lease: Lease, work: () => Promise<T>): Promise<T> {
  return current.run(lease, work);
}

/**
 * Throws LeaseLost when the work the caller belongs to may be somebody else's by now. Asked before every request
 * that leaves this process: after a blocked event loop, calls that were about to be made must not be.
 */
export function checkLease(): void {
  current.getStore()?.check();
}

/**
 * Puts off the work the caller belongs to, because `by` is away; answers false when it may not wait. Outside of any
 * work there is nothing to put off.
 */
export function postponeWork(by: ServiceAway): boolean {
  return current.getStore()?.postpone(by) ?? false;
}

/** A claim being kept alive. */
export interface Lease {
  /** Aborted with LeaseLost when the claim is. */
  signal: AbortSignal;
  /** Throws LeaseLost unless a beat less than `leaseMs` old proves that the claim is still ours. */
  check(): void;
  /** Aborted with Postponed: the claim is good, but the work is to be given back. */
  postponed: AbortSignal;
  /** Puts the work off unless `mayWait` was false; answers whether it did. */
  postpone(by: ServiceAway): boolean;
  /** Stops the beats; the claim itself is ended by whoever ends the work. */
  stop(): void;
}

interface Held {
  claim: Claim;
  controller: AbortController;
  /** On this process's steady clock: when the last successful beat was sent. */
  beat: number;
}

@Injectable()
export class Leases implements OnApplicationShutdown {
  private readonly held = new Set<Held>();
  private readonly log = new Logger('leases');
  private readonly timer: NodeJS.Timeout;
  private beating = false;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: WorkerConfig,
  ) {
    this.timer = setInterval(() => void this.beat(), config.leaseMs / 3);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /**
   * Starts beats for a claim made at `claimedAt` (`performance.now()` before the claim was sent). `mayWait`: the work
   * may be put off when what it calls is away.
   */
  keep(claim: Claim, claimedAt: number, mayWait = true): Lease {
    const controller = widelyHeard();
    const putOff = widelyHeard();
    const held: Held = { claim, controller, beat: claimedAt };
    this.held.add(held);
    return {
      signal: controller.signal,
      check: () => this.check(held),
      postponed: putOff.signal,
      postpone(by) {
        if (mayWait) putOff.abort(new Postponed(by));
        return mayWait;
      },
      stop: () => void this.held.delete(held),
    };
  }

  private check(held: Held): void {
    if (performance.now() - held.beat >= this.config.leaseMs) this.lose(held);
    held.controller.signal.throwIfAborted();
  }

  // First thing after a blocked event loop: requests that have passed the check and wait for a connection are aborted.
  private loseOld(): void {
    const now = performance.now();
    for (const held of this.held) if (now - held.beat >= this.config.leaseMs) this.lose(held);
  }

  private lose(held: Held): void {
    this.held.delete(held);
    held.controller.abort(new LeaseLost(JSON.stringify(held.claim)));
  }

  private async beat(): Promise<void> {
    this.loseOld();
    if (this.beating || this.held.size === 0) return;
    this.beating = true;
    const sent = performance.now();
    const all = [...this.held];
    try {
      const kept = new Set([...(await this.beatPages(all)), ...(await this.beatEntries(all))]);
      for (const held of all) {
        if (kept.has(keyOf(held.claim))) held.beat = sent;
        else if (this.held.has(held)) this.lose(held);
      }
    } catch (error) {
      this.log.warn(`heartbeat failed: ${String(error)}`);
      for (const held of all) if (sent - held.beat >= this.config.leaseMs) this.lose(held);
    } finally {
      this.beating = false;
    }
  }

  // No lease in the table: the work was given back while the beat was on its way, and must stay free to take.
  private async beatPages(all: readonly Held[]): Promise<string[]> {
    const pages = all.flatMap(({ claim }) => (claim.kind === 'page' ? [claim] : []));
    if (pages.length === 0) return [];
    const kept = await rowsOf<{ id: number; fence: number }>(
      this.dataSource,
      `UPDATE run_page p SET lease_until = now() + $3 * interval '1 ms', state = 'running'
       FROM unnest($1::bigint[], $2::int[]) AS h (id, fence)
       WHERE p.id = h.id AND p.fence = h.fence AND p.state <> 'done' AND p.lease_until IS NOT NULL RETURNING p.id, p.fence`,
      [pages.map((page) => page.id), pages.map((page) => page.fence), this.config.leaseMs],
    );
    return kept.map((one) => keyOf({ kind: 'page', ...one }));
  }

  private async beatEntries(all: readonly Held[]): Promise<string[]> {
    const entries = all.flatMap(({ claim }) => (claim.kind === 'entry' ? [claim] : []));
    if (entries.length === 0) return [];
    const kept = await rowsOf<{ runId: string; node: string; fence: number }>(
      this.dataSource,
      `UPDATE run_entry e SET lease_until = now() + $4 * interval '1 ms'
       FROM unnest($1::uuid[], $2::text[], $3::int[]) AS h (run_id, node, fence)
       WHERE e.run_id = h.run_id AND e.node = h.node AND e.fence = h.fence AND e.state = 'reading'
         AND e.lease_until IS NOT NULL
       RETURNING e.run_id AS "runId", e.node, e.fence`,
      [
        entries.map((entry) => entry.runId),
        entries.map((entry) => entry.node),
        entries.map((entry) => entry.fence),
        this.config.leaseMs,
      ],
    );
    return kept.map((one) => keyOf({ kind: 'entry', ...one }));
  }
}

function keyOf(claim: Claim): string {
  return claim.kind === 'page' ? `${claim.id} ${claim.fence}` : `${claim.runId} ${claim.node} ${claim.fence}`;
}
