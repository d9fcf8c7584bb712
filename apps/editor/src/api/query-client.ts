// The cache of server data, and what a lost session does to it.
import { QueryClient } from '@tanstack/react-query';
import { keys } from './keys';
import { isUnreachable, onSignedOut } from './client';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (count, error) => isUnreachable(error) && count < 3,
      refetchOnWindowFocus: false,
      staleTime: 10_000,
    },
    mutations: { retry: false },
  },
});

// The pages see `me` become null and lead to sign-in with the way back.
onSignedOut(() => queryClient.setQueryData(keys.me, null));
