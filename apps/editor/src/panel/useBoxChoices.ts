// Lets the fields of one box ask its system for lists, with the drawing as it stands at that moment.
import { useMemo } from 'react';
import { askChoices } from '../api/choices';
import { keys } from '../api/keys';
import type { ChoiceScope } from '../fields/choice-scope';
import { basisOfList, missingField } from '../store/asking';
import { useDocument, useFlowStores, useView } from '../store/flow-stores';
import { useBoundSlots } from '../store/useBoundSlots';

/** Undefined for a box of an unknown type. */
export function useBoxChoices(id: string): ChoiceScope | undefined {
  const { catalogue, flowId, document: documents } = useFlowStores();
  const document = useDocument((state) => state.document);
  const storeId = useView((state) => state.storeId);
  const bound = useBoundSlots();
  const description = catalogue.nodes.get(document.nodes[id]?.type ?? '');
  return useMemo(() => {
    if (!description) return undefined;
    const asking = { document, node: id, description, bound };
    return {
      missing: ({ needs }) => missingField(asking, needs),
      keyOf: ({ list, needs }) => keys.choices(flowId, id, list, storeId, basisOfList(asking, needs)),
      ask: ({ list }, fresh) =>
        askChoices(flowId, id, { document: documents.getState().document, list, storeId, fresh }),
    };
  }, [description, document, documents, id, bound, flowId, storeId]);
}
