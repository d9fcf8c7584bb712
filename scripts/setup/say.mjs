// What the scripts print, and the one way they give up: a sentence that says what to do.

/** Thrown when a person has to act; its message is the whole explanation. */
export class Stop extends Error {}

const started = Date.now();

/** One line of progress with the seconds since the script began. */
export function say(text) {
  const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(6);
  process.stdout.write(`${seconds}s  ${text}\n`);
}

/** Seconds since the script began. */
export function elapsed() {
  return (Date.now() - started) / 1000;
}

/** Prints why the script ends; the stack only for faults that are ours. */
export function explain(error) {
  process.stderr.write(error instanceof Stop ? `\n${error.message}\n` : `\n${error?.stack ?? error}\n`);
}
