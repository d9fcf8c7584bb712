// Calls a flow tens of thousands of times while apis and workers are killed, then compares what was answered with what
// was done. Usage: npm run calls -w bench -- [--calls 50000] [--kills 40] … Exit code 1: a promise was broken.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { explain, say } from '../../scripts/setup/say.mjs';
import { callFlow } from '../parts/flows.mjs';
import { caller, connectTarget, publishFlow, signIn } from '../stack/api.mjs';
import { clock } from '../stack/clock.mjs';
import { memory, peakMemory } from '../stack/proc.mjs';
import { Stack } from '../stack/stack.mjs';
import { chaos } from './chaos.mjs';
import { Client } from './client.mjs';
import { fixed, readOptions } from './options.mjs';
import { killsOf, kindsOf } from './plan.mjs';
import { writeReport } from './report.mjs';
import { compare, compareBurst, idOf, isKept, promises } from './verdict.mjs';

let stack;
let database;
let folder;
let ending = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(130));

try {
  await end((await main()) ? 0 : 1);
} catch (error) {
  if (!ending) explain(error);
  await end(1);
}

/** True when every promise was kept. */
async function main() {
  const options = readOptions(process.argv.slice(2));
  folder = mkdtempSync(path.join(os.tmpdir(), 'eclusa-calls-'));
  // Postgres runs as another user when we are root, and has to get in.
  chmodSync(folder, 0o755);
  const { apis, workers } = fixed;
  const others = { target: ['bench/programs/target.mjs'] };
  stack = new Stack(folder, { apis, workers, settings: {}, others });
  say(`starting Postgres, Redis, store, ${apis} api and ${workers} worker processes in ${folder}`);
  await stack.start();
  void stack.supervise();
  database = new pg.Client({ connectionString: stack.databaseUrl });
  await database.connect();
  const call = caller(stack.apiUrls[0], await signIn(stack.apiUrls[0]));
  const store = await connectTarget(call, 'lojacalls', stack.urlOf('target'));
  const publish = () => publishFlow(call, strictFlow(), { store });
  const key = async (perMinute) =>
    (await call('POST', '/keys', { name: 'Calls', actions: ['runs:start'], perMinute })).secret;
  const calls = await called(options, await publish(), await key(100_000));
  const burst = options.burst > 0 ? await burstOf(options, await publish(), key) : undefined;
  const file = writeReport({ options, calls, burst, fell: stack.fell });
  say(`saved as ${path.relative(process.cwd(), file)}`);
  return (
    isKept(calls.figures, promises.calls) &&
    (!burst || isKept(burst, promises.burst)) &&
    Object.keys(stack.fell).length === 0
  );
}

/** The flow of the bench's triggers, which says what a row must have. */
function strictFlow() {
  const document = callFlow();
  const schema = {
    type: 'object',
    required: ['sku', 'estoque'],
    properties: { estoque: { type: 'string' } },
  };
  document.nodes.call.config = { schema: JSON.stringify(schema) };
  return document;
}

async function called({ calls: count, connections, kills, seed }, flowId, secret) {
  await record();
  const client = new Client({ urls: stack.apiUrls, flowId, secret, connections, seed, name: 'call' });
  const began = clock();
  const sending = client.sendAll(kindsOf(seed, count));
  const killing = chaos(stack, killsOf(seed, count, kills), () => client.progress);
  const calls = await sending;
  const sendSeconds = (clock() - began) / 1000;
  const killed = await killing;
  const drain = await drained(flowId);
  say(`waited ${Math.round(drain)} s for the last runs; repeating some calls once more`);
  const lateElsewhere = await repeatLate(client, calls);
  await client.close();
  const runs = await runsOf(flowId);
  const figures = compare({ calls, runs, arrivals: await arrivals() });
  const defects = Object.entries(client.unanswered).filter(([why]) => /^5/.test(why) && why !== '503');
  const seconds = await secondsOf(flowId);
  return {
    kills: killed,
    figures: {
      ...figures,
      ...{ lateElsewhere, defects: defects.reduce((sum, [, times]) => sum + times, 0) },
      unanswered: client.unanswered,
      acceptedPerSecond: Math.round(figures.accepted / sendSeconds),
      completedPerSecond: Math.round(figures.completed / seconds),
      ...{ sendSeconds: Math.round(sendSeconds), drainSeconds: Math.round(drain) },
    },
  };
}

/** Calls spread over all that were accepted: how many are not answered with the run they had. */
async function repeatLate(client, calls) {
  const accepted = calls.filter((one) => idOf(one));
  const step = Math.ceil(accepted.length / Math.min(fixed.late, accepted.length / 10));
  const some = accepted.filter((_, index) => index % step === 0);
  const answers = await Promise.all(some.map((one) => client.again(one)));
  return answers.filter(
    ({ status, id, isReplay }, index) => status !== 202 || !isReplay || id !== idOf(some[index]),
  ).length;
}

async function burstOf({ burst, seed }, flowId, key) {
  const secret = await key(Math.ceil(burst / 10));
  const connections = Math.min(burst, fixed.burstConnections);
  const client = new Client({ urls: stack.apiUrls, flowId, secret, connections, seed, name: 'burst' });
  await stack.ready();
  const apis = stack.names
    .filter((name) => name.startsWith('api-'))
    .map((name) => stack.processes.pidOf(name));
  const before = apis.map(memory);
  say(`${burst} calls at one moment on one key that may make ${Math.ceil(burst / 10)} a minute`);
  const answers = await client.burst(burst);
  await client.close();
  await drained(flowId);
  const growth = apis.map((pid, index) => peakMemory(pid) - before[index]);
  const figures = compareBurst({ answers, runs: await runsOf(flowId) });
  return { ...figures, connections, apiGrowthMb: Math.round(Math.max(...growth)) };
}

/** Seconds until no run of the flow is open, at most as long as they may take. */
async function drained(flowId) {
  const began = Date.now();
  const open = `SELECT FROM run WHERE flow_id = $1 AND state IN ('queued', 'running', 'cancelling') LIMIT 1`;
  while (Date.now() - began < fixed.drainWithinMs) {
    if ((await database.query(open, [flowId])).rowCount === 0) break;
    await sleep(200);
  }
  return (Date.now() - began) / 1000;
}

async function runsOf(flowId) {
  const text = `SELECT id, state, read_rows::int AS "read", written::int, failed::int FROM run WHERE flow_id = $1`;
  return (await database.query(text, [flowId])).rows;
}

/** From the first run that was stored to the end of the last. */
async function secondsOf(flowId) {
  const text = `SELECT extract(epoch FROM max(finished_at) - min(created_at))::float8 AS seconds FROM run WHERE flow_id = $1`;
  return (await database.query(text, [flowId])).rows[0].seconds;
}

function record() {
  return fetch(`${stack.urlOf('target')}/_set?latency=0&record=1`);
}

async function arrivals() {
  return (await fetch(`${stack.urlOf('target')}/_arrivals`)).json();
}

async function end(code) {
  if (ending) return;
  ending = true;
  await database?.end().catch(() => undefined);
  await stack?.stop();
  if (code !== 1 && folder) rmSync(folder, { recursive: true, force: true });
  else if (folder) say(`logs of all processes: ${path.join(folder, 'run')}`);
  process.exit(code);
}
