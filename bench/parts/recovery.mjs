// What a crash costs while a run is under way: SIGKILL, and how long until the store is called again, and until the pages
// that were interrupted go on.
import { setTimeout as sleep } from 'node:timers/promises';
import { figure, interrupted, percentile, rounded, standstill } from '../report/figures.mjs';
import { settings } from '../stack/bench.mjs';
import { clock } from '../stack/clock.mjs';
import { bulkFlow } from './flows.mjs';
import { activeOf } from './rows.mjs';

const latency = 20;
const rows = 6_000;
/** The run has begun and is far from its end. */
const calmMs = 3_000;

const kinds = [
  { name: 'a worker of two', workers: 2, victim: 'worker-0', returns: false },
  { name: 'the only worker, back at once', workers: 1, victim: 'worker-0', returns: true },
  { name: 'Redis, back at once', workers: 1, victim: 'redis', returns: true },
];

/** The worst of `crashes` for each kind: seconds to the next call at the store, and to the last interrupted page. */
export async function recovery(bench, { crashes }, say) {
  const flowId = await bench.publish(bulkFlow(rows));
  const figures = [];
  const details = [];
  for (const kind of kinds) {
    const seen = [];
    for (let crash = 0; crash < crashes; crash++) {
      say(`${kind.name}, crash ${crash + 1}`);
      seen.push(await bench.withWorkers(kind.workers, () => survive(bench, flowId, kind)));
    }
    const worst = (name) => Math.max(...seen.map((one) => one[name])) / 1000;
    figures.push(
      figure({ name: `${kind.name}: first new call`, value: worst('first'), unit: 's' }),
      figure({ name: `${kind.name}: interrupted pages go on`, value: worst('pages'), unit: 's' }),
    );
    const repeated = percentile(
      seen.map((one) => one.repeated),
      1,
    );
    details.push({
      kind: kind.name,
      longestStandstill: rounded(worst('longest')),
      mostRepeatedCalls: repeated,
    });
  }
  return { figures, details };
}

async function survive(bench, flowId, { victim, returns }) {
  const { stack } = bench;
  await bench.target(latency, true);
  const run = await bench.startRun(flowId);
  await sleep(calmMs);
  const killed = clock();
  await stack.kill({ name: victim });
  if (returns) await stack.restore([victim]);
  await bench.ended(run);
  const arrivals = await bench.arrivals();
  const skus = new Set(arrivals.map(([sku]) => sku));
  if (skus.size !== activeOf(rows))
    throw new Error(`${skus.size} of ${activeOf(rows)} rows came after a crash`);
  const moments = arrivals.map(([, moment]) => moment);
  return {
    ...standstill(moments, killed),
    pages: Math.max(0, ...interrupted(arrivals, killed, settings.ECLUSA_PAGE_SIZE)),
    repeated: arrivals.length - skus.size,
  };
}
