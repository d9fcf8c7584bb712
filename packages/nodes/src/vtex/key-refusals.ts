// Spares a store the calls it is sure to refuse: a key without rights would be sent once per row, for hours and in
// vain. Knows only refusals of the key itself (401, 403), and only of a request that has never succeeded.
import { RemoteError } from '@eclusa/flow';
import { hasStatus } from './remote';

/** Refusals of one request, none of them after a success, from which on it counts as refused for every row. */
const enough = 20;
/** Milliseconds until one call is let through again, to see whether the key was given its rights meanwhile. */
const restMs = 5_000;

interface Refused {
  times: number;
  error: RemoteError;
  askAgainAt: number;
}

/** What one box has been refused, by request. Times in milliseconds. */
export class KeyRefusals {
  private readonly refused = new Map<string, Refused>();
  private readonly allowed = new Set<string>();

  /** Throws the known refusal, without the request of the row that met it, when asking again is of no use. */
  check(request: string, now: number): void {
    const known = this.refused.get(request);
    if (!known || known.times < enough) return;
    if (now >= known.askAgainAt) {
      known.askAgainAt = now + restMs;
      return;
    }
    const { code, values } = known.error;
    throw new RemoteError(code, { values, retryable: false, cause: known.error });
  }

  succeeded(request: string): void {
    this.allowed.add(request);
    this.refused.delete(request);
  }

  failed(request: string, error: unknown, now: number): void {
    if (this.allowed.has(request)) return;
    // Found nothing, or refused for what was sent: the key itself is good for this.
    if ([400, 404, 409].some((status) => hasStatus(error, status))) return this.succeeded(request);
    if (!hasStatus(error, 401) && !hasStatus(error, 403)) return;
    const times = (this.refused.get(request)?.times ?? 0) + 1;
    this.refused.set(request, { times, error, askAgainAt: now + restMs });
  }
}
