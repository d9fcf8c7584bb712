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
import { boxSize, snapped, type Point } from '../canvas/placing';

/** Boxes with the lines among them, and notes, as a text; null when none of them exists. */
export function clipText(
  document: FlowDocument,
  ids: readonly string[],
  notes: readonly string[] = [],
): string | null {
  const chosen = ids.filter((id) => document.nodes[id]);
  const fragment = copyFragment(document, chosen, notes);
  return chosen.length + (fragment.notes?.length ?? 0) === 0 ? null : JSON.stringify(fragment, null, 2);
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
    if (!flow.success) return null;
    const notes = (flow.data.layout.notes ?? []).map(({ id }) => id);
    return copyFragment(flow.data, Object.keys(flow.data.nodes), notes);
  } catch {
    return null;
  }
}

/** What is seen of the drawing, in its own measure. */
export interface Sight {
  from: Point;
  to: Point;
}

const beside = { x: 40, y: 40 };

/** Pastes a little beside where the boxes were copied; in the middle of what is seen when that is out of sight. */
export function pasteEdit(fragment: FlowFragment, seen?: Sight): FlowEdit {
  const places = [...Object.values(fragment.positions), ...(fragment.notes ?? [])];
  const xs = places.map(({ x }) => x + beside.x);
  const ys = places.map(({ y }) => y + beside.y);
  const corner = { x: Math.min(...xs), y: Math.min(...ys) };
  const end = { x: Math.max(...xs) + boxSize.width, y: Math.max(...ys) + boxSize.height };
  const hidden =
    seen && (end.x < seen.from.x || end.y < seen.from.y || corner.x > seen.to.x || corner.y > seen.to.y);
  if (!hidden || places.length === 0) return { type: 'paste', fragment, by: beside };
  const by = snapped({
    x: (seen.from.x + seen.to.x - corner.x - end.x) / 2 + beside.x,
    y: (seen.from.y + seen.to.y - corner.y - end.y) / 2 + beside.y,
  });
  return { type: 'paste', fragment, by };
}
