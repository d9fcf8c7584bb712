// What the examples of prices stand on, beside SKU 1 with a base price: a table with a fixed price and a rule.
import type { Sandbox } from '@eclusa/sandbox';

/** The table gold: SKU 1 for 1250, and a rule of −5 % for everything. */
export async function fill(sandbox: Sandbox): Promise<void> {
  await call(sandbox, 'PATCH /pricing/prices/1/fixed', [
    { tradePolicyId: 'gold', value: 1250, minQuantity: 1 },
  ]);
  await call(sandbox, 'PUT /pricing/pipeline/catalog/gold', {
    rules: [{ id: 1, context: { categories: {}, brands: { '2000000': 'Aurora' } }, percentualModifier: -5 }],
  });
}

async function call(sandbox: Sandbox, request: string, body: unknown): Promise<void> {
  const [method = '', path = ''] = request.split(' ');
  const response = await fetch(sandbox.url + path, {
    method,
    body: JSON.stringify(body),
    headers: { 'X-VTEX-API-AppKey': sandbox.appKey, 'X-VTEX-API-AppToken': sandbox.appToken },
  });
  if (!response.ok) throw new Error(`${request}: ${response.status} ${await response.text()}`);
}
