// The rules of the tree must bite: each deliberately bad text below has to fail lint.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import test, { before } from 'node:test';
import { ESLint } from 'eslint';
import { nxProgram, root } from './setup/dependencies.mjs';

// The texts stand in for real files, so rules that need type information are left out here.
const eslint = new ESLint({
  cwd: root,
  overrideConfig: {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: false } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-misused-promises': 'off',
    },
  },
});

async function rulesBrokenBy(file, text) {
  const [report] = await eslint.lintText(text, { filePath: path.join(root, file) });
  return report.messages.filter((message) => message.severity === 2).map((message) => message.ruleId);
}

before(() => {
  // Without a stored project graph the boundary rule is skipped in silence.
  const result = spawnSync(process.execPath, [nxProgram(), 'show', 'projects'], {
    cwd: root,
    env: { ...process.env, NX_DAEMON: 'false' },
  });
  assert.equal(result.status, 0);
});

const boundary = '@nx/enforce-module-boundaries';
const forbidden = [
  ['the engine may not import the database', 'packages/engine/src/index.ts', '@eclusa/db'],
  ['the engine may not import a node', 'packages/engine/src/index.ts', '@eclusa/nodes'],
  ['the language may not import the engine', 'packages/flow/src/index.ts', '@eclusa/engine'],
  ['the editor may not import a node', 'apps/editor/src/main.tsx', '@eclusa/nodes'],
  ['the VTEX client may not import the sandbox', 'packages/vtex/src/index.ts', '@eclusa/sandbox'],
  ['the worker may not import the sandbox', 'apps/worker/src/main.ts', '@eclusa/sandbox'],
  ['one app may not import another', 'apps/worker/src/main.ts', '../../api/src/main'],
];

for (const [sentence, file, target] of forbidden) {
  test(sentence, async () => {
    const broken = await rulesBrokenBy(
      file,
      `import * as other from '${target}';\nexport const use = other;\n`,
    );
    assert.ok(broken.includes(boundary), `${file} importing ${target} broke only [${broken}]`);
  });
}

test('the editor calls hooks in one order only', async () => {
  const text = `import { useState } from 'react';
export function Part({ on }: { on: boolean }) {
  if (on) useState(1);
  return null;
}
`;
  const broken = await rulesBrokenBy('apps/editor/src/main.tsx', text);
  assert.ok(broken.includes('react-hooks/rules-of-hooks'), `broke only [${broken}]`);
});

test('what is allowed passes', async () => {
  const text = `import * as flow from '@eclusa/flow';\nexport const use = flow;\n`;
  assert.deepEqual(await rulesBrokenBy('packages/engine/src/index.ts', text), []);
});

test('files may not import each other in a circle', async () => {
  // messages/index.ts imports text.ts.
  const broken = await rulesBrokenBy(
    'packages/flow/src/text.ts',
    `import { sentence } from './messages/index';\nexport const use = sentence;\n`,
  );
  assert.ok(broken.includes('import-x/no-cycle'), `broke only [${broken}]`);
});

test('a file of more than 350 lines fails', async () => {
  const broken = await rulesBrokenBy('packages/flow/src/json.ts', 'export {};\n'.repeat(351));
  assert.ok(broken.includes('max-lines'), `broke only [${broken}]`);
});

test('a function of more than 50 lines fails', async () => {
  const broken = await rulesBrokenBy(
    'packages/flow/src/json.ts',
    `export function long() {\n${'  void 0;\n'.repeat(51)}}\n`,
  );
  assert.ok(broken.includes('max-lines-per-function'), `broke only [${broken}]`);
});

test('a package that is not declared may not be imported', async () => {
  const broken = await rulesBrokenBy(
    'packages/flow/src/json.ts',
    `import express from 'express';\nexport const use = express;\n`,
  );
  assert.ok(broken.includes('import-x/no-extraneous-dependencies'), `broke only [${broken}]`);
});
