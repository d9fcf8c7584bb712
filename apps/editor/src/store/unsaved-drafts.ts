// Work that has not reached the server, kept in the browser for the case that the browser is closed. By person and
// flow; flows hold no secrets, yet nobody else's work is offered to the next person at this computer.
import { flowChanges, flowDocumentSchema, type FlowDocument } from '@eclusa/flow';

export interface UnsavedDraft {
  /** The revision the work started from, and the draft as it was then. */
  revision: number;
  base: FlowDocument;
  document: FlowDocument;
  /** ISO time of the last edit. */
  at: string;
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (userId: string, flowId: string) => `eclusa.unsaved.${userId}.${flowId}`;

/** Keeps the work; a browser that is full or forbids it keeps nothing, and drawing goes on. */
export function keepUnsaved(shelf: Shelf, userId: string, flowId: string, draft: UnsavedDraft): void {
  try {
    shelf.setItem(keyOf(userId, flowId), JSON.stringify(draft));
  } catch {
    // The server has the draft at every pause anyway.
  }
}

/** Forgets what was kept. */
export function forgetUnsaved(shelf: Shelf, userId: string, flowId: string): void {
  try {
    shelf.removeItem(keyOf(userId, flowId));
  } catch {
    // What cannot be removed was never kept.
  }
}

/** What was kept and differs from what the server has; null when there is nothing to offer. */
export function findUnsaved(
  shelf: Shelf,
  userId: string,
  flowId: string,
  saved: FlowDocument,
): UnsavedDraft | null {
  try {
    const text = shelf.getItem(keyOf(userId, flowId));
    if (text === null) return null;
    const { revision, at, ...kept } = JSON.parse(text) as UnsavedDraft;
    const base = flowDocumentSchema.parse(kept.base);
    const document = flowDocumentSchema.parse(kept.document);
    if (flowChanges(base, document).length === 0 || flowChanges(saved, document).length === 0) return null;
    return { revision: Number(revision), base, document, at: String(at) };
  } catch {
    return null;
  }
}
