// How calls to programs are signed, as Standard Webhooks 1.0.0 has it.
import { createHmac } from 'node:crypto';

const PREFIX = 'whsec_';

export interface SignedCall {
  /** The same for every try of one thing. */
  id: string;
  body: string;
  at: Date;
}

/** The headers by which a receiver knows who calls, when, and of what. A secret without `whsec_` counts as the text it is. */
export function standardWebhookHeaders(
  secret: string,
  { id, body, at }: SignedCall,
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = secret.startsWith(PREFIX)
    ? Buffer.from(secret.slice(PREFIX.length), 'base64')
    : Buffer.from(secret, 'utf8');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
