// Products from the ERP to price and stock of the store: rows a second with one worker, beside the same work by a
// plain script with as many calls at once.
import { figure, rounded } from '../report/figures.mjs';
import { callsAtOnce } from '../stack/bench.mjs';
import { bulkFlow } from './flows.mjs';
import { activeOf } from './rows.mjs';

/** One figure for each number of rows and latency; processor seconds per 10,000 rows beside it. */
export async function bulk(bench, { rows, latencyRows, latency }, say) {
  const cases = latency.flatMap((ms) =>
    (ms === 0 ? rows : [latencyRows]).map((count) => ({ count, ms, least: ms === 0 ? 0.6 : 0.95 })),
  );
  const figures = [];
  const details = [];
  // Compiled code and open connections are part of a worker that has run for a while; so they are of this one.
  await bench.withWorkers(1, async () => {
    await bench.target(0);
    await bench.run(await bench.publish(bulkFlow(Math.min(5_000, ...rows))));
    for (const { count, ms, least } of cases) {
      say(`${count} rows, the store answers after ${ms} ms`);
      const engine = await throughEngine(bench, count, ms);
      const floor = await throughFloor(bench, count, ms, callsAtOnce);
      const goal = [{ of: 'ratio', least }];
      figures.push(
        figure({
          name: `${count} rows, store answers after ${ms} ms`,
          ...{ value: engine.perSecond, floor: floor.perSecond, unit: 'rows/s', goal },
        }),
      );
      details.push({
        rows: count,
        latency: ms,
        cpuSecondsPer10k: engine.cpu,
        floorCpuSecondsPer10k: floor.cpu,
      });
    }
  });
  return { figures, details };
}

/** The flow with this many products, through everything; checks that each active one got its price and its stock. */
export async function throughEngine(bench, rows, latency) {
  const flowId = await bench.publish(bulkFlow(rows));
  await bench.target(latency);
  const { result, cpu } = await bench.counted(() => bench.run(flowId));
  const { reads, prices, stocks, odd } = await bench.counts();
  const active = activeOf(rows);
  if ([result.written, reads, prices, stocks].some((one) => one !== active) || odd > 0) {
    throw new Error(`of ${active} rows came ${JSON.stringify({ ...result, reads, prices, stocks, odd })}`);
  }
  return { perSecond: rows / result.seconds, cpu: per10k(cpu, rows) };
}

/** The same by the plain script. */
export async function throughFloor(bench, rows, latency, atOnce) {
  await bench.target(latency);
  const args = [bench.stack.urlOf('erp'), bench.stack.urlOf('target'), rows, atOnce];
  const { result, cpu } = await bench.counted(() => bench.program('bulk-floor.mjs', args));
  if (result.rows !== activeOf(rows)) throw new Error(`the floor wrote ${result.rows} rows`);
  const { erp, target } = cpu;
  return { perSecond: rows / result.seconds, cpu: per10k({ floor: result.cpu, erp, target }, rows) };
}

function per10k(cpu, rows) {
  return Object.fromEntries(
    Object.entries(cpu).map(([name, seconds]) => [name, rounded((seconds / rows) * 10_000)]),
  );
}
