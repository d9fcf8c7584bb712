// The lock file must be whole on every platform, and name no registry.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { checkNode, lockFileGaps, root } from './dependencies.mjs';

const text = readFileSync(path.join(root, 'package-lock.json'), 'utf8');

test('every optional platform package that the lock file names is in it', () => {
  assert.deepEqual(lockFileGaps(JSON.parse(text)), []);
});

test('a platform package that is left out of a lock file is reported', () => {
  const packages = {
    '': {},
    'node_modules/a': { optionalDependencies: { 'a-linux': '1.0.0', 'a-mac': '1.0.0' } },
    'node_modules/a-linux': {},
  };
  assert.deepEqual(lockFileGaps({ packages }), ['node_modules/a needs a-mac']);
});

test('the lock file holds no download address', () => {
  assert.equal(/https?:\/\/[^"]*\.tgz/.test(text), false);
});

test('a Node older than 20.19 is refused with what to do', () => {
  assert.throws(() => checkNode('20.18.3'), /needs Node 20\.19 or newer/);
  assert.throws(() => checkNode('18.20.0'), /Install a newer Node/);
  checkNode('20.19.0');
  checkNode('22.1.0');
});
