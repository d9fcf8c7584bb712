// A key while it is filled in, and what of it is sent.
import type { ApiKey, SaveApiKey } from '../api/types';

export type KeyAction = SaveApiKey['actions'][number];

/** In the order in which they are shown. */
export const keyActions: readonly KeyAction[] = ['runs:start', 'runs:read', 'runs:control', 'flows:read'];

/** Their sentences' names: a colon would part one. */
export const actionWord = {
  'runs:start': 'start',
  'runs:read': 'read',
  'runs:control': 'control',
  'flows:read': 'flows',
} as const satisfies Record<KeyAction, string>;

export interface KeyDraft {
  name: string;
  actions: KeyAction[];
  /** Empty for all of them. */
  flowIds: string[];
  storeIds: string[];
  /** Its last day (YYYY-MM-DD) where the person is; empty for no end. */
  lastDay: string;
  perMinute: number | string;
  /** Empty for no limit. */
  runsPerDay: number | string;
}

/** Which inputs hold something the service would not take. */
export type KeyFault = 'name' | 'actions' | 'lastDay' | 'perMinute' | 'runsPerDay';

/** Starts runs and looks at them, as most programs do. */
export function newKey(flowIds: readonly string[] = []): KeyDraft {
  const actions: KeyAction[] = ['runs:start', 'runs:read'];
  return {
    name: '',
    actions,
    flowIds: [...flowIds],
    storeIds: [],
    lastDay: '',
    perMinute: 600,
    runsPerDay: '',
  };
}

export function draftOf(key: ApiKey): KeyDraft {
  return {
    name: key.name,
    actions: [...key.actions],
    flowIds: key.flowIds ?? [],
    storeIds: key.storeIds ?? [],
    lastDay: key.expiresAt === null ? '' : dayOf(new Date(key.expiresAt)),
    perMinute: key.perMinute,
    runsPerDay: key.runsPerDay ?? '',
  };
}

/** What has to be mended before it can be saved. */
export function faultsOf(draft: KeyDraft, now: Date): KeyFault[] {
  const faults: Record<KeyFault, boolean> = {
    name: draft.name.trim() === '',
    actions: draft.actions.length === 0,
    lastDay: draft.lastDay !== '' && !(endOf(draft.lastDay).getTime() > now.getTime()),
    perMinute: !isWhole(draft.perMinute, 100_000),
    runsPerDay: draft.runsPerDay !== '' && !isWhole(draft.runsPerDay, 10_000_000),
  };
  return (Object.keys(faults) as KeyFault[]).filter((fault) => faults[fault]);
}

/** Of a draft without faults. The key is good until its last day is over. */
export function bodyOf(draft: KeyDraft): SaveApiKey {
  return {
    name: draft.name.trim(),
    actions: draft.actions,
    flowIds: draft.flowIds.length > 0 ? draft.flowIds : null,
    storeIds: draft.storeIds.length > 0 ? draft.storeIds : null,
    expiresAt: draft.lastDay === '' ? null : endOf(draft.lastDay).toISOString(),
    perMinute: Number(draft.perMinute),
    runsPerDay: draft.runsPerDay === '' ? null : Number(draft.runsPerDay),
  };
}

function isWhole(value: number | string, most: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most;
}

function endOf(day: string): Date {
  return new Date(`${day}T23:59:59`);
}

function dayOf(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
