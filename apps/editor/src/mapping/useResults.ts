// What every line gives for every sample row, worked out after a pause in typing.
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { Json, Row } from '@eclusa/flow';
import { outcomeOf, prepared, type Outcome } from '../fields/useOutcome';
import type { Entry } from './entries';

/** More rows would not say more, and each one costs. */
const mostRows = 20;
const pause = 250;

/** By row, then by entry; null while the first results are on their way. */
export function useResults(
  entries: readonly Entry[],
  rows: readonly Row[],
  parameters: Readonly<Record<string, Json>>,
): readonly (readonly Outcome[])[] | null {
  const [asked] = useDebouncedValue(entries, pause);
  const [results, setResults] = useState<readonly (readonly Outcome[])[] | null>(null);
  useEffect(() => {
    let current = true;
    const work = async () => {
      const lines = asked.map(({ expression, target }) => ({ ready: prepared(expression), target }));
      const found: Outcome[][] = [];
      for (const row of rows.slice(0, mostRows)) {
        const cells = lines.map(({ ready, target }) => outcomeOf(ready, row, parameters, target));
        found.push(await Promise.all(cells.map((cell) => (typeof cell === 'function' ? cell() : cell))));
      }
      if (current) setResults(found);
    };
    void work();
    return () => {
      current = false;
    };
  }, [asked, rows, parameters]);
  return results;
}
