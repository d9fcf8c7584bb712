// Test helper: a sandbox with a clock moved by hand and one SKU that can be ordered.
import { startSandbox, type Sandbox, type SandboxOptions } from '../sandbox';
import { clientOf, handClock, newSku, type Client } from '../sandbox.testing';

export interface OrderStand {
  sandbox: Sandbox;
  call: Client;
}

/** SKU 1 costs 24.99 and has 10 units in `1_1`. */
export async function orderStand(options: SandboxOptions = {}): Promise<OrderStand> {
  const sandbox = await startSandbox({
    limits: 'off',
    clock: handClock().now,
    inventoryLockMs: 0,
    ...options,
  });
  return { sandbox, call: clientOf(sandbox) };
}

/** Fills an empty sandbox; for a `beforeEach` after a reset. */
export async function stock(call: Client): Promise<void> {
  await newSku(call, 'R-1', { Ean: '7891000315507', ActivateIfPossible: true });
  const file = { Name: 'foto', Url: 'https://img.example.com/1.jpg', IsMain: true };
  await call('POST /api/catalog/pvt/stockkeepingunit/1/file', file);
  await call('PUT /pricing/prices/1', { basePrice: 24.99 });
  await call('PUT /api/logistics/pvt/inventory/skus/1/warehouses/1_1', { quantity: 10 });
}

export const minutes = (count: number): number => count * 60_000;
export const orders = '/api/oms/pvt/orders';
