// Two people changed one draft: lays both over what they started from. Pure, and never guesses: where both changed
// the same thing to different ends, it says so and leaves the choice to a person.
import { equal } from '../difference';
import { edgeId, type FlowDocument, type FlowEdge, type FlowNode } from '../document';
import { freeId } from '../edits/fragment';
import type { Json } from '../json';
import { linesByTarget } from './lines';

export interface Merged {
  /** Both drawings in one. With conflicts, mine stands where both claim the same. */
  document: FlowDocument;
  /** What both changed differently: `nodes.price.config.mapping.basePrice`, `edges.a.out>b.in`. */
  conflicts: string[];
}

type Three<T> = { base: T | undefined; mine: T | undefined; theirs: T | undefined };
type Records<T> = Three<Readonly<Record<string, T>>>;

/** Merges `mine` and `theirs`, both drawn from `base`. Boxes both added under one id stay two boxes. */
export function mergeFlows(base: FlowDocument, mine: FlowDocument, theirs: FlowDocument): Merged {
  const merge = new Merge();
  const own = withFreeIds(base, mine, theirs);
  const of = <T>(pick: (document: FlowDocument) => T): Three<T> => ({
    ...{ base: pick(base), mine: pick(own), theirs: pick(theirs) },
  });
  const nodes = merge.records('nodes', of(nodesOf), (path, three) => merge.node(path, three));
  const settings = merge.records('settings', of(settingsOf));
  const description = merge.one(
    'description',
    of((document) => document.description),
  );
  const document: FlowDocument = {
    format: own.format,
    formatVersion: own.formatVersion,
    name:
      merge.one(
        'name',
        of(({ name }) => name),
      ) ?? own.name,
    ...(description !== undefined && { description }),
    slots: merge.records(
      'slots',
      of(({ slots }) => slots),
    ),
    parameters: merge.records(
      'parameters',
      of(({ parameters }) => parameters),
    ),
    ...(Object.keys(settings).length > 0 && { settings }),
    nodes,
    edges: merge.edges(
      of(({ edges }) => edges),
      nodes,
    ),
    layout: mergeLayout(merge, of, nodes),
  };
  return { document, conflicts: merge.conflicts };
}

const nodesOf = ({ nodes }: FlowDocument) => nodes;
const settingsOf = ({ settings = {} }: FlowDocument) => settings as Record<string, Json>;

/** Places are nobody's claim: where both moved a box, mine stands and no conflict is told. */
function mergeLayout(
  merge: Merge,
  of: <T>(pick: (document: FlowDocument) => T) => Three<T>,
  nodes: FlowDocument['nodes'],
): FlowDocument['layout'] {
  const notes = merge.records('notes', of(notesById));
  const places = Object.entries(
    new Merge().records(
      'layout',
      of(({ layout }) => layout.nodes),
    ),
  );
  return {
    nodes: Object.fromEntries(places.filter(([id]) => Object.hasOwn(nodes, id))),
    ...(Object.keys(notes).length > 0 && { notes: Object.values(notes) }),
  };
}

/** Merges part by part and remembers where both sides differ. */
class Merge {
  readonly conflicts: string[] = [];

  /** The side that changed; mine, and a conflict, when both did and `split` cannot take it apart. */
  one<T>(path: string, { base, mine, theirs }: Three<T>, split?: () => T | undefined): T | undefined {
    if (same(mine, theirs) || same(base, theirs)) return mine;
    if (same(base, mine)) return theirs;
    const parts = base !== undefined && mine !== undefined && theirs !== undefined ? split?.() : undefined;
    if (parts !== undefined) return parts;
    this.conflicts.push(path);
    return mine;
  }

