// What a person wants to see of all runs, as the address has it and as the service is asked.
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { RunFilter } from '../../api/runs';
import type { RunState } from '../../api/types';
import { spanOf } from './history-bars';

export const runStates: readonly RunState[] = [
  'queued',
  'running',
  'cancelling',
  'completed',
  'failed',
  'cancelled',
  'skipped',
];
export const times = ['day', 'week', 'month'] as const;

/** As the address has it. `from` and `step` are one bar of the picture. */
export interface RunWish {
  flow?: string;
  store?: string;
  state?: RunState;
  time?: string;
  key?: string;
  from?: string;
  step?: string;
}

export interface RunFilterState {
  wish: RunWish;
  setWish: (next: RunWish) => void;
  filter: RunFilter;
  /** What the picture shows. */
  span: ReturnType<typeof spanOf>;
}

/** The times are worked out once for an address: they do not move under the reader. */
export function useRunFilter(): RunFilterState {
  const [query, setQuery] = useSearchParams();
  const address = query.toString();
  return useMemo(() => {
    const wish = readWish(new URLSearchParams(address));
    const span = spanOf(wish.time, Date.now());
    return {
      wish,
      span,
      filter: filterOf(wish, span),
      setWish: (next: RunWish) => setQuery(next as Record<string, string>),
    };
  }, [address, setQuery]);
}

function readWish(query: URLSearchParams): RunWish {
  const state = runStates.find((one) => one === query.get('state'));
  const texts = (['flow', 'store', 'time', 'key', 'from', 'step'] as const).flatMap((name) => {
    const value = query.get(name);
    return value ? [[name, value] as const] : [];
  });
  return { ...Object.fromEntries(texts), ...(state && { state }) };
}

function filterOf(wish: RunWish, { since, list }: RunFilterState['span']): RunFilter {
  const { flow, store, state, key, from, step } = wish;
  const begin = from ? Date.parse(from) : Number.NaN;
  const length = step === 'hour' ? 3_600_000 : 86_400_000;
  return {
    ...(flow && { flowId: flow }),
    ...(store && { storeId: store }),
    ...(state && { state }),
    ...(key && { key }),
    ...(list && { since: since.toISOString() }),
    ...(!Number.isNaN(begin) && {
      since: new Date(begin).toISOString(),
      until: new Date(begin + length).toISOString(),
    }),
  };
}
