// Calls of a flow: each is a run of its own, kept before it is answered, and one write at the store. Beside it a plain
// server that commits before and after, too. Everything, load and store included, is on this machine.
import { setTimeout as sleep } from 'node:timers/promises';
import { figure, percentile, rounded } from '../report/figures.mjs';
import { clock } from '../stack/clock.mjs';
import { callFlow } from './flows.mjs';

const connections = 64;
/** Calls before the count begins: compiled code, open connections. */
const warmUp = 1_000;
const goals = {
  completed: [
    { of: 'value', least: 1_000 },
    { of: 'ratio', least: 0.3 },
  ],
  p99: [{ of: 'value', most: 250 }],
};

/** Accepted and completed runs a second as fast as it goes, and times from call to effect at a steady rate. */
export async function triggers(bench, { calls, rate, rateCalls }, say) {
  if (!(await hasCalls(bench))) throw new Error('this build has no box "source.call"');
  const engine = await bench.withWorkers(1, async () => {
    const flowId = await bench.publish(callFlow());
    return measured(bench, say, { calls, rate, rateCalls, all: (load) => callAll(bench, flowId, load) });
  });
  const floor = await bench.withFloor('trigger-floor.mjs', (url) =>
    measured(bench, (text) => say(`floor: ${text}`), {
      ...{ calls, rate, rateCalls },
      all: (load) =>
        sendAll(bench, { url: `${url}/`, headers: json, ...load }, 'floor_call WHERE done_at IS NULL'),
    }),
  );
  const pair = (name) => ({ value: engine[name], floor: floor[name] });
  const unit = 'runs/s';
  const figures = [
    figure({ name: 'accepted', ...pair('accepted'), unit }),
    figure({ name: 'completed', ...pair('completed'), unit, goal: goals.completed }),
    figure({ name: `call to effect at ${rate}/s, p50`, ...pair('p50'), unit: 'ms' }),
    figure({ name: `call to effect at ${rate}/s, p99`, ...pair('p99'), unit: 'ms', goal: goals.p99 }),
  ];
  return { figures, details: { engine: engine.details, floor: floor.details } };
}

/** True when this build has the box that a call enters by. */
export async function hasCalls(bench) {
  const { nodes } = await bench.call('GET', '/catalogue');
  return nodes.some((node) => node.id === 'source.call');
}

/** Sends calls to a flow and waits until all of its runs have ended; see `sendAll`. */
export function callAll(bench, flowId, load) {
  const url = `${bench.api}/api/v1/flows/${flowId}/runs`;
  const headers = { ...json, 'x-eclusa-csrf': '1', cookie: bench.session.cookie };
  return sendAll(bench, { url, headers, ...load }, `run WHERE state IN ('queued', 'running')`);
}

const json = { 'content-type': 'application/json' };

/** Calls sent, and then no row left in `open`. Answers rates a second and, by call, milliseconds to its effect. */
async function sendAll(bench, load, open) {
  await bench.target(0, true);
  const sent = await bench.program('load.mjs', [], JSON.stringify({ connections, ...load }));
  if (sent.accepted !== load.calls) throw new Error(`calls were refused: ${JSON.stringify(sent.refused)}`);
  while ((await bench.query(`SELECT /* bench */ FROM ${open} LIMIT 1`)).length > 0) await sleep(20);
  const ended = clock();
  const effects = new Map((await bench.arrivals()).map(([sku, moment]) => [sku - 1 - load.first, moment]));
  if (effects.size !== load.calls) throw new Error(`${effects.size} of ${load.calls} calls had their effect`);
  const took = sent.sent.map((moment, index) => effects.get(index) - moment);
  const perSecond = (moment) => (load.calls / (moment - sent.begun)) * 1000;
  return { took, accepted: perSecond(sent.last), completed: perSecond(ended) };
}

async function measured(bench, say, { calls, rate, rateCalls, all }) {
  await all({ calls: Math.min(warmUp, calls), first: 0 });
  say(`${calls} calls as fast as they go`);
  const { result: fast, cpu } = await bench.counted(() => all({ calls, first: 100_000 }));
  say(`${rateCalls} calls, ${rate} a second`);
  const steady = await all({ calls: rateCalls, first: 1_000_000, rate });
  const perThousand = Object.entries(cpu).map(([name, seconds]) => [
    name,
    rounded((seconds / calls) * 1_000),
  ]);
  const { accepted, completed } = fast;
  const details = {
    cpuSecondsPerThousand: Object.fromEntries(perThousand),
    p50AtFullLoad: rounded(percentile(fast.took, 0.5)),
    p99AtFullLoad: rounded(percentile(fast.took, 0.99)),
  };
  return {
    ...{ accepted, completed, details },
    p50: percentile(steady.took, 0.5),
    p99: percentile(steady.took, 0.99),
  };
}
