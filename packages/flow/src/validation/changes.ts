// Boxes that let through only what changed remember what was written further on. Behind a box that waits for all rows
// nothing is, so there they would let everything through for ever.
import type { FlowDocument } from '../document';
import type { Catalogue } from '../node';
import { boxName, own, reachable, successors } from './graph';
import { type Problem, warning } from './problem';

/** One warning for each such box that a waiting box follows. */
export function checkChanges(document: FlowDocument, catalogue: Catalogue): Problem[] {
  const kindOf = (id: string) => catalogue.get(own(document.nodes, id)?.type ?? '')?.behaviour.kind;
  const next = successors(document.edges);
  return Object.entries(document.nodes).flatMap(([id, { disabled }]) => {
    if (disabled || kindOf(id) !== 'changes') return [];
    const waiting = [...reachable([id], next)].find((other) => kindOf(other) === 'barrier');
    if (waiting === undefined) return [];
    const values = { box: boxName(id, document, catalogue), waiting: boxName(waiting, document, catalogue) };
    return [warning('flow.changes-before-barrier', { node: id }, values)];
  });
}
