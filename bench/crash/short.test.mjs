// The short form of the suite: each kind of process killed once, with a few runs in flight.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('main.mjs', import.meta.url));
/** Worker, Redis with its data lost, api, Postgres and Redis, in three rounds. */
const seed = '387';

test('three rounds of crashes lose no run and create nothing twice', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'eclusa-short-crash-'));
  const out = path.join(folder, 'report.json');
  try {
    const args = ['--rounds', '3', '--runs', '12', '--seed', seed, '--out', out];
    const suite = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [suite.stdout, suite.stderr]) stream.on('data', (piece) => (said += piece));
    const [code] = await once(suite, 'close');
    assert.equal(code, 0, said);
    const { figures, roundsDone } = JSON.parse(readFileSync(out, 'utf8'));
    assert.equal(roundsDone, 3);
    assert.ok(figures.accepted > 0, said);
    assert.deepEqual([figures.completed, figures.lost, figures.repeatedCreates], [figures.accepted, 0, 0]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
