// One run over several workers, against a store that takes its time: rows a second, and how much of each added worker
// arrives. The floor makes as many calls at once as all workers together.
import { figure, rounded } from '../report/figures.mjs';
import { callsAtOnce, settings } from '../stack/bench.mjs';
import { throughEngine, throughFloor } from './bulk.mjs';

const latency = 50;

/** One figure for each number of workers; efficiency is rows a second ÷ (workers × those of one worker). */
export async function scale(bench, { workers, workerRows }, say) {
  const figures = [];
  const details = [];
  for (const count of workers) {
    say(`${count} workers, the store answers after ${latency} ms`);
    const rows = count * workerRows;
    // A run has no more pages in flight than this, however many workers there are.
    const more = { ECLUSA_PAGES_IN_FLIGHT: settings.ECLUSA_PAGES_IN_FLIGHT * count };
    const { perSecond: value } = await bench.withWorkers(
      count,
      () => throughEngine(bench, rows, latency),
      more,
    );
    const { perSecond: floor } = await throughFloor(bench, rows, latency, count * callsAtOnce);
    figures.push(
      figure({ name: count === 1 ? '1 worker' : `${count} workers`, value, floor, unit: 'rows/s' }),
    );
    const efficiency = rounded(value / (figures[0].value * (count / workers[0])));
    details.push({ workers: count, rows, latency, efficiency });
  }
  return { figures, details };
}
