// How much of a store's limit four workers with ten flows use, and how often they are refused: price writes against the
// sandbox at 33 a second with a burst of 500, measured once the burst is used up.
// Usage: npm run limits -w bench -- [seconds]. Exit code 1: refused, or less than 95 % of what is allowed.
import { setTimeout as sleep } from 'node:timers/promises';
import { explain, say } from '../../scripts/setup/say.mjs';
import { makeFlow, startRun, startStack } from './stack.mjs';

const seconds = Number(process.argv[2] ?? 75);
const [perSecond, burst, flows, workers] = [33, 500, 10, 4];
const writes = 'PUT /pricing/prices/{itemId}';

let stack;
let kept = false;
try {
  stack = await startStack({ workers, stores: [{ unverified: { priceOfUnknownSku: 200 } }] });
  kept = await measure(stack);
} catch (error) {
  explain(error);
}
await stack?.stop();
process.exit(kept ? 0 : 1);

async function measure({ call, sandboxes: [sandbox] }) {
  const rows = Math.ceil((burst + perSecond * (seconds + 20)) / flows);
  const mapping = (tag) => ({ itemId: `${tag} * 100000 + $number(n)`, basePrice: '$number(n)' });
  const ids = [];
  for (let tag = 1; tag <= flows; tag += 1) {
    const flow = { name: `prices-${tag}`, sandbox, rows, type: 'vtex.price-set', mapping: mapping(tag) };
    ids.push(await makeFlow(call, flow));
  }
  say(`${workers} workers, ${flows} flows of ${rows} prices`);
  await Promise.all(ids.map((id) => startRun(call, id)));
  const counted = () => sandbox.journal.counters()[writes] ?? {};
  const good = () => counted()['200'] ?? 0;
  while (good() < burst) await sleep(100);
  // The burst takes some seconds to end: what comes back meanwhile is part of it.
  await sleep(5_000);
  const [before, refusedBefore, begun] = [good(), counted()['429'] ?? 0, performance.now()];
  await sleep(seconds * 1_000);
  const rate = ((good() - before) / (performance.now() - begun)) * 1_000;
  const refused = (counted()['429'] ?? 0) - refusedBefore;
  const share = (rate / perSecond) * 100;
  say(`refused (429): ${refused} in steady state, ${refusedBefore} before`);
  say(`${rate.toFixed(2)} writes a second of ${perSecond} allowed: ${share.toFixed(1)} %`);
  return refused === 0 && share >= 95;
}
