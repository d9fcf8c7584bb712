// Keeps calls to what their connection allows: so many a second, so many at once, in all workers together; and says how
// often and after how long they may be repeated.
import type { Bucket, Connection, Limiter, RetryLimits } from '@eclusa/flow';
import { retryAfterMs } from '../net/remote-faults';

export interface PaceTools {
  now(): Date;
  /** Absent where a connection is only tried. */
  limiter?: Limiter | undefined;
}

/** An answer that nobody reads on for so long leaves its place: who reads it may be waiting for a call itself. */
const unreadMs = 2_000;

/** What `send` answers, once it may be sent. The call is under way until its answer is read, or given up. */
export async function paced(
  connection: Pick<Connection, 'id' | 'values'>,
  tools: PaceTools,
  signal: AbortSignal,
  send: () => Promise<Response>,
): Promise<Response> {
  const { limiter } = tools;
  const most = numberOf(connection.values['callsAtOnce']);
  if (most === undefined || !limiter?.hold) return withinRate(connection, tools, signal, send);
  const end = await limiter.hold(`http:${connection.id}`, most, signal);
  try {
    return untilRead(await withinRate(connection, tools, signal, send), end);
  } catch (error) {
    end();
    throw error;
  }
}

/** How calls over the connection are repeated; undefined where it says nothing of it. */
export function retryLimits({ values }: Pick<Connection, 'values'>): RetryLimits | undefined {
  const tries = numberOf(values['tries']);
  const seconds = numberOf(values['longestWaitSeconds']);
  if (tries === undefined && seconds === undefined) return undefined;
  return {
    ...(tries !== undefined && { tries }),
    ...(seconds !== undefined && { longestWait: seconds * 1000 }),
  };
}

async function withinRate(
  connection: Pick<Connection, 'id' | 'values'>,
  { limiter, now }: PaceTools,
  signal: AbortSignal,
  send: () => Promise<Response>,
): Promise<Response> {
  const bucket = bucketOf(connection);
  if (!bucket || !limiter) return send();
  await limiter.acquire(bucket, signal);
  const answer = await send();
  const asked = retryAfterMs(answer.headers.get('retry-after'), now());
  // Who does not wait so long must not hold up the calls behind it either.
  const wait = asked && Math.min(asked, retryLimits(connection)?.longestWait ?? Infinity);
  limiter.observe(bucket, { status: answer.status, ...(wait !== undefined && { retryAfterMs: wait }) });
  return answer;
}

function bucketOf({ id, values }: Pick<Connection, 'id' | 'values'>): Bucket | undefined {
  const rate = numberOf(values['callsPerSecond']);
  if (rate === undefined) return undefined;
  return { key: `http:${id}`, ratePerSecond: rate, burst: Math.max(1, Math.floor(rate)) };
}

/** The same answer; `end` is called with the last of its body. */
function untilRead(answer: Response, end: () => void): Response {
  const { body, status, statusText, headers } = answer;
  if (!body) {
    end();
    return answer;
  }
  const reader = body.getReader();
  let unread: NodeJS.Timeout | undefined;
  const passed = new ReadableStream<Uint8Array>({
    async pull(controller) {
      clearTimeout(unread);
      try {
        const { done, value } = await reader.read();
        if (!done) {
          unread = setTimeout(end, unreadMs).unref();
          return controller.enqueue(value);
        }
        end();
        controller.close();
      } catch (error) {
        end();
        throw error;
      }
    },
    async cancel(reason) {
      clearTimeout(unread);
      end();
      await reader.cancel(reason);
    },
  });
  return new Response(passed, { status, statusText, headers });
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && value > 0 ? value : undefined;
}
