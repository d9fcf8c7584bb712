// Finds programs of the machine, and installs Debian's packages where we may.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { say, Stop } from './say.mjs';

/** The full path of the first of `names` on PATH, or undefined. */
export function findProgram(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
      const file = path.join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not here.
      }
    }
  }
  return undefined;
}

/** True as root on a machine with apt-get: there, and only there, we install what is missing. */
export function mayInstall() {
  return (
    process.getuid?.() === 0 && existsSync('/etc/debian_version') && findProgram('apt-get') !== undefined
  );
}

let listsAreFresh = false;

/** Installs Debian packages; waits up to five minutes for another apt to finish. */
export function install(...packages) {
  say(`installing ${packages.join(', ')} with apt-get`);
  const wait = ['-o', 'DPkg::Lock::Timeout=300', '-q'];
  // A fresh service is not wanted: ours is private and on a port of its own.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const run = (...args) => spawnSync('apt-get', [...wait, ...args], { env, encoding: 'utf8' });
  if (!listsAreFresh) run('update');
  listsAreFresh = true;
  const result = run('install', '-y', '--no-install-recommends', ...packages);
  if (result.status === 0) return;
  const reason = `${result.stderr ?? result.error}`.trim().split('\n').slice(-3).join('\n');
  throw new Stop(
    `apt-get could not install ${packages.join(', ')}:\n${reason}\nInstall it by hand and run the command again.`,
  );
}

/** A Chromium to test with: CHROMIUM_PATH, one on PATH, or Debian's. */
export function ensureChromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const found = process.env.CHROMIUM_PATH ?? findProgram(...names);
  if (found) return found;
  if (!mayInstall()) {
    throw new Stop(
      'The browser tests need Chromium. Install it (Debian: sudo apt-get install chromium) or set CHROMIUM_PATH.',
    );
  }
  install('chromium');
  return findProgram(...names);
}

/** Resolves when `port` is free on loopback; otherwise stops with the setting that moves it. */
export async function requirePort(port, setting, purpose) {
  if (await isFree(port)) return;
  throw new Stop(
    `Port ${port}, meant for ${purpose}, is in use by another program. ` +
      `Stop that program, or choose another port: ${setting}=${port + 100} npm start`,
  );
}

/** A port that nobody listens on. `wanted` is taken when it is free. */
export async function freePort(wanted) {
  if (wanted && (await isFree(wanted))) return wanted;
  return listenOnce(0);
}

async function isFree(port) {
  try {
    await listenOnce(port);
    return true;
  } catch {
    return false;
  }
}

function listenOnce(port) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const { port: given } = server.address();
      server.close(() => resolve(given));
    });
  });
}
