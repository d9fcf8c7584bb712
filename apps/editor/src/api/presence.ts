// Who is on a flow: a tab says that it is there and hears of the others.
import { dataOf } from '@eclusa/client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from './client';
import { keys } from './keys';

const beat = 5_000;

/** The name of this tab among those of everybody. Another one after a reload: the old one goes by itself. */
export const tabId = randomId();

/** A random UUID. `crypto.randomUUID` is there over https and on localhost only. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Tells every few seconds, and whenever another box is selected, that this tab is here. */
export function usePresence(flowId: string, node: string | null) {
  return useQuery({
    queryKey: keys.presence(flowId, tabId, node),
    queryFn: () =>
      dataOf(
        api.PUT('/flows/{id}/presence', { params: { path: { id: flowId } }, body: { tab: tabId, node } }),
      ),
    refetchInterval: beat,
    // Who looks at another window is still here.
    refetchIntervalInBackground: true,
    refetchOnWindowFocus: true,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });
}

/** Tells that this tab is leaving, even while the page goes away. */
export function leave(flowId: string): void {
  const params = { path: { id: flowId, tab: tabId } };
  // Nobody is left to hear of a failure, and the tab is forgotten in some seconds anyway.
  api.DELETE('/flows/{id}/presence/{tab}', { params, keepalive: true }).catch(() => undefined);
}
