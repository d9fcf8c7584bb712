// One problem of a flow: what is wrong, where, and what to do, in every language.
import type { ErrorValues } from '../errors';
import { sentences } from '../messages/index';
import type { Text } from '../text';

/** Where a problem sits. `field` may go on into a list: `mapping.basePrice`, `outputs.0.id`. */
export interface ProblemPlace {
  node?: string;
  field?: string;
  /** As `edgeId` names it. */
  edge?: string;
  slot?: string;
  parameter?: string;
  /** A setting of the whole flow, by its name in the document. */
  setting?: string;
}

export interface Problem extends ProblemPlace {
  /** An `error` keeps the flow from being published; a `warning` does not. */
  severity: 'error' | 'warning';
  code: string;
  values: ErrorValues;
  text: Text;
}

export function error(code: string, place: ProblemPlace, values: ErrorValues = {}): Problem {
  return { severity: 'error', code, ...place, values, text: sentences(code, values) };
}

export function warning(code: string, place: ProblemPlace, values: ErrorValues = {}): Problem {
  return { severity: 'warning', code, ...place, values, text: sentences(code, values) };
}
