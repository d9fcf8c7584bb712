// `npm start`: everything a fresh machine needs, from dependencies to a first run, then stays up.
import { mkdirSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { checkNode, ensureDependencies, nxProgram, root } from './setup/dependencies.mjs';
import { requirePort } from './setup/machine.mjs';
import { startPostgres } from './setup/postgres.mjs';
import { Processes } from './setup/processes.mjs';
import { keep, startRedis } from './setup/redis.mjs';
import { explain, say, Stop } from './setup/say.mjs';
import { workerFlags } from './setup/worker.mjs';

const ports = {
  editor: portOf('ECLUSA_PORT', 4300),
  sandbox: portOf('ECLUSA_SANDBOX_PORT', 4310),
  erp: portOf('ECLUSA_ERP_PORT', 4320),
};
const dataFolder = path.resolve(root, process.env.ECLUSA_DATA ?? '.eclusa');
let processes;
let ending = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0));

try {
  await start();
} catch (error) {
  if (!ending) {
    explain(error);
    await end(1);
  }
}

async function start() {
  checkNode();
  makeDataFolder();
  processes = new Processes(dataFolder);
  await processes.endLeftovers();
  await requirePort(ports.editor, 'ECLUSA_PORT', 'the editor and the API');
  await requirePort(ports.sandbox, 'ECLUSA_SANDBOX_PORT', 'the sandbox store');
  await requirePort(ports.erp, 'ECLUSA_ERP_PORT', 'the demo ERP');
  ensureDependencies();
  build();
  const env = await startServices();
  await startEclusa(env);
}

function makeDataFolder() {
  try {
    mkdirSync(dataFolder, { recursive: true });
  } catch (error) {
    throw new Stop(
      `The data folder ${dataFolder} cannot be made (${error.code}). Name another one: ECLUSA_DATA=/path npm start`,
    );
  }
}

function build() {
  // `npm test` has built, and other tests read what is there while this one starts.
  if (process.env.ECLUSA_BUILT === '1') return;
  say('building what is not built');
  const args = [nxProgram(), 'run-many', '-t', 'build', '--outputStyle=static'];
  const result = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' },
  });
  if (result.status !== 0) throw new Stop(`The build failed:\n${result.stdout}\n${result.stderr}`);
}

async function startServices() {
  say('starting Postgres and Redis');
  const databaseUrl = await startPostgres(processes, dataFolder);
  const redisUrl = await startRedis(processes, dataFolder);
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    ECLUSA_PORT: `${ports.editor}`,
    ECLUSA_SANDBOX_PORT: `${ports.sandbox}`,
    ECLUSA_ERP_PORT: `${ports.erp}`,
    ECLUSA_DATA: dataFolder,
    ECLUSA_PUBLIC_URL: process.env.ECLUSA_PUBLIC_URL ?? `http://localhost:${ports.editor}`,
    ECLUSA_SECRET_KEY:
      process.env.ECLUSA_SECRET_KEY ??
      keep(path.join(dataFolder, 'secret-key'), () => randomBytes(32).toString('base64')),
    ECLUSA_ALLOW_PRIVATE_HOSTS: allowedHosts(),
    ECLUSA_SANDBOX_STATE: path.join(dataFolder, 'sandbox-store'),
  };
  say('bringing the database up to date');
  once(env, 'packages/db/dist/migrate.js');
  return env;
}

function allowedHosts() {
  const own = [`127.0.0.1:${ports.sandbox}`, `127.0.0.1:${ports.erp}`];
  return [process.env.ECLUSA_ALLOW_PRIVATE_HOSTS, ...own].filter(Boolean).join(',');
}

async function startEclusa(env) {
  const node = (name, file, ready, flags = []) =>
    processes.start(name, process.execPath, [...flags, path.join(root, file)], {
      env,
      cwd: root,
      ready,
      restart: true,
    });
  say('starting the sandbox store, the demo ERP, the API and the worker');
  await node('sandbox', 'packages/sandbox/dist/main.js', /ready/i);
  const seed = JSON.parse(once(env, 'apps/api/dist/seed.js', '--run').trim().split('\n').at(-1));
  await Promise.all([
    node('api', 'apps/api/dist/main.js', /ready/i),
    node('worker', 'apps/worker/dist/main.js', /ready/i, workerFlags),
  ]);
  if (seed.runId) await followRun(env.DATABASE_URL, seed.runId);
  printAddresses(seed.signInUrl);
}

/** Runs a program of ours to its end and answers what it printed. */
function once(env, file, ...args) {
  const result = spawnSync(process.execPath, [path.join(root, file), ...args], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  if (result.status === 0) return result.stdout;
  throw new Stop(
    `${file} failed:\n${`${result.stdout}${result.stderr}`.trim().split('\n').slice(-8).join('\n')}`,
  );
}

async function followRun(databaseUrl, runId) {
  say('running the sample flow "ERP → VTEX: products, prices and stock" once');
  const { Client } = createRequire(path.join(root, 'apps/api/package.json'))('pg');
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (let look = 0; !ending; look += 1) {
      const run = await readRun(client, runId);
      if (['completed', 'failed', 'cancelled'].includes(run.state)) return printSummary(run);
      if (look % 6 === 5)
        say(`  read ${run.read}${run.total ? ` of ${run.total}` : ''} · brought to an end ${run.settled}`);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  } finally {
    await client.end();
  }
}

async function readRun(client, runId) {
  const { rows } = await client.query(
    `select state, read_rows, total_rows, written, skipped, failed, error,
            written + skipped + failed + waiting_rows + collected + coalesce((
              select sum((progress->>'rows')::bigint) from run_page where run_id = run.id and state <> 'done'), 0) as settled,
            extract(epoch from coalesce(finished_at, now()) - coalesce(started_at, created_at)) as seconds
       from run where id = $1`,
    [runId],
  );
  const { state, error, ...figures } = rows[0];
  const numbers = Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Number(value)]));
  return { state, error, read: numbers.read_rows, total: numbers.total_rows, ...numbers };
}

function printSummary({ state, error, read, written, skipped, failed, seconds }) {
  const rate = seconds > 0 ? Math.round(read / seconds) : 0;
  const lost = read - written - skipped - failed;
  say(`the run ${state} in ${seconds.toFixed(1)} s`);
  process.stdout.write(`
  rows read       ${read}
  rows written    ${written}
  rows skipped    ${skipped}   (inactive in the ERP)
  rows failed     ${failed}   (each with its reason on the run's page)
  rows lost       ${lost}
  seconds         ${seconds.toFixed(1)}
  rows per second ${rate}   (the store's price limit is 33 writes a second after a burst of 500)
`);
  if (error) process.stdout.write(`  error           ${JSON.stringify(error)}\n`);
}

function printAddresses(signInUrl) {
  process.stdout.write(`
  Editor         http://localhost:${ports.editor}
  API            http://localhost:${ports.editor}/api/docs
  Sandbox store  http://localhost:${ports.sandbox}
  Demo ERP       http://localhost:${ports.erp}
  Data           ${dataFolder}

  Sign in once with this link:
  ${signInUrl}

  Ctrl-C stops everything.
`);
  say('ready');
}

async function end(code) {
  if (ending) return;
  ending = true;
  if (processes && !processes.isEmpty) {
    process.stdout.write('\n');
    say('stopping');
    await processes.stop();
    say('stopped; nothing is lost');
  }
  process.exit(code);
}

function portOf(name, standard) {
  const value = process.env[name] ?? `${standard}`;
  const port = Number(value);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  process.stderr.write(`${name} must be a port number between 1 and 65535, not "${value}".\n`);
  process.exit(1);
}
