// The processes of bench and crash suite: starts them, kills them as a crash does, brings them back on the same ports,
// and brings back, as a supervisor would, and counts one that ended although nobody killed it.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../scripts/setup/dependencies.mjs';
import { freePort } from '../../scripts/setup/machine.mjs';
import { startPostgres } from '../../scripts/setup/postgres.mjs';
import { Processes } from '../../scripts/setup/processes.mjs';
import { startRedis } from '../../scripts/setup/redis.mjs';
import { say, Stop } from '../../scripts/setup/say.mjs';
import { workerFlags } from '../../scripts/setup/worker.mjs';
import { person } from './api.mjs';
import { childrenOf } from './proc.mjs';

const readyWithinMs = 60_000;

/**
 * All processes of one execution, their data below `folder`. `apis` and `workers` are how many there are from the
 * start; `settings` is what both find in their environment; `others` are programs of the suite by name, each a file and
 * its arguments, that get their port before these; `postgresFlags` are `name=value` settings of Postgres.
 */
export class Stack {
  #starts = new Map();
  #ports = {};
  #down = new Set();
  #pending = new Set();
  #ended = false;
  /** How often each process ended by itself. */
  fell = {};

  constructor(folder, { apis, workers, settings, others, postgresFlags = [] }) {
    Object.assign(this, { folder, apis, workers, settings, others, postgresFlags });
    this.processes = new Processes(folder);
    // Ours alone: a database somebody names in the environment must not be killed.
    delete process.env.DATABASE_URL;
    delete process.env.REDIS_URL;
  }

  /** Stores and programs of the suite, schema and person, then the processes under test. */
  async start() {
    const { postgres, redis } = await this.#choosePorts();
    for (const [name, [file, ...args]] of Object.entries(this.others)) {
      await this.#node(name, [file, this.#ports[name], ...args], process.env);
    }
    this.#starts.set('postgres', () =>
      startPostgres(this.processes, this.folder, this.postgresFlags, postgres),
    );
    this.#starts.set('redis', () => startRedis(this.processes, this.folder, redis));
    this.databaseUrl = await this.#begin('postgres');
    this.redisUrl = await this.#begin('redis');
    this.env = this.#environment();
    const { email, password } = person;
    once(this.env, 'packages/db/dist/migrate.js');
    once({ ...this.env, ECLUSA_DEMO_EMAIL: email, ECLUSA_DEMO_PASSWORD: password }, 'apps/api/dist/seed.js');
    await Promise.all([
      ...named('api', this.apis).map((name) => this.#startApi(name)),
      ...named('worker', this.workers).map((name) => this.startWorker(name)),
    ]);
    await this.ready();
  }

  /** The address of a program of the suite, an api or a worker. */
  urlOf(name) {
    return `http://127.0.0.1:${this.#ports[name]}`;
  }

