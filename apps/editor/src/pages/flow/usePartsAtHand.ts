// Fetches the editors that fields open later, so that drawing goes on when the network does not.
import { useEffect } from 'react';

const parts = [
  () => import('../../fields/FormulaEditor'),
  () => import('../../mapping/Mapper'),
  () => import('../../fields/CodeEditor'),
];
/** The flow itself comes first. */
const pause = 1500;

/** Stands in an open flow. What cannot be fetched now is fetched by the field that needs it. */
export function usePartsAtHand(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const part of parts) part().catch(() => undefined);
    }, pause);
    return () => clearTimeout(timer);
  }, []);
}
