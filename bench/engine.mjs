// How much the engine adds to the work itself: rows through filter and map, beside the same work as a plain
// loop measured in the same run. Usage: npm run bench -w bench [rows]
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const {
  compilePlan,
  defaultRetry,
  memoryLimiter,
  memoryLocks,
  memoryChanges,
  memoryReferences,
  memoryScratch,
  runInProcess,
  systemClock,
} = require('@eclusa/engine');
const { defineNode, emptyFlow } = require('@eclusa/flow');
const { nodeTypes } = require('@eclusa/nodes');

const rows = Number(process.argv[2] ?? 200_000);
const text = (en) => ({ en, es: en, pt: en });

const rowAt = (index) => ({
  codigo: `SKU-${index}`,
  descricao: `Produto ${index}`,
  preco: `${index % 900},90`,
  situacao: index % 20 === 0 ? 'I' : 'A',
});

const source = defineNode({
  id: 'bench.source',
  version: 1,
  name: text('Rows'),
  help: text('Makes rows.'),
  group: 'source',
  fields: {},
  behaviour: {
    kind: 'source',
    async *read({ cursor, pageSize }) {
      for (let from = cursor ?? 0; from < rows; from += pageSize) {
        const size = Math.min(pageSize, rows - from);
        const records = Array.from({ length: size }, (_, index) => ({ value: rowAt(from + index) }));
        yield { records, cursor: from + size };
      }
    },
  },
  example: { config: {}, input: [], output: {} },
});

const document = {
  ...emptyFlow('Bench'),
  nodes: {
    source: { type: 'bench.source', version: 1, config: {} },
    active: { type: 'transform.filter', version: 1, config: { condition: 'situacao = "A"' } },
    map: {
      type: 'transform.map',
      version: 1,
      config: {
        mapping: [
          { target: 'refId', expression: 'codigo' },
          { target: 'name', expression: 'descricao' },
          { target: 'price', expression: '$parseNumber(preco)' },
        ],
      },
    },
  },
  edges: [
    { from: { node: 'source', port: 'out' }, to: { node: 'active', port: 'in' } },
    { from: { node: 'active', port: 'out' }, to: { node: 'map', port: 'in' } },
  ],
};

const host = {
  fetch: () => Promise.reject(new Error('the bench has no network')),
  limiter: memoryLimiter(systemClock),
  files: undefined,
  clock: systemClock,
  random: Math.random,
  retry: defaultRetry,
  connection: () => Promise.reject(new Error('the bench has no connections')),
  lock: memoryLocks(),
  memory: memoryChanges(),
  references: memoryReferences(),
  scratch: memoryScratch(),
};

function plainLoop() {
  let kept = 0;
  for (let index = 0; index < rows; index += 1) {
    const { codigo, descricao, preco, situacao } = rowAt(index);
    if (situacao !== 'A') continue;
    const mapped = { refId: codigo, name: descricao, price: Number(preco.replace(',', '.')) };
    if (mapped.price >= 0) kept += 1;
  }
  return kept;
}

async function throughEngine() {
  const plan = compilePlan(document, new Map([...nodeTypes, ['bench.source', source]]), { parameters: {} });
  const summary = await runInProcess(plan, { host, signal: new AbortController().signal });
  if (summary.state !== 'completed') throw new Error(JSON.stringify(summary.error));
  return summary.totals.written;
}

async function timed(work) {
  const start = performance.now();
  const kept = await work();
  return { kept, seconds: (performance.now() - start) / 1000 };
}

plainLoop();
await throughEngine();
const floor = await timed(plainLoop);
const engine = await timed(throughEngine);
if (floor.kept !== engine.kept)
  throw new Error(`the engine kept ${engine.kept} rows, the loop ${floor.kept}`);
const perSecond = ({ seconds }) => `${Math.round(rows / seconds).toLocaleString('en')} rows/s`;
console.log(`rows            ${rows.toLocaleString('en')}`);
console.log(`plain loop      ${perSecond(floor)}`);
console.log(
  `engine          ${perSecond(engine)}   (${(engine.seconds / floor.seconds).toFixed(1)} × the loop's time)`,
);
console.log(`peak memory     ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
