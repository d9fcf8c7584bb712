// What the rows at each port of a flow have in them, before anything runs: columns of sample rows where there are some,
// else what the boxes say they add or make. Pure. Types that depend on a formula stay unknown.
import type { FlowDocument, FlowNode } from '../document';
import { isJsonObject, type Json } from '../json';
import { pathOf } from '../mapping/path';
import type { GivenEntries } from '../given-fields';
import { FAILED, outputPorts, type Catalogue, type NodeDescription } from '../node';
import type { ListEntry } from '../suggest';
import { describeColumns, type Column } from './columns';
import { meaningOf } from './meanings';

export interface KnownField {
  path: string;
  type: Column['type'] | 'unknown';
  meaning: Column['meaning'];
  /** The first value seen; null where none was. */
  example: Json;
  /** Seen in sample rows of this very port, rather than handed along from before. */
  seen: boolean;
}

/** Fields by port; null where they cannot be known before rows have been seen. */
export type PortFields = Readonly<Record<string, readonly KnownField[] | null>>;

export interface BoxFields {
  inputs: PortFields;
  outputs: PortFields;
}

/** Columns of sample rows by box and output port. */
export type SeenColumns = Readonly<Record<string, Readonly<Record<string, readonly Column[]>>>>;

/** What the systems of sources told of the rows to come, by box. */
export type ToldColumns = Readonly<Record<string, readonly KnownField[]>>;

/** The fields at every port. Boxes of unknown types, and circles, give nothing. */
export function knownFields(
  document: FlowDocument,
  catalogue: Catalogue,
  seen: SeenColumns,
  told: ToldColumns = {},
): Record<string, BoxFields> {
  const done: Record<string, BoxFields> = {};
  const visit = (id: string): BoxFields => {
    const before = done[id];
    if (before) return before;
    // Set before the boxes in front are looked at, so that a circle ends.
    done[id] = { inputs: {}, outputs: {} };
    const node = document.nodes[id];
    const description = node && catalogue.get(node.type);
    if (!node || !description) return done[id];
    const inputs: Record<string, readonly KnownField[] | null> = {};
    for (const { id: port } of description.inputs) {
      const edges = document.edges.filter(({ to }) => to.node === id && to.port === port);
      inputs[port] = together(edges.map(({ from }) => visit(from.node).outputs[from.port] ?? null));
    }
    done[id] = { inputs, outputs: outputsOf(node, description, inputs, seen[id] ?? {}, told[id]) };
    return done[id];
  };
  Object.keys(document.nodes).forEach(visit);
  return done;
}

/** All fields of rows that come by several lines; null when one of them is not known. */
function together(lines: readonly (readonly KnownField[] | null)[]): readonly KnownField[] | null {
  if (lines.length === 0 || lines.includes(null)) return null;
  return distinct(lines.flatMap((fields) => [...(fields ?? [])]));
}

function distinct(fields: readonly KnownField[]): KnownField[] {
  return [...new Map([...fields].reverse().map((field) => [field.path, field])).values()].reverse();
}

function outputsOf(
  node: FlowNode,
  description: NodeDescription,
  inputs: PortFields,
  seen: SeenColumns[string],
  told: readonly KnownField[] | undefined,
): PortFields {
  const ports = outputPorts(description, node.config).map(({ id }) => id);
  const [first] = description.inputs;
  const entered = first ? (inputs[first.id] ?? null) : null;
  const left = (port: string) =>
    port === FAILED || node.disabled ? entered : (told ?? expected(node, description, port, inputs));
  return Object.fromEntries(
    ports.map((port) => [port, seen[port] && seen[port].length > 0 ? asSeen(seen[port]) : left(port)]),
  );
}

/** A list of fields that a system gave, as fields of rows. */
export function toldFields(list: readonly ListEntry[]): KnownField[] {
  return list.map(({ value, type, format = null }) => {
    const column = {
      path: value,
      type: type ?? 'empty',
      format,
      odd: null,
      example: null,
      filled: 0,
    } as const;
    return { path: value, type: type ?? 'unknown', meaning: meaningOf(column), example: null, seen: false };
  });
}

function asSeen(columns: readonly Column[]): KnownField[] {
  return columns.map(({ path, type, meaning, example }) => ({ path, type, meaning, example, seen: true }));
}

