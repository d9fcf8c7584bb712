// Boxes that delete a part of a price: what is not there (any more) counts as deleted.
import type { NodeType } from '@eclusa/flow';
import { hasStatus } from '../vtex/remote';
import { vtexAction, type VtexAction } from '../vtex/vtex-action';

/** A DELETE for each row. */
export function priceRemoval(box: Omit<VtexAction, 'version' | 'area' | 'effect' | 'prepare'>): NodeType {
  return vtexAction({
    ...box,
    version: 1,
    area: 'prices',
    effect: 'idempotent',
    prepare: () => ({
      async run(values, { store }) {
        try {
          await store.send(box.request, { params: values as Record<string, string> });
        } catch (error) {
          if (!hasStatus(error, 404)) throw error;
          return { ...values, change: 'unchanged' };
        }
        return { ...values, change: 'deleted' };
      },
    }),
  });
}
