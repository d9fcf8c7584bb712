// Peak memory of a worker over runs of very different size: a flow of rows one by one, and a flow of boxes that need all
// rows before they can give the first.
import { figure, rounded } from '../report/figures.mjs';
import { peakMemory } from '../stack/proc.mjs';
import { barriersFlow, bulkFlow } from './flows.mjs';

const kinds = [
  ['rows one by one', (rows) => bulkFlow(rows, false)],
  ['sort, join and sum', barriersFlow],
];
/** MB a worker may have, and how much more at the largest size than at the one before. */
const most = 350;
const growth = 1.2;

/** For each flow and size, the peak memory of a worker that ran nothing else. The floor is the size before. */
export async function memory(bench, { memoryRows }, say) {
  const figures = [];
  const details = [];
  await bench.target(0);
  for (const [name, flowOf] of kinds) {
    let before;
    for (const rows of memoryRows) {
      say(`${name}, ${rows} rows`);
      const flowId = await bench.publish(flowOf(rows));
      const { seconds, value } = await bench.withWorkers(1, async ([worker]) => {
        const run = await bench.run(flowId);
        return { seconds: run.seconds, value: peakMemory(bench.stack.processes.pidOf(worker)) };
      });
      const isLast = rows === memoryRows.at(-1);
      const goal = [{ of: 'value', most }, ...(before === undefined ? [] : [{ of: 'ratio', most: growth }])];
      figures.push(
        figure({ name: `${name}, ${rows} rows`, value, floor: before, unit: 'MB', ...(isLast && { goal }) }),
      );
      details.push({ flow: name, rows, seconds: rounded(seconds), rowsPerSecond: rounded(rows / seconds) });
      before = value;
    }
  }
  return { figures, details };
}
