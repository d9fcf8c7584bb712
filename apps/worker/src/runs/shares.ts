// What a run's place among the others depends on: whose share of the workers it uses, and how urgent its work is.
import type { Plan } from '@eclusa/engine';
import { actingPart } from '@eclusa/flow';

/** SQL over a run `r`: the VTEX account it writes to, over all flows and workspaces; without one, its store or flow. */
export const shareOf = `coalesce(
  (SELECT 'vtex:' || min(lower(c.settings->>'account')) FROM connection c
   WHERE c.kind = 'vtex' AND c.workspace_id = r.workspace_id
     AND c.id::text IN (SELECT s.value FROM jsonb_each_text(r.slots) s)),
  r.store_id::text, r.flow_id::text)`;

const leastUrgent = 3;

/** A run is as urgent as the least urgent of its actions: all of a page goes through all of them. */
export function urgencyOf(plan: Plan): number {
  const urgencies = [...plan.nodes.values()].flatMap(({ type, config, disabled }) => {
    const acting = disabled ? undefined : actingPart(type);
    return acting ? [acting.urgency?.(config) ?? leastUrgent] : [];
  });
  return urgencies.length === 0 ? leastUrgent : Math.max(...urgencies);
}
