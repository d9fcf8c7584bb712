// What the systems of sources tell of the rows to come, asked once their settings are complete and as long as no rows were seen.
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { toldFields, type FlowDocument, type ToldColumns } from '@eclusa/flow';
import { askChoices, type Choices } from '../api/choices';
import { keys } from '../api/keys';
import { basisOfList, missingField } from './asking';
import { useFlowStores, useView } from './flow-stores';
import { useBoundSlots } from './useBoundSlots';
import { useCalmValue } from './useCalmValue';

const KEPT_MS = 10 * 60_000;

/** By box. A system that does not answer tells nothing; the form of the box says why when its list is opened. */
export function useToldFields(document: FlowDocument, seen: ReadonlySet<string>): ToldColumns {
  const { catalogue, flowId, document: documents } = useFlowStores();
  const storeId = useView((state) => state.storeId);
  const bound = useBoundSlots();
  const wished = Object.entries(document.nodes).flatMap(([node, { type, disabled }]) => {
    const description = catalogue.nodes.get(type);
    const told = description?.gives?.told;
    if (!description || !told || disabled || seen.has(node)) return [];
    const asking = { document, node, description, bound };
    if (missingField(asking, told.needs)) return [];
    const basis = basisOfList(asking, [...told.needs, ...(told.by ?? [])]);
    return [{ node, list: told.list, key: keys.choices(flowId, node, told.list, storeId, basis) }];
  });
  // While a name is being typed nobody is asked for each of its letters.
  const calm = useCalmValue(JSON.stringify(wished), 700);
  const wishes = useMemo(() => JSON.parse(calm) as typeof wished, [calm]);
  const answers = useQueries({
    queries: wishes.map(({ node, list, key }) => ({
      queryKey: key,
      staleTime: KEPT_MS,
      retry: false,
      refetchOnMount: false,
      queryFn: () => askChoices(flowId, node, { document: documents.getState().document, list, storeId }),
    })),
    combine: together,
  });
  return useMemo(
    () =>
      Object.fromEntries(
        wishes.flatMap(({ node }, at) => {
          const items = answers[at]?.items ?? [];
          return items.length > 0 ? [[node, toldFields(items)] as const] : [];
        }),
      ),
    [wishes, answers],
  );
}

/** Outside of the component, so that equal answers stay the same list. */
function together(results: readonly { data: Choices | undefined }[]): (Choices | undefined)[] {
  return results.map(({ data }) => data);
}
