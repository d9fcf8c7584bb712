// One clock for all processes of a machine.

/** Milliseconds of the machine's steady clock: differences between two processes' readings mean something. */
export function clock() {
  return Number(process.hrtime.bigint()) / 1e6;
}
