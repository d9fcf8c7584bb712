// How fast boxes read files, beside a plain script with the same parser, and how much memory each takes.
// Usage: npm run sources -w bench -- [--share 0.01] [--out FILE]. Linux only. Build first.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../scripts/setup/dependencies.mjs';
import { explain, say, Stop } from '../../scripts/setup/say.mjs';
import { stamp } from '../report/stamp.mjs';
import { kinds, writeFile } from './files.mjs';

const usualFile = path.join(root, 'bench/results/sources.json');
const folder = mkdtempSync(path.join(os.tmpdir(), 'eclusa-sources-'));
try {
  await main();
} catch (error) {
  explain(error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function main() {
  const options = { share: { type: 'string', default: '1' }, out: { type: 'string' } };
  const { share, out } = parseArgs({ options }).values;
  const sources = {};
  for (const [kind, { rows: whole }] of Object.entries(kinds)) {
    const rows = Math.max(1, Math.round(whole * Number(share)));
    const file = await writeFile(folder, kind, rows);
    const megabytes = Math.round(statSync(file).size / 1e6);
    const [box, floor] = [measured('box', kind, file, rows), measured('floor', kind, file, rows)];
    const ratio = Number((box.rowsPerSecond / floor.rowsPerSecond).toFixed(2));
    sources[kind] = { rows, megabytes, box, floor, ratio };
    say(
      `${kind}, ${rows} rows, ${megabytes} MB: ${box.rowsPerSecond} rows/s in ${box.peakMB} MB; ` +
        `the script ${floor.rowsPerSecond} rows/s in ${floor.peakMB} MB; ratio ${ratio}`,
    );
    rmSync(file);
  }
  const target = out ?? (Number(share) === 1 ? usualFile : undefined);
  if (!target) return;
  // Above the number of processors, others were at work as well.
  const loadAverage = os.loadavg().map((one) => Number(one.toFixed(2)));
  const report = { ...stamp(), at: new Date().toISOString(), loadAverage, sources };
  writeFileSync(target, `${JSON.stringify(report, null, 2)}\n`);
  say(`saved as ${path.relative(process.cwd(), target)}`);
}

function measured(program, kind, file, expected) {
  const script = path.join(root, `bench/sources/${program}.mjs`);
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, kind, file], { encoding: 'utf8' });
  if (status !== 0) throw new Stop(`${program} of ${kind} ended with ${status}: ${stderr}`);
  const { rows, seconds, peakMB } = JSON.parse(stdout);
  if (rows !== expected) throw new Stop(`${program} of ${kind} read ${rows} rows of ${expected}`);
  return { rowsPerSecond: Math.round(rows / seconds), seconds: Number(seconds.toFixed(2)), peakMB };
}
