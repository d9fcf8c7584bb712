// Boxes as text on the clipboard, so that they travel between tabs and into a chat or a file. Pure.
import {
  copyFragment,
  flowDocumentSchema,
  parseFragment,
  UserError,
  type FlowDocument,
  type FlowEdit,
  type FlowFragment,
} from '@eclusa/flow';
import type { Point } from '../canvas/placing';

/** The boxes with the lines among them as a text, or null when none of them exists. */
export function clipText(document: FlowDocument, ids: readonly string[]): string | null {
  const chosen = ids.filter((id) => document.nodes[id]);
  return chosen.length === 0 ? null : JSON.stringify(copyFragment(document, chosen), null, 2);
}

/** The boxes a text holds, or null when it is something else. A whole saved flow is boxes too. */
export function readClip(text: string): FlowFragment | null {
  try {
    return parseFragment(text);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return wholeFlow(text);
  }
}

function wholeFlow(text: string): FlowFragment | null {
  try {
    const flow = flowDocumentSchema.safeParse(JSON.parse(text));
    return flow.success ? copyFragment(flow.data, Object.keys(flow.data.nodes)) : null;
  } catch {
    return null;
  }
}

/** Pastes with the fragment's upper left corner at `at`, or a little beside where it was copied. */
export function pasteEdit(fragment: FlowFragment, at?: Point): FlowEdit {
  const places = Object.values(fragment.positions);
  const corner = { x: Math.min(...places.map(({ x }) => x)), y: Math.min(...places.map(({ y }) => y)) };
  const beside = { x: 40, y: 40 };
  const by = at && places.length > 0 ? { x: at.x - corner.x, y: at.y - corner.y } : beside;
  return { type: 'paste', fragment, by };
}
