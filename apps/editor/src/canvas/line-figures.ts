// What stands on a line besides the rows that passed it: how fast they pass, or the sample rows that would.
import { createContext, useEffect, useRef, useState } from 'react';
import { isLive } from '../api/runs';
import type { RunProgress } from '../api/types';
import { lineRates, withCounts, type CountsAt, type LineRates } from './line-rates';

export interface LineFigures {
  rates: LineRates;
  /** Sample rows by `portKey`; empty while a run is shown. */
  samples: Readonly<Record<string, number>>;
  /** Shows the sample rows that leave a box. */
  look?: (node: string) => void;
}

/** Where nothing is provided lines show only what passed them. */
export const LineFiguresContext = createContext<LineFigures>({ rates: {}, samples: {} });

const none: LineRates = {};

/** The rates of a run, worked out anew with each of its events; none once it has ended. */
export function useLineRates(run: Pick<RunProgress, 'id' | 'state' | 'counts'> | null): LineRates {
  const history = useRef<{ id: string; counts: CountsAt[] }>({ id: '', counts: [] });
  const [rates, setRates] = useState<LineRates>(none);
  const live = run !== null && isLive(run.state);
  const { id, counts } = run ?? {};
  useEffect(() => {
    if (!live || !id || !counts) return setRates(none);
    const before = history.current.id === id ? history.current.counts : [];
    history.current = { id, counts: withCounts(before, { at: Date.now(), counts }) };
    setRates(lineRates(history.current.counts));
  }, [live, id, counts]);
  return rates;
}
