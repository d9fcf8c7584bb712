// Checks of each box by itself: its type, version, form and ports.
import type { FlowDocument, FlowNode } from '../document';
import { isJsonObject, type Json } from '../json';
import { type Catalogue, type NodeDescription, outputPorts } from '../node';
import { checkFields } from './fields';
import { boxName, own } from './graph';
import { nestingOf } from './nesting';
import { error, type Problem, warning } from './problem';

const maxNesting = 32;

/** Problems of every box on its own. A disabled box is only asked for its type: rows pass it by. */
export function checkNodes(document: FlowDocument, catalogue: Catalogue): Problem[] {
  return Object.entries(document.nodes).flatMap(([id, node]) => checkNode(id, node, document, catalogue));
}

function checkNode(id: string, node: FlowNode, document: FlowDocument, catalogue: Catalogue): Problem[] {
  const type = catalogue.get(node.type);
  const values = { box: boxName(id, document, catalogue), type: node.type };
  if (!type) return [error('flow.node-unknown', { node: id }, values)];
  if (node.version > type.version) {
    const versions = { version: node.version, known: type.version };
    return [error('flow.node-too-new', { node: id }, { ...values, ...versions })];
  }
  if (node.disabled) return checkPassage(id, node, type, document, values);
  // Its form has changed since: judging the old settings by the new fields would only confuse.
  if (node.version < type.version) return [warning('flow.node-outdated', { node: id }, values)];
  if (nestingOf(node.config) > maxNesting) return [error('flow.config-too-deep', { node: id }, values)];
  return [...checkForm(id, node, type, document, values), ...checkAddedPorts(id, node, type, values)];
}

/** A disabled box hands its rows from `in` to its first output: both must carry the same. */
function checkPassage(
  id: string,
  node: FlowNode,
  type: NodeDescription,
  document: FlowDocument,
  values: Values,
): Problem[] {
  const [input] = type.inputs;
  const [output] = outputPorts(type, node.config);
  const leaves = document.edges.some(({ from }) => from.node === id && from.port === output?.id);
  const changes = input && output && input.type !== output.type;
  return changes && leaves ? [error('flow.disabled-changes-kind', { node: id }, values)] : [];
}

type Values = Readonly<Record<string, Json>>;

function checkForm(
  id: string,
  node: FlowNode,
  type: NodeDescription,
  document: FlowDocument,
  values: Values,
): Problem[] {
  const around = { slotKind: (slot: string) => own(document.slots, slot)?.kind };
  const faults = checkFields(type.fields, node.config, around);
  const strange = Object.keys(node.config).filter((key) => !Object.hasOwn(type.fields, key));
  return [
    ...faults.map(({ field, code, values: more }) =>
      error(code, { node: id, field }, { ...more, box: values['box'] }),
    ),
    ...strange.map((field) => warning('flow.field-unknown', { node: id, field }, { ...values, field })),
  ];
}

/** Ports that a table of the form adds: each needs a name of its own. */
function checkAddedPorts(id: string, node: FlowNode, type: NodeDescription, values: Values): Problem[] {
  const table = type.outputsFrom;
  const lines = table === undefined ? undefined : node.config[table];
  if (table === undefined || !Array.isArray(lines)) return [];
  const taken = new Set(type.outputs.map((port) => port.id));
  const problems: Problem[] = [];
  for (const [at, line] of lines.entries()) {
    const port = isJsonObject(line) ? line['id'] : undefined;
    const place = { node: id, field: `${table}.${at}.id` };
    if (typeof port !== 'string' || port === '')
      problems.push(error('flow.port-unnamed', place, { ...values, line: at + 1 }));
    else if (taken.has(port)) problems.push(error('flow.port-twice', place, { ...values, port }));
    else taken.add(port);
  }
  return problems;
}
