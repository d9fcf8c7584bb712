// The fetch of nodes that write: in a run that applies a dry run it sends no write but those shown for the row at work.
import { isAsShown, UserError } from '@eclusa/flow';
import { isReading, methodOf, recordedOf, withoutMark } from './dry-run-fetch';
import type { Scope } from './scope';

/** Throws UserError `engine.not-as-shown` instead of sending another write. Where nothing was shown it is `fetcher`. */
export function shownFetch(fetcher: typeof fetch, scopeNow: () => Scope | undefined): typeof fetch {
  return async (input, init) => {
    const scope = scopeNow();
    const method = methodOf(input, init);
    if (isReading(method)) return fetcher(input, init);
    const read = withoutMark(input, init);
    if (read) return fetcher(input, read);
    if (!scope?.shown) return fetcher(input, init);
    const plain = await recordedOf(input, init, method);
    const request = scope.difference ? { ...plain, difference: scope.difference } : plain;
    if (scope.shown.some((one) => isAsShown(one, request))) return fetcher(input, init);
    throw new UserError('engine.not-as-shown', { values: { request: `${method} ${request.url}` } });
  };
}
