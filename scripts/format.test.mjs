// Every file is as Prettier writes it (otherwise: npm run format).
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import test from 'node:test';
import { root } from './setup/dependencies.mjs';

test('every file is formatted', () => {
  const prettier = path.join(root, 'node_modules/prettier/bin/prettier.cjs');
  // What was looked at before, with the same text and options, need not be looked at again.
  const cache = ['--cache', '--cache-strategy=content', '--cache-location=node_modules/.cache/prettier.json'];
  const result = spawnSync(process.execPath, [prettier, '--list-different', ...cache, '.'], {
    cwd: root,
    encoding: 'utf8',
  });
  assert.equal(result.stdout.trim(), '');
});
