// Posts a message to the address of a connection. The address is a secret: neither errors nor what is recorded hold more of
// it than the host.
import { RemoteError, UserError, type Connection, type JsonObject, type NodeContext } from '@eclusa/flow';
import { readText } from '../net/body';
import { networkError, statusError } from '../net/remote-faults';
import { standardWebhookHeaders } from '../net/standard-webhook';
import { webhookAddress } from '../net/webhook-address';

const TIMEOUT_MS = 30_000;
const MOST_BYTES = 1_000_000;
/** How Teams says within an answer of 200 that it took nothing. */
const TEAMS_FAILED = /^Webhook message delivery failed/i;
/** The status only: an id of theirs that follows may hold any digits. */
const TEAMS_MAY_TAKE_IT_LATER = /\berror:? (?:429|5\d\d)\b/i;

/** Resolves when the other side has taken it. Throws RemoteError, UserError `nodes.notice-too-large`. */
export async function postMessage(
  { fetch, signal, now }: Pick<NodeContext, 'fetch' | 'signal' | 'now'>,
  connection: Connection,
  id: string,
  message: JsonObject,
): Promise<void> {
  const url = webhookAddress(connection);
  const body = JSON.stringify(message);
  if (Buffer.byteLength(body) > MOST_BYTES) {
    throw new UserError('nodes.notice-too-large', { values: { kilobytes: MOST_BYTES / 1000 } });
  }
  const secret = String(connection.values['secret'] ?? '').trim();
  const signed = secret === '' ? {} : standardWebhookHeaders(secret, { id, body, at: now() });
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Eclusa/0.1',
    'webhook-id': id,
    ...signed,
  };
  const shown = { method: 'POST', url: `${url.origin}/•••`, headers: { 'webhook-id': id }, body };
  try {
    const within = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal: within });
    const text = await readText(answer, { maxBytes: 100_000, idleMs: TIMEOUT_MS });
    if (!answer.ok) throw statusError(answer, text, shown, now());
    if (TEAMS_FAILED.test(text)) {
      const values = { host: url.host, reason: text.slice(0, 200) };
      throw new RemoteError('nodes.notice-refused', {
        retryable: TEAMS_MAY_TAKE_IT_LATER.test(text),
        values,
        request: shown,
      });
    }
  } catch (error) {
    throw networkError(error, shown, signal);
  }
}
