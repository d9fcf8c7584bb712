// Which License Manager resource each request asks of the key. Modelled on VTEX's role documents, not complete: what is
// not listed here is ruled by the coarse roles alone.

interface Rule {
  methods: 'read' | 'write' | 'any';
  path: RegExp;
  resource: string;
}

const rules: readonly Rule[] = [
  {
    methods: 'read',
    path: /^\/api\/(payments\/)?pvt\/(merchants|transactions|payments)\//i,
    resource: 'PCI Gateway: View Payment Data',
  },
  {
    methods: 'read',
    path: /^\/api\/creditcontrol\/.*invoices/i,
    resource: 'Credit Control: Read Invoices',
  },
  {
    methods: 'read',
    path: /^\/api\/creditcontrol\//i,
    resource: 'Credit Control: Read Checking Accounts',
  },
  {
    methods: 'any',
    path: /^\/api\/logistics\/pvt\/shipping\/calculate$/i,
    resource: 'Logistics: Logistics viewer',
  },
  { methods: 'read', path: /^\/pricing\//i, resource: 'Pricing: Read prices' },
  { methods: 'write', path: /^\/pricing\//i, resource: 'Pricing: Modify prices' },
  {
    methods: 'read',
    path: /^\/api\/logistics\/pvt\/inventory\//i,
    resource: 'Logistics: Logistics inventory read only',
  },
  {
    methods: 'write',
    path: /^\/api\/logistics\/pvt\/inventory\//i,
    resource: 'Logistics: Logistics inventory full access',
  },
  { methods: 'read', path: /^\/api\/logistics\//i, resource: 'Logistics: Logistics viewer' },
  { methods: 'write', path: /^\/api\/logistics\//i, resource: 'Logistics: Logistics full access' },
  { methods: 'read', path: /\/category(\/|$)/i, resource: 'Catalog: Category' },
  { methods: 'write', path: /\/category(\/|$)/i, resource: 'Catalog: Categories Management' },
  { methods: 'read', path: /\/brand(\/|$)/i, resource: 'Catalog: Brands' },
  { methods: 'write', path: /\/brand(\/|$)/i, resource: 'Catalog: Brands Management' },
  { methods: 'any', path: /\/(stockkeepingunit|sku)/i, resource: 'Catalog: SKUs' },
  {
    methods: 'read',
    path: /^\/api\/catalog(_system)?\/pvt\/products?(\/|$)/i,
    resource: 'Catalog: Product management',
  },
  { methods: 'read', path: /^\/api\/catalog/i, resource: 'Catalog: View Product' },
  { methods: 'write', path: /^\/api\/catalog/i, resource: 'Catalog: Product and SKU Management' },
  { methods: 'any', path: /^\/api\/orders\/(feed|hook)/i, resource: 'OMS: Feed v3 and Hook Admin' },
  { methods: 'read', path: /^\/api\/oms\/pvt\/orders$/i, resource: 'OMS: List Orders' },
  { methods: 'read', path: /^\/api\/(oms|orders)\//i, resource: 'OMS: View order' },
  { methods: 'write', path: /\/start-handling$/i, resource: 'OMS: Change order workflow status' },
  { methods: 'write', path: /^\/api\/oms\/.*\/invoice/i, resource: 'OMS: Notify invoice' },
  { methods: 'write', path: /\/payment-notification$/i, resource: 'OMS: Notify payment' },
  { methods: 'write', path: /^\/api\/oms\/.*\/cancel$/i, resource: 'OMS: Cancel order' },
  { methods: 'any', path: /^\/api\/rnb\//i, resource: 'Rates and Benefits: Manage benefits and rates' },
  { methods: 'read', path: /^\/api\/dataentities\//i, resource: 'Dynamic Storage: Read only documents' },
  {
    methods: 'write',
    path: /^\/api\/dataentities\//i,
    resource: 'Dynamic Storage: Insert or update document (not remove)',
  },
];

/** The resource a request asks for; undefined where no rule names one. */
export function resourceOf(method: string, path: string): string | undefined {
  const kind = method === 'GET' || method === 'HEAD' ? 'read' : 'write';
  return rules.find((rule) => (rule.methods === 'any' || rule.methods === kind) && rule.path.test(path))
    ?.resource;
}

/** Every resource that can be taken from the key. */
export const allResources: readonly string[] = [...new Set(rules.map(({ resource }) => resource))];
