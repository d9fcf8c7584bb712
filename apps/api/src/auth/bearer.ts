// The key a program brings. A request with one is the program's: cookies do not count beside it.
import type { Request } from 'express';

/** The token of `Authorization: Bearer …`; undefined without the header, empty for another scheme. */
export function bearerOf({ headers }: Pick<Request, 'headers'>): string | undefined {
  const { authorization } = headers;
  if (authorization === undefined) return undefined;
  return /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '';
}
