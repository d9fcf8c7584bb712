// What a process that reads a file tells the one that started it: rows, seconds, and the most memory it ever had.
import { peakMemory } from '../stack/proc.mjs';

/** Runs `read`, which answers the number of rows, and prints a line of JSON. */
export async function tell(read) {
  const started = process.hrtime.bigint();
  const rows = await read();
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  process.stdout.write(`${JSON.stringify({ rows, seconds, peakMB: Math.round(peakMemory(process.pid)) })}\n`);
}
