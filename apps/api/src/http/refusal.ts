// What a route throws when it will not do what was asked.
import { UserError, type ErrorValues } from '@eclusa/flow';

/** A UserError that knows its HTTP status and what else the problem document holds. */
export class Refusal extends UserError {
  constructor(
    readonly status: number,
    code: string,
    values: ErrorValues = {},
    /** Further members of the problem document. */
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(code, { values });
  }
}

/** 404, the same for "does not exist" and "belongs to another workspace". */
export function notFound(
  what:
    | 'flow'
    | 'version'
    | 'run'
    | 'connection'
    | 'store'
    | 'file'
    | 'schedule'
    | 'trigger'
    | 'page'
    | 'key'
    | 'callback'
    | 'delivery',
): Refusal {
  return new Refusal(404, `api.${what}-not-found`);
}

/** A member of a request that is not as it should be, before its sentence is looked up. */
export interface Fault {
  path: string;
  code: string;
  values?: ErrorValues;
}

/** 400 or 422 with every fault; the filter adds their sentences. */
export function faulty(status: 400 | 422, code: string, faults: readonly Fault[]): Refusal {
  return new Refusal(status, code, { count: faults.length, first: faults[0]?.path ?? '' }, { faults });
}
