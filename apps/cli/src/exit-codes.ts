// What `eclusa` tells the shell. Documented in docs/cli.md; scripts depend on them, so none ever changes its meaning.

export const exitCodes = {
  /** Everything went well. */
  ok: 0,
  /** The run finished, and some rows failed. */
  failedRows: 1,
  /** The command or the flow is wrong; nothing was run. */
  invalid: 2,
  /** The run failed, or could not be finished. */
  failed: 3,
  /** Nobody is signed in, or the key is unknown, revoked or expired. */
  signedOut: 4,
  /** The service understood and said no: the key may not do it, rows are not as they should be, the state is another. */
  refused: 5,
  /** No such flow, store or run within the reach of the key. */
  notFound: 6,
  /** No answer, or none for now: the network, a service that is away, too many requests. Trying again may help. */
  unreachable: 7,
  /** The time given to `--wait` ended first; the run goes on. */
  timeLimit: 8,
  /** The run was cancelled, or skipped for another one. */
  stopped: 9,
  /** Stopped by Ctrl-C. */
  cancelled: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
