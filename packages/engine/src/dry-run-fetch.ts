// A fetch that changes nothing at the other side.
import { readsHeader, type Json, type RecordedRequest } from '@eclusa/flow';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);
// Everything else may carry a secret.
const shown = ['accept', 'content-type'];

/**
 * Lets GET, HEAD and OPTIONS through, and what a node marked as reading. Any other request is recorded, and answered 200 with its own body as JSON
 * and the header `x-eclusa-dry-run: 1`. The record has no header but accept and content-type.
 */
export function dryRunFetch(fetcher: typeof fetch, record: (request: RecordedRequest) => void): typeof fetch {
  return async (input, init) => {
    const method = (init?.method ?? (input instanceof Request ? input.method : 'GET')).toUpperCase();
    if (reading.has(method)) return fetcher(input, init);
    const url = input instanceof Request ? input.url : String(input);
    const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
    if (headers.has(readsHeader)) {
      headers.delete(readsHeader);
      return fetcher(input, { ...init, headers });
    }
    const source = init?.body ?? (input instanceof Request ? await input.clone().text() : null);
    const body = parse(
      source === null ? '' : await new Response(source as ConstructorParameters<typeof Response>[0]).text(),
    );
    const kept = shown.flatMap((name) => (headers.has(name) ? [[name, headers.get(name) as string]] : []));
    record({
      method,
      url,
      ...(kept.length > 0 && { headers: Object.fromEntries(kept) as Record<string, string> }),
      ...(body !== undefined && { body }),
    });
    return Response.json(body ?? null, { headers: { 'x-eclusa-dry-run': '1' } });
  };
}

function parse(text: string): Json | undefined {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
