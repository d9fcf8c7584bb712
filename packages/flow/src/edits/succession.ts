// What becomes of a deprecated box: the one that takes its place, with as much of its form as has a place there.
// Pure; carried out by the edit it answers, so that one step of undo leads back.
import type { FlowDocument, FlowNode } from '../document';
import type { MappingLine } from '../field';
import { isJsonObject, type Json } from '../json';
import type { Catalogue, NodeDescription } from '../node';
import type { Successor } from '../successor';
import type { EditOf } from './edit';

export interface Succession {
  edit: EditOf<'replace-node'>;
  /** Mapping targets and fields of the form that have no place in the new box. */
  leftBehind: string[];
}

/** How the box `id` becomes its successor; undefined when it has none, or none that this catalogue knows. */
export function successorOf(
  document: FlowDocument,
  id: string,
  catalogue: Catalogue,
): Succession | undefined {
  const node = document.nodes[id];
  const now = node && catalogue.get(node.type);
  const next = now?.successor && catalogue.get(now.successor.type);
  if (!node || !now?.successor || !next) return undefined;
  const { config, leftBehind } = configFor(node.config, now.successor, next);
  const { type: _type, version: _version, config: _config, ...kept } = node;
  const after: FlowNode = { ...kept, type: next.id, version: next.version, config };
  return { edit: { type: 'replace-node', id, node: after }, leftBehind };
}

function configFor(
  config: FlowNode['config'],
  successor: Successor,
  next: NodeDescription,
): { config: FlowNode['config']; leftBehind: string[] } {
  const after: FlowNode['config'] = {};
  const leftBehind: string[] = [];
  for (const [field, value] of Object.entries(config)) {
    const known = Object.hasOwn(next.fields, field) ? next.fields[field] : undefined;
    if (!known) leftBehind.push(field);
    else if (known.kind !== 'mapping') after[field] = value;
    else {
      const { lines, lost } = linesFor(value, successor);
      after[field] = lines;
      leftBehind.push(...lost);
    }
  }
  return { config: after, leftBehind };
}

function linesFor(value: Json, { targets, adds = [] }: Successor): { lines: MappingLine[]; lost: string[] } {
  const lines: MappingLine[] = [];
  const lost: string[] = [];
  for (const line of Array.isArray(value) ? value.filter(isJsonObject) : []) {
    const { target, expression } = line;
    if (typeof target !== 'string' || typeof expression !== 'string') continue;
    const place = Object.hasOwn(targets, target) ? targets[target] : undefined;
    const name = typeof place === 'object' ? place.target : place;
    // Two old targets may lead to one place: the first keeps it.
    if (name === undefined || lines.some((one) => one.target === name)) lost.push(target);
    else if (typeof place === 'object')
      lines.push({ target: name, expression: multiplied(expression, place.times) });
    else lines.push({ target: name, expression });
  }
  lines.push(...adds.filter(({ target }) => !lines.some((one) => one.target === target)));
  return { lines, lost };
}

/** Rounded, since 1.1 times 1000 is not 1100 in binary fractions. */
function multiplied(expression: string, times: number): string {
  return expression.trim() === '' ? expression : `$round((${expression}) * ${times}, 6)`;
}
