// Turns what the VTEX client throws into the errors a flow knows. Decides no sentence and no retry of its own.
import {
  EclusaError,
  RemoteError,
  UserError,
  type ErrorValues,
  type Json,
  type RecordedRequest,
  type RecordedResponse,
} from '@eclusa/flow';
import { VtexError, VtexInputError } from '@eclusa/vtex';

/** A RemoteError for what VTEX answered, a UserError for what could not be sent; anything else as it came. */
export function toFlowError(error: unknown): unknown {
  if (error instanceof VtexInputError) {
    return new UserError(error.code, { values: error.values as ErrorValues, cause: error });
  }
  if (!(error instanceof VtexError)) return error;
  const { code, values, retryable, uncertain, retryAfterMs, request, response } = error;
  return (
    ownCause(error) ??
    new RemoteError(code, {
      values: values as ErrorValues,
      cause: error,
      retryable,
      uncertain,
      ...(retryAfterMs !== undefined && { retryAfter: retryAfterMs }),
      ...(request && { request: request as RecordedRequest }),
      ...(response && { response: response as RecordedResponse }),
    })
  );
}

/** The same refusal under a more telling code, with more values. */
export function retold(code: string, error: RemoteError, more: ErrorValues = {}): RemoteError {
  const { values, retryable, request, response } = error;
  return new RemoteError(code, {
    values: { ...values, ...more },
    cause: error,
    retryable,
    ...(request && { request }),
    ...(response && { response }),
  });
}

/** Our own refusal inside what fetch threw: the guard against private addresses is wrapped in a TypeError. */
export function ownCause(error: Error): EclusaError | undefined {
  let one: unknown = error.cause;
  for (let depth = 0; typeof one === 'object' && one !== null && depth < 5; depth += 1) {
    if (one instanceof EclusaError) return one;
    one = (one as { cause?: unknown }).cause;
  }
  return undefined;
}

/** True for an answer with this status. */
export function hasStatus(error: unknown, status: number): error is RemoteError {
  return error instanceof RemoteError && error.response?.status === status;
}

/** A JSON object, or null for an answer that is none. */
export function asObject(body: unknown): Record<string, Json> | null {
  return typeof body === 'object' && body !== null && !Array.isArray(body)
    ? (body as Record<string, Json>)
    : null;
}

/** Throws what the flow knows instead of what the client threw. */
export function rethrow(error: unknown): never {
  throw toFlowError(error);
}
