// Boxes that may make a thing twice, because nothing says how to find out whether it is there already.
import type { FlowDocument } from '../document';
import type { Catalogue } from '../node';
import { defaultOf } from './fields';
import { boxName } from './graph';
import { type Problem, warning } from './problem';

/** One warning for each such box: its rows are safe, but a person will have to look at those in doubt. */
export function checkCreates(document: FlowDocument, catalogue: Catalogue): Problem[] {
  return Object.entries(document.nodes).flatMap(([id, { type, config, disabled }]) => {
    const node = catalogue.get(type);
    if (disabled || !node?.unchecked) return [];
    const holds = node.unchecked.every(({ field, is }) => {
      const described = node.fields[field];
      const value = config[field] ?? (described && defaultOf(described)) ?? null;
      return is.some((each) => each === value);
    });
    if (!holds) return [];
    const field = node.unchecked.at(-1)?.field;
    const values = { box: boxName(id, document, catalogue) };
    return [warning('flow.create-unchecked', { node: id, ...(field !== undefined && { field }) }, values)];
  });
}
