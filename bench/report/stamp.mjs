// What figures are worth is known only with the code, the machine and the Node they come from.
import { spawnSync } from 'node:child_process';
import os from 'node:os';
import { root } from '../../scripts/setup/dependencies.mjs';

/** The commit (and whether files differ from it), the machine, and Node's version. */
export function stamp() {
  return {
    commit: commit(),
    machine: `${os.cpus().length} × ${os.cpus()[0]?.model ?? os.arch()}, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.type()}`,
    node: process.version,
  };
}

function commit() {
  const git = (...args) => spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout?.trim();
  const results = [':!bench/results', ':!docs/images/bench.svg'];
  const changed = git('status', '--porcelain', '--untracked-files=no', '--', '.', ...results);
  return `${git('rev-parse', 'HEAD') || 'unknown'}${changed ? ' with changes' : ''}`;
}
