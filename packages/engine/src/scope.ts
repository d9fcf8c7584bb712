// Which page, and which row's call, the code running right now works for. Nodes are prepared once and used by many
// pages; this is how their long-lived context finds the signal and the recorder of the moment.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Difference, RecordedRequest } from '@eclusa/flow';
import type { SentRequest } from './ports';

export interface Scope {
  signal: AbortSignal;
  /** Takes the requests a dry run held back. */
  held(request: RecordedRequest): void;
  /** The only writes that may be sent: those a dry run showed for this row. */
  shown?: readonly RecordedRequest[];
  /** Told of each write that was answered. */
  sent?(request: SentRequest): void;
  /** What the box said that the write it is making changes. */
  difference?: Difference;
}

const current = new AsyncLocalStorage<Scope | undefined>();

/** The scope the caller runs in; undefined while nodes are prepared. */
export function currentScope(): Scope | undefined {
  return current.getStore();
}

/** Runs `work` in `scope`; undefined leaves the scope there is. */
export function inScope<T>(scope: Scope | undefined, work: () => T): T {
  return current.run(scope, work);
}
