// The draft being drawn, its past and its future. Every change is an edit of the flow language; this decides only when.
import { createStore, type StoreApi } from 'zustand';
import { applyEdits, mergeFlows, type FlowDocument, type FlowEdit } from '@eclusa/flow';

const longestPast = 200;
/** Steps of undo that are laid over a draft of somebody else; older ones are forgotten. */
const followedPast = 40;
/** Edits of one thing closer together than this are one step of undo. */
const mergeWithin = 1000;

export interface DocumentState {
  document: FlowDocument;
  /** The revision the draft stands on. */
  revision: number;
  /** What the server has at `revision`; the draft is dirty while it differs. */
  saved: FlowDocument;
  past: readonly FlowDocument[];
  future: readonly FlowDocument[];
  /** Applies edits as one step. Steps with the same `mergeKey` in quick succession become one. */
  edit: (edits: readonly FlowEdit[], mergeKey?: string) => void;
  undo: () => void;
  redo: () => void;
  /** The server has `document` now. */
  markSaved: (document: FlowDocument, revision: number) => void;
  /** Puts another document in place; undo leads back. */
  take: (document: FlowDocument, revision: number) => void;
  /** Shows a newer draft of somebody else; undo takes back own steps only, on top of it. */
  follow: (document: FlowDocument, revision: number) => void;
  /** Keeps the own document on top of a newer revision, of which the server has `saved`. */
  rebase: (revision: number, saved?: FlowDocument) => void;
}

export type DocumentStore = StoreApi<DocumentState>;

/** The own steps of undo laid over a newer draft of somebody else. */
function followed(
  { saved, past }: DocumentState,
  document: FlowDocument,
  revision: number,
): Partial<DocumentState> {
  const own = past.slice(-followedPast).map((step) => mergeFlows(saved, step, document).document);
  return { document, saved: document, revision, past: own, future: [] };
}

/** A store for one open flow. `now` is replaced by tests. */
export function createDocumentStore(
  opened: FlowDocument,
  revision: number,
  now: () => number = Date.now,
): DocumentStore {
  let last = { key: '', at: 0 };
  return createStore<DocumentState>()((set, get) => ({
    document: opened,
    revision,
    saved: opened,
    past: [],
    future: [],
    edit: (edits, mergeKey) => {
      const { document, past } = get();
      const next = applyEdits(document, edits);
      if (next === document) return;
      const at = now();
      const merged = mergeKey !== undefined && mergeKey === last.key && at - last.at < mergeWithin;
      last = { key: mergeKey ?? '', at };
      set({ document: next, past: merged ? past : [...past, document].slice(-longestPast), future: [] });
    },
    undo: () => {
      const { document, past, future } = get();
      const previous = past.at(-1);
      if (!previous) return;
      last = { key: '', at: 0 };
      set({ document: previous, past: past.slice(0, -1), future: [document, ...future] });
    },
    redo: () => {
      const { document, past, future } = get();
      const [next, ...rest] = future;
      if (!next) return;
      last = { key: '', at: 0 };
      set({ document: next, past: [...past, document], future: rest });
    },
    markSaved: (document, savedRevision) => set({ saved: document, revision: savedRevision }),
    take: (document, newRevision) =>
      set((state) => ({
        document,
        saved: document,
        revision: newRevision,
        past: [...state.past, state.document].slice(-longestPast),
        future: [],
      })),
    follow: (document, newRevision) => set((state) => followed(state, document, newRevision)),
    rebase: (newRevision, newSaved) =>
      set(({ saved }) => ({ revision: newRevision, saved: newSaved ?? saved })),
  }));
}
