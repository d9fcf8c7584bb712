// One way to the API: session cookie, CSRF header, language, problem+json turned into ApiError. Knows no route.
import type { Json, Locale } from '@eclusa/flow';

/** An RFC 9457 answer of the API; `detail` is a sentence in the asked language. */
export interface Problem {
  status: number;
  code: string;
  title: string;
  detail: string;
  values?: Record<string, Json>;
  [extra: string]: unknown;
}

/** Anything the API refused, or `network` when it did not answer at all. */
export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail || problem.title || problem.code);
    this.name = 'ApiError';
  }
}

/** True when nobody answered, so trying again later makes sense. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof ApiError && error.problem.code === 'network';
}

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

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Query = Record<string, string | number | boolean | null | undefined>;

export interface RequestOptions {
  query?: Query;
  body?: unknown;
  /** Sent as it is instead of `body`. */
  raw?: Blob;
  signal?: AbortSignal;
}

/** Sends one request to `/api${path}` and answers the parsed body. Throws ApiError. */
export async function request<T>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
  const response = await send(method, path, options);
  if (response.ok) return (response.status === 204 ? undefined : await readJson(response)) as T;
  const problem = await problemOf(response);
  if (response.status === 401) signedOut();
  throw new ApiError(problem);
}

async function send(method: Method, path: string, options: RequestOptions): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': locale };
  if (method !== 'GET') headers['x-eclusa-csrf'] = '1';
  if (options.raw) headers['content-type'] = 'application/octet-stream';
  else if (options.body !== undefined) headers['content-type'] = 'application/json';
  const body = options.raw ?? (options.body === undefined ? null : JSON.stringify(options.body));
  try {
    return await fetch(`/api${path}${search(options.query)}`, {
      method,
      headers,
      body,
      credentials: 'same-origin',
      signal: options.signal ?? null,
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new ApiError({ status: 0, code: 'network', title: '', detail: '' });
  }
}

function search(query: Query = {}): string {
  const set = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  if (set.length === 0) return '';
  return `?${new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString()}`;
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}

async function problemOf(response: Response): Promise<Problem> {
  const fallback = {
    status: response.status,
    code: `http.${response.status}`,
    title: response.statusText,
    detail: '',
  };
  // A proxy that cannot reach the API answers with a page, which is the same as no answer to a person.
  if (response.status === 502 || response.status === 504) fallback.code = 'network';
  try {
    return { ...fallback, ...((await response.json()) as Partial<Problem>) };
  } catch {
    return fallback;
  }
}
