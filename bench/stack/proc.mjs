// What the kernel knows of processes: time on the processor and peak memory. Linux only.
import { readFileSync } from 'node:fs';

/** Clock ticks a second, as Linux tells times in /proc on every platform Node runs on. */
const ticks = 100;

/** Seconds on the processor of this process, those it started, and those of them that have ended. */
export function cpuSeconds(pid) {
  const own = cpuOf(readText(`/proc/${pid}/stat`));
  return childrenOf(pid).reduce((sum, child) => sum + cpuSeconds(child), own);
}

/** Fields 14 to 17 of a line of /proc/<pid>/stat, in seconds; 0 for a process that is gone. Pure. */
export function cpuOf(stat) {
  // The name in brackets may hold anything, brackets too.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 15).reduce((sum, one) => sum + Number(one), 0) / ticks;
}

/** The most memory the process ever had, in MB. */
export function peakMemory(pid) {
  return Number(/VmHWM:\s+(\d+) kB/.exec(readText(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
}

/** The memory the process has now, in MB. */
export function memory(pid) {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readText(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
}

/** Processes that `pid` started and that live. */
export function childrenOf(pid) {
  return readText(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean).map(Number);
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
