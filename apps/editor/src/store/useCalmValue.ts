// A value that follows another one once it has stopped changing.
import { useEffect, useState } from 'react';

/** `value` as it was when nothing changed it for `ms`; the first one at once. */
export function useCalmValue<T>(value: T, ms: number): T {
  const [calm, setCalm] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return calm;
}
