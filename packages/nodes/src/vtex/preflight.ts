// What a flow asks of a store's key, and which of it the key has: told before the first run, by reads that change nothing.
import { isShown, type Catalogue, type Connection, type FlowDocument, type FlowNode } from '@eclusa/flow';
import type { Limiter, NodeDescription } from '@eclusa/flow';
import { licenseProbe, licenseResource } from '@eclusa/vtex';
import { hasStatus, toFlowError } from './remote';
import { clientOf } from './store';

/** A License Manager resource, and the boxes of one flow whose requests need it, by node id. */
export interface Need {
  resource: string;
  nodes: string[];
}

/**
 * `missing`: VTEX refused a read that this resource opens. `untestable`: only a write would tell. `unanswered`: the
 * store did not answer, so nothing is known.
 */
export type Right = 'ok' | 'missing' | 'untestable' | 'unanswered';

/** What the boxes that are on and stand on a slot of the store may send, as resources, in order of name. */
export function neededRights(
  document: FlowDocument,
  nodes: Catalogue,
  isStore: (slot: string) => boolean,
): Need[] {
  const needs = new Map<string, Set<string>>();
  for (const [id, node] of Object.entries(document.nodes)) {
    const type = nodes.get(node.type);
    if (!type || node.disabled || !standsOn(node, type, isStore)) continue;
    for (const request of requestsOf(node, type)) {
      const [method = '', path = ''] = request.split(' ');
      const resource = licenseResource(method, path);
      if (resource !== undefined) needs.set(resource, (needs.get(resource) ?? new Set()).add(id));
    }
  }
  return [...needs]
    .map(([resource, ids]) => ({ resource, nodes: [...ids] }))
    .sort((a, b) => (a.resource < b.resource ? -1 : 1));
}

function standsOn({ config }: FlowNode, { fields }: NodeDescription, isStore: (slot: string) => boolean) {
  return Object.entries(fields).some(([id, field]) => {
    const slot = config[id];
    if (field.kind !== 'connection' || !field.accepts.includes('vtex') || typeof slot !== 'string')
      return false;
    return isShown(field, fields, config) && isStore(slot);
  });
}

// A box for any request names it in its own form.
function requestsOf({ config }: FlowNode, { fields, requests = [] }: NodeDescription): readonly string[] {
  const own = Object.values(fields).some(({ kind }) => kind === 'request');
  return own ? [...requests, `${String(config['method'])} ${String(config['path'])}`] : requests;
}

// One read for each resource, by a person who waits for it: no shared limit.
const unlimited: Limiter = { acquire: async () => undefined, observe: () => undefined };

/** What the connection's key may do, of these resources. Throws UserError for settings that cannot be right. */
export async function checkRights(
  connection: Connection,
  resources: readonly string[],
  { fetch, signal }: { fetch: typeof globalThis.fetch; signal: AbortSignal },
): Promise<Map<string, Right>> {
  const client = clientOf(connection, { fetch, limiter: unlimited });
  const told = resources.map(async (resource): Promise<[string, Right]> => {
    const probe = licenseProbe(resource);
    if (!probe) return [resource, 'untestable'];
    try {
      await client.request({ method: 'GET', ...probe, signal, timeoutMs: 10_000 });
      return [resource, 'ok'];
    } catch (thrown) {
      const error = toFlowError(thrown);
      if (hasStatus(error, 403)) return [resource, 'missing'];
      const isRefused = [400, 404, 405, 422].some((status) => hasStatus(error, status));
      return [resource, isRefused ? 'ok' : 'unanswered'];
    }
  });
  return new Map(await Promise.all(told));
}
