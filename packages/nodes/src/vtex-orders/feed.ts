// What a worker does for a feed of orders: keeps its configuration, reads lots side by side, and commits what is kept.
import { isJsonObject, type AttendedTrigger, type Json, type Lot, type TriggerContext } from '@eclusa/flow';
import { hasStatus } from '../vtex/remote';
import { openStore, type Store } from '../vtex/store';
import { sourceOf } from './attended-fields';
import { keepConfig, withdrawConfig } from './kept-config';
import { missedOrders } from './missed-orders';
import { isWanted, orderEvent } from './order-event';
import { filterBody, isSameFilter, type FilterConfig } from './order-filter';

export interface FeedConfig extends FilterConfig {
  connection: string;
  pollSeconds?: number;
  lots?: number;
  visibilitySeconds?: number;
  retentionDays?: number;
  checkMinutes?: number;
  takeOver?: boolean;
}

/** Events of one lot; VTEX gives no more at once. */
const lotSize = 10;
const daySeconds = 24 * 3_600;

/** Opens the store of the box and answers what is to be done there. */
export async function attendFeed(context: TriggerContext<FeedConfig>): Promise<AttendedTrigger> {
  const { config, signal } = context;
  const { values } = await context.connection('connection');
  const store = (await openStore(context as never))(signal);
  const wanted = {
    filter: filterBody(config),
    queue: {
      visibilityTimeoutInSeconds: config.visibilitySeconds ?? 240,
      MessageRetentionPeriodInSeconds: (config.retentionDays ?? 14) * daySeconds,
    },
  };
  const kept = {
    path: '/api/orders/feed/config' as const,
    print: JSON.stringify(wanted),
    takeOver: config.takeOver === true,
    isSame: (held: Record<string, Json>) =>
      isSameFilter(wanted.filter, held['filter']) && isSameQueue(wanted.queue, held['queue']),
    write: async () => void (await store.send('POST /api/orders/feed/config', { body: wanted })),
  };
  return {
    source: sourceOf('feed', values),
    pollSeconds: config.pollSeconds ?? 10,
    checkSeconds: (config.checkMinutes ?? 5) * 60,
    check: (written, notes) => keepConfig(store, kept, { written, ...notes }),
    withdraw: () => withdrawConfig(store, kept),
    poll: () => readLots(store, config),
    missed: (from) => missedOrders(store, config, { from, until: context.now() }),
  };
}

/** VTEX takes the second member with a capital and gives it back without. */
function isSameQueue(wanted: Record<string, Json>, held: Json | undefined): boolean {
  if (!isJsonObject(held)) return false;
  const members = new Map(Object.entries(held).map(([name, value]) => [name.toLowerCase(), value]));
  return Object.entries(wanted).every(([name, value]) => members.get(name.toLowerCase()) === value);
}

/** Null while the key has no feed. */
async function readLots(store: Store, config: FeedConfig): Promise<Lot | null> {
  const lots = await Promise.all(Array.from({ length: config.lots ?? 5 }, () => readLot(store)));
  if (lots.includes(null)) return null;
  const items = lots.flatMap((lot) => lot ?? []);
  const events = items.flatMap((item) => orderEvent(item, 'feed') ?? []);
  const handles = items.flatMap((item) =>
    isJsonObject(item) && typeof item['handle'] === 'string' ? [item['handle']] : [],
  );
  return {
    events: events.filter((event) => isWanted(event, config)),
    // It may hold back what it has: only when none of the lots brings anything is there nothing for now.
    more: items.length > 0,
    async acknowledge() {
      if (handles.length > 0) await store.send('POST /api/orders/feed', { body: { handles } });
    },
  };
}

async function readLot(store: Store): Promise<Json[] | null> {
  try {
    const answer = await store.send('GET /api/orders/feed', { query: { maxlot: lotSize } });
    return Array.isArray(answer) ? answer : [];
  } catch (error) {
    if (hasStatus(error, 404)) return null;
    throw error;
  }
}
