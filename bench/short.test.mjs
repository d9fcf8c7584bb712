// The parts of the bench that a promise to people hangs on, in their short form: reading within a worker's memory, and what
// happened to a thing within a second.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { root } from '../scripts/setup/dependencies.mjs';

test('sources of every kind are read within the memory of a worker, and a story is told within a second', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'eclusa-bench-short-'));
  try {
    const file = path.join(folder, 'bench.json');
    const sizes = ['--source-rows', '20000', '--sheet-rows', '5000', '--story-rows', '200000'];
    const args = [path.join(root, 'bench/main.mjs'), 'sources', 'story', ...sizes, '--out', file];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    assert.equal(status, 0, `${stdout}${stderr}`);
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const goals = [report.sources, report.story].flatMap(({ figures }) => figures).filter(({ goal }) => goal);
    assert.equal(goals.length, 5, stdout);
    for (const { name, value, met } of goals) assert.ok(met, `${name}: ${value}\n${stdout}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
