// Saves the draft after a pause in drawing, when the network comes back, and warns before a tab with unsaved work closes.
import { useEffect } from 'react';
import { useDocument, useFlowStores, useSaving } from '../../store/flow-stores';

const pause = 1200;
const again = 5000;

/** Runs as long as the flow is open. */
export function useAutosave(): void {
  const { document: documentStore, save: saveStore } = useFlowStores();
  const document = useDocument((state) => state.document);
  const dirty = useDocument((state) => state.document !== state.saved);
  const unreachable = useSaving((state) => state.status === 'unreachable');
  useEffect(() => {
    if (!dirty) return;
    const timer = setTimeout(() => void saveStore.getState().save(), unreachable ? again : pause);
    return () => clearTimeout(timer);
  }, [document, dirty, unreachable, saveStore]);
  useEffect(() => {
    const online = () => void saveStore.getState().save();
    const leaving = (event: BeforeUnloadEvent) => {
      const { document: shown, saved } = documentStore.getState();
      if (shown !== saved) event.preventDefault();
    };
    window.addEventListener('online', online);
    window.addEventListener('beforeunload', leaving);
    return () => {
      window.removeEventListener('online', online);
      window.removeEventListener('beforeunload', leaving);
      // Leaving the page inside the app: nothing may be lost with the stores.
      void saveStore.getState().save();
    };
  }, [documentStore, saveStore]);
}
