// Signing in at the provider of a connection: where people are sent, and what came of it.
import { dataOf } from '@eclusa/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from './client';
import { keys } from './keys';

/** The address that is registered at providers. Does not change while the page lives. */
export function useRedirectAddress() {
  return useQuery({
    queryKey: keys.redirectAddress,
    staleTime: Infinity,
    queryFn: async () => (await dataOf(api.GET('/oauth/redirect-address'))).address,
  });
}

/** One connection as it is now; asked for again every `every` ms, when given. */
export function useConnectionNow(id: string | undefined, every: number | false) {
  return useQuery({
    queryKey: keys.connection(id ?? 'none'),
    enabled: id !== undefined,
    refetchInterval: every,
    // The person is in another window meanwhile.
    refetchIntervalInBackground: true,
    queryFn: () => dataOf(api.GET('/connections/{id}', { params: { path: { id: id ?? '' } } })),
  });
}

/** Begins a sign-in for the saved connection; answers the address of the provider's page. */
export function useStartSignIn() {
  return useMutation({
    mutationFn: async (id: string) =>
      (await dataOf(api.POST('/connections/{id}/sign-in', { params: { path: { id } } }))).address,
  });
}
