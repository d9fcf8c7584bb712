// The fields at every port of the open flow, from sample rows as far as there are any, else from what systems
// tell, and handed along from there.
import { useMemo } from 'react';
import { describeColumns, knownFields, type BoxFields, type Row, type SeenColumns } from '@eclusa/flow';
import { useCalmDocument, useFlowStores, useSamples } from './flow-stores';
import { knownResults, type SampleState } from './sample-store';
import { useToldFields } from './useToldFields';

/** By box. */
export function useKnownFields(): Record<string, BoxFields> {
  const { catalogue } = useFlowStores();
  const document = useCalmDocument();
  const tested = useSamples((state) => state.tested);
  const pinned = useSamples((state) => state.pinned);
  const seen = useMemo(() => seenColumns({ tested, pinned }), [tested, pinned]);
  const seenBoxes = useMemo(() => new Set(Object.keys(seen)), [seen]);
  const told = useToldFields(document, seenBoxes);
  return useMemo(() => knownFields(document, catalogue.nodes, seen, told), [document, catalogue, seen, told]);
}

function seenColumns(state: Pick<SampleState, 'tested' | 'pinned'>): SeenColumns {
  const byPort = (outputs: Record<string, readonly unknown[]>) =>
    Object.fromEntries(Object.entries(outputs).map(([port, rows]) => [port, describeColumns(rows as Row[])]));
  return Object.fromEntries(
    Object.entries(knownResults(state)).map(([node, { outputs }]) => [node, byPort(outputs)]),
  );
}
