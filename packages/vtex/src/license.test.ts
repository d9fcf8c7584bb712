// Resources by request, and the reads that tell whether a key has them.
import { licenseResource } from './license';
import { licenseProbe } from './license-probes';
import { readOperations } from './operations';

test('reading and writing are two resources where VTEX has two', () => {
  expect(licenseResource('GET', '/pricing/prices/{itemId}')).toBe('Pricing: Read prices');
  expect(licenseResource('PUT', '/pricing/prices/{itemId}')).toBe('Pricing: Modify prices');
});

test('every probe asks for the resource it stands for', () => {
  const resources = new Set(readOperations().map(({ method, path }) => licenseResource(method, path)));
  const told = [...resources].flatMap((resource) => {
    const probe = resource === undefined ? undefined : licenseProbe(resource);
    return probe ? [[resource, licenseResource('GET', probe.path)]] : [];
  });
  expect(told.length).toBeGreaterThan(10);
  for (const [resource, asked] of told) expect(asked).toBe(resource);
});

test('a right that only a write would show has no probe', () => {
  expect(licenseProbe('Pricing: Modify prices')).toBeUndefined();
  expect(licenseProbe('OMS: Notify invoice')).toBeUndefined();
});

test('a POST that only looks needs the right to read', () => {
  expect(licenseResource('POST', '/api/logistics/pvt/shipping/calculate')).toBe(
    'Logistics: Logistics viewer',
  );
  expect(licenseResource('POST', '/api/catalog_system/pub/sku/stockkeepingunitidsbyrefids')).toBe(
    'Catalog: SKUs',
  );
  expect(licenseResource('POST', '/api/order-system/orders/1268540500001-01/changes/preview')).toBe(
    'OMS: View order',
  );
  expect(licenseResource('POST', '/api/logistics/pvt/configuration/docks')).toBe(
    'Logistics: Logistics full access',
  );
});

test('the rights to read payments and customer credit can be tested', () => {
  for (const right of [
    'PCI Gateway: View Payment Data',
    'Credit Control: Read Checking Accounts',
    'Credit Control: Read Invoices',
  ])
    expect([right, licenseProbe(right)]).toEqual([right, expect.anything()]);
});
