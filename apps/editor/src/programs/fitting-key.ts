// Which key calls a flow: the one at hand, else one that is named only.
import { useApiKeys, useKeyAtHand } from '../api/api-keys';
import { useIsAdmin } from '../api/session';
import type { ApiKey } from '../api/types';

type Reach = Pick<ApiKey, 'actions' | 'flowIds' | 'storeIds'>;

/** True when the key starts runs of the flow for the store. */
export function opens(key: Reach, flowId: string, storeId: string | null): boolean {
  const reaches = (ids: readonly string[] | null, id: string | null) =>
    !ids || (id !== null && ids.includes(id));
  return key.actions.includes('runs:start') && reaches(key.flowIds, flowId) && reaches(key.storeIds, storeId);
}

/** `secret` is known of a key alone that was made in this window; the name of others only to owners and admins. */
export interface FittingKey {
  secret: string | null;
  name: string | null;
}

export function useFittingKey(flowId: string, storeId: string | null): FittingKey {
  const atHand = useKeyAtHand();
  const isAdmin = useIsAdmin();
  const known = useApiKeys(isAdmin).data ?? [];
  if (atHand && opens(atHand.key, flowId, storeId)) return { secret: atHand.secret, name: atHand.key.name };
  const other = known.find((key) => key.state === 'active' && opens(key, flowId, storeId));
  return { secret: null, name: other?.name ?? null };
}
