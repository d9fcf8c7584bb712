// "What happened to SKU …?" over a log of this many lines: from the request to the whole answer, through the api. The lines are
// made in the database, 90 days of them, each with two keys; the floor is a plain select by the same index.
import { createHash } from 'node:crypto';
import { figure, percentile } from '../report/figures.mjs';
import { bulkFlow } from './flows.mjs';

const days = 90;
/** Lines stored together: see packages/db/src/row-log.ts. */
const together = 50;
/** Lines there are of each thing. */
const linesOfThing = 100;
const questions = 300;

export async function story(bench, { storyRows }, say) {
  const place = await anyRun(bench);
  const perDay = Math.ceil(storyRows / days / together) * together;
  const today = Math.floor(Date.now() / 86_400_000);
  const things = Math.max(1, Math.floor(storyRows / linesOfThing));
  const began = performance.now();
  for (let day = 0; day < days; day++) {
    await fillDay(bench, place, { day, perDay, today, things });
    if (day % 15 === 14) say(`${(((day + 1) * perDay) / 1e6).toFixed(1)} million lines`);
  }
  await bench.query('ANALYZE row_log, row_log_key');
  const seconds = Math.round((performance.now() - began) / 1000);
  const [size] = await bench.query(
    `SELECT (SELECT count(*)::int FROM row_log) AS parts, pg_total_relation_size('row_log')::float8 / 1e9 AS lines,
       pg_total_relation_size('row_log_key')::float8 / 1e9 AS keys`,
  );
  say(`${size.parts * together} lines in ${seconds} s; asking`);
  const asked = await timesOf(questions, (n) => bench.call('GET', `/story/sku-${thingAt(n, things)}`));
  const plain = await timesOf(questions, (n) => select(bench, place, today, thingAt(n, things)));
  return {
    figures: [
      figure({
        ...{ name: `${size.parts * together} lines, p50`, unit: 'ms' },
        ...{ value: percentile(asked, 0.5), floor: percentile(plain, 0.5) },
      }),
      figure({
        ...{ name: `${size.parts * together} lines, p95`, unit: 'ms' },
        ...{ value: percentile(asked, 0.95), floor: percentile(plain, 0.95) },
        goal: [{ of: 'value', most: 1_000 }],
      }),
    ],
    details: [
      { lines: size.parts * together, gigabytesOfLines: size.lines, gigabytesOfKeys: size.keys, seconds },
    ],
  };
}

/** A run the lines can belong to. */
async function anyRun(bench) {
  await bench.target(0);
  const flowId = await bench.publish(bulkFlow(1));
  const runId = await bench.startRun(flowId);
  const [{ workspace }] = await bench.query('SELECT workspace_id AS workspace FROM run WHERE id = $1', [
    runId,
  ]);
  return { runId, workspace };
}

/** The n-th thing that is asked for: spread over all of them. */
function thingAt(n, things) {
  return (n * 7_919 + 13) % things;
}

// A day's lines and keys in two statements. The hash is the one of packages/db/src/row-log.ts, in SQL.
async function fillDay(bench, { runId, workspace }, { day, perDay, today, things }) {
  const thing = `(($1::bigint * 104729 + g * 7919) % ${things})`;
  const first = (day * perDay) / together;
  const line = `concat('{"row":', g + 1, ',"end":"written","keys":["SKU-', ${thing}, '","78910', ${thing}, '"],"value":{"codigo":"SKU-',
    ${thing}, '","descricao":"Produto ', ${thing}, ' da casa","preco":"', g % 900, ',90","estoque":"', g % 70, '"},"steps":[{"node":"price",',
    '"requests":[{"method":"PUT","url":"https://loja.vtexcommercestable.com.br/api/pricing/prices/', ${thing}, '","body":"{\\"basePrice\\":',
    g % 900, '.9}","status":200}]}]}')`;
  await bench.query(
    `INSERT INTO row_log (id, workspace_id, run_id, entry, day, at, lines)
     SELECT $5::bigint + g / ${together} + 1, $2, $3, 'erp', $4 - ${days} + 1 + $1::int,
       now() - (${days} - 1 - $1::int) * interval '1 day', ('[' || string_agg(${line}, ',' ORDER BY g) || ']')::json
     FROM generate_series(0, $6::bigint - 1) g GROUP BY g / ${together}`,
    [day, workspace, runId, today, first, perDay],
  );
  const hash = (key) =>
    `('x' || encode(substring(sha256(convert_to($2::text || ' ' || ${key}, 'UTF8')) FROM 1 FOR 8), 'hex'))::bit(64)::bigint`;
  await bench.query(
    `INSERT INTO row_log_key (day, hash, log_id, place)
     SELECT $3 - ${days} + 1 + $1::int, hash, $4::bigint + g / ${together} + 1, g % ${together}
     FROM generate_series(0, $5::bigint - 1) g
     CROSS JOIN LATERAL (VALUES (${hash(`'sku-' || ${thing}`)}), (${hash(`'78910' || ${thing}`)})) h (hash)
     ORDER BY hash`,
    [day, workspace, today, first, perDay],
  );
}

/** What a plain select takes that finds a thing's lines of all days and reads them. */
function select(bench, { workspace }, today, thing) {
  const digest = createHash('sha256').update(`${workspace} sku-${thing}`).digest();
  return bench.query(
    `SELECT l.lines FROM generate_series($2::int, $3::int) d
     JOIN row_log_key k ON k.day = d AND k.hash = $1 JOIN row_log l ON l.id = k.log_id LIMIT 20`,
    [digest.readBigInt64BE().toString(), today - days, today],
  );
}

/** How long each of `count` questions takes, one after the other, in ms. */
async function timesOf(count, ask) {
  const times = [];
  for (let n = 0; n < count; n++) {
    const began = performance.now();
    await ask(n);
    times.push(performance.now() - began);
  }
  return times;
}
