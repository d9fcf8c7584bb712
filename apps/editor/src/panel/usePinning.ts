// Keeps the rows of a box with the flow, changes them there, and lets go of them.
import { useState } from 'react';
import type { Row } from '@eclusa/flow';
import { useToast } from '../shell/useToast';
import { useFlowStores } from '../store/flow-stores';
import { pinRows, unpinRows } from '../store/try-boxes';

/** `outputs`: the rows of the box as they are known, by port. A fault is told, and nothing changes. */
export function usePinning(id: string, outputs: Readonly<Record<string, unknown>>) {
  const stores = useFlowStores();
  const toast = useToast();
  const [saving, setSaving] = useState(false);
  const save = async (work: Promise<void>, done?: () => void) => {
    setSaving(true);
    try {
      await work;
      done?.();
    } catch (error) {
      toast.bad(error);
    } finally {
      setSaving(false);
    }
  };
  const portRows = (known: Readonly<Record<string, unknown>>) =>
    Object.entries(known).map(([port, rows]) => ({ port, rows: rows as Row[] }));
  return {
    saving,
    pin: () => void save(pinRows(stores, id, portRows(outputs))),
    unpin: () => void save(unpinRows(stores, id)),
    change: (port: string, rows: Row[], done: () => void) =>
      void save(pinRows(stores, id, portRows({ ...outputs, [port]: rows })), done),
  };
}
