// What `eclusa` tells the shell. Documented in the README; scripts depend on them.

export const exitCodes = {
  /** Everything went well. */
  ok: 0,
  /** The run finished, and some rows failed. */
  failedRows: 1,
  /** The command or the flow is wrong; nothing was run. */
  invalid: 2,
  /** The run could not be finished. */
  failed: 3,
  /** Stopped by Ctrl-C. */
  cancelled: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
