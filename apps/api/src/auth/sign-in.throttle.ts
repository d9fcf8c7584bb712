// Slows down guessing: few tries per address and account, more per address, more per account.
import { Injectable, type ExecutionContext } from '@nestjs/common';
import { ThrottlerGuard, type ThrottlerLimitDetail } from '@nestjs/throttler';
import { Refusal } from '../http/refusal';

const WINDOW = 15 * 60_000;

type Asking = { ip?: string; body?: { email?: unknown } };

const emailOf = ({ body }: Asking): string =>
  typeof body?.email === 'string' ? body.email.trim().toLowerCase().slice(0, 254) : '';

/**
 * Three counters at once. The one per account alone is wide: a narrow one would let a stranger
 * lock somebody out. For links only the address counts: their tokens cannot be guessed.
 */
export const signInLimits = {
  setHeaders: false,
  throttlers: [
    {
      name: 'pair',
      limit: 20,
      ttl: WINDOW,
      getTracker: (request: Asking) => `${request.ip} ${emailOf(request)}`,
    },
    { name: 'address', limit: 60, ttl: WINDOW, getTracker: (request: Asking) => request.ip ?? '' },
    {
      name: 'account',
      limit: 100,
      ttl: WINDOW,
      getTracker: (request: Asking) => emailOf(request) || `${request.ip}`,
    },
  ],
};

@Injectable()
export class SignInThrottle extends ThrottlerGuard {
  protected override throwThrottlingException(
    context: ExecutionContext,
    { timeToBlockExpire }: ThrottlerLimitDetail,
  ): Promise<void> {
    const answer = context.switchToHttp().getResponse<{ setHeader(name: string, value: string): void }>();
    answer.setHeader('retry-after', String(timeToBlockExpire));
    throw new Refusal(429, 'api.too-many-attempts', { minutes: Math.ceil(timeToBlockExpire / 60) });
  }
}
