// Sees to it that VTEX holds the configuration a feed or a hook needs, and takes it away again. VTEX drops it by itself after
// days without events and tells nobody. One that somebody else made with the same key is left alone unless the box may
// take it over.
import { UserError, type CheckNotes, type FoundThere, type Json, type JsonObject } from '@eclusa/flow';
import type { Store } from '../vtex/store';

export interface KeptConfig {
  /** `GET` and `POST` of the configuration. */
  path: '/api/orders/feed/config' | '/api/orders/hook/config';
  /** What makes a configuration another one: two with the same print ask for the same events. */
  print: string;
  takeOver: boolean;
  isSame(held: Record<string, Json>): boolean;
  write(): Promise<void>;
}

/** What a worker asks with: the print of what was written last, and whom to tell. */
export interface Asked extends CheckNotes {
  written: string | null;
}

/** Reads what is there, and writes what is wanted where it is not. */
export async function keepConfig(
  store: Store,
  config: KeptConfig,
  { written, onLoss, onWrite }: Asked,
): Promise<{ kept: FoundThere; print: string }> {
  const { print } = config;
  const held = await heldBy(store, config);
  const isThere = held !== null;
  if (isThere && config.isSame(held)) return { kept: 'there', print };
  if (isThere && written === null && !config.takeOver) {
    throw new UserError('vtex.events-taken', { values: { account: store.account } });
  }
  // A wish that was changed here is no loss; the same wish in other words over there is.
  const isLoss = written !== null && (!isThere || written === print);
  if (isLoss) await onLoss();
  await onWrite();
  await config.write();
  return { kept: isLoss ? 'restored' : 'written', print };
}

/** Takes the configuration away where it is the one wanted here. */
export async function withdrawConfig(store: Store, config: KeptConfig): Promise<boolean> {
  const held = await heldBy(store, config);
  if (held === null || !config.isSame(held)) return false;
  await store.send(`DELETE ${config.path}`);
  return true;
}

async function heldBy(store: Store, { path }: KeptConfig): Promise<JsonObject | null> {
  const held = await store.find(`GET ${path}`);
  return held !== null && held['filter'] !== undefined && held['filter'] !== null ? held : null;
}
