// Who may come in: application key and token, or a token that a key has logged in for. Compares in constant time.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { allRoles, type Role } from './family';
import { resourceOf } from './resources';

const sixHours = 6 * 60 * 60;

/** Signs in to the SOAP Web Service and nowhere else. */
export const webServiceUser = { user: 'integracao', password: 'sandbox-soap' } as const;

export class Gate {
  /** What the key may do; tests and the control routes take roles away. */
  roles = new Set<Role>(allRoles);
  /** License Manager resources the key's role is without. */
  without = new Set<string>();
  private readonly tokens = new Map<string, number>();

  constructor(
    private readonly appKey: string,
    private readonly appToken: string,
    private readonly clock: () => number,
  ) {}

  /** True when the request carries the key with its token, or a login token that has not expired. */
  admits(headers: IncomingHttpHeaders): boolean {
    const key = one(headers['x-vtex-api-appkey']);
    const token = one(headers['x-vtex-api-apptoken']);
    if (key !== undefined && token !== undefined) return this.matches(key, token);
    const login = one(headers.vtexidclientautcookie) ?? cookie(headers.cookie);
    return login !== undefined && (this.tokens.get(login) ?? 0) > this.clock();
  }

  /** False when the key has no role for this request, or its role lacks the resource. */
  allows(role: Role, method: string, path: string): boolean {
    return this.roles.has(role) && !this.without.has(resourceOf(method, path) ?? '');
  }

  /** Trades key and token for a login token; undefined when they are wrong. `expires` is in Unix seconds. */
  login(key: string | null, token: string | null): { token: string; expires: number } | undefined {
    if (key === null || token === null || !this.matches(key, token)) return undefined;
    const expires = Math.floor(this.clock() / 1000) + sixHours;
    const login = randomBytes(24).toString('base64url');
    this.tokens.set(login, expires * 1000);
    return { token: login, expires };
  }

  /** The Web Service takes Basic: a user of its own, or the key with its token. */
  admitsBasic(headers: IncomingHttpHeaders): boolean {
    const pair = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
    const [, user, password] = /^([^:]*):(.*)$/s.exec(Buffer.from(pair, 'base64').toString('utf8')) ?? [];
    if (user === undefined || password === undefined) return false;
    const own = same(user, webServiceUser.user) && same(password, webServiceUser.password);
    return own || this.matches(user, password);
  }

  reset(): void {
    this.roles = new Set(allRoles);
    this.without.clear();
    this.tokens.clear();
  }

  private matches(key: string, token: string): boolean {
    return same(key, this.appKey) && same(token, this.appToken);
  }
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function cookie(header: string | undefined): string | undefined {
  return /(?:^|;\s*)VtexIdclientAutCookie=([^;]+)/i.exec(header ?? '')?.[1];
}
