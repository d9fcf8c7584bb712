// How calls to programs are signed, as Standard Webhooks 1.0.0 has it, and how far apart they are tried.
import { createHmac } from 'node:crypto';

const PREFIX = 'whsec_';

/** The headers by which a receiver knows who calls, when, and of what; one id for every try of an event. */
export function callbackHeaders(
  secret: string,
  { id, body, at }: { id: string; body: string; at: Date },
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}

/** In seconds, after each try: a day in all. */
const pauses = [1, 5, 30, 120, 600, 1_800, 3_600, 7_200, 10_800, 14_400, 21_600, 25_200];

/** Seconds from try number `tries` (from 1) to the next, up to a tenth more for `random` of 1; null after the last. */
export function secondsUntilNext(tries: number, random: number): number | null {
  const pause = pauses[tries - 1];
  return pause === undefined ? null : pause * (1 + random / 10);
}
