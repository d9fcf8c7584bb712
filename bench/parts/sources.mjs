// How fast sources read, and in how much memory: a file or a table through a whole run of a worker, every row stored and
// then left out by a filter, beside a plain script with the same parser or driver.
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { figure, rounded } from '../report/figures.mjs';
import { peakMemory } from '../stack/proc.mjs';
import { sourceFlow } from './flows.mjs';
import { writeProducts } from './source-files.mjs';

/** MB a worker may have. */
const most = 350;

/** For each kind of source, rows a second and the most memory of a worker that ran nothing else. */
export async function sources(bench, { sourceRows, sheetRows }, say) {
  const folder = path.join(bench.stack.folder, 'sources');
  mkdirSync(folder, { recursive: true });
  const figures = [];
  const details = [];
  for (const [kind, rows] of Object.entries({
    csv: sourceRows,
    xml: sourceRows,
    xlsx: sheetRows,
    sql: sourceRows,
  })) {
    const file = path.join(folder, `products.${kind}`);
    if (kind === 'sql') await fillTable(bench, rows);
    else await writeProducts(file, rows);
    const from = kind === 'sql' ? bench.stack.databaseUrl : file;
    const plain = await bench.program('source-floor.mjs', [kind, from]);
    const box = await bench.program('source-box.mjs', [kind, from]);
    for (const { rows: read } of [plain, box]) {
      if (read !== rows) throw new Error(`${read} of ${rows} rows of ${kind} were read`);
    }
    const database = new URL(bench.stack.databaseUrl);
    const settings = { ECLUSA_FOLDERS: folder, ECLUSA_ALLOW_PRIVATE_HOSTS: database.host };
    const flowId = await bench.publish(sourceFlow(kind, folder), await connected(bench, kind, database));
    const { run, memory } = await bench.withWorkers(
      1,
      async ([worker]) => ({
        run: await bench.run(flowId),
        memory: peakMemory(bench.stack.processes.pidOf(worker)),
      }),
      settings,
    );
    if (run.read !== rows) throw new Error(`${kind}: ${run.read} of ${rows} rows were read`);
    const name = `${kind.toUpperCase()}, ${rows.toLocaleString('en')} rows`;
    say(
      `${name}: ${run.seconds.toFixed(1)} s, ${memory.toFixed(0)} MB; the box ${box.seconds.toFixed(1)} s, plain ${plain.seconds.toFixed(1)} s`,
    );
    const floor = rows / plain.seconds;
    figures.push(
      figure({ name: `${name}, the box`, value: rows / box.seconds, floor, unit: 'rows/s' }),
      figure({ name: `${name}, a run`, value: rows / run.seconds, floor, unit: 'rows/s' }),
      figure({ name: `${name}, memory`, value: memory, unit: 'MB', goal: [{ of: 'value', most }] }),
    );
    const megabytes = kind === 'sql' ? undefined : rounded(statSync(file).size / 1e6);
    details.push({
      kind,
      rows,
      seconds: rounded(run.seconds),
      ...{ plainSeconds: rounded(plain.seconds), boxSeconds: rounded(box.seconds) },
      boxMegabytes: rounded(box.megabytes),
      megabytes,
    });
  }
  return { figures, details };
}

/** The slots of the flow that are not those of every flow. */
async function connected(bench, kind, { hostname, port, username, password, pathname }) {
  if (kind !== 'sql') return {};
  const { id } = await bench.call('POST', '/connections', {
    ...{ kind: 'postgres', name: 'Database' },
    settings: {
      ...{ host: hostname, port: Number(port), database: pathname.slice(1), username, security: 'none' },
    },
    secrets: { password },
  });
  return { database: id };
}

/** The products of the bench as a table, made in the database. */
async function fillTable(bench, rows) {
  await bench.query(`DROP TABLE IF EXISTS bench_product`);
  await bench.query(
    `CREATE TABLE bench_product AS SELECT 'SKU-' || n AS codigo, n AS sku,
       'Produto ' || n || ' de linha, com um nome como os nomes são' AS descricao, 'C' || (n * 7) % 1000 AS categoria,
       (n % 900 + 0.9)::numeric(10, 2) AS preco, (n * 37) % 1000 AS estoque, 'A' AS situacao
     FROM generate_series(1, $1::int) n`,
    [rows],
  );
  await bench.query('ALTER TABLE bench_product ADD PRIMARY KEY (sku)');
  await bench.query('ANALYZE bench_product');
}
