// Secrets that a system wants in the body of every call. Bodies are recorded (dry runs, what was sent for a row), so a sign
// stands there for the secret until the request leaves; and it leaves with the secret to the origin it belongs to only.
import { createHash } from 'node:crypto';

const MOST = 1000;
const SIGN = /•••([0-9a-f]{32})/g;
const hidden = new Map<string, string>();

/** What stands in a body for the secret of a connection to `origin`. The same for the same secret in every process. */
export function hideInBody(secret: string, origin: string): string {
  const sign = createHash('sha256').update(`${origin} ${secret}`).digest('hex').slice(0, 32);
  hidden.delete(`${origin} ${sign}`);
  hidden.set(`${origin} ${sign}`, secret);
  const [oldest] = hidden.keys();
  if (hidden.size > MOST && oldest !== undefined) hidden.delete(oldest);
  return `•••${sign}`;
}

/** A text of JSON with the secrets that belong to `origin` in the places of their signs; anything else as it is. */
export function revealed(body: RequestInit['body'], origin: string): RequestInit['body'] {
  if (typeof body !== 'string' || !body.includes('•••')) return body;
  return body.replace(SIGN, (sign, name: string) => {
    const secret = hidden.get(`${origin} ${name}`);
    return secret === undefined ? sign : JSON.stringify(secret).slice(1, -1);
  });
}
