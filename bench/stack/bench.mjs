// What every part of the bench works with: its stack, signed in, and ways to run a flow, a floor, and to look at both.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { root } from '../../scripts/setup/dependencies.mjs';
import { caller, connectTarget, publishFlow, signIn } from './api.mjs';
import { cpuSeconds } from './proc.mjs';
import { Stack } from './stack.mjs';

/** Between two looks at a run; how long it took is told by the database. */
const lookMs = 250;
/** The worker's settings as delivered, written down because the floors follow them. */
export const settings = { ECLUSA_PAGE_CONCURRENCY: 4, ECLUSA_PAGES_IN_FLIGHT: 8, ECLUSA_PAGE_SIZE: 500 };
/** Calls of one worker at once: pages at once × rows of a page at once (the usual concurrency of an action). */
export const callsAtOnce = settings.ECLUSA_PAGE_CONCURRENCY * 8;

/** The stack of the bench with one api and no worker: each part starts its own. */
export class Bench {
  #programs = new Set();

  /** `profile` is a folder for processor profiles of the workers, or nothing. */
  constructor(folder, profile) {
    this.profile = profile;
    const others = { erp: ['bench/programs/erp.mjs'], target: ['bench/programs/target.mjs'] };
    const postgresFlags = ['shared_preload_libraries=pg_stat_statements'];
    this.stack = new Stack(folder, { apis: 1, workers: 0, settings, others, postgresFlags });
  }

  async start() {
    const { stack } = this;
    await stack.start();
    this.api = stack.urlOf('api-0');
    this.session = await signIn(this.api);
    const call = caller(this.api, this.session);
    const erp = { kind: 'http', name: 'ERP', settings: { baseUrl: stack.urlOf('erp'), auth: 'none' } };
    const slots = {
      erp: (await call('POST', '/connections', { ...erp, secrets: {} })).id,
      store: await connectTarget(call, 'lojabench', stack.urlOf('target')),
    };
    this.client = await this.#connect();
    await this.countStatements(false);
    this.call = call;
    this.publish = (document, more = {}) => {
      const bound = Object.entries({ ...slots, ...more }).filter(([slot]) => slot in document.slots);
      return publishFlow(call, document, Object.fromEntries(bound));
    };
  }

  async stop() {
    for (const child of this.#programs) child.kill();
    await this.client?.end().catch(() => undefined);
    await this.stack.stop();
  }

  /** Rows that the database answers. */
  async query(text, values) {
    return (await this.client.query(text, values)).rows;
  }

  /** Whether Postgres counts its statements from now on; usually not, because that takes time, too. */
  async countStatements(isOn) {
    await this.query(`ALTER SYSTEM SET pg_stat_statements.track = '${isOn ? 'top' : 'none'}'`);
    await this.query('SELECT pg_reload_conf()');
    // All of its processes read it again when they come to it.
    await sleep(500);
  }

  /** Works with this many fresh workers, and ends them. */
  async withWorkers(count, work, more = {}) {
    const names = Array.from({ length: count }, (_, index) => `worker-${index}`);
    const flags = this.profile ? ['--cpu-prof', `--cpu-prof-dir=${this.profile}`] : [];
    await Promise.all(names.map((name) => this.stack.startWorker(name, more, flags)));
    await this.stack.ready();
    try {
      return await work(names);
    } finally {
      await Promise.all(names.map((name) => this.stack.end(name)));
    }
  }

  /** Starts a run of the flow; answers its id. */
  async startRun(flowId) {
    return (await this.call('POST', `/flows/${flowId}/runs`, {})).id;
  }

  /** A run from its request to its end: seconds and rows, by the database's clock. Throws when it fails. */
  async run(flowId) {
    return this.ended(await this.startRun(flowId));
  }

  /** The run once it has ended. */
  async ended(id) {
    for (;;) {
      const [run] = await this.query(
        `SELECT /* bench */ state, error, written::int, failed::int, read_rows::int AS "read",
           extract(epoch FROM finished_at - created_at)::float8 AS seconds FROM run WHERE id = $1`,
        [id],
      );
      if (run.state === 'completed') return run;
      if (run.state === 'failed' || run.failed > 0) throw new Error(`run ${id}: ${JSON.stringify(run)}`);
      await sleep(lookMs);
    }
  }

  /** Runs a program of the bench in a process of its own; answers what it printed, parsed. */
  async program(file, args, input) {
    const program = path.join(root, 'bench/programs', file);
    const child = spawn(process.execPath, [program, ...args.map(String)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#programs.add(child);
    child.stdin.end(input);
    let output = '';
    for await (const piece of child.stdout) output += piece;
    this.#programs.delete(child);
    if (output === '') throw new Error(`${file} printed nothing`);
    return JSON.parse(output);
  }

  /** Works with a server of the bench that stands in for Eclusa; `work` gets its address. */
  async withFloor(file, work) {
    const { stack } = this;
    const env = { ...process.env, DATABASE_URL: stack.databaseUrl, TARGET_URL: stack.urlOf('target') };
    await stack.startProgram('floor', `bench/programs/${file}`, env);
    try {
      return await work(stack.urlOf('floor'));
    } finally {
      await stack.end('floor');
    }
  }

  /** Begins a new count at the target, which from now on answers after `latency` ms. */
  async target(latency, record = false) {
    await fetch(`${this.stack.urlOf('target')}/_set?latency=${latency}&record=${record ? 1 : 0}`);
  }

  /** What the target has counted. */
  async counts() {
    return (await fetch(`${this.stack.urlOf('target')}/_counts`)).json();
  }

  /** Stock writes at the target: SKU and moment of each. */
  async arrivals() {
    return (await fetch(`${this.stack.urlOf('target')}/_arrivals`)).json();
  }

  /** Does `work` and tells the processor seconds it took each kind of process. */
  async counted(work) {
    const before = this.#cpu();
    const result = await work();
    const after = this.#cpu();
    const spent = Object.fromEntries(Object.keys(after).map((name) => [name, after[name] - before[name]]));
    return { result, cpu: spent };
  }

  #cpu() {
    const sum = {};
    for (const name of this.stack.names) {
      const kind = name.split('-')[0];
      const pid = this.stack.processes.pidOf(name);
      if (pid) sum[kind] = (sum[kind] ?? 0) + cpuSeconds(pid);
    }
    return sum;
  }

  async #connect() {
    const client = new pg.Client({ connectionString: this.stack.databaseUrl });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }
}
