// The pages of docs/nodes must say what the catalogue says.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { nodePages } from './docs.mjs';
import { root } from './setup/dependencies.mjs';

test('docs/nodes is in step with the catalogue (otherwise: npm run build && npm run docs)', () => {
  const folder = path.join(root, 'docs/nodes');
  const pages = nodePages();
  assert.deepEqual(readdirSync(folder).sort(), [...pages.keys()].sort());
  for (const [file, text] of pages) assert.equal(readFileSync(path.join(folder, file), 'utf8'), text, file);
});
