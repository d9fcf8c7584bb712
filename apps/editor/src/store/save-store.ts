// Keeps the draft on the server: one save at a time, the newest document wins, a newer draft of somebody else stops it.
// Holds what only the server knows too: bindings and the published version.
import { ApiProblem } from '@eclusa/client';
import { createStore, type StoreApi } from 'zustand';
import { isUnreachable } from '../api/client';
import { saveBinding, saveDraft } from '../api/flows';
import type { Binding, Flow, FlowConflict } from '../api/types';
import { flowChanges, type FlowDocument } from '@eclusa/flow';
import type { DocumentStore } from './document-store';

export type SaveStatus = 'saved' | 'saving' | 'unreachable' | 'refused' | 'conflict';

export interface SaveState {
  status: SaveStatus;
  /** Why the last save was refused. */
  fault: unknown;
  conflict: FlowConflict | null;
  bindings: readonly Binding[];
  publishedVersion: number | null;
  /** Saves until nothing is left to save. Resolves true when the server has the shown document. */
  save: () => Promise<boolean>;
  /** The own draft replaces the newer one. */
  keepMine: () => Promise<boolean>;
  /** The newer draft replaces the own one; undo brings it back. */
  takeTheirs: () => void;
  /** A drawing made of both replaces the own one; undo brings the own one back. */
  keepBoth: (merged: FlowDocument) => Promise<boolean>;
  /** Binds one slot for one store. */
  bind: (storeId: string | null, slots: Record<string, string>) => Promise<void>;
  published: (version: number) => void;
}

export type SaveStore = StoreApi<SaveState>;

/** The binding of a store, or an empty one. */
export function bindingFor(bindings: readonly Binding[], storeId: string | null): Binding {
  return bindings.find((binding) => binding.storeId === storeId) ?? { storeId, slots: {}, parameters: {} };
}

function refused(error: unknown): Partial<SaveState> {
  if (isUnreachable(error)) return { status: 'unreachable', fault: error };
  if (error instanceof ApiProblem && error.is('api.flow-changed')) {
    return { status: 'conflict', conflict: error.body as unknown as FlowConflict, fault: error };
  }
  return { status: 'refused', fault: error };
}

type Change = (state: Partial<SaveState>) => void;

/** Saves until the server has what is shown; false when it refuses or does not answer. */
async function saveAll(flowId: string, draft: DocumentStore, set: Change): Promise<boolean> {
  set({ status: 'saving' });
  while (draft.getState().document !== draft.getState().saved) {
    const { document, revision } = draft.getState();
    try {
      const answer = await saveDraft(flowId, revision, document);
      draft.getState().markSaved(document, answer.revision);
    } catch (error) {
      const next = refused(error);
      const { conflict } = next;
      // Both drew the same, or only I saved from elsewhere: nothing to ask about.
      if (conflict && flowChanges(conflict.draft, draft.getState().document).length === 0) {
        draft.getState().follow(conflict.draft, conflict.revision);
        continue;
      }
      set(next);
      return false;
    }
  }
  set({ status: 'saved', fault: null });
  return true;
}

/** A store for one open flow. */
export function createSaveStore(flow: Flow, draft: DocumentStore): SaveStore {
  let going: Promise<boolean> | null = null;
  return createStore<SaveState>()((set, get) => {
    return {
      status: 'saved',
      fault: null,
      conflict: null,
      bindings: flow.bindings,
      publishedVersion: flow.publishedVersion,
      save: () => {
        if (get().status === 'conflict') return Promise.resolve(false);
        going ??= saveAll(flow.id, draft, set).finally(() => (going = null));
        return going;
      },
      keepMine: () => {
        const { conflict } = get();
        if (conflict) draft.getState().rebase(conflict.revision, conflict.draft);
        set({ conflict: null, status: 'saved' });
        return get().save();
      },
      keepBoth: (merged) => {
        draft.getState().edit([{ type: 'replace-document', document: merged }]);
        return get().keepMine();
      },
      takeTheirs: () => {
        const { conflict } = get();
        if (conflict) draft.getState().take(conflict.draft, conflict.revision);
        set({ conflict: null, status: 'saved', fault: null });
      },
      bind: async (storeId, slots) => {
        const old = bindingFor(get().bindings, storeId);
        const next = { ...old, slots: { ...old.slots, ...slots } };
        const others = get().bindings.filter((binding) => binding.storeId !== storeId);
        set({ bindings: [...others, next] });
        // The server binds only slots it knows, so the draft goes first and slots long gone stay behind.
        await get().save();
        const known = Object.entries(next.slots).filter(([slot]) => draft.getState().document.slots[slot]);
        await saveBinding(flow.id, { ...next, slots: Object.fromEntries(known) });
      },
      published: (version) => set({ publishedVersion: version }),
    };
  });
}
