// Brings node_modules in step with the lock file. Uses nothing but Node itself.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { say, Stop } from './say.mjs';

/** The project's top folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Nest 12 is loaded with require(esm), which Node has on by default from 20.19. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Stop(
    `Eclusa needs Node 20.19 or newer; this is Node ${version}. Install a newer Node and run the command again.`,
  );
}

/** Installs the locked dependencies unless the stamp says that they are in place. */
export function ensureDependencies() {
  checkNode();
  const lock = readFileSync(path.join(root, 'package-lock.json'));
  const stamp = createHash('sha256').update(lock).update(process.version).digest('hex');
  const stampFile = path.join(root, 'node_modules/.eclusa-stamp');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  say('installing the dependencies (about a minute, once)');
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    throw new Stop(
      'npm ci failed: its message stands above. Check the connection to your npm registry and run the command again.',
    );
  }
  writeFileSync(stampFile, stamp);
}

/** The path of Nx's own program, which its package names. */
export function nxProgram() {
  const home = path.join(root, 'node_modules/nx');
  return path.join(home, JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')).bin.nx);
}

/** Names of optional platform packages that the lock file mentions but does not hold. */
export function lockFileGaps(lock) {
  const gaps = [];
  for (const [place, entry] of Object.entries(lock.packages)) {
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if (!isLocked(lock, place, name)) gaps.push(`${place || '(root)'} needs ${name}`);
    }
  }
  return gaps;
}

// Node looks for a package beside its user first and then further up.
function isLocked(lock, place, name) {
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true;
    if (!at) return false;
  }
}
