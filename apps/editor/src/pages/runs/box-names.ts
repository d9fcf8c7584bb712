// What a box of a run is called: its own name, or its type's in the reader's language. Pure.
import type { Catalogue, FlowDocument, Locale } from '@eclusa/flow';

/** The name of `node` as the canvas shows it. */
export function boxName(
  document: FlowDocument,
  catalogue: Catalogue | undefined,
  node: string,
  locale: Locale,
): string {
  const placed = document.nodes[node];
  return placed?.name ?? catalogue?.get(placed?.type ?? '')?.name[locale] ?? node;
}
