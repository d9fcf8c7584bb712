// A fetch whose requests change nothing although they are a POST: a call over SOAP that reads, a simulation.
import { readsHeader } from '@eclusa/flow';

/** `fetcher` with the mark that lets a request through in a dry run. It is taken off before the request leaves. */
export function readingFetch(fetcher: typeof fetch): typeof fetch {
  return (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set(readsHeader, '1');
    return fetcher(input, { ...init, headers });
  };
}
