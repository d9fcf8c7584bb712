// Whose feed or hook a request is about: that of the application key it came with.
import { json, Refusal, type Call } from '../http/wire';

/** The key of the request; requests that came by a login token share one. */
export function keyOf({ headers }: Call): string {
  const key = headers['x-vtex-api-appkey'];
  return typeof key === 'string' ? key.toLowerCase() : 'login';
}

/** What both answer while the key has no configuration. */
export function valueNotFound(): never {
  throw new Refusal(json({ error: { code: '1', message: 'Value not found.', exception: null } }, 404));
}
