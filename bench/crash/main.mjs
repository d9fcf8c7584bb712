// Kills processes again and again while runs are in flight, then compares what was accepted with what was done.
// Usage: npm run crash -w bench -- [--rounds 50] [--runs 100] [--seed 1] [--out FILE]. Exit code 1: a promise was broken.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { elapsed, explain, say } from '../../scripts/setup/say.mjs';
import { signIn } from '../stack/api.mjs';
import { Stack } from '../stack/stack.mjs';
import { Load } from './load.mjs';
import { fixed, readOptions, workerSettings } from './options.mjs';
import { makePlan } from './plan.mjs';
import { writeReport } from './report.mjs';
import { setUp } from './runs.mjs';
import { compare, isKept } from './verdict.mjs';
import { Watch } from './watch.mjs';

let stack;
let folder;
let ending = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(130));

try {
  await end((await main()) ? 0 : 1);
} catch (error) {
  if (!ending) explain(error);
  await end(1);
}

/** True when nothing was lost and nothing was created twice. */
async function main() {
  const options = readOptions(process.argv.slice(2));
  folder = mkdtempSync(path.join(os.tmpdir(), 'eclusa-crash-'));
  // Postgres runs as another user when we are root, and has to get in.
  chmodSync(folder, 0o755);
  const { apis, workers, latencyMs } = fixed;
  const target = ['bench/crash/target.mjs', latencyMs.least, latencyMs.most];
  stack = new Stack(folder, { apis, workers, settings: workerSettings, others: { target } });
  say(`starting Postgres, Redis, target, ${apis} api and ${workers} worker processes in ${folder}`);
  await stack.start();
  const session = await signIn(stack.apiUrls[0]);
  const flows = await setUp(stack.apiUrls[0], session, stack.urlOf('target'));
  const load = new Load({ apiUrls: stack.apiUrls, session, flows, runs: options.runs });
  const watch = new Watch({ stack, load, flows });
  void stack.supervise();
  const following = watch.follow();
  load.start();
  const { kills, roundsDone } = await crash(options, load, watch);
  const drain = await drained(load, watch);
  watch.stop();
  await following;
  const record = await (await fetch(`${stack.urlOf('target')}/record`)).json();
  const figures = compare({ answers: load.answers, runs: await watch.runs(), record });
  const file = writeReport({
    ...{ options, figures, kills, roundsDone, fell: stack.fell, seconds: Math.round(elapsed()) },
    still: { ...stoodStill(watch), ...drain },
  });
  say(`saved as ${path.relative(process.cwd(), file)}`);
  return isKept(figures) && Object.keys(stack.fell).length === 0;
}

async function crash({ rounds, seed }, load, watch) {
  const kills = {};
  let roundsDone = 0;
  for (const { afterMs, victims, awayMs } of makePlan(seed, rounds)) {
    if (elapsed() * 1000 > fixed.roundsWithinMs) break;
    await sleep(afterMs);
    const names = victims.map(label);
    say(
      `round ${roundsDone + 1}: ${names.join(' and ')} for ${awayMs} ms; ${load.answers.size} asked, ${watch.openCount} open`,
    );
    await Promise.all(victims.map((victim) => stack.kill(victim)));
    for (const name of names) kills[name] = (kills[name] ?? 0) + 1;
    await sleep(awayMs);
    await stack.restore(victims.map(({ name }) => name));
    roundsDone += 1;
  }
  return { kills, roundsDone };
}

function label({ name, wiped, children }) {
  return `${name}${wiped ? ' (data wiped)' : ''}${children ? ' (all its processes)' : ''}`;
}

/** No more crashes and no new runs: everything that was accepted has to end now. */
async function drained(load, watch) {
  await load.stop();
  say(`no more crashes: ${watch.openCount} runs are open`);
  const begun = Date.now();
  // Two looks, so that the last one began after the last answer.
  for (let quiet = 0; quiet < 3 && Date.now() - begun < fixed.drainWithinMs; await sleep(500)) {
    quiet = watch.openCount + load.open.length === 0 ? quiet + 1 : 0;
  }
  return { drainSeconds: Math.round((Date.now() - begun) / 1000), openAfterDrain: watch.openCount };
}

function stoodStill({ longest, longestAll }) {
  const seconds = (ms) => Math.round(ms / 100) / 10;
  return {
    runSeconds: seconds(longest.ms),
    runState: longest.state ?? 'none',
    allSeconds: seconds(longestAll),
  };
}

async function end(code) {
  if (ending) return;
  ending = true;
  await stack?.stop();
  if (code !== 1 && folder) rmSync(folder, { recursive: true, force: true });
  else if (folder) say(`logs of all processes: ${path.join(folder, 'run')}`);
  process.exit(code);
}
