// Boxes that delete one thing or switch it on or off, found by its id: data for `vtexAction`.
import type { NodeExample, NodeType, Text } from '@eclusa/flow';
import { hasStatus, retold } from '../vtex/remote';
import type { Targets } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';

interface ById {
  id: string;
  name: Text;
  help: Text;
  keywords: readonly string[];
  request: string;
  path: Targets;
  saveAs: string;
  example: NodeExample;
}

/** Deletes it. What is not there (any more) counts as done. */
export function removal(box: ById): NodeType {
  return byId(box, 'deleted', true);
}

/** Switches it on or off. What is not there fails the row. */
export function switching(box: ById, change: 'activated' | 'deactivated'): NodeType {
  return byId(box, change, false);
}

function byId(box: ById, change: string, mayBeMissing: boolean): NodeType {
  return vtexAction({
    ...box,
    version: 1,
    area: 'logistics',
    effect: 'idempotent',
    prepare: () => ({
      async run(values, { store }) {
        try {
          await store.send(box.request, { params: values as Record<string, string> });
        } catch (error) {
          if (!hasStatus(error, 404)) throw error;
          if (mayBeMissing) return { ...values, change: 'unchanged' };
          throw retold('vtex.nothing-found', error, { request: box.request, values: { ...values } });
        }
        return { ...values, change };
      },
    }),
  });
}
