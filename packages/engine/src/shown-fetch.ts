// The fetch of nodes that write: it tells what was sent, and in a run that applies a dry run it sends no write but those shown for the row at work.
import { isAsShown, UserError } from '@eclusa/flow';
import { isReading, methodOf, recordedOf, withoutMark } from './dry-run-fetch';
import type { SentRequest } from './ports';
import type { Scope } from './scope';

/** Throws UserError `engine.not-as-shown` instead of sending another write. Where nothing was shown it is `fetcher`. */
export function shownFetch(fetcher: typeof fetch, scopeNow: () => Scope | undefined): typeof fetch {
  return async (input, init) => {
    const scope = scopeNow();
    const method = methodOf(input, init);
    if (isReading(method)) return fetcher(input, init);
    const read = withoutMark(input, init);
    if (read) return fetcher(input, read);
    const send = async () => {
      const answer = await fetcher(input, init);
      scope?.sent?.(sentOf(input, init, method, answer.status));
      return answer;
    };
    if (!scope?.shown) return send();
    const plain = await recordedOf(input, init, method);
    const request = scope.difference ? { ...plain, difference: scope.difference } : plain;
    if (scope.shown.some((one) => isAsShown(one, request))) return send();
    throw new UserError('engine.not-as-shown', { values: { request: `${method} ${request.url}` } });
  };
}

function sentOf(
  input: Parameters<typeof fetch>[0],
  init: Parameters<typeof fetch>[1],
  method: string,
  status: number,
): SentRequest {
  const url = input instanceof Request ? input.url : String(input);
  // Anything but a text, a file say, would have to be read twice.
  return { method, url, status, ...(typeof init?.body === 'string' && { body: init.body }) };
}
