// Keeps work that is not saved in the browser, and finds what an earlier visit left there.
import { useCallback, useEffect, useState } from 'react';
import { useMe } from '../../api/session';
import { useDocument, useFlowStores } from '../../store/flow-stores';
import { findUnsaved, forgetUnsaved, keepUnsaved, type UnsavedDraft } from '../../store/unsaved-drafts';

/** Typing must not wait for the disk, yet a browser may be closed at any moment. */
const pause = 250;

/** What was found, and `settled` to be called when the person has decided. */
export function useUnsaved(): { found: UnsavedDraft | null; settled: () => void } {
  const { flowId, document: store } = useFlowStores();
  const userId = useMe().data?.user.id ?? '';
  const document = useDocument((state) => state.document);
  const dirty = useDocument((state) => state.document !== state.saved);
  // Read before anything is written over it.
  const [found, setFound] = useState(() => findUnsaved(localStorage, userId, flowId, store.getState().saved));
  const [wasDirty, setWasDirty] = useState(false);
  if (dirty && !wasDirty) setWasDirty(true);
  useEffect(() => {
    if (!dirty) {
      if (wasDirty) forgetUnsaved(localStorage, userId, flowId);
      return;
    }
    const keep = () => {
      const { document: shown, saved, revision } = store.getState();
      if (shown === saved) return;
      const draft = { revision, base: saved, document: shown, at: new Date().toISOString() };
      keepUnsaved(localStorage, userId, flowId, draft);
    };
    const timer = setTimeout(keep, pause);
    window.addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', keep);
    };
  }, [document, dirty, wasDirty, store, userId, flowId]);
  const settled = useCallback(() => {
    setFound(null);
    const { document: shown, saved } = store.getState();
    if (shown === saved) forgetUnsaved(localStorage, userId, flowId);
  }, [store, userId, flowId]);
  return { found, settled };
}
