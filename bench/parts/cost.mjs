// What a page and a triggered run cost the stores: statements and commits of Postgres, bytes of its log, commands and
// bytes of Redis. Counted, not timed, so the figures are the same on any machine.
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { figure, rounded } from '../report/figures.mjs';
import { settings } from '../stack/bench.mjs';
import { bulkFlow, callFlow } from './flows.mjs';
import { activeOf } from './rows.mjs';
import { callAll, hasCalls } from './triggers.mjs';

const rows = 20_000;
const calls = 2_000;
const topStatements = 12;
/** Statements that the bench itself does not make. */
const ours = `query NOT LIKE '%pg_stat%' AND query NOT LIKE '%/* bench */%'`;

/** Figures per page of the bulk flow and per triggered run. */
export async function cost(bench, _sizes, say) {
  const figures = [];
  const details = {};
  await bench.target(0);
  await bench.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
  await bench.countStatements(true);
  await bench.withWorkers(1, async () => {
    say(`${rows} rows`);
    const flowId = await bench.publish(bulkFlow(rows));
    const pages = rows / settings.ECLUSA_PAGE_SIZE;
    const bulk = await counted(bench, () => bench.run(flowId));
    add('page of 500 rows', pages, bulk);
    figures.push(
      figure({ name: 'log of Postgres per row', value: bulk.logBytes / activeOf(rows), unit: 'bytes' }),
    );
    if (!(await hasCalls(bench))) return;
    say(`${calls} calls`);
    const callId = await bench.publish(callFlow());
    add('triggered run', calls, await counted(bench, () => callAll(bench, callId, { calls, first: 0 })));
  });
  await bench.countStatements(false);
  return { figures, details };

  function add(name, count, { statements, commits, logBytes, commands, redisBytes, top }) {
    const each = { statements, commits, 'log of Postgres': logBytes, 'commands of Redis': commands };
    for (const [what, total] of Object.entries(each)) {
      const unit = what === 'log of Postgres' ? 'bytes' : 'count';
      figures.push(figure({ name: `${what} per ${name}`, value: total / count, unit }));
    }
    figures.push(
      figure({ name: `bytes to and from Redis per ${name}`, value: redisBytes / count, unit: 'bytes' }),
    );
    details[name] = top.map((one) => ({
      ...one,
      calls: rounded(one.calls / count),
      ms: rounded(one.ms / count),
    }));
  }
}

/** What `work` adds to the counters of both stores. */
async function counted(bench, work) {
  const redis = new Redis(bench.stack.redisUrl);
  try {
    await bench.query('SELECT pg_stat_statements_reset()');
    const before = await look(bench, redis);
    await work();
    // A backend adds its commits to the statistics when it has been idle for a second.
    await sleep(1_500);
    const after = await look(bench, redis);
    const top = await bench.query(
      `SELECT left(regexp_replace(query, '\\s+', ' ', 'g'), 90) AS statement, calls::int, total_exec_time AS ms
       FROM pg_stat_statements WHERE ${ours} ORDER BY total_exec_time DESC LIMIT $1`,
      [topStatements],
    );
    const spent = Object.fromEntries(Object.keys(after).map((name) => [name, after[name] - before[name]]));
    return { ...spent, top };
  } finally {
    redis.disconnect();
  }
}

async function look(bench, redis) {
  const [postgres] = await bench.query(
    `SELECT (SELECT coalesce(sum(calls), 0) FROM pg_stat_statements WHERE ${ours})::float8 AS statements,
       (SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = current_database())::float8 AS commits,
       pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::float8 AS "logBytes"`,
  );
  const info = await redis.info('stats');
  const number = (name) => Number(new RegExp(`^${name}:(\\d+)`, 'm').exec(info)[1]);
  return {
    ...postgres,
    commands: number('total_commands_processed'),
    redisBytes: number('total_net_input_bytes') + number('total_net_output_bytes'),
  };
}
