// What of the codes is shown, kept in the address: the store, the tab and the table; and what fills a code in.
import { useSearchParams } from 'react-router';
import type { CodesOf, Pair } from '../../api/codes';
import type { MissingCode } from '../../api/types';

/** Stands for flows without a store in the address. */
export const noStore = 'none';

export interface CodesPlace {
  store?: string;
  tab?: string;
  table?: string;
}

/** The address of the codes that rows of a store wait for. */
export function missingCodesAt(storeId: CodesOf): string {
  return `/codes?store=${storeId ?? noStore}&tab=missing`;
}

/** The place and a way to move; what is not named in a move stays. */
export function useCodesPlace(): [CodesPlace, (next: CodesPlace) => void] {
  const [query, setQuery] = useSearchParams();
  const place = Object.fromEntries(query) as CodesPlace;
  return [place, (next) => setQuery({ ...place, ...next } as Record<string, string>, { replace: true })];
}

/** The pair that fills in a missing code: what is typed is its other half. */
export function filledIn({ by, code }: Pick<MissingCode, 'by' | 'code'>, typed: string): Pair {
  return by === 'key' ? { key: code, value: typed } : { key: typed, value: code };
}
