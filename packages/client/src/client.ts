// The typed client over fetch: adds the CSRF header, and throws ApiProblem for every answer that is not 2xx.
import createFetchClient, { type Client as FetchClient, type Middleware } from 'openapi-fetch';
import { toApiProblem, unreachable } from './problem';
import type { paths } from './schema';

export interface ClientOptions {
  /** Where the API is: `/api/v1` in the editor, `http://localhost:4300/api/v1` elsewhere. */
  baseUrl: string;
  /** The fetch to use; the global one when left out. */
  fetch?: (request: Request) => Promise<Response>;
  /** Sent with every request. A function is asked each time: the language may change. */
  headers?: Record<string, string> | (() => Record<string, string>);
}

export type Client = FetchClient<paths>;

/** Makes a client. Its cookies are the caller's matter: a browser sends them itself. */
export function createClient({ baseUrl, fetch, headers }: ClientOptions): Client {
  const client = createFetchClient<paths>({ baseUrl, ...(fetch && { fetch }), credentials: 'same-origin' });
  client.use(requests(headers), answers);
  return client;
}

function requests(headers: ClientOptions['headers']): Middleware {
  return {
    onRequest({ request }) {
      const own = typeof headers === 'function' ? headers() : (headers ?? {});
      for (const [name, value] of Object.entries(own)) request.headers.set(name, value);
      if (request.method !== 'GET') request.headers.set('x-eclusa-csrf', '1');
      return request;
    },
  };
}

const answers: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw await toApiProblem(response);
  },
  onError({ error }) {
    return isAbort(error) ? undefined : unreachable(error);
  },
};

function isAbort(error: unknown): boolean {
  return (error as { name?: unknown } | null)?.name === 'AbortError';
}

/** The data of an answer: `await dataOf(client.GET('/flows'))`. */
export async function dataOf<T>(answer: Promise<{ data?: T }>): Promise<NonNullable<T>> {
  return (await answer).data as NonNullable<T>;
}

/** Stores a file; the browser streams it. */
export function uploadFile(client: Client, name: string, bytes: Blob, signal?: AbortSignal) {
  return dataOf(
    client.POST('/files', {
      params: { query: { name } },
      body: bytes,
      bodySerializer: (body) => body,
      headers: { 'content-type': 'application/octet-stream' },
      ...(signal && { signal }),
    }),
  );
}
