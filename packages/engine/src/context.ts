// What a node gets to work with, made from the host and the plan.
import { actingPart, UserError } from '@eclusa/flow';
import type { Difference, NodeContext, Reach } from '@eclusa/flow';
import { dryRunFetch } from './dry-run-fetch';
import { shownFetch } from './shown-fetch';
import type { Plan, PlanNode } from './plan';
import type { Host } from './ports';
import { withRetry } from './retry';
import { currentScope, inScope } from './scope';

export interface ContextOptions {
  host: Host;
  dryRun: boolean;
  /** Used where no page's own signal is known. */
  signal: AbortSignal;
}

/**
 * The context of one node. Its `signal` is that of the page being run while there is one, else the one given;
 * in a dry run its `fetch` sends no writes, unless it is a source's or a reading action's.
 */
export function nodeContext(plan: Plan, node: PlanNode, options: ContextOptions): NodeContext {
  const { host, dryRun } = options;
  // A source only reads, and so does an action that says so, though they may do so by POST.
  const writes = node.type.behaviour.kind !== 'source' && actingPart(node.type)?.effect !== 'read';
  const signal = (): AbortSignal => currentScope()?.signal ?? options.signal;
  return {
    nodeId: node.id,
    config: node.config,
    parameters: plan.parameters,
    dryRun,
    get signal() {
      return signal();
    },
    fetch: writes ? writingFetch(host, dryRun) : host.fetch,
    reach: host.reach ?? nowhere,
    limiter: host.limiter,
    files: host.files,
    now: () => host.clock.now(),
    async connection(field) {
      const slot = node.config[field];
      if (typeof slot !== 'string' || slot === '') {
        throw new UserError('engine.connection-missing', { values: { node: node.id, field } });
      }
      return host.connection(slot);
    },
    get telling() {
      const scope = currentScope();
      if (!scope || !(dryRun || scope.shown)) return undefined;
      return <T>(difference: Difference, work: () => Promise<T>) => inScope({ ...scope, difference }, work);
    },
    lock: (key, work) => host.lock(key, work),
    async pause(ms, why) {
      host.onWait?.(node.id, why, ms);
      await host.clock.sleep(ms, signal());
    },
    retry: (call) =>
      withRetry(
        {
          policy: host.retry,
          clock: host.clock,
          random: () => host.random(),
          signal: signal(),
          onWait: (error, ms) => host.onWait?.(node.id, error, ms),
        },
        call,
      ),
  };
}

const nowhere: Reach = {
  address: (host, port) =>
    Promise.reject(new UserError('nodes.address-refused', { values: { host, address: `${host}:${port}` } })),
  folders: [],
};

function writingFetch(host: Host, dryRun: boolean): typeof fetch {
  if (!dryRun) return shownFetch(host.fetch, currentScope);
  return dryRunFetch(host.fetch, (request) => {
    const scope = currentScope();
    scope?.held(scope.difference ? { ...request, difference: scope.difference } : request);
  });
}
