// The API families of VTEX: which one a path belongs to, which role it asks for, and how its errors look.
import type { Reply } from '../http/wire';
import { empty, json } from '../http/wire';

export type Family =
  'catalog' | 'logistics' | 'pricing' | 'orders' | 'documents' | 'payments' | 'credit' | 'account';

/** What an application key may do. `prices.read` and `prices.modify` are two License Manager resources. */
export type Role =
  | 'catalog'
  | 'logistics'
  | 'prices.read'
  | 'prices.modify'
  | 'orders'
  | 'documents'
  | 'payments'
  | 'credit'
  | 'account';

export const allRoles: readonly Role[] = [
  'catalog',
  'logistics',
  'prices.read',
  'prices.modify',
  'orders',
  'documents',
  'payments',
  'credit',
  'account',
];

const ordersPaths = /^\/api\/(oms|orders|order-system|do|checkout)\//;

export function familyOf(path: string): Family {
  const start = path.toLowerCase();
  if (start.startsWith('/pricing') || start.startsWith('/api/price-importer')) return 'pricing';
  if (/^\/(api\/(logistics|fulfillment-locations)|availability\/)/.test(start)) return 'logistics';
  if (ordersPaths.test(start)) return 'orders';
  if (start.startsWith('/api/dataentities')) return 'documents';
  if (start.startsWith('/api/creditcontrol')) return 'credit';
  if (/^\/api\/(payments|pvt)\//.test(start)) return 'payments';
  return start.startsWith('/api/catalog') || start.startsWith('/api/sku-binding') ? 'catalog' : 'account';
}

export function roleOf(family: Family, method: string): Role {
  if (family === 'pricing') return method === 'GET' ? 'prices.read' : 'prices.modify';
  return family;
}

const messages: Record<number, string> = {
  400: 'The request is invalid.',
  401: 'Unauthorized access',
  403: 'Access denied',
  404: 'Not Found',
  405: 'The requested resource does not support this http method.',
  413: 'The request body is too large.',
  429: 'Too many requests',
  500: 'An error has occurred.',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** The family's answer when no handler has a better one. Only the OMS shape is published; the others are modelled on it. */
export function plainError(family: Family, status: number): Reply {
  const message = messages[status] ?? 'Error';
  if (status >= 502) return { status, text: message };
  if (family === 'documents' && status === 403) return json({ Message: 'Unauthorized' }, status);
  if (family === 'catalog' || family === 'documents') return json({ Message: message }, status);
  if (family === 'logistics' && status === 404) return empty(404);
  return json({ error: { code: '1', message, exception: null } }, status);
}
