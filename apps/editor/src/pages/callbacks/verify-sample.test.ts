// The example that people copy does what it says: it lets through what is signed, and nothing else.
import { createHmac, randomBytes } from 'node:crypto';
import { verifyInNode } from './verify-sample';

type Check = (headers: Record<string, string>, rawBody: string, secret: string) => boolean;

const isFromEclusa = new Function('require', `${verifyInNode}; return isFromEclusa;`)(require) as Check;

const secret = `whsec_${randomBytes(32).toString('base64')}`;
const body = '{"type":"run.finished"}';

/** As Standard Webhooks has it. */
function signed(at = Date.now() / 1000): Record<string, string> {
  const time = String(Math.floor(at));
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`msg_1.${time}.${body}`).digest('base64');
  return { 'webhook-id': 'msg_1', 'webhook-timestamp': time, 'webhook-signature': `v1,old v1,${signature}` };
}

test('a signed call is believed, one of several signatures is enough', () => {
  expect(isFromEclusa(signed(), body, secret)).toBe(true);
});

test.each<[string, Record<string, string>, string, string]>([
  ['another body', signed(), `${body} `, secret],
  ['another secret', signed(), body, `whsec_${randomBytes(32).toString('base64')}`],
  ['a call of an hour ago', signed(Date.now() / 1000 - 3_600), body, secret],
  ['another id', { ...signed(), 'webhook-id': 'msg_2' }, body, secret],
])('%s is not', (_, headers, rawBody, with_) => expect(isFromEclusa(headers, rawBody, with_)).toBe(false));
