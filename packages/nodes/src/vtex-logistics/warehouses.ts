// The warehouses of a store by id, read once for a page: ids that differ in capitals only are two warehouses to VTEX.
import { UserError } from '@eclusa/flow';
import { asObject, hasStatus } from '../vtex/remote';
import { SharedRead } from '../vtex/shared-read';
import type { Store } from '../vtex/store';

export const listWarehouses = 'GET /api/logistics/pvt/configuration/warehouses';

export class Warehouses {
  private readonly listed = new SharedRead(idsOf);

  /** Throws UserError `vtex.warehouse-other-case` when the store has this id in other capitals only. */
  async check(id: string, store: Store): Promise<void> {
    const ids = await this.listed.get(store);
    if (ids.includes(id)) return;
    const other = ids.find((one) => one.toLowerCase() === id.toLowerCase());
    if (other !== undefined) {
      throw new UserError('vtex.warehouse-other-case', { values: { id, other } });
    }
  }

  /** Called when the list may have changed. */
  forget(): void {
    this.listed.forget();
  }
}

async function idsOf(store: Store): Promise<readonly string[]> {
  try {
    const list = await store.send(listWarehouses);
    return Array.isArray(list) ? list.map((one) => String(asObject(one)?.['id'])) : [];
  } catch (error) {
    // A key that may write stock need not be allowed to see the configuration, and stock is written all the same.
    if (hasStatus(error, 403) || hasStatus(error, 404)) return [];
    throw error;
  }
}
