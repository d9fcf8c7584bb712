// Flows whose rows come with the call that starts them.
import type { FlowDocument } from '../document';
import type { Catalogue } from '../node';
import { boxName } from './graph';
import { error, type Problem } from './problem';

/** The boxes of the flow that take rows which come with the start of a run, in the order of the document. */
export function calledSources(document: FlowDocument, catalogue: Catalogue): string[] {
  return Object.entries(document.nodes).flatMap(([id, { type, disabled }]) =>
    !disabled && catalogue.get(type)?.behaviour.called ? [id] : [],
  );
}

/** Those of them whose rows come from another system when something happens there. */
export function triggerSources(document: FlowDocument, catalogue: Catalogue): string[] {
  return calledSources(document, catalogue).filter((id) => isTrigger(id, document, catalogue));
}

/** True when the rows of the call are all there is to work on, and no box has to see all of them before it goes on. */
export function isCallOnly(document: FlowDocument, catalogue: Catalogue): boolean {
  const entries = Object.values(document.nodes).filter(({ type, disabled }) => {
    const kind = catalogue.get(type)?.behaviour.kind;
    return !disabled && (kind === 'source' || kind === 'barrier');
  });
  return entries.length > 0 && entries.every(({ type }) => catalogue.get(type)?.behaviour.called);
}

/** The boxes of the flow whose rows are what its caller is answered, in the order of the document. */
export function answeringBoxes(document: FlowDocument, catalogue: Catalogue): string[] {
  return Object.entries(document.nodes).flatMap(([id, { type, disabled }]) =>
    !disabled && catalogue.get(type)?.behaviour.answers ? [id] : [],
  );
}

/** The boxes that run another flow, with the flow each of them names, in the order of the document. */
export function callingBoxes(document: FlowDocument, catalogue: Catalogue): { node: string; flow: string }[] {
  return Object.entries(document.nodes).flatMap(([node, { type, config, disabled }]) => {
    const { flow } = config;
    if (disabled || !catalogue.get(type)?.behaviour.runsFlow) return [];
    return typeof flow === 'string' && flow !== '' ? [{ node, flow }] : [];
  });
}

/**
 * An error at every box for called rows behind the first: nobody could say which of them a row is meant for. Rows of a
 * trigger say so themselves.
 */
export function checkCalled(document: FlowDocument, catalogue: Catalogue): Problem[] {
  const plain = calledSources(document, catalogue).filter((id) => !isTrigger(id, document, catalogue));
  const [first, ...others] = plain;
  return others.map((node) =>
    error(
      'flow.called-twice',
      { node },
      { box: boxName(node, document, catalogue), first: boxName(first as string, document, catalogue) },
    ),
  );
}

function isTrigger(id: string, document: FlowDocument, catalogue: Catalogue): boolean {
  return catalogue.get(document.nodes[id]?.type ?? '')?.behaviour.trigger !== undefined;
}
