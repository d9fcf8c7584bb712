// What a deprecated box says of the one that replaces it. Data only.
import type { MappingLine } from './field';

/** Which box replaces a deprecated one, and what of its form goes over. Fields of the same id go over by themselves. */
export interface Successor {
  type: string;
  /** Where each mapping target goes. A target that is not named is left behind, and said so. */
  targets: Readonly<Record<string, string | SuccessorTarget>>;
  /** Lines of the mapping that the old box had no need of, because that was all it did. */
  adds?: readonly MappingLine[];
}

/** A target whose unit changes on the way: its expression is multiplied. */
export interface SuccessorTarget {
  target: string;
  times: number;
}
