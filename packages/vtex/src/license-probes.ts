// How to find out, without writing, whether a key has a License Manager resource: a GET that only this resource opens.
// VTEX checks the right before it looks for the thing, so any answer but 401 and 403 means that the key may.

export interface Probe {
  path: string;
  query?: Readonly<Record<string, string | number>>;
}

const probes: Readonly<Record<string, Probe>> = {
  'PCI Gateway: View Payment Data': { path: '/api/pvt/merchants/payment-systems' },
  'Credit Control: Read Checking Accounts': { path: '/api/creditcontrol/accounts' },
  'Credit Control: Read Invoices': { path: '/api/creditcontrol/accounts/0/invoices' },
  'Pricing: Read prices': { path: '/pricing/prices/1' },
  'Logistics: Logistics inventory read only': { path: '/api/logistics/pvt/inventory/skus/1' },
  'Logistics: Logistics viewer': { path: '/api/logistics/pvt/configuration/warehouses' },
  'Catalog: Category': { path: '/api/catalog/pvt/category/1' },
  'Catalog: Brands': { path: '/api/catalog/pvt/brand/1' },
  'Catalog: SKUs': { path: '/api/catalog/pvt/stockkeepingunit/1' },
  'Catalog: Product management': { path: '/api/catalog/pvt/product/1' },
  'Catalog: View Product': { path: '/api/catalog_system/pvt/saleschannel/list' },
  'OMS: View order': { path: '/api/oms/pvt/orders/0000000000000-01' },
  'OMS: List Orders': { path: '/api/oms/pvt/orders', query: { page: 1, per_page: 1 } },
  'OMS: Feed v3 and Hook Admin': { path: '/api/orders/feed/config' },
  'Rates and Benefits: Manage benefits and rates': {
    path: '/api/rnb/pvt/benefits/calculatorconfiguration',
  },
  'Dynamic Storage: Read only documents': {
    path: '/api/dataentities/CL/documents/00000000-0000-0000-0000-000000000000',
  },
};

/**
 * The harmless GET that tells, or undefined: a right to write shows only when something is written, and VTEX's
 * License Manager does not tell a key what its own roles hold.
 */
export function licenseProbe(resource: string): Probe | undefined {
  return Object.hasOwn(probes, resource) ? probes[resource] : undefined;
}