  records<T>(
    path: string,
    { base = {}, mine = {}, theirs = {} }: Records<T>,
    each: (path: string, three: Three<T>) => T | undefined = (at, three) => this.one(at, three),
  ): Record<string, T> {
    const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs), ...Object.keys(base)])];
    const member = (record: Readonly<Record<string, T>>, key: string) =>
      Object.hasOwn(record, key) ? record[key] : undefined;
    const entries = keys.flatMap((key): [string, T][] => {
      const three = { base: member(base, key), mine: member(mine, key), theirs: member(theirs, key) };
      const value = each(`${path}.${key}`, three);
      return value === undefined ? [] : [[key, value]];
    });
    return Object.fromEntries(entries);
  }

  /** A box field by field, as long as it is the same kind of box on all sides. */
  node(path: string, three: Three<FlowNode>): FlowNode | undefined {
    return this.one(path, three, () => {
      const { base, mine, theirs } = three as Required<Three<FlowNode>> & Record<string, FlowNode>;
      if (!base || !mine || !theirs) return undefined;
      const kinds = [base, mine, theirs].map(({ type, version }) => `${type} ${version}`);
      if (new Set(kinds).size > 1) return undefined;
      const parts = <T>(pick: (node: FlowNode) => T): Three<T> => ({
        ...{ base: pick(base), mine: pick(mine), theirs: pick(theirs) },
      });
      const name = this.one(
        `${path}.name`,
        parts((node) => node.name),
      );
      const disabled = this.one(
        `${path}.disabled`,
        parts((node) => node.disabled),
      );
      const config = this.records(
        `${path}.config`,
        parts((node) => node.config),
        (at, field) => this.field(at, field),
      );
      const { type, version } = mine;
      return {
        ...{ type, version },
        ...(name !== undefined && { name }),
        ...(disabled !== undefined && { disabled }),
        config,
      };
    });
  }

  private field(path: string, three: Three<Json>): Json | undefined {
    return this.one(path, three, () => {
      const [base, mine, theirs] = [three.base, three.mine, three.theirs].map(linesByTarget);
      if (!base || !mine || !theirs) return undefined;
      return Object.values(this.records(path, { base, mine, theirs }));
    });
  }

  /** Arrows are there or not. One into or out of a box that the other side removed is a conflict. */
  edges(three: Three<readonly FlowEdge[]>, nodes: Readonly<Record<string, FlowNode>>): FlowEdge[] {
    const {
      base = {},
      mine = {},
      theirs = {},
    } = {
      base: byId(three.base ?? []),
      mine: byId(three.mine ?? []),
      theirs: byId(three.theirs ?? []),
    };
    for (const id of bothInserted(base, mine, theirs)) this.conflicts.push(`edges.${id}`);
    const merged = this.records('edges', { base, mine, theirs });
    return Object.entries(merged).flatMap(([id, edge]) => {
      if (Object.hasOwn(nodes, edge.from.node) && Object.hasOwn(nodes, edge.to.node)) return [edge];
      if (!Object.hasOwn(base, id)) this.conflicts.push(`edges.${id}`);
      return [];
    });
  }
}

/** Arrows that both took out to put something else there: merged, every row would go both ways. */
function bothInserted(
  base: Record<string, FlowEdge>,
  mine: Record<string, FlowEdge>,
  theirs: Record<string, FlowEdge>,
): string[] {
  const added = (side: Record<string, FlowEdge>, { from }: FlowEdge) =>
    Object.entries(side)
      .filter(([id, edge]) => !base[id] && edge.from.node === from.node && edge.from.port === from.port)
      .map(([id]) => id);
  return Object.entries(base).flatMap(([id, edge]) => {
    if (mine[id] || theirs[id]) return [];
    const [own, other] = [added(mine, edge), added(theirs, edge)];
    const isSame = own.length === other.length && own.every((each) => other.includes(each));
    return own.length > 0 && other.length > 0 && !isSame ? [id] : [];
  });
}

/** My drawing with other ids for boxes and notes that the other side added under the same ids. */
function withFreeIds(base: FlowDocument, mine: FlowDocument, theirs: FlowDocument): FlowDocument {
  const twice = (pick: (document: FlowDocument) => Readonly<Record<string, unknown>>) => {
    const [old, own, other] = [pick(base), pick(mine), pick(theirs)];
    const taken = new Set([...Object.keys(own), ...Object.keys(other)]);
    const ids = new Map<string, string>();
    for (const id of Object.keys(own)) {
      if (Object.hasOwn(old, id) || !Object.hasOwn(other, id) || same(own[id], other[id])) continue;
      ids.set(id, freeId(id.replace(/-\d+$/, ''), taken));
      taken.add(ids.get(id) as string);
    }
    return (id: string) => ids.get(id) ?? id;
  };
  const node = twice(({ nodes }) => nodes);
  const note = twice(notesById);
  const named = <T>(record: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(record).map(([id, value]) => [node(id), value]));
  const { notes } = mine.layout;
  return {
    ...mine,
    nodes: named(mine.nodes),
    edges: mine.edges.map(({ from, to }) => ({
      from: { ...from, node: node(from.node) },
      to: { ...to, node: node(to.node) },
    })),
    layout: {
      nodes: named(mine.layout.nodes),
      ...(notes && { notes: notes.map((each) => ({ ...each, id: note(each.id) })) }),
    },
  };
}

function byId(edges: readonly FlowEdge[]): Record<string, FlowEdge> {
  return Object.fromEntries(edges.map((edge) => [edgeId(edge), edge]));
}

function notesById({ layout }: FlowDocument) {
  return Object.fromEntries((layout.notes ?? []).map((note) => [note.id, note]));
}

function same(a: unknown, b: unknown): boolean {
  return equal((a ?? null) as Json, (b ?? null) as Json);
}
