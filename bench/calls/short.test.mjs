// The short form of the suite: a thousand calls, an api and a worker killed in the middle, a burst on one key.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { promises } from './verdict.mjs';

const program = fileURLToPath(new URL('main.mjs', import.meta.url));

test('a thousand calls beside two kills are each one run, and repeats find it', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'eclusa-short-calls-'));
  const out = path.join(folder, 'report.json');
  try {
    const sizes = ['--calls', '1000', '--kills', '2', '--burst', '1000', '--seed', '3'];
    const suite = spawn(process.execPath, [program, ...sizes, '--out', out], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [suite.stdout, suite.stderr]) stream.on('data', (piece) => (said += piece));
    const [code] = await once(suite, 'close');
    assert.equal(code, 0, said);
    const { kills, calls, burst } = JSON.parse(readFileSync(out, 'utf8'));
    assert.ok(Object.values(kills).reduce((sum, one) => sum + one, 0) >= 2, said);
    assert.ok(calls.repeats > 20 && calls.otherBodies > 5 && calls.bad > 2, said);
    assert.deepEqual([calls.completed, calls.accepted + calls.bad], [calls.accepted, 1_000]);
    for (const name of promises.calls) assert.equal(calls[name], 0, `${name}: ${said}`);
    for (const name of promises.burst) assert.equal(burst[name], 0, `${name}: ${said}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
