// Why work on a run was broken off, where nothing is wrong with it.
import type { RunState } from '@eclusa/db';

/** The reason of an aborted run's signal. */
export class RunStopped extends Error {
  override name = 'RunStopped';
  constructor(readonly state: RunState | 'paused' | 'worker stopping' | 'handed over') {
    super(state);
  }
}
