// Flows whose rows come with the call that starts them.
import type { FlowDocument } from '../document';
import type { Catalogue } from '../node';
import { boxName } from './graph';
import { error, type Problem } from './problem';

/** The boxes of the flow that take the rows of the call, in the order of the document. Of a valid flow at most one. */
export function calledSources(document: FlowDocument, catalogue: Catalogue): string[] {
  return Object.entries(document.nodes).flatMap(([id, { type, disabled }]) =>
    !disabled && catalogue.get(type)?.behaviour.called ? [id] : [],
  );
}

/** True when the rows of the call are all there is to work on, and no box has to see all of them before it goes on. */
export function isCallOnly(document: FlowDocument, catalogue: Catalogue): boolean {
  const entries = Object.values(document.nodes).filter(({ type, disabled }) => {
    const kind = catalogue.get(type)?.behaviour.kind;
    return !disabled && (kind === 'source' || kind === 'barrier');
  });
  return entries.length === 1 && calledSources(document, catalogue).length === 1;
}

/** An error at every such box behind the first: nobody could say which of them a row is meant for. */
export function checkCalled(document: FlowDocument, catalogue: Catalogue): Problem[] {
  const [first, ...others] = calledSources(document, catalogue);
  return others.map((node) =>
    error(
      'flow.called-twice',
      { node },
      { box: boxName(node, document, catalogue), first: boxName(first as string, document, catalogue) },
    ),
  );
}
