// The one client of the editor: the language of the answers, and what happens when a session is over.
import { ApiProblem, createClient } from '@eclusa/client';
import type { Locale } from '@eclusa/flow';

let locale: Locale = 'en';
let signedOut: () => void = () => undefined;

/** The language problems are asked for in. */
export function speak(next: Locale): void {
  locale = next;
}

/** Called whenever the API says the session is over. */
export function onSignedOut(listener: () => void): void {
  signedOut = listener;
}

/** Every call throws ApiProblem unless the answer is 2xx. */
export const api = createClient({
  baseUrl: '/api/v1',
  headers: () => ({ 'accept-language': locale }),
});

api.use({
  onResponse({ response }) {
    if (response.status === 401) signedOut();
  },
});

/** True when nobody answered (or a proxy answered for nobody), so trying again later makes sense. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof ApiProblem)) return false;
  return error.code === 'client.unreachable' || (error.code === 'client.no-problem' && error.status >= 502);
}
