// That a transform box takes as much memory for a million rows as for ten thousand: each runs alone in a process, by the
// engine and with room on disk, over rows that are made as they are read.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { isDeepStrictEqual, promisify } from 'node:util';
import { nodeTypes } from '@eclusa/nodes';
import { root } from '../../scripts/setup/dependencies.mjs';
import { workerFlags } from '../../scripts/setup/worker.mjs';
import { figure, rounded } from '../report/figures.mjs';
import { boxes, leftOut } from './transform-boxes.mjs';

const program = path.join(root, 'bench/programs/transform-run.mjs');
/** MB a process may have, most of it the catalogue; and how much more at the largest size: V8's nursery has grown to 48 MB. */
const most = 200;
const growth = 1.6;

/** For each box and size rows a second, and the most memory its process ever had. The floor is the smallest size. */
export async function transforms(_options, { transformRows }, say) {
  if (unsaid().length > 0) throw new Error(`transform-boxes.mjs says nothing of ${unsaid().join(', ')}`);
  const figures = [];
  const details = [];
  for (const id of Object.keys(boxes)) {
    let floor;
    for (const rows of transformRows) {
      const [{ seconds, megabytes: value }] = await runOf(rows, [id]);
      say(`${id}, ${rows} rows: ${seconds.toFixed(1)} s, ${value.toFixed(0)} MB`);
      const name = `${id}, ${rows.toLocaleString('en')} rows`;
      const goal = [{ of: 'value', most }, ...(floor === undefined ? [] : [{ of: 'ratio', most: growth }])];
      const isLast = rows === transformRows.at(-1);
      figures.push(figure({ name, value, floor, unit: 'MB', ...(isLast && { goal }) }));
      details.push({ id, rows, seconds: rounded(seconds), rowsPerSecond: rounded(rows / seconds) });
      floor ??= value;
    }
  }
  return { figures, details: { runs: details, leftOut } };
}

/** Transform boxes of the catalogue that are neither measured nor left out. */
export function unsaid() {
  const all = [...nodeTypes.keys()].filter((id) => id.startsWith('transform.'));
  return all.filter((id) => !boxes[id] && !leftOut[id]);
}

/** What became of `rows` rows in each box, all in one process. Throws where not what should leave a box has left it. */
export async function runOf(rows, ids) {
  const args = [...workerFlags, program, `${rows}`, ...ids];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const results = JSON.parse(stdout);
  for (const { id, out } of results) {
    const right = boxes[id].out(rows);
    if (!isDeepStrictEqual(out, right))
      throw new Error(`${id}: ${JSON.stringify(out)} left it, not ${JSON.stringify(right)}`);
  }
  return results;
}
