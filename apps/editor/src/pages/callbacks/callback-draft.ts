// A callback while it is filled in, and what of it is sent.
import type { Callback, SaveCallback } from '../../api/types';

export type CallbackEvent = SaveCallback['events'][number];

/** In the order in which they are shown. */
export const callbackEvents: readonly CallbackEvent[] = [
  'run.finished',
  'rows.failed',
  'store.down',
  'feed.recreated',
];

/** Their sentences' names: a dot would part one. */
export const eventWord = {
  'run.finished': 'runFinished',
  'rows.failed': 'rowsFailed',
  'store.down': 'storeDown',
  'feed.recreated': 'feedRecreated',
  'callback.test': 'test',
} as const satisfies Record<CallbackEvent | 'callback.test', string>;

export interface CallbackDraft {
  name: string;
  address: string;
  events: CallbackEvent[];
  /** Empty for all of them. */
  flowIds: string[];
  storeIds: string[];
  enabled: boolean;
}

/** Which inputs hold something the service would not take. */
export type CallbackFault = 'name' | 'address' | 'events';

export const newCallback: CallbackDraft = {
  ...{ name: '', address: '', events: ['run.finished'], flowIds: [], storeIds: [], enabled: true },
};

export function draftOf({ name, address, events, flowIds, storeIds, enabled }: Callback): CallbackDraft {
  return { name, address, events: [...events], flowIds: flowIds ?? [], storeIds: storeIds ?? [], enabled };
}

/** What has to be mended before it can be saved. */
export function faultsOf({ name, address, events }: CallbackDraft): CallbackFault[] {
  const faults: Record<CallbackFault, boolean> = {
    name: name.trim() === '',
    address: !isCallable(address.trim()),
    events: events.length === 0,
  };
  return (Object.keys(faults) as CallbackFault[]).filter((fault) => faults[fault]);
}

/** Of a draft without faults. */
export function bodyOf({ name, address, events, flowIds, storeIds, enabled }: CallbackDraft): SaveCallback {
  return {
    ...{ name: name.trim(), address: address.trim(), events, enabled },
    flowIds: flowIds.length > 0 ? flowIds : null,
    storeIds: storeIds.length > 0 ? storeIds : null,
  };
}

function isCallable(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}
