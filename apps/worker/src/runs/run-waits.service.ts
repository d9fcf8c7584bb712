// Shows what a run waits for, while the other side is away or a box holds its rows: for people to see, nothing is decided
// from it. A wait is good until its moment has passed, so nobody has to take it back.
import type { RemoteError } from '@eclusa/flow';
import type { RunWait } from '@eclusa/db';
import type { ServiceAway } from '../host/breaker';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Shorter waits are part of a normal run. */
const shortestMs = 1_000;
/** Between two writes for one run. */
const paceMs = 1_000;
/** A wait is shown this much longer: the call that follows it takes its time, too. */
const graceMs = 3_000;

interface Shown {
  since: number;
  until: number;
  writtenAt: number;
}

@Injectable()
export class RunWaits {
  private readonly runs = new Map<string, Shown>();

  constructor(private readonly dataSource: DataSource) {}

  /** A call of `node` failed with `error` and is made again after `ms`. */
  tell(runId: string, node: string, error: RemoteError, ms: number): void {
    if (ms < shortestMs) return;
    const status = error.response?.status ?? null;
    this.show(runId, ms, (since) => ({ node, service: null, status, since, nextTry: null }));
  }

  /** A page of the run was given back because `by` is away. */
  away(runId: string, { service, away }: ServiceAway): void {
    const { status, nextMs } = away;
    const since = new Date(away.since).toISOString();
    const nextTry = new Date(Date.now() + nextMs).toISOString();
    this.show(runId, nextMs, () => ({ node: null, service, status, since, nextTry }));
  }

  /** `node` holds its rows for `ms`, as it is set to. */
  held(runId: string, node: string, ms: number): void {
    if (ms < shortestMs) return;
    const now = Date.now();
    const at = (moment: number) => new Date(moment).toISOString();
    const wait = { node, service: null, status: null, since: at(now), nextTry: at(now + ms) };
    void this.write(runId, { ...wait, until: at(now + ms + graceMs) });
  }

  private show(runId: string, ms: number, wait: (since: string) => Omit<RunWait, 'until'>): void {
    const now = Date.now();
    const known = this.runs.get(runId);
    const goesOn = known !== undefined && known.until > now;
    const until = Math.max(goesOn ? known.until : 0, now + ms + graceMs);
    const shown = { since: goesOn ? known.since : now, until, writtenAt: known?.writtenAt ?? 0 };
    this.runs.set(runId, shown);
    if (now - shown.writtenAt < paceMs) return;
    shown.writtenAt = now;
    const since = new Date(shown.since).toISOString();
    void this.write(runId, { ...wait(since), until: new Date(until).toISOString() });
    for (const [id, { until: end }] of this.runs) if (end < now) this.runs.delete(id);
  }

  private async write(runId: string, wait: RunWait): Promise<void> {
    const text = `UPDATE run SET waiting = $2 WHERE id = $1 AND state = 'running'`;
    // What became of the database shows where it matters.
    await this.dataSource.query(text, [runId, JSON.stringify(wait)]).catch(() => undefined);
  }
}
