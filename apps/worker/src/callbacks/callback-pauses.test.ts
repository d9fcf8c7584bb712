import { Webhook } from 'standardwebhooks';
import { standardWebhookHeaders } from '@eclusa/nodes';
import { secondsUntilNext } from './callback-pauses';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const body = JSON.stringify({ type: 'run.finished', data: { name: 'Preços' } });

test('a receiver of Standard Webhooks takes a call as it was signed, and no other', () => {
  const headers = standardWebhookHeaders(secret, { id: 'one', body, at: new Date() });
  const receiver = new Webhook(secret);
  expect(receiver.verify(body, headers)).toEqual(JSON.parse(body));
  expect(() => receiver.verify(`${body} `, headers)).toThrow('No matching signature');
  expect(() => receiver.verify(body, { ...headers, 'webhook-id': 'other' })).toThrow('No matching signature');
  const late = standardWebhookHeaders(secret, { id: 'one', body, at: new Date(Date.now() - 10 * 60_000) });
  expect(() => receiver.verify(body, late)).toThrow('too old');
});

test('a call is tried again further and further apart, for a day', () => {
  const waits: number[] = [];
  for (let tries = 1; ; tries++) {
    const wait = secondsUntilNext(tries, 0.5);
    if (wait === null) break;
    waits.push(wait);
  }
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  const hours = waits.reduce((sum, wait) => sum + wait, 0) / 3600;
  expect(hours).toBeGreaterThan(23);
  expect(hours).toBeLessThan(27);
});
