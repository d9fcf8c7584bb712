// What the commands need of the process they run in, so that tests can stand in for it.

export interface Terminal {
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Results. */
  out(text: string): void;
  /** Progress and faults. */
  err(text: string): void;
  /** Progress may be redrawn in place. */
  redraws: boolean;
  /** Calls `stop` at the first Ctrl-C; the answer ends the listening. */
  onInterrupt(stop: () => void): () => void;
}

/** The real process. A second Ctrl-C ends it at once. */
export function processTerminal(): Terminal {
  return {
    cwd: process.cwd(),
    env: process.env,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    redraws: process.stderr.isTTY === true,
    onInterrupt(stop) {
      let asked = false;
      const interrupt = (): void => {
        if (asked) process.exit(130);
        asked = true;
        stop();
      };
      process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
      return () => void process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    },
  };
}
