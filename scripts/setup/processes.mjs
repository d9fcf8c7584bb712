// Starts and ends the processes of one stack. Each child leads its own process group, so that Ctrl-C
// reaches only us and we end them in order. Their pids and ours are kept in the data folder: what a killed
// start left behind is ended by the next one, and nothing else ever is.
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { say, Stop } from './say.mjs';

/** A set of child processes that live and end together. */
export class Processes {
  #children = [];
  #stopping = false;

  constructor(dataFolder) {
    this.folder = path.join(dataFolder, 'run');
    mkdirSync(this.folder, { recursive: true });
    this.pidFile = path.join(this.folder, 'pids.json');
  }

  /** Ends what an earlier start left running, known by pid and start time. Throws Stop when that start still goes on. */
  async endLeftovers() {
    if (!existsSync(this.pidFile)) return;
    const { owner, children } = readPids(this.pidFile);
    if (owner && owner.pid !== process.pid && isSame(owner)) {
      throw new Stop(
        `Eclusa is already running on the data folder ${path.dirname(this.folder)} (process ${owner.pid}). ` +
          'Use that one, or stop it with Ctrl-C first. For a second one: ECLUSA_DATA=/another/folder ECLUSA_PORT=… npm start',
      );
    }
    const old = children.filter(isSame);
    if (old.length > 0) say(`ending ${old.length} processes that an earlier start left running`);
    for (const { pid, signal } of old) kill(pid, signal);
    for (const { pid } of old) if (!(await gone(pid, 10_000))) kill(pid, 'SIGKILL');
    rmSync(this.pidFile, { force: true });
  }

  /**
   * Starts a program. `ready` is a pattern in its output to wait for. Output goes to `run/<name>.log`.
   * `restart` brings it back when it ends by itself. `endWith` is the signal that ends it cleanly.
   */
  async start(
    name,
    command,
    args,
    { env, cwd, uid, gid, ready, input, restart = false, endWith = 'SIGTERM', timeout = 60_000 } = {},
  ) {
    const log = path.join(this.folder, `${name}.log`);
    const stream = createWriteStream(log, { flags: 'a' });
    const child = spawn(command, args, {
      cwd,
      uid,
      gid,
      env: env ?? process.env,
      detached: true,
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    if (input !== undefined) child.stdin.end(input);
    const entry = { name, child, endWith, log };
    const output = new Output(child, stream);
    child.once('error', (error) => output.fail(error));
    child.once('exit', (code, signal) => {
      this.#children = this.#children.filter((other) => other !== entry);
      output.fail(new Error(`ended with ${signal ?? `code ${code}`}`));
      if (this.#stopping) return;
      this.#save();
      if (restart && output.wasReady)
        this.#restart(name, () =>
          this.start(name, command, args, { env, cwd, uid, gid, ready, input, restart, endWith, timeout }),
        );
    });
    this.#children.push(entry);
    this.#save();
    if (ready) await output.waitFor(ready, timeout, name, log);
    return child;
  }

  #restart(name, again) {
    say(`${name} ended unexpectedly; starting it again (log: ${path.join(this.folder, `${name}.log`)})`);
    setTimeout(() => {
      if (!this.#stopping)
        again().catch((error) => say(`${name} could not be started again: ${error.message}`));
    }, 1000);
  }

  /** True while nothing was started, or all of it has ended. */
  get isEmpty() {
    return this.#children.length === 0;
  }

  /** The pid of the child of this name, undefined when it has ended. */
  pidOf(name) {
    return this.#children.find((one) => one.name === name)?.child.pid;
  }

  /** Ends all, last started first, each given ten seconds. */
  async stop() {
    this.#stopping = true;
    for (const { child, endWith } of [...this.#children].reverse()) {
      kill(child.pid, endWith);
      if (!(await gone(child.pid, 10_000))) kill(child.pid, 'SIGKILL');
    }
    rmSync(this.pidFile, { force: true });
  }

  #save() {
    const owner = { pid: process.pid, startTime: startTime(process.pid) };
    const children = this.#children
      .filter(({ child }) => child.pid)
      .map(({ name, child, endWith }) => ({
        name,
        pid: child.pid,
        signal: endWith,
        startTime: startTime(child.pid),
      }));
    writeFileSync(this.pidFile, JSON.stringify({ owner, children }));
  }
}

// Collects a child's output into its log and waits for the line that says it is ready.
class Output {
  #text = '';
  #waiters = [];
  #failure;
  wasReady = false;

  constructor(child, stream) {
    for (const source of [child.stdout, child.stderr]) {
      source.on('data', (data) => {
        stream.write(data);
        this.#text = (this.#text + data).slice(-20_000);
        for (const waiter of this.#waiters) waiter();
      });
    }
  }

  fail(error) {
    this.#failure ??= error;
    for (const waiter of this.#waiters) waiter();
  }

  waitFor(pattern, timeout, name, log) {
    return new Promise((resolve, reject) => {
      const give = (finish, value) => {
        clearTimeout(timer);
        this.#waiters = this.#waiters.filter((waiter) => waiter !== look);
        finish(value);
      };
      const fail = (what) =>
        give(
          reject,
          Object.assign(
            new Stop(`${name} did not start: ${what}.\n${lastLines(this.#text)}\nIts log: ${log}`),
            { output: this.#text },
          ),
        );
      const look = () => {
        const match = pattern.exec(this.#text);
        if (match) this.wasReady = true;
        if (match) give(resolve, match);
        else if (this.#failure) fail(this.#failure.message);
      };
      const timer = setTimeout(() => fail(`not ready after ${timeout / 1000} s`), timeout);
      this.#waiters.push(look);
      look();
    });
  }
}

function lastLines(text) {
  return text.trim().split('\n').slice(-6).join('\n');
}

function readPids(file) {
  try {
    const { owner, children = [] } = JSON.parse(readFileSync(file, 'utf8'));
    return { owner, children };
  } catch {
    return { children: [] };
  }
}

// A pid may be used again by a stranger; pid and start time together are not.
function startTime(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

function isSame(one) {
  return one.startTime !== undefined && startTime(one.pid) === one.startTime;
}

function kill(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // Already gone.
  }
}

async function gone(pid, within) {
  for (const end = Date.now() + within; Date.now() < end;) {
    if (!isAlive(pid)) return true;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return !isAlive(pid);
}

function isAlive(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2)[0] !== 'Z';
  } catch {
    if (existsSync('/proc/self/stat')) return false;
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
