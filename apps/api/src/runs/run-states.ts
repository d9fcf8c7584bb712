// The states and triggers a run may have, for what the contract lists.
import type { RunState, RunTrigger } from '@eclusa/db';

export const runStates: readonly RunState[] = [
  'queued',
  'running',
  'cancelling',
  'completed',
  'failed',
  'cancelled',
  'skipped',
];

export const runTriggers: readonly RunTrigger[] = [
  'manual',
  'replay',
  'rerun',
  'apply',
  'demo',
  'api',
  'schedule',
  'event',
  'flow',
  'call',
];
