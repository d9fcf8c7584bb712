// A large table of PostgreSQL through the box that reads databases, beside a plain script on the same driver.
import pg from 'pg';
import { figure } from '../report/figures.mjs';

/** Rows a second and the largest memory of a process that does nothing else; the better of two, for each way. */
export async function database(bench, { databaseRows: rows }, say) {
  const { stack } = bench;
  const client = new pg.Client({ connectionString: stack.databaseUrl });
  await client.connect();
  await client.query('DROP TABLE IF EXISTS bench_products');
  await client.query(
    `CREATE TABLE bench_products AS SELECT n::bigint AS id, 'SKU-' || n AS code,
     'Produto ' || n || ' de linha, com um nome como os nomes são' AS name, (n % 90000) / 100.0 AS price, n % 1000 AS stock,
     timestamp '2026-01-01' + n * interval '1 second' AS changed FROM generate_series(1, ${Number(rows)}) n`,
  );
  await client.query('ALTER TABLE bench_products ADD PRIMARY KEY (id)');
  await client.query('VACUUM ANALYZE bench_products');
  try {
    say(`${rows} rows`);
    const best = {};
    for (const way of ['script', 'box', 'script', 'box']) {
      const result = await bench.program('database-read.mjs', [way, stack.databaseUrl, 'bench_products']);
      if (result.rows !== rows) throw new Error(`${way} read ${result.rows} of ${rows} rows`);
      if (!best[way] || result.seconds < best[way].seconds) best[way] = result;
    }
    const perSecond = ({ seconds }) => rows / seconds;
    const { box, script } = best;
    const value = { value: perSecond(box), floor: perSecond(script), unit: 'rows/s' };
    const memory = { value: box.megabytes, floor: script.megabytes, unit: 'MB' };
    return {
      figures: [
        figure({ name: `${rows} rows of PostgreSQL`, ...value, goal: [{ of: 'ratio', least: 0.5 }] }),
        figure({
          name: `${rows} rows of PostgreSQL, largest memory`,
          ...memory,
          goal: [{ of: 'value', most: 250 }],
        }),
      ],
      details: best,
    };
  } finally {
    await client.query('DROP TABLE bench_products');
    await client.end();
  }
}
