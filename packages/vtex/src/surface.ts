// Where VTEX answers: one base address per surface, and requests built so that no value can leave its place.
// It refuses account names that are not one host label and path values that would change the path.
import { VtexInputError } from './error';

/** The separate hosts of VTEX. `main` is everything that has no host of its own. */
export const surfaces = ['main', 'pricing', 'payments', 'vault', 'batch-inventory', 'pricing-hub'] as const;
export type Surface = (typeof surfaces)[number];

/** Which account, in which environment, and where to reach it instead of VTEX's own hosts. */
export interface StoreAddress {
  account: string;
  /** `vtexcommercestable` when not given; `myvtex` stands for `{account}.myvtex.com`. */
  environment?: string;
  /** Replaces a surface's base address; `{account}` and `{environment}` in it are filled. */
  baseUrls?: Partial<Record<Surface, string>>;
}

export type QueryValue = string | number | boolean | null | undefined;
export type Query = Readonly<Record<string, QueryValue | readonly QueryValue[]>>;
export type PathParams = Readonly<Record<string, string | number>>;

// The account sits in the host for most surfaces and in the path for pricing and batch inventory.
const hosts: Record<Surface, string> = {
  main: 'https://{account}.{environment}.com.br',
  pricing: 'https://api.vtex.com/{account}',
  payments: 'https://{account}.vtexpayments.com.br',
  vault: 'https://api.vtexvault.com',
  'batch-inventory': 'https://logistics.{environment}.com.br/{account}',
  'pricing-hub': 'https://prchub.{environment}.com.br',
};

const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/** The base address of a surface without a slash at its end. Throws VtexInputError for a name that is no host label. */
export function baseUrl(surface: Surface, address: StoreAddress): string {
  const environment = address.environment || 'vtexcommercestable';
  return filledAddress(address.baseUrls?.[surface] || defaultHost(surface, environment.trim()), address);
}

/** An address whose `{account}` and `{environment}` are filled, without a slash at its end. Throws VtexInputError. */
export function filledAddress(
  template: string,
  address: Pick<StoreAddress, 'account' | 'environment'>,
): string {
  const account = hostLabel(address.account, 'vtex.account-invalid');
  const environment = hostLabel(address.environment || 'vtexcommercestable', 'vtex.environment-invalid');
  const filled = template.replaceAll('{account}', account).replaceAll('{environment}', environment);
  if (!URL.canParse(filled) || !/^https?:/i.test(filled)) {
    throw new VtexInputError('vtex.address-invalid', { value: filled });
  }
  return filled.replace(/\/+$/, '');
}

function defaultHost(surface: Surface, environment: string): string {
  return surface === 'main' && environment === 'myvtex' ? 'https://{account}.myvtex.com' : hosts[surface];
}

function hostLabel(value: string, code: string): string {
  const trimmed = value.trim();
  if (!label.test(trimmed)) throw new VtexInputError(code, { value });
  return trimmed;
}

const gateway = /^\/api\/(payments\/)?pvt\//;

/** The surface a path belongs to when nobody says otherwise. */
export function surfaceOf(path: string): Surface {
  if (path.startsWith('/pricing/')) return 'pricing';
  if (path.startsWith('/availability/')) return 'batch-inventory';
  // The gateway has `/api/pvt/` to itself; card data goes to the vault, which takes one route only.
  if (path.startsWith('/api/payments/transactions/')) return 'vault';
  if (gateway.test(path)) return 'payments';
  return 'main';
}

/** Fills `{name}` places, each value encoded as one segment. Throws VtexInputError when one is missing or empty. */
export function expandPath(template: string, params: PathParams = {}): string {
  if (!template.startsWith('/')) throw new VtexInputError('vtex.path-invalid', { path: template });
  const path = template.replace(/\{([\w-]+)\}/g, (_whole, name: string) => {
    const value = String(params[name] ?? '').trim();
    // `.` and `..` would be swallowed by URL normalisation and lead to another route.
    if (value === '' || value === '.' || value === '..') {
      throw new VtexInputError('vtex.path-value-missing', { name, path: template });
    }
    return encodeURIComponent(value);
  });
  if (/[?#\\]/.test(template) || path.split('/').some((part) => part === '..' || part === '.')) {
    throw new VtexInputError('vtex.path-invalid', { path: template });
  }
  return path;
}

/** `?a=1&b=2`, lists repeated, null and undefined left out; empty when nothing is left. */
export function queryString(query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? (value as readonly QueryValue[]) : [value as QueryValue]) {
      if (one !== null && one !== undefined) search.append(name, String(one));
    }
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}
