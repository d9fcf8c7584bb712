// The memory of an api that takes a run's rows as one long body: it should not depend on how many there are.
import { request } from 'undici';
import { figure, rounded } from '../report/figures.mjs';
import { clock } from '../stack/clock.mjs';
import { memory, peakMemory } from '../stack/proc.mjs';
import { callFlow } from './flows.mjs';
import { productAt } from './rows.mjs';

/** How much more an api may have at the largest size than at the one before. */
const growth = 1.2;

/** The most memory a fresh api ever had while it took `uploadRows` rows as NDJSON, and how fast it took them. */
export async function upload(bench, { uploadRows }, say) {
  const flowId = await bench.publish(callFlow());
  const figures = [];
  const details = {};
  for (const [index, rows] of uploadRows.entries()) {
    await bench.stack.kill({ name: 'api-0' });
    await bench.stack.restore(['api-0']);
    await post(bench, flowId, 100);
    const pid = bench.stack.processes.pidOf('api-0');
    const before = memory(pid);
    const began = clock();
    await post(bench, flowId, rows);
    const seconds = (clock() - began) / 1000;
    const value = peakMemory(pid);
    details[rows] = { megabytesBefore: rounded(before), rowsPerSecond: rounded(rows / seconds) };
    say(`${rows} rows: from ${before.toFixed(0)} to ${value.toFixed(0)} MB, ${seconds.toFixed(1)} s`);
    const floor = figures.at(-1)?.value;
    const isLast = index > 0 && index === uploadRows.length - 1;
    const goal = isLast ? [{ of: 'ratio', most: growth }] : [];
    figures.push(
      figure({ name: `api, ${rows.toLocaleString('en')} rows in one call`, value, floor, unit: 'MB', goal }),
    );
  }
  // Nobody shall run them: other parts measure with the same database.
  await bench.query(
    `DELETE /* bench */ FROM run_page WHERE run_id IN (SELECT id FROM run WHERE flow_id = $1)`,
    [flowId],
  );
  await bench.query(
    `UPDATE /* bench */ run SET state = 'cancelled', finished_at = now() WHERE flow_id = $1`,
    [flowId],
  );
  return { figures, details };
}

async function post(bench, flowId, rows) {
  const { statusCode, body } = await request(`${bench.api}/api/v1/flows/${flowId}/runs`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', 'x-eclusa-csrf': '1', cookie: bench.session.cookie },
    body: lines(rows),
    headersTimeout: 600_000,
  });
  const text = await body.text();
  if (statusCode !== 202) throw new Error(`${rows} rows were answered ${statusCode}: ${text}`);
}

/** The rows as text, a lot of lines at a time. */
function* lines(rows) {
  const lot = 1_000;
  for (let from = 0; from < rows; from += lot) {
    const count = Math.min(lot, rows - from);
    yield Array.from({ length: count }, (_, index) => `${JSON.stringify(productAt(from + index))}\n`).join(
      '',
    );
  }
}
