// What a run uses of what a flow is bound to.
import type { FlowDocument } from './document';
import type { Json } from './json';

/** Connection ids by slot, and values by parameter. */
export interface BoundValues {
  slots: Readonly<Record<string, string>>;
  parameters: Readonly<Record<string, Json>>;
}

/**
 * The binding as this version of the flow can use it: what it does not know is left behind, because a binding may be
 * older, and parameters that nobody set have their defaults.
 */
export function fitBinding(document: FlowDocument, bound: BoundValues): BoundValues {
  const defaults = Object.entries(document.parameters).flatMap(([id, parameter]) =>
    parameter.default === undefined ? [] : [[id, parameter.default] as const],
  );
  return {
    slots: only(document.slots, bound.slots),
    parameters: { ...Object.fromEntries(defaults), ...only(document.parameters, bound.parameters) },
  };
}

function only<T>(
  known: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, T>>,
): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter(([id]) => Object.hasOwn(known, id)));
}
