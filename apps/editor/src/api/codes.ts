// Tables of codes of a store: pairs, files, and the codes that rows wait for.
import { dataOf } from '@eclusa/client';
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { api } from './client';
import { keys } from './keys';
import type { MissingCode } from './types';

/** A store's id; null for flows that run without one. */
export type CodesOf = string | null;

export interface Pair {
  key: string;
  value: string;
}

const place = (storeId: CodesOf): { storeId?: string } => (storeId === null ? {} : { storeId });
/** Rows come and go by themselves while flows run. */
const pollMs = 10_000;

/** Tables that have pairs or that rows wait for. */
export function useCodeTables(storeId: CodesOf) {
  return useQuery({
    queryKey: keys.codeTables(storeId),
    queryFn: async () => (await dataOf(api.GET('/codes', { params: { query: place(storeId) } }))).items,
    refetchInterval: pollMs,
  });
}

/** Pairs of a table by ERP code, page by page; those with `search` in either code. */
export function useCodes(storeId: CodesOf, table: string, search: string) {
  return useInfiniteQuery({
    queryKey: keys.codePairs(storeId, table, search),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      dataOf(
        api.GET('/codes/tables/{table}/pairs', {
          params: {
            path: { table },
            query: { ...place(storeId), ...(search && { search }), ...(cursor && { cursor }) },
          },
        }),
      ),
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });
}

/** Codes that rows wait for, page by page. */
export function useMissingCodes(storeId: CodesOf) {
  return useInfiniteQuery({
    queryKey: keys.missingCodes(storeId),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      dataOf(
        api.GET('/codes/missing', { params: { query: { ...place(storeId), ...(cursor && { cursor }) } } }),
      ),
    getNextPageParam: (last) => last.nextCursor,
    refetchInterval: pollMs,
  });
}

function useChanged() {
  const cache = useQueryClient();
  return () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: keys.codes }),
      cache.invalidateQueries({ queryKey: keys.runs }),
    ]);
}

/** Adds or replaces pairs; rows that wait for one of them go on. */
export function useSaveCodes(storeId: CodesOf) {
  const onSuccess = useChanged();
  return useMutation({
    mutationFn: ({ table, pairs }: { table: string; pairs: Pair[] }) =>
      dataOf(
        api.PUT('/codes/tables/{table}/pairs', {
          params: { path: { table } },
          body: { ...place(storeId), pairs },
        }),
      ),
    onSuccess,
  });
}

/** Removes a pair. */
export function useDeleteCode(storeId: CodesOf) {
  const onSuccess = useChanged();
  return useMutation({
    mutationFn: ({ table, key }: { table: string; key: string }) =>
      api.DELETE('/codes/tables/{table}/pairs', {
        params: { path: { table }, query: { ...place(storeId), key } },
      }),
    onSuccess,
  });
}

/** Stores the pairs of a CSV, all or none. */
export function useImportCodes(storeId: CodesOf) {
  const onSuccess = useChanged();
  return useMutation({
    mutationFn: ({ table, file, header }: { table: string; file: File; header: boolean }) =>
      dataOf(
        api.POST('/codes/tables/{table}/csv', {
          params: { path: { table }, query: { ...place(storeId), header } },
          body: file as never,
          bodySerializer: (body) => body as never,
          headers: { 'content-type': 'application/octet-stream' },
        }),
      ),
    onSuccess,
  });
}

/** Where a table is downloaded from. */
export function codesUrl(storeId: CodesOf, table: string): string {
  const query = storeId === null ? '' : `?storeId=${encodeURIComponent(storeId)}`;
  return `/api/v1/codes/tables/${encodeURIComponent(table)}/csv${query}`;
}

/** Lets the rows that wait for a code fail. */
export function useGiveUpCode(storeId: CodesOf) {
  const onSuccess = useChanged();
  return useMutation({
    mutationFn: ({ table, by, code }: Pick<MissingCode, 'table' | 'by' | 'code'>) =>
      dataOf(api.POST('/codes/missing/give-up', { body: { ...place(storeId), table, by, codes: [code] } })),
    onSuccess,
  });
}
