// A small part of the measurement, to see that it works: boxes and scripts read all rows of the same files.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('main.mjs', import.meta.url));

test('boxes and plain scripts read the same files, and their speed and memory are told', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'eclusa-short-sources-'));
  const out = path.join(folder, 'report.json');
  try {
    execFileSync(process.execPath, [program, '--share', '0.001', '--out', out]);
    const { sources } = JSON.parse(readFileSync(out, 'utf8'));
    assert.deepEqual(
      Object.entries(sources).map(([kind, { rows }]) => [kind, rows]),
      [
        ['csv', 1_000],
        ['xml', 1_000],
        ['xlsx', 200],
      ],
    );
    for (const { box, floor, ratio } of Object.values(sources)) {
      assert.ok(box.rowsPerSecond > 0 && box.peakMB > 0 && floor.rowsPerSecond > 0 && ratio > 0);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
