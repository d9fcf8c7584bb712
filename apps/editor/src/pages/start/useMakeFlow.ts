// Makes a flow, binds what was chosen for its connections, and leads to its canvas.
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { FlowDocument } from '@eclusa/flow';
import { saveBinding, useCreateFlow } from '../../api/flows';
import { useStores } from '../../api/stores';

export interface FlowWish {
  name: string;
  /** Empty without one. */
  document?: FlowDocument;
  /** Connection ids by slot. What is not bound is asked for before the first run. */
  slots?: Record<string, string>;
}

export interface MakeFlow {
  make: (wish: FlowWish) => Promise<void>;
  fault: unknown;
  busy: boolean;
}

export function useMakeFlow(): MakeFlow {
  const create = useCreateFlow();
  const navigate = useNavigate();
  const store = useStores().data?.[0];
  const [fault, setFault] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const make = async ({ name, document, slots = {} }: FlowWish) => {
    setFault(null);
    setBusy(true);
    try {
      const { id } = await create.mutateAsync({ name, ...(document && { document: { ...document, name } }) });
      if (Object.keys(slots).length > 0)
        await saveBinding(id, { storeId: store?.id ?? null, slots, parameters: {} }).catch(() => undefined);
      await navigate(`/flows/${id}`, { state: { look: 'tour' } });
    } catch (error) {
      setFault(error);
    } finally {
      setBusy(false);
    }
  };
  return { make, fault, busy };
}
