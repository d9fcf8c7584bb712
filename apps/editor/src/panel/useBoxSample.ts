// Everything the panel of one box shows of sample rows: what goes in, what came out, whether that still holds.
import { useMemo } from 'react';
import { useCalmDocument, useFlowStores, useSamples, useView } from '../store/flow-stores';
import { inputsOf, sampleMarks } from '../store/sample-flow';
import { knownResults } from '../store/sample-store';
import { useKnownFields } from '../store/useKnownFields';

/** `id` must be a box of the document. */
export function useBoxSample(id: string) {
  const { catalogue } = useFlowStores();
  const document = useCalmDocument();
  const tested = useSamples((state) => state.tested);
  const pinned = useSamples((state) => state.pinned);
  const trying = useSamples((state) => state.trying);
  const stopped = useSamples((state) => state.stopped);
  const storeId = useView((state) => state.storeId);
  const fields = useKnownFields();
  return useMemo(() => {
    const known = knownResults({ tested, pinned });
    return {
      /** By input port; null while a box before has no result. */
      inputs: inputsOf(document, id, known),
      result: known[id],
      tested: tested[id],
      pinned: pinned[id],
      mark: sampleMarks(document, { tested, pinned, storeId })[id],
      /** Fields by input port, known before anything has run. */
      expected: fields[id]?.inputs ?? {},
      fed: document.edges.some((edge) => edge.to.node === id),
      feeds: document.edges.some((edge) => edge.from.node === id),
      disabled: document.nodes[id]?.disabled ?? false,
      description: catalogue.nodes.get(document.nodes[id]?.type ?? ''),
      trying: trying.includes(id),
      busy: trying.length > 0,
      stopped,
    };
  }, [document, id, tested, pinned, storeId, trying, stopped, fields, catalogue]);
}

export type BoxSample = ReturnType<typeof useBoxSample>;
