// What the examples of promotions stand on: one promotion, one tax, one coupon.
import type { Sandbox } from '@eclusa/sandbox';

export async function fill(sandbox: Sandbox): Promise<void> {
  const usual = {
    beginDateUtc: '2026-11-01T00:00:00Z',
    isActive: true,
    origin: 'marketplace',
    percentualShippingDiscountValue: 0,
  };
  const rnb = '/api/rnb/pvt';
  await call(sandbox, `${rnb}/calculatorconfiguration`, {
    ...{ name: 'Semana do Café', type: 'regular', percentualDiscountValue: 5, ...usual },
    categories: [{ id: '1', name: 'Casa' }],
  });
  await call(sandbox, `${rnb}/calculatorconfiguration`, {
    ...{ name: 'ICMS SP', type: 'tax', percentualTax: 18, ...usual },
  });
  await call(sandbox, `${rnb}/coupon`, {
    utmSource: 'newsletter',
    couponCode: 'BEMVINDO',
    maxItemsPerClient: 10,
    expirationIntervalPerUse: '00:00:00',
  });
}

async function call(sandbox: Sandbox, path: string, body: unknown): Promise<void> {
  const response = await fetch(sandbox.url + path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'X-VTEX-API-AppKey': sandbox.appKey, 'X-VTEX-API-AppToken': sandbox.appToken },
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
}
