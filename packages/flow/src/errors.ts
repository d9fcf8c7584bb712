// The three ways things go wrong. Code decides; the sentence is looked up by `sentence()` in messages/.
import type { Difference } from './difference';
import type { Json } from './json';

export type ErrorValues = Readonly<Record<string, Json | undefined>>;

export interface ErrorOptions {
  /** Fills the `{name}` places of the code's sentence. Never a secret. */
  values?: ErrorValues;
  cause?: unknown;
}

/** What all of our errors share: a stable code such as `vtex.rate-limited`. */
export abstract class EclusaError extends Error {
  readonly values: ErrorValues;
  constructor(
    readonly code: string,
    options: ErrorOptions = {},
  ) {
    super(`${code} ${JSON.stringify(options.values ?? {})}`, { cause: options.cause });
    this.name = new.target.name;
    this.values = options.values ?? {};
  }
}

/** The person can mend it: the flow, a value, a setting. */
export class UserError extends EclusaError {}

/** Thrown for a row, it ends the whole run and not the row alone: as failed, or as stopped without a fault. */
export class StopRun extends UserError {
  constructor(
    code: string,
    readonly ending: 'failed' | 'cancelled',
    options: ErrorOptions = {},
  ) {
    super(code, options);
  }
}

/** Ours. Reaching it is a defect of Eclusa. */
export class Bug extends EclusaError {}

/** A request as a person may see it: secrets removed before it gets here. */
export interface RecordedRequest {
  method: string;
  url: string;
  headers?: Record<string, string>;
  body?: Json;
  /** What it would change, where the box that makes it can tell. */
  difference?: Difference;
}

/** An answer as a person may see it, cut to a readable length. */
export interface RecordedResponse {
  status: number;
  headers?: Record<string, string>;
  body?: Json;
}

/** How a call may be repeated, where the connection it goes over says so. What is stricter, this or the run, counts. */
export interface RetryLimits {
  /** Calls in all, the first included. */
  tries?: number;
  /** Milliseconds between two of them; a side that asks for a longer wait is not asked again. */
  longestWait?: number;
}

export interface RemoteErrorOptions extends ErrorOptions {
  /** May the same call be tried again later? Retry reads this, never a message. */
  retryable: boolean;
  /** Milliseconds the other side asked us to wait. */
  retryAfter?: number;
  /** True when the other side may have done the work although we saw no answer. */
  uncertain?: boolean;
  limits?: RetryLimits;
  request?: RecordedRequest;
  response?: RecordedResponse;
}

/** The other side failed, refused or stayed silent. */
export class RemoteError extends EclusaError {
  readonly retryable: boolean;
  readonly retryAfter: number | undefined;
  readonly uncertain: boolean;
  /** Set by whoever knows the connection. */
  limits: RetryLimits | undefined;
  readonly request: RecordedRequest | undefined;
  readonly response: RecordedResponse | undefined;
  constructor(code: string, options: RemoteErrorOptions) {
    super(code, options);
    this.retryable = options.retryable;
    this.retryAfter = options.retryAfter;
    this.uncertain = options.uncertain ?? false;
    this.limits = options.limits;
    this.request = options.request;
    this.response = options.response;
  }
}

/** An error as data: what is stored beside a failed row and sent over the API. */
export interface ErrorRecord {
  kind: 'user' | 'remote' | 'bug';
  code: string;
  values: Record<string, Json>;
  retryable?: boolean;
  request?: RecordedRequest;
  response?: RecordedResponse;
}

/** Turns anything thrown into data; what is not ours becomes a bug with its message as `detail`. */
export function toErrorRecord(error: unknown): ErrorRecord {
  if (!(error instanceof EclusaError)) {
    const detail = error instanceof Error ? error.message : String(error);
    return { kind: 'bug', code: 'bug.unexpected', values: { detail } };
  }
  const values = JSON.parse(JSON.stringify(error.values)) as Record<string, Json>;
  if (!(error instanceof RemoteError)) {
    return { kind: error instanceof UserError ? 'user' : 'bug', code: error.code, values };
  }
  const { retryable, request, response } = error;
  return {
    kind: 'remote',
    code: error.code,
    values,
    retryable,
    ...(request && { request }),
    ...(response && { response }),
  };
}
