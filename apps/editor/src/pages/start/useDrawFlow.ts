// Draws the flow that was asked for: reads a sample through the real source box, fills what it makes sure, and opens it.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { startFlow, type Row, type StartAnswers } from '@eclusa/flow';
import { useCatalogue } from '../../api/catalogue';
import { saveBinding, saveDraft, useCreateFlow, useDeleteFlow } from '../../api/flows';
import { keepSample, testChain } from '../../api/samples';
import { useStores } from '../../api/stores';
import { mostRows } from '../../store/sample-flow';

/** A source that answered, but with nothing in it. */
export class EmptySample extends Error {}

export interface DrawFlow {
  /** `unseen`: draws without looking at the rows. */
  draw: (answers: StartAnswers, slots: Record<string, string>, unseen: boolean) => Promise<void>;
  fault: unknown;
  busy: boolean;
}

/** A flow whose rows cannot be read is not left behind. */
export function useDrawFlow(): DrawFlow {
  const nodes = useCatalogue().data?.nodes;
  const storeId = useStores().data?.[0]?.id ?? null;
  const cache = useQueryClient();
  const create = useCreateFlow();
  const remove = useDeleteFlow();
  const navigate = useNavigate();
  const [fault, setFault] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const draw: DrawFlow['draw'] = async (answers, slots, unseen) => {
    if (!nodes) return;
    setFault(null);
    setBusy(true);
    let made: string | null = null;
    try {
      const empty = startFlow({ ...answers, sample: [] }, nodes);
      const { id, revision } = await create.mutateAsync({ name: answers.name, document: empty.document });
      made = id;
      if (Object.keys(slots).length > 0) await saveBinding(id, { storeId, slots, parameters: {} });
      const reads = !unseen && (answers.from === 'file' || answers.from === 'http');
      // A file that will lie at an address is uploaded as a sample of it.
      const read = startFlow({ ...answers, pace: answers.from === 'file' ? 'once' : answers.pace }, nodes);
      const sample = reads ? await sampleOf(id, read.document, read.source, storeId) : answers.sample;
      const { document, source } = startFlow({ ...answers, sample }, nodes);
      await saveDraft(id, revision, document);
      if (sample.length > 0) await keepSample(id, source, [{ port: 'out', rows: [...sample] }]);
      await cache.invalidateQueries({ queryKey: ['flows'] });
      await navigate(`/flows/${id}`, { state: { look: 'problems' } });
    } catch (error) {
      if (made) await remove.mutateAsync(made).catch(() => undefined);
      setFault(error);
    } finally {
      setBusy(false);
    }
  };
  return { draw, fault, busy };
}

type Drawn = Parameters<typeof testChain>[1]['document'];

/** The first rows of the source box, read by the worker's own reader. */
async function sampleOf(
  flow: string,
  document: Drawn,
  source: string,
  storeId: string | null,
): Promise<Row[]> {
  const { results, stopped } = await testChain(flow, { document, nodes: [source], given: [], storeId });
  if (stopped) throw stopped.error;
  const rows = results[0]?.outputs['out'] ?? [];
  if (rows.length === 0) throw new EmptySample();
  return rows.slice(0, mostRows) as Row[];
}
