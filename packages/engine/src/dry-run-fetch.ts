// A fetch that changes nothing at the other side.
import { readsHeader, type Json, type RecordedRequest } from '@eclusa/flow';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The method of what `fetch` is asked for, in capitals. */
export function methodOf(input: Parameters<typeof fetch>[0], init: Parameters<typeof fetch>[1]): string {
  return (init?.method ?? (input instanceof Request ? input.method : 'GET')).toUpperCase();
}

/** True for a method that changes nothing at the other side. */
export function isReading(method: string): boolean {
  return reading.has(method);
}

// Everything else may carry a secret.
const shown = ['accept', 'content-type'];

/**
 * Lets GET, HEAD and OPTIONS through, and what a node marked as reading. Any other request is recorded, and answered 200
 * with its own body as JSON and the header `x-eclusa-dry-run: 1`. The record has no header but accept and content-type.
 */
export function dryRunFetch(fetcher: typeof fetch, record: (request: RecordedRequest) => void): typeof fetch {
  return async (input, init) => {
    const method = methodOf(input, init);
    if (isReading(method)) return fetcher(input, init);
    const read = withoutMark(input, init);
    if (read) return fetcher(input, read);
    const request = await recordedOf(input, init, method);
    record(request);
    return Response.json(request.body ?? null, { headers: { 'x-eclusa-dry-run': '1' } });
  };
}

/** What to ask for instead when a node marked the request as reading; undefined when it did not. */
export function withoutMark(
  input: Parameters<typeof fetch>[0],
  init: Parameters<typeof fetch>[1],
): RequestInit | undefined {
  const headers = headersOf(input, init);
  if (!headers.has(readsHeader)) return undefined;
  headers.delete(readsHeader);
  return { ...init, headers };
}

/** The headers of what `fetch` is asked for. */
function headersOf(input: Parameters<typeof fetch>[0], init: Parameters<typeof fetch>[1]): Headers {
  return new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
}

/** The request as it may be shown. */
export async function recordedOf(
  input: Parameters<typeof fetch>[0],
  init: Parameters<typeof fetch>[1],
  method: string,
): Promise<RecordedRequest> {
  const url = input instanceof Request ? input.url : String(input);
  const headers = headersOf(input, init);
  const source = init?.body ?? (input instanceof Request ? await input.clone().text() : null);
  const body = parse(
    source === null ? '' : await new Response(source as ConstructorParameters<typeof Response>[0]).text(),
  );
  const kept = shown.flatMap((name) => (headers.has(name) ? [[name, headers.get(name) as string]] : []));
  return {
    method,
    url,
    ...(kept.length > 0 && { headers: Object.fromEntries(kept) as Record<string, string> }),
    ...(body !== undefined && { body }),
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
