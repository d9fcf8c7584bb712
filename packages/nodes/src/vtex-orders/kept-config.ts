// Sees to it that VTEX holds the configuration a feed or a hook needs. VTEX drops it by itself after days without events
// and tells nobody. One that somebody else made with the same key is left alone unless the box may take it over.
import { UserError, type Json, type FoundThere } from '@eclusa/flow';
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

/** What a worker asks with: the print of what was written last, and whom to tell of a loss before it is made good. */
export interface Asked {
  written: string | null;
  onLoss(): Promise<void>;
}

/** Reads what is there, and writes what is wanted where it is not. */
export async function keepConfig(
  store: Store,
  config: KeptConfig,
  { written, onLoss }: Asked,
): Promise<{ kept: FoundThere; print: string }> {
  const { print } = config;
  const held = await store.find(`GET ${config.path}`);
  const isThere = held !== null && held['filter'] !== undefined && held['filter'] !== null;
  if (isThere && config.isSame(held)) return { kept: 'there', print };
  if (isThere && written === null && !config.takeOver) {
    throw new UserError('vtex.events-taken', { values: { account: store.account } });
  }
  // A wish that was changed here is no loss; the same wish in other words over there is.
  const isLoss = written !== null && (!isThere || written === print);
  if (isLoss) await onLoss();
  await config.write();
  return { kept: isLoss ? 'restored' : 'written', print };
}
