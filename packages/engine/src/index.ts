// The engine: compiles a flow to a plan and runs it page by page. Knows no database and no framework.
export * from './ports';
export { compilePlan } from './plan';
export type { CompileOptions, Plan, PlanEntry, PlanNode, Target } from './plan';
export { releasePrepared, runPage } from './run-page';
export type { PageOptions } from './run-page';
export { readEntry } from './read-entry';
export type { EntryOptions } from './read-entry';
export { runInProcess } from './run-in-process';
export type { RunOptions, RunProgress, RunSummary, RunTotals } from './run-in-process';
export { testNode } from './test-node';
export type { NodeTest, NodeTestOptions } from './test-node';
export { defaultRetry, withRetry } from './retry';
export type { RetryTools } from './retry';
export { systemClock } from './system-clock';
export { memoryLimiter } from './memory-limiter';
export { memoryLocks } from './memory-locks';
export { memoryScratch } from './memory-scratch';
export { dryRunFetch } from './dry-run-fetch';
