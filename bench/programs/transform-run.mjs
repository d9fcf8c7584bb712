// Runs of transform boxes, one after the other in this process, by the engine and with room on disk, over rows that are made
// as they are read. Usage: node transform-run.mjs <rows> <box>…; prints of each what left by which port, seconds, and the
// megabytes that the process had at most so far, as a list in JSON.
import { createRequire } from 'node:module';
import {
  compilePlan,
  defaultRetry,
  memoryChanges,
  memoryLimiter,
  memoryLocks,
  memoryReferences,
  runInProcess,
  systemClock,
} from '@eclusa/engine';
import { defineNode, emptyFlow } from '@eclusa/flow';
import { nodeTypes } from '@eclusa/nodes';
import { productAt } from '../parts/rows.mjs';
import { boxes } from '../parts/transform-boxes.mjs';
import { peakMemory } from '../stack/proc.mjs';

const { diskScratch } = createRequire(import.meta.url)('../../apps/cli/dist/disk-scratch.js');
const [count, ...ids] = process.argv.slice(2);
const rows = Number(count);
const results = [];
for (const id of ids) results.push(await resultOf(id));
process.stdout.write(JSON.stringify(results));

async function resultOf(id) {
  const scratch = diskScratch();
  const { signal } = new AbortController();
  const started = performance.now();
  try {
    const { state, error, totals, counts } = await runInProcess(planOf(id), {
      host: hostOver(scratch),
      signal,
    });
    if (state !== 'completed' || totals.failed + totals.waiting > 0)
      throw new Error(`${id}: ${JSON.stringify({ error, totals })}`);
    const left = counts.filter(({ node, side, rows: some }) => node === 'box' && side === 'out' && some > 0);
    const out = Object.fromEntries(left.map(({ port, rows: some }) => [port, some]));
    return { id, out, seconds: (performance.now() - started) / 1000, megabytes: peakMemory(process.pid) };
  } finally {
    await scratch.close();
  }
}

/** The box, and for each of its inputs a source. */
function planOf(id) {
  const { config, inputs = { in: productAt } } = boxes[id];
  const type = nodeTypes.get(id);
  const document = emptyFlow('Transform');
  const types = new Map([[id, type]]);
  document.nodes.box = { type: id, version: type.version, config };
  for (const [port, rowAt] of Object.entries(inputs)) {
    const source = sourceOf(`bench.${port}`, rowAt);
    types.set(source.id, source);
    document.nodes[port] = { type: source.id, version: 1, config: {} };
    document.edges.push({ from: { node: port, port: 'out' }, to: { node: 'box', port } });
  }
  return compilePlan(document, types, { parameters: {} });
}

function sourceOf(name, rowAt) {
  const label = { en: name, es: name, pt: name };
  async function* read({ pageSize }) {
    for (let from = 0; from < rows; from += pageSize) {
      const to = Math.min(rows, from + pageSize);
      const records = [];
      for (let index = from; index < to; index++) records.push({ value: rowAt(index, rows) });
      yield { records, cursor: to };
    }
  }
  return defineNode({
    ...{ id: name, version: 1, name: label, help: label, group: 'source', fields: {} },
    example: { config: {}, input: [], output: {} },
    behaviour: { kind: 'source', read },
  });
}

function hostOver(scratch) {
  const codes = Array.from({ length: 1000 }, (_, index) => ({ key: `C${index}`, value: `${index}` }));
  return {
    ...{ clock: systemClock, random: Math.random, retry: defaultRetry, limiter: memoryLimiter() },
    ...{
      lock: memoryLocks(),
      memory: memoryChanges(),
      references: memoryReferences({ categorias: codes }),
      scratch,
    },
    fetch: async () => Promise.reject(new Error('no network here')),
    connection: async () => Promise.reject(new Error('no connections here')),
  };
}