  /** Names of the processes that should run. */
  get names() {
    return [...this.#starts.keys()];
  }

  /** Addresses of all apis. */
  get apiUrls() {
    return named('api', this.apis).map((name) => this.urlOf(name));
  }

  /** Starts a worker; `settings` go before those of the stack, `flags` are Node's own. */
  async startWorker(name, settings = {}, flags = []) {
    this.#ports[name] ??= await steadyPort(this.#ports);
    const env = { ...this.env, ...texts(settings), ECLUSA_WORKER_PORT: `${this.#ports[name]}` };
    await this.#node(name, ['apps/worker/dist/main.js'], env, [...workerFlags, ...flags]);
    this.#down.delete(name);
  }

  /** Starts one more program of the suite; it gets its port as its argument. */
  async startProgram(name, file, env) {
    this.#ports[name] ??= await steadyPort(this.#ports);
    await this.#node(name, [file, this.#ports[name]], env);
    this.#down.delete(name);
  }

  /** Ends a process as an operator does; answers when it is gone. It is not missed afterwards. */
  async end(name) {
    this.#starts.delete(name);
    const pid = this.processes.pidOf(name);
    if (pid) process.kill(pid, 'SIGTERM');
    while (this.processes.pidOf(name)) await sleep(10);
  }

  /** True while every process runs that should. */
  get isWhole() {
    return this.#down.size === 0 && this.names.every((name) => this.processes.pidOf(name));
  }

  /** SIGKILL; answers when the process is gone. */
  async kill({ name, wiped, children }) {
    this.#down.add(name);
    const pid = this.processes.pidOf(name);
    // Postgres makes each of its processes a group of its own, so they are found by their parent.
    for (const one of children ? [pid, ...childrenOf(pid)] : [pid]) killNow(one);
    while (this.processes.pidOf(name)) await sleep(10);
    if (wiped) rmSync(path.join(this.folder, 'redis/appendonlydir'), { recursive: true, force: true });
  }

  /** Brings killed processes back, stores first, and waits until those of `awaited` say that they are ready. */
  async restore(names, awaited = this.#underTest) {
    const isStore = (name) => name === 'postgres' || name === 'redis';
    await Promise.all(names.filter(isStore).map((name) => this.#begin(name)));
    await Promise.all(names.filter((name) => !isStore(name)).map((name) => this.#begin(name)));
    await this.ready(awaited);
    for (const name of names) this.#down.delete(name);
  }

  /** Resolves when these apis and workers answer that they can work; throws Stop when one does not for a minute. */
  async ready(names = this.#underTest) {
    for (const name of names) {
      const url = `${this.urlOf(name)}/readyz`;
      const end = Date.now() + readyWithinMs;
      while (!(await answersOk(url))) {
        if (this.#ended) throw new Stop('stopped');
        if (Date.now() > end)
          throw new Stop(`${name} is not ready ${readyWithinMs / 1000} s after the stores are back`);
        await sleep(100);
      }
    }
  }

  /** Until stopped: looks for processes that ended by themselves, counts them and starts them again. */
  async supervise() {
    for (; !this.#ended; await sleep(250)) {
      for (const name of this.names) {
        if (this.#down.has(name) || this.#ended || this.processes.pidOf(name)) continue;
        this.#down.add(name);
        this.fell[name] = (this.fell[name] ?? 0) + 1;
        say(`${name} ended by itself; starting it again`);
        void this.#revive(name);
      }
    }
  }

  /** Ends every process that was started, whatever it is doing. */
  async stop() {
    this.#ended = true;
    await this.processes.stop();
    // A start that was under way has put its process among the others by now.
    await Promise.allSettled(this.#pending);
    await this.processes.stop();
  }

  get #underTest() {
    return this.names.filter((name) => /^(api|worker)-/.test(name));
  }

  async #revive(name) {
    while (!this.#ended) {
      await sleep(1_000);
      const came = await this.#begin(name).then(
        () => true,
        () => false,
      );
      if (came) return void this.#down.delete(name);
    }
  }

  async #choosePorts() {
    const underTest = [...named('api', this.apis), ...named('worker', this.workers)];
    for (const name of [...Object.keys(this.others), 'postgres', 'redis', ...underTest]) {
      this.#ports[name] = await steadyPort(this.#ports);
    }
    return this.#ports;
  }

  #environment() {
    const urls = Object.keys(this.others).map((name) => this.urlOf(name));
    return {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: this.databaseUrl,
      REDIS_URL: this.redisUrl,
      ECLUSA_SECRET_KEY: randomBytes(32).toString('base64'),
      ECLUSA_ALLOW_PRIVATE_HOSTS: urls.map((url) => new URL(url).host).join(','),
      ECLUSA_SANDBOX_URL: this.urlOf('target'),
      ECLUSA_LOG: 'text',
      ...texts(this.settings),
    };
  }

  #startApi(name) {
    return this.#node(name, ['apps/api/dist/main.js'], { ...this.env, ECLUSA_PORT: `${this.#ports[name]}` });
  }

  #node(name, [file, ...args], env, flags = []) {
    const command = [...flags, path.join(root, file), ...args.map(String)];
    const how = { env, cwd: root, ready: /ready/i };
    this.#starts.set(name, () => this.processes.start(name, process.execPath, command, how));
    return this.#begin(name);
  }

  async #begin(name) {
    if (this.#ended) throw new Stop('stopped');
    const start = this.#starts.get(name)();
    this.#pending.add(start);
    return start.finally(() => this.#pending.delete(start));
  }
}

const named = (kind, count) => Array.from({ length: count }, (_, index) => `${kind}-${index}`);

const texts = (settings) =>
  Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, `${value}`]));

// Below the ports that outgoing connections get: one of those could take the place of a server that is away.
async function steadyPort(taken) {
  for (;;) {
    const wanted = 20_000 + Math.floor(Math.random() * 10_000);
    if (Object.values(taken).includes(wanted)) continue;
    if ((await freePort(wanted)) === wanted) return wanted;
  }
}

function killNow(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended just before.
  }
}

async function answersOk(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(3_000) })).ok;
  } catch {
    return false;
  }
}

function once(env, file) {
  const result = spawnSync(process.execPath, [path.join(root, file)], { cwd: root, env, encoding: 'utf8' });
  if (result.status !== 0)
    throw new Stop(`${file} failed:\n${result.stdout}${result.stderr}\nBuild first: npm run build`);
}