function expected(
  node: FlowNode,
  description: NodeDescription,
  port: string,
  inputs: PortFields,
): readonly KnownField[] | null {
  const entered = together(description.inputs.slice(0, 1).map(({ id }) => inputs[id] ?? null));
  const handed = entered && entered.map((field) => ({ ...field, seen: false }));
  const { gives } = description;
  if (gives?.unknown && node.config[gives.unknown.field] === gives.unknown.is) return null;
  if (gives?.fields && !gives.told) {
    const named = gives.fields.flatMap((field) => namedBy(node.config[field], handed ?? []));
    if (gives.entries) named.push(...entriesOf(node, gives.entries, handed ?? []));
    if (gives.rows?.at.includes(port))
      named.push(...inField(node.config[gives.rows.into], inputs[gives.rows.of]));
    const { rest } = gives;
    const keepsRest = rest === 'always' || (rest && node.config[rest.field] === rest.is);
    if (!keepsRest) return named;
    return handed && distinct([...named, ...handed]);
  }
  if (description.behaviour.kind === 'source')
    return description.group === 'vtex' ? ofExample(description) : null;
  const added = addedBy(node, description, port);
  return handed && added && distinct([...added, ...handed]);
}

/** One field per named line of a mapping or table; a plain path into the row brings its type along. A text names one. */
function namedBy(lines: Json | undefined, entered: readonly KnownField[]): KnownField[] {
  if (typeof lines === 'string' && lines.trim() !== '') return [unknownField(lines.trim())];
  if (!Array.isArray(lines)) return [];
  return lines.flatMap((line): KnownField[] => {
    const { target, name, expression } = (line ?? {}) as { target?: Json; name?: Json; expression?: Json };
    const path = typeof target === 'string' ? target : name;
    if (typeof path !== 'string' || path === '') return [];
    const source = typeof expression === 'string' ? expression.replaceAll('`', '').trim() : '';
    const from = entered.find((field) => field.path === source);
    const { type = 'unknown', meaning = null, example = null } = from ?? {};
    return [{ path, type, meaning, example, seen: false }];
  });
}

function unknownField(path: string): KnownField {
  return { path, type: 'unknown', meaning: null, example: null, seen: false };
}

/** What the entries of a list hold, as far as rows with such a list have been seen. */
function entriesOf(node: FlowNode, gives: GivenEntries, entered: readonly KnownField[]): KnownField[] {
  const names = pathOf(String(node.config[gives.of] ?? ''));
  const list = names && entered.find(({ path }) => path === names.join('.'))?.example;
  const rows = Array.isArray(list) ? list.filter(isJsonObject) : [];
  const members = asSeen(describeColumns(rows)).map((field) => ({ ...field, seen: false }));
  if (node.config[gives.spread.field] === gives.spread.is) return members;
  return inField(node.config[gives.into], rows.length > 0 ? members : null);
}

/** Members as those of an object in a field; of null nothing is known but the field. */
function inField(name: Json | undefined, members: readonly KnownField[] | null | undefined): KnownField[] {
  if (typeof name !== 'string' || name === '') return [];
  if (!members) return [unknownField(name)];
  const inside = members.map((field) => ({ ...field, path: `${name}.${field.path}`, seen: false }));
  return [{ ...unknownField(name), type: 'object' }, ...inside];
}

/** VTEX's answers look alike everywhere, so those of the box's example stand for them. */
function ofExample({ example }: NodeDescription): KnownField[] | null {
  const rows = Object.entries(example.output).find(([port]) => port !== FAILED)?.[1] ?? [];
  return rows.length === 0 ? null : asSeen(describeColumns(rows)).map((field) => ({ ...field, seen: false }));
}

/**
 * What the box adds to the rows it passes on, as its example shows; null when the example's rows come out as others.
 * A member named by a text setting is called as this box's setting says.
 */
function addedBy(node: FlowNode, description: NodeDescription, port: string): KnownField[] | null {
  const { example, fields } = description;
  const into = Array.isArray(example.input) ? example.input : (Object.values(example.input)[0] ?? []);
  const out = example.output[port] ?? [];
  if (out.length === 0) return [];
  const before = new Set(into.flatMap((row) => Object.keys(row)));
  const after = describeColumns(out);
  const kept = after.filter(({ path }) => before.has(path));
  if (into.length > 0 && kept.length === 0) return null;
  const isNew = ({ path }: Column) => !before.has(path.split('.')[0] ?? '');
  return after.filter(isNew).map(({ path, type, meaning }) => {
    const [top = '', ...rest] = path.split('.');
    const setting = Object.keys(fields).find((field) => example.config[field] === top);
    const own = setting === undefined ? undefined : node.config[setting];
    const name = typeof own === 'string' && own !== '' ? own : top;
    return { path: [name, ...rest].join('.'), type, meaning, example: null, seen: false };
  });
}
