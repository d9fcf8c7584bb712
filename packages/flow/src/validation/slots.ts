// Checks of what a flow leaves open for its installation: connection slots and parameters.
import type { FlowDocument, FlowParameter } from '../document';
import type { Json } from '../json';
import type { Catalogue } from '../node';
import { isShown } from './fields';
import { own } from './graph';
import { error, type Problem, warning } from './problem';

/** What an installation binds: for each slot the kind of its connection, and values of parameters. */
export interface FlowBindings {
  slots: Readonly<Record<string, { kind: string } | undefined>>;
  parameters?: Readonly<Record<string, Json>>;
}

export function checkSlots(document: FlowDocument, catalogue: Catalogue, bindings?: FlowBindings): Problem[] {
  const used = usedSlots(document, catalogue);
  return Object.entries(document.slots).flatMap(([id, slot]) => {
    const values = { slot: slot.name || id, kind: slot.kind };
    if (!used.has(id)) return [warning('flow.slot-unused', { slot: id }, values)];
    if (!bindings) return [];
    const bound = own(bindings.slots, id);
    if (!bound) return [error('flow.slot-unbound', { slot: id }, values)];
    if (bound.kind === slot.kind) return [];
    return [error('flow.slot-bound-to-other-kind', { slot: id }, { ...values, given: bound.kind })];
  });
}

/** Slots named by a connection field that the form shows, in boxes that are not disabled. */
export function usedSlots(document: FlowDocument, catalogue: Catalogue): Set<string> {
  const used = new Set<string>();
  for (const node of Object.values(document.nodes)) {
    const fields = catalogue.get(node.type)?.fields ?? {};
    if (node.disabled) continue;
    for (const [id, field] of Object.entries(fields)) {
      const slot = node.config[id];
      if (field.kind === 'connection' && typeof slot === 'string' && isShown(field, fields, node.config))
        used.add(slot);
    }
  }
  return used;
}

export function checkParameters(document: FlowDocument, bindings?: FlowBindings): Problem[] {
  return Object.entries(document.parameters).flatMap(([id, parameter]) => {
    const values = { parameter: parameter.name || id };
    if (parameter.default !== undefined && !fits(parameter, parameter.default)) {
      return [error('flow.parameter-default', { parameter: id }, { ...values, value: parameter.default })];
    }
    if (!bindings) return [];
    const value = own(bindings.parameters ?? {}, id);
    if (value === undefined || value === null || value === '') {
      const open = parameter.required && parameter.default === undefined;
      return open ? [error('flow.parameter-unset', { parameter: id }, values)] : [];
    }
    return fits(parameter, value)
      ? []
      : [error('flow.parameter-value', { parameter: id }, { ...values, value })];
  });
}

function fits(parameter: FlowParameter, value: Json): boolean {
  const wanted = { text: 'string', number: 'number', toggle: 'boolean' }[parameter.type];
  return typeof value === wanted;
}
