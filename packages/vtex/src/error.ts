// What the client throws: plain data about one call. It knows no sentences; the code keys them elsewhere.

export type VtexValues = Readonly<Record<string, string | number | boolean | undefined>>;

/** A request as it may be shown: credentials and cookies are already gone. */
export interface ShownRequest {
  method: string;
  url: string;
  headers?: Readonly<Record<string, string>>;
  body?: unknown;
}

/** An answer as it may be shown: only telling headers, the body cut to 4 KB. */
export interface ShownResponse {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

export interface VtexErrorDetails {
  /** HTTP status; 0 when no answer came. */
  status: number;
  retryable: boolean;
  retryAfterMs?: number;
  /** True when VTEX may have done the work although no good answer came. */
  uncertain?: boolean;
  values?: VtexValues;
  request?: ShownRequest;
  response?: ShownResponse;
  cause?: unknown;
}

/** VTEX refused, failed or stayed silent. `code` is stable, such as `vtex.rate-limited`. */
export class VtexError extends Error {
  readonly status: number;
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
  readonly uncertain: boolean;
  readonly values: VtexValues;
  readonly request: ShownRequest | undefined;
  readonly response: ShownResponse | undefined;
  constructor(
    readonly code: string,
    details: VtexErrorDetails,
  ) {
    super(`${code} ${details.values?.message ?? ''}`.trim(), { cause: details.cause });
    this.name = 'VtexError';
    this.status = details.status;
    this.retryable = details.retryable;
    this.retryAfterMs = details.retryAfterMs;
    this.uncertain = details.uncertain ?? false;
    this.values = details.values ?? {};
    this.request = details.request;
    this.response = details.response;
  }
}

/** Nothing was sent because a name, address or path value cannot be right. */
export class VtexInputError extends Error {
  constructor(
    readonly code: string,
    readonly values: VtexValues = {},
  ) {
    super(`${code} ${JSON.stringify(values)}`);
    this.name = 'VtexInputError';
  }
}
