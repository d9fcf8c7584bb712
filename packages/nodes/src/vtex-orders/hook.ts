// What a worker does for a hook of orders: keeps its configuration, with the address of the flow in it.
import { UserError, isJsonObject, type AttendedTrigger, type Json, type TriggerContext } from '@eclusa/flow';
import { hasStatus, retold } from '../vtex/remote';
import { openStore } from '../vtex/store';
import { sourceOf } from './attended-fields';
import { keepConfig, withdrawConfig } from './kept-config';
import { missedOrders } from './missed-orders';
import { filterBody, isSameFilter, type FilterConfig } from './order-filter';

export interface HookConfig extends FilterConfig {
  connection: string;
  checkMinutes?: number;
  takeOver?: boolean;
}

/** Opens the store of the box and answers what is to be done there. */
export async function attendHook(context: TriggerContext<HookConfig>): Promise<AttendedTrigger> {
  const { config, signal, address } = context;
  if (address === '') throw new UserError('vtex.hook-without-address');
  const { values } = await context.connection('connection');
  const store = (await openStore(context as never))(signal);
  const filter = filterBody(config);
  const wanted = { filter, hook: { url: address, headers: {} } };
  const write = async (): Promise<void> => {
    try {
      await store.send('POST /api/orders/hook/config', { body: wanted });
    } catch (error) {
      if (hasStatus(error, 400))
        throw retold('vtex.hook-unreachable', error, { host: new URL(address).host });
      throw error;
    }
  };
  const kept = {
    path: '/api/orders/hook/config' as const,
    // Without the address: after a new one, what was sent to the old one may be lost and is looked for.
    print: JSON.stringify(filter),
    takeOver: config.takeOver === true,
    isSame: (held: Record<string, Json>) => isSameFilter(filter, held['filter']) && urlIn(held) === address,
    write,
  };
  return {
    source: sourceOf('hook', values),
    checkSeconds: (config.checkMinutes ?? 5) * 60,
    check: (written, notes) => keepConfig(store, kept, { written, ...notes }),
    withdraw: () => withdrawConfig(store, kept),
    missed: (from) => missedOrders(store, config, { from, until: context.now() }),
  };
}

function urlIn(held: Record<string, Json>): Json | undefined {
  return isJsonObject(held['hook']) ? held['hook']['url'] : undefined;
}
