// Which License Manager resource a call needs, so that a 403 can name what to switch on. Names as VTEX prints them.
import { readsOnly } from './operations';

const needs: readonly { path: RegExp; read: string; write: string }[] = [
  {
    path: /^\/api\/(payments\/)?pvt\//,
    read: 'PCI Gateway: View Payment Data',
    write: 'PCI Gateway: Process payments',
  },
  {
    path: /^\/api\/creditcontrol\/.*invoices.*\/payments$/,
    read: 'Credit Control: Read Invoices',
    write: 'Credit Control: Pay Invoice',
  },
  {
    path: /^\/api\/creditcontrol\/.*invoices/,
    read: 'Credit Control: Read Invoices',
    write: 'Credit Control: Create Invoices',
  },
  {
    path: /^\/api\/creditcontrol\//,
    read: 'Credit Control: Read Checking Accounts',
    write: 'Credit Control: Create Checking Accounts',
  },
  { path: /^\/pricing\//, read: 'Pricing: Read prices', write: 'Pricing: Modify prices' },
  {
    path: /^\/api\/logistics\/pvt\/inventory\//,
    read: 'Logistics: Logistics inventory read only',
    write: 'Logistics: Logistics inventory full access',
  },
  {
    path: /^\/api\/logistics\//,
    read: 'Logistics: Logistics viewer',
    write: 'Logistics: Logistics full access',
  },
  {
    path: /^\/availability\//,
    read: 'Logistics: Logistics full access',
    write: 'Logistics: Logistics full access',
  },
  { path: /\/category(\/|$)/, read: 'Catalog: Category', write: 'Catalog: Categories Management' },
  { path: /\/brand(\/|$)/, read: 'Catalog: Brands', write: 'Catalog: Brands Management' },
  { path: /\/(stockkeepingunit|sku)/i, read: 'Catalog: SKUs', write: 'Catalog: SKUs' },
  {
    path: /^\/api\/catalog(_system)?\/pvt\/products?(\/|$)/,
    read: 'Catalog: Product management',
    write: 'Catalog: Product and SKU Management',
  },
  { path: /^\/api\/catalog/, read: 'Catalog: View Product', write: 'Catalog: Product and SKU Management' },
  { path: /\/start-handling$/, read: 'OMS: View order', write: 'OMS: Change order workflow status' },
  { path: /\/invoice/, read: 'OMS: View order', write: 'OMS: Notify invoice' },
  { path: /\/payment-notification$/, read: 'OMS: View order', write: 'OMS: Notify payment' },
  { path: /^\/api\/oms\/.*\/cancel$/, read: 'OMS: View order', write: 'OMS: Cancel order' },
  {
    path: /^\/api\/orders\/(feed|hook)/,
    read: 'OMS: Feed v3 and Hook Admin',
    write: 'OMS: Feed v3 and Hook Admin',
  },
  { path: /^\/api\/oms\/pvt\/orders$/, read: 'OMS: List Orders', write: 'OMS: List Orders' },
  { path: /^\/api\/(oms|orders)\//, read: 'OMS: View order', write: 'OMS: Change order workflow status' },
  { path: /^\/api\/order-system\//, read: 'OMS: View order', write: 'OMS: Change order workflow status' },
  { path: /^\/api\/do\//, read: 'OMS: View order', write: 'OMS: Change order workflow status' },
  {
    path: /^\/api\/rnb\//,
    read: 'Rates and Benefits: Manage benefits and rates',
    write: 'Rates and Benefits: Manage benefits and rates',
  },
  {
    path: /^\/api\/dataentities\//,
    read: 'Dynamic Storage: Read only documents',
    write: 'Dynamic Storage: Insert or update document (not remove)',
  },
];

/** The likely resource for a call, or undefined where VTEX names none. `path` may hold values or places. */
export function licenseResource(method: string, path: string): string | undefined {
  const need = needs.find((one) => one.path.test(path));
  return readsOnly(method, path) ? need?.read : need?.write;
}
