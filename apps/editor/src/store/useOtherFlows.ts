// What is wrong with boxes that name another flow: only the server knows whether that flow is there, published, or would
// close a circle. Asked for the draft as it was saved, and again while something is wrong: it may be mended elsewhere.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Catalogue, FlowDocument, Problem } from '@eclusa/flow';
import { loadFlow } from '../api/flows';
import { keys } from '../api/keys';
import { useDocument, useFlowStores } from './flow-stores';

/** Milliseconds between two questions while something is wrong. */
const again = 5_000;

/** None for a draft without such boxes. */
export function useOtherFlows(): readonly Problem[] {
  const { flowId, catalogue } = useFlowStores();
  const document = useDocument((state) => state.document);
  const revision = useDocument((state) => state.revision);
  const asks = boxesNaming(document, catalogue.nodes).length > 0;
  const { data } = useQuery({
    queryKey: keys.otherFlows(flowId, revision),
    enabled: asks,
    queryFn: async () => {
      const { draft, problems } = await loadFlow(flowId);
      const named = new Map(boxesNaming(draft, catalogue.nodes));
      return (problems as Problem[])
        .filter(({ node, field }) => field === 'flow' && named.has(node ?? ''))
        .map((problem) => ({ problem, flow: named.get(problem.node ?? '') }));
    },
    refetchInterval: ({ state }) => (state.data?.length ? again : false),
  });
  return useMemo(() => {
    const named = new Map(boxesNaming(document, catalogue.nodes));
    // What was changed since is told when it has been saved. An empty setting the draft tells by itself.
    return (data ?? [])
      .filter(({ problem, flow }) => flow !== '' && named.get(problem.node ?? '') === flow)
      .map(({ problem }) => problem);
  }, [data, document, catalogue]);
}

function boxesNaming(document: FlowDocument, nodes: Catalogue): [string, string][] {
  return Object.entries(document.nodes).flatMap(([id, { type, config, disabled }]) => {
    const { runsFlow, trigger } = nodes.get(type)?.behaviour ?? {};
    if (disabled || !(runsFlow || trigger?.flows)) return [];
    return [[id, typeof config.flow === 'string' ? config.flow : '']];
  });
}
