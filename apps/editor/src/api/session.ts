// Who is signed in: the query and the ways in and out.
import { ApiProblem, dataOf } from '@eclusa/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Locale } from '@eclusa/flow';
import { api } from './client';
import { keys } from './keys';
import type { Me } from './types';

export type WayIn = { email: string; password: string } | { token: string };

/** The signed-in person, or null. Never throws for "not signed in". */
export function useMe() {
  return useQuery({
    queryKey: keys.me,
    staleTime: 5 * 60_000,
    queryFn: async (): Promise<Me | null> => {
      try {
        return await dataOf(api.GET('/auth/me'));
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 401) return null;
        throw error;
      }
    },
  });
}

/** True for owners and admins, who look after what the whole workspace shares. */
export function useIsAdmin(): boolean {
  const role = useMe().data?.role;
  return role === 'owner' || role === 'admin';
}

/** Signs in by e-mail and password, or by the token of a one-time link. */
export function useSignIn() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (way: WayIn) =>
      'token' in way
        ? dataOf(api.POST('/auth/sign-in-link', { body: way }))
        : dataOf(api.POST('/auth/sign-in', { body: way })),
    onSuccess: (me) => cache.setQueryData(keys.me, me),
  });
}

/** Ends the session and forgets everything that was loaded under it. */
export function useSignOut() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => api.POST('/auth/sign-out'),
    onSettled: () => {
      cache.clear();
      cache.setQueryData(keys.me, null);
    },
  });
}

/** Sets the password of the person; their other sessions end. */
export function useSetPassword() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: { current?: string; password: string }) => dataOf(api.PUT('/auth/password', { body })),
    onSuccess: (me) => cache.setQueryData(keys.me, me),
  });
}

/** Keeps the person's language on the server, so that other browsers speak it too. */
export function useSaveLocale() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (locale: Locale) => dataOf(api.PATCH('/auth/me', { body: { locale } })),
    onSuccess: (_answer, locale) =>
      cache.setQueryData<Me | null>(keys.me, (me) => me && { ...me, user: { ...me.user, locale } }),
  });
}
