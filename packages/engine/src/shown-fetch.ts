// A fetch that sends no write but those a dry run has shown for the row at work.
import { isAsShown, readsHeader, UserError } from '@eclusa/flow';
import { headersOf, isReading, methodOf, recordedOf } from './dry-run-fetch';
import type { Scope } from './scope';

/** Throws UserError `engine.not-as-shown` instead of sending another write. Where nothing was shown it is `fetcher`. */
export function shownFetch(fetcher: typeof fetch, scopeNow: () => Scope | undefined): typeof fetch {
  return async (input, init) => {
    const scope = scopeNow();
    const method = methodOf(input, init);
    if (!scope?.shown || isReading(method)) return fetcher(input, init);
    if (headersOf(input, init).has(readsHeader)) return fetcher(input, init);
    const plain = await recordedOf(input, init, method);
    const request = scope.difference ? { ...plain, difference: scope.difference } : plain;
    if (scope.shown.some((one) => isAsShown(one, request))) return fetcher(input, init);
    throw new UserError('engine.not-as-shown', { values: { request: `${method} ${request.url}` } });
  };
}
