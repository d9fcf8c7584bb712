// The parts of the bench that a promise to people hangs on, in their short form: reading within a worker's memory, what
// happened to a thing within a second, and transforms of any number of rows.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { root } from '../scripts/setup/dependencies.mjs';
import { boxes } from './parts/transform-boxes.mjs';
import { runOf, unsaid } from './parts/transforms.mjs';

/** What a part of the bench, run with these sizes, did not reach. */
function missed(part, ...sizes) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'eclusa-bench-short-'));
  try {
    const file = path.join(folder, 'bench.json');
    const args = [path.join(root, 'bench/main.mjs'), part, ...sizes, '--out', file];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    assert.equal(status, 0, `${stdout}${stderr}`);
    const goals = JSON.parse(readFileSync(file, 'utf8'))[part].figures.filter(({ goal }) => goal);
    assert.ok(goals.length > 0, stdout);
    return goals.filter(({ met }) => !met).map(({ name, value }) => `${name}: ${value}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('sources of every kind are read within the memory of a worker', () => {
  assert.deepEqual(missed('sources', '--source-rows', '20000', '--sheet-rows', '5000'), []);
});

test('what happened to one thing is told within a second', () => {
  assert.deepEqual(missed('story', '--story-rows', '200000'), []);
});

// More than a box that sorts holds in memory.
test('every transform box gives what it should of more rows than it holds, all of them within the memory of a process', async () => {
  assert.deepEqual(unsaid(), []);
  const results = await runOf(12_000, Object.keys(boxes));
  assert.deepEqual(
    results.map(({ id }) => id),
    Object.keys(boxes),
  );
  assert.ok(results.at(-1).megabytes < 200, `${results.at(-1).megabytes} MB`);
});
