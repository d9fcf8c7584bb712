// A private Redis (or Valkey) with append-only persistence in the data folder.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { findProgram, freePort, install, mayInstall } from './machine.mjs';
import { Stop } from './say.mjs';

/** REDIS_URL, or the address of a Redis started for us, on `fixedPort` when it has to be found there again. */
export async function startRedis(processes, dataFolder, fixedPort = undefined) {
  if (process.env.REDIS_URL) return process.env.REDIS_URL;
  const program = ensureRedis();
  const folder = path.join(dataFolder, 'redis');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const password = keep(path.join(folder, 'password'), () => randomBytes(18).toString('hex'));
  const port = fixedPort ?? (await freePort());
  const settings = [
    'bind 127.0.0.1',
    `port ${port}`,
    `dir "${folder}"`,
    `requirepass ${password}`,
    'appendonly yes',
    'appendfsync everysec',
    'maxmemory-policy noeviction',
    'save ""',
  ];
  // Settings go in by standard input, so that the password is on no command line.
  await processes.start('redis', program, ['-'], {
    input: `${settings.join('\n')}\n`,
    ready: /[Rr]eady to accept connections/,
  });
  return `redis://:${password}@127.0.0.1:${port}`;
}

/** The Redis program: from PATH, or installed where we may. */
export function ensureRedis() {
  const found = findProgram('redis-server', 'valkey-server');
  if (found) return found;
  if (mayInstall()) install('redis-server');
  const installed = findProgram('redis-server', 'valkey-server');
  if (installed) return installed;
  throw new Stop(
    'Eclusa needs Redis and may not install it here. Install it (Debian, Ubuntu: sudo apt-get install redis-server; ' +
      'macOS: brew install redis), or set REDIS_URL to one you have, and run the command again.',
  );
}

/** The content of `file`, made with `make` the first time. */
export function keep(file, make) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    const value = make();
    writeFileSync(file, value, { mode: 0o600 });
    return value;
  }
}
