// What the examples of a call are made of: the published version, else the draft.
import { useQuery } from '@tanstack/react-query';
import { answeringBoxes, calledExamples, calledSources, type FlowDocument, type Json } from '@eclusa/flow';
import { useCatalogue } from '../../api/catalogue';
import { useSavedFlow } from '../../api/flows';
import { versionQuery } from '../../api/versions';

export interface CalledFlow {
  name: string;
  isPublished: boolean;
  /** Rows as callers send them; undefined for a flow that reads its rows itself. */
  rows: Json[] | undefined;
  /** It has a box that answers its caller. */
  answers: boolean;
}

/** Undefined while it is loaded; `error` when it cannot be. */
export function useCalledFlow(id: string): { flow: CalledFlow | undefined; error: Error | null } {
  const saved = useSavedFlow(id);
  const catalogue = useCatalogue();
  const number = saved.data?.publishedVersion ?? null;
  const version = useQuery({ ...versionQuery(id, number ?? 0), enabled: number !== null });
  const document = number === null ? (saved.data?.draft as FlowDocument | undefined) : version.data;
  const error = saved.error ?? catalogue.error ?? version.error;
  if (!saved.data || !document || !catalogue.data) return { flow: undefined, error };
  const { nodes } = catalogue.data;
  const [box] = calledSources(document, nodes);
  const node = box === undefined ? undefined : document.nodes[box];
  const field = node && nodes.get(node.type)?.fields.example;
  const usual = field?.kind === 'code' ? field.default : undefined;
  const flow = {
    name: saved.data.name,
    isPublished: number !== null,
    rows: node && calledExamples(node.config, usual),
    answers: answeringBoxes(document, nodes).length > 0,
  };
  return { flow, error };
}
