// Edits that wait for the change of a field, so that both are one step of undo.
import { createContext, useContext } from 'react';
import type { FlowEdit } from '@eclusa/flow';

const PendingContext = createContext<FlowEdit[]>([]);

export const PendingEdits = PendingContext.Provider;

/** Takes what waits, leaving nothing. */
export function useTakePending(): () => FlowEdit[] {
  const pending = useContext(PendingContext);
  return () => pending.splice(0);
}
