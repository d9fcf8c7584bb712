// Measures the whole system beside floors measured in the same run. Usage: npm run bench -w bench -- [part …] [--short];
// bench/README.md says what each part does. Exit code 1: something did not work; a goal that is missed is only said.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { elapsed, explain, say } from '../scripts/setup/say.mjs';
import { readOptions } from './options.mjs';
import { bulk } from './parts/bulk.mjs';
import { cost } from './parts/cost.mjs';
import { expressions } from './parts/expressions.mjs';
import { memory } from './parts/memory.mjs';
import { recovery } from './parts/recovery.mjs';
import { scale } from './parts/scale.mjs';
import { sources } from './parts/sources.mjs';
import { story } from './parts/story.mjs';
import { transforms } from './parts/transforms.mjs';
import { triggers } from './parts/triggers.mjs';
import { upload } from './parts/upload.mjs';
import { printPart, save } from './report/report.mjs';
import { Bench } from './stack/bench.mjs';

const parts = {
  ...{ bulk, triggers, scale, memory, sources, upload, cost, recovery, expressions, transforms, story },
};
/** Parts that need neither Postgres nor a process of Eclusa's. */
const alone = ['expressions', 'transforms'];
let bench;
let folder;
let ending = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(130));

try {
  await main();
  await end(0);
} catch (error) {
  if (!ending) explain(error);
  await end(1);
}

async function main() {
  const options = readOptions(process.argv.slice(2));
  for (const name of options.parts) {
    say(`${name} …`);
    const begun = elapsed();
    const result = await parts[name](
      alone.includes(name) ? options : await started(options),
      options.sizes,
      (text) => say(`  ${text}`),
    );
    printPart(name, result);
    // At once: a fault of a later part must not take this one along.
    const seconds = Math.round(elapsed() - begun);
    for (const file of save({ [name]: { ...result, seconds } }, options))
      say(`saved ${path.relative(process.cwd(), file)}`);
  }
}

async function started({ profile }) {
  if (bench) return bench;
  folder = mkdtempSync(path.join(os.tmpdir(), 'eclusa-bench-'));
  // Postgres runs as another user when we are root, and has to get in.
  chmodSync(folder, 0o755);
  say(`starting Postgres, Redis, api, ERP and store in ${folder}`);
  bench = new Bench(folder, profile);
  await bench.start();
  return bench;
}

async function end(code) {
  if (ending) return;
  ending = true;
  await bench?.stop();
  if (code === 0 && folder) rmSync(folder, { recursive: true, force: true });
  else if (folder) say(`logs of all processes: ${path.join(folder, 'run')}`);
  process.exit(code);
}
