// How much one expression may take. Chosen so that no honest mapping of one row comes near.

export const limits = {
  /** Characters of source. */
  source: 20_000,
  /** Milliseconds one evaluation may run in the JSONata interpreter: wall clock, so a busy machine needs room. */
  milliseconds: 2_000,
  /** Nested evaluations in the interpreter. */
  depth: 1_000,
  /** Values in one sequence, and in a whole result. */
  items: 100_000,
  /** Levels of a result. */
  nesting: 100,
  /** Characters in one text of a result. */
  text: 5_000_000,
} as const;
