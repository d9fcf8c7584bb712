// What one store's large load costs another store's orders: the time from a call that brings its five rows along to the
// end of its run, alone and beside a large run of the other store.
// Usage: npm run fair -w bench -- [runs]. Exit code 1: the 95th percentile rose by more than a fifth.
import { setTimeout as sleep } from 'node:timers/promises';
import { explain, say } from '../../scripts/setup/say.mjs';
import { endOf, makeFlow, startRun, startStack } from './stack.mjs';

const runs = Number(process.argv[2] ?? 200);
const [smallRows, largeRows, workers, warmUp] = [5, 100_000, 2, 5];
const type = 'vtex.stock-set';
const mapping = { skuId: '$number(n)', warehouseId: '"1_1"', quantity: '7' };
const rows = Array.from({ length: smallRows }, (_, index) => ({ n: index + 1 }));

let stack;
let kept = false;
try {
  const store = { latencyMs: 30, unverified: { stockOfUnknownSku: 200 } };
  stack = await startStack({
    workers,
    stores: ['grande', 'pequena'].map((account) => ({ ...store, account })),
  });
  kept = await measure(stack);
} catch (error) {
  explain(error);
}
await stack?.stop();
process.exit(kept ? 0 : 1);

async function measure({ call, sandboxes: [large, small] }) {
  const smallFlow = await makeFlow(call, { name: 'small', sandbox: small, type, mapping });
  const largeFlow = await makeFlow(call, { name: 'large', sandbox: large, rows: largeRows, type, mapping });
  await times(call, smallFlow, warmUp);
  const alone = await times(call, smallFlow, runs);
  const largeRun = await startRun(call, largeFlow);
  while ((await call('GET', `/runs/${largeRun}`)).settledRows < 500) await sleep(100);
  const beside = await times(call, smallFlow, runs);
  const { settledRows } = await call('GET', `/runs/${largeRun}`);
  const ratio = percentile(beside, 95) / percentile(alone, 95);
  for (const [name, list] of Object.entries({ alone, beside })) {
    say(`${name}: median ${percentile(list, 50)} ms, p95 ${percentile(list, 95)} ms of ${list.length} runs`);
  }
  say(`the other store did ${settledRows} rows meanwhile`);
  say(`p95 beside / alone: ${ratio.toFixed(2)}`);
  return ratio <= 1.2;
}

/** Milliseconds from the request to the end of each run, by the database's clock. */
async function times(call, flowId, count) {
  const list = [];
  for (let run = 0; run < count; run += 1) {
    const { createdAt, finishedAt, state, failed } = await endOf(
      call,
      await startRun(call, flowId, { rows }),
    );
    if (state !== 'completed' || failed > 0)
      throw new Error(`a small run ended as ${state}, ${failed} failed`);
    list.push(Date.parse(finishedAt) - Date.parse(createdAt));
    await sleep(100);
  }
  return list;
}

function percentile(list, part) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((part / 100) * sorted.length) - 1)];
}
