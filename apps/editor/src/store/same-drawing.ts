// What tells a changed drawing from a changed setting.
import type { FlowDocument } from '@eclusa/flow';

/** Whether two drafts of one flow have the same boxes and lines; settings, names and places may differ. */
export function hasSameDrawing(a: FlowDocument, b: FlowDocument): boolean {
  if (a.edges !== b.edges) return false;
  const ids = Object.keys(b.nodes);
  return (
    a.nodes === b.nodes ||
    (ids.length === Object.keys(a.nodes).length && ids.every((id) => a.nodes[id]?.type === b.nodes[id]?.type))
  );
}
