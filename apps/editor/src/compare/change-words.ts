// What changed between two drawings as names and values a person knows. Pure; the sentences around them are the page's.
import {
  isJsonObject,
  type Catalogue,
  type ChangedPart,
  type ChangeKind,
  type Field,
  type Fields,
  type FlowChange,
  type FlowDocument,
  type Json,
  type Locale,
} from '@eclusa/flow';
import { titleOf } from '../canvas/to-react-flow';

/** One value that changed. Of `word` the page knows the name; anything else is named here already. */
export interface ChangedValue {
  word?: 'name' | 'description' | 'type' | 'version' | 'disabled' | 'text' | 'default' | 'kind' | 'help';
  name: string;
  before?: string;
  after?: string;
}

export interface ChangeLine {
  key: string;
  part: ChangedPart;
  kind: ChangeKind;
  /** What people call the thing that changed. */
  title: string;
  /** The box to jump to, or where the arrow starts. */
  node?: string;
  edge?: string;
  values: ChangedValue[];
}

export interface Compared {
  before: FlowDocument;
  after: FlowDocument;
  catalogue: Catalogue;
  locale: Locale;
}

/** The lines of a list of changes, in its order. Notes that only moved are left out. */
export function changeLines(changes: readonly FlowChange[], compared: Compared): ChangeLine[] {
  return changes.flatMap((change): ChangeLine[] => {
    const { part, id, kind, members } = change;
    const values = members
      .filter(({ name }) => part !== 'note' || name === 'text')
      .map(({ name, before, after }) => valueOf(change, name, { before, after }, compared));
    if (part === 'note' && kind === 'changed' && values.length === 0) return [];
    const place = part === 'node' ? { node: id } : part === 'edge' ? { edge: id, ...startOf(id) } : {};
    return [{ key: `${part} ${id}`, part, kind, title: titleFor(change, compared), ...place, values }];
  });
}

const startOf = (edge: string) => ({ node: edge.slice(0, edge.indexOf('.')) });

function titleFor({ part, id, kind }: FlowChange, compared: Compared): string {
  const { before, after } = compared;
  const document = kind === 'removed' ? before : after;
  switch (part) {
    case 'node':
      return boxTitle(id, document, compared);
    case 'edge':
      return edgeTitle(id, document, compared);
    case 'slot':
      return document.slots[id]?.name || id;
    case 'parameter':
      return document.parameters[id]?.name || id;
    case 'note':
      return (document.layout.notes ?? []).find((note) => note.id === id)?.text.slice(0, 40) ?? id;
    default:
      return '';
  }
}

/** What a box is called in a drawing. */
export function boxTitle(
  id: string,
  document: FlowDocument,
  { catalogue, locale }: Pick<Compared, 'catalogue' | 'locale'>,
): string {
  const node = document.nodes[id];
  return node ? titleOf(node, catalogue.get(node.type), locale) : id;
}

function edgeTitle(id: string, document: FlowDocument, compared: Compared): string {
  const [from = '', to = ''] = id.split('>');
  const box = (end: string) => boxTitle(end.slice(0, end.indexOf('.')), document, compared);
  return `${box(from)} → ${box(to)}`;
}

type Sides = { before: Json | undefined; after: Json | undefined };

function valueOf(change: FlowChange, member: string, sides: Sides, compared: Compared): ChangedValue {
  const { part, id } = change;
  const node = part === 'node' ? (compared.after.nodes[id] ?? compared.before.nodes[id]) : undefined;
  const [head = '', field = '', ...rest] = member.split('.');
  if (head !== 'config' || !node) {
    const word = member as Exclude<ChangedValue['word'], undefined>;
    const known = ['name', 'description', 'type', 'version', 'disabled', 'text', 'default', 'kind', 'help'];
    const typed = (value: Json | undefined) =>
      member === 'type' && typeof value === 'string'
        ? (compared.catalogue.get(value)?.name[compared.locale] ?? value)
        : value;
    return {
      ...(known.includes(member) && { word }),
      name: member,
      ...shown({ before: typed(sides.before), after: typed(sides.after) }),
    };
  }
  const described = compared.catalogue.get(node.type)?.fields[field];
  const values = {
    before: spoken(described, sides.before, compared),
    after: spoken(described, sides.after, compared),
  };
  return { name: fieldName(described, field, rest, compared.locale), ...shown(values) };
}

/** The name of a place in a form, by its path in the config. */
export function fieldPath(fields: Fields | undefined, path: readonly string[], locale: Locale): string {
  const [id = '', ...rest] = path;
  return fieldName(fields?.[id], id, rest, locale);
}

/** `Values › Base price`, `Columns › 2 › Name`: the way to the value through the form. */
function fieldName(field: Field | undefined, id: string, rest: string[], locale: Locale): string {
  if (!field) return [id, ...rest].join(' › ');
  const name = field.name[locale];
  if (rest.length === 0) return name;
  if (field.kind === 'mapping') {
    const target = rest.join('.');
    return field.targets?.find((each) => each.id === target)?.name[locale] ?? target;
  }
  const [line = '', column, ...deeper] = rest;
  const number = /^\d+$/.test(line) ? String(Number(line) + 1) : line;
  if (field.kind !== 'table' || column === undefined)
    return [name, number, column].filter(Boolean).join(' › ');
  return [name, number, fieldName(field.columns[column], column, deeper, locale)].join(' › ');
}

/** A choice by its name, a connection by what the flow calls it. */
function spoken(field: Field | undefined, value: Json | undefined, compared: Compared): Json | undefined {
  if (typeof value !== 'string') return value;
  if (field?.kind === 'choice') {
    return field.choices.find((choice) => choice.value === value)?.name[compared.locale] ?? value;
  }
  if (field?.kind !== 'connection') return value;
  return (compared.after.slots[value] ?? compared.before.slots[value])?.name ?? value;
}

function shown({ before, after }: Sides): Pick<ChangedValue, 'before' | 'after'> {
  return {
    ...(before !== undefined && before !== null && { before: textOf(before) }),
    ...(after !== undefined && after !== null && { after: textOf(after) }),
  };
}

function textOf(value: Json): string {
  if (typeof value === 'string') return value;
  if (isJsonObject(value) && typeof value['text'] === 'string') return value['text'];
  return JSON.stringify(value);
}
