// When the system of a box can be asked for a list, and what its answer depends on. Pure.
import type { Field, FlowDocument, Json, NodeDescription } from '@eclusa/flow';

export interface Asking {
  document: FlowDocument;
  node: string;
  description: NodeDescription;
  /** Connection ids by slot. */
  bound: Readonly<Record<string, string>>;
}

/** The first of the needed settings that is empty, or whose connection nobody has chosen. */
export function missingField(asking: Asking, needs: readonly string[]): Field | undefined {
  const missing = needs.find((id) => valueFor(asking, id) === null);
  return missing === undefined ? undefined : asking.description.fields[missing];
}

/** What the answer depends on, settings by their values and connections by their ids. */
export function basisOfList(asking: Asking, settings: readonly string[]): Json[] {
  return [asking.description.id, ...settings.map((id) => valueFor(asking, id))];
}

function valueFor({ document, node, description, bound }: Asking, id: string): Json {
  const value = document.nodes[node]?.config[id];
  if (typeof value !== 'string') return value ?? null;
  if (value.trim() === '') return null;
  return description.fields[id]?.kind === 'connection' ? (bound[value] ?? null) : value;
}
