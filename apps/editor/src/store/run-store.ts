// The run that is going on, as its events tell it. Knows the last state only.
import { createStore, type StoreApi } from 'zustand';
import { watchRun } from '../api/runs';
import type { RunProgress } from '../api/types';

export interface RunStoreState {
  run: RunProgress | null;
  /** Listens to a run from now on, in place of any other. */
  follow: (id: string, onEnd?: (last: RunProgress | null) => void) => void;
  /** Takes the numbers off the canvas. */
  leave: () => void;
}

export type RunStore = StoreApi<RunStoreState>;

/** A store for one open flow; `watch` is replaced by tests. */
export function createRunStore(watch: typeof watchRun = watchRun): RunStore {
  let stop: () => void = () => undefined;
  return createStore<RunStoreState>()((set, get) => ({
    run: null,
    follow: (id, onEnd) => {
      stop();
      stop = watch(
        id,
        (run) => set({ run }),
        () => onEnd?.(get().run),
      );
    },
    leave: () => {
      stop();
      set({ run: null });
    },
  }));
}
