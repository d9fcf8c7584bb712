// The rules of the tree as errors: layers, cycles, sizes, floating promises.
import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';
import { importX } from 'eslint-plugin-import-x';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import reactHooks from 'eslint-plugin-react-hooks';

const anywhere = ['react*', '@nestjs/*', 'node:*', 'undici', 'typeorm', 'pg', 'bull', 'express'];

const mayUse = [
  { sourceTag: 'layer:app', onlyDependOnLibsWithTags: ['layer:core', 'layer:base'] },
  { sourceTag: 'layer:core', onlyDependOnLibsWithTags: ['layer:base'] },
  { sourceTag: 'layer:base', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'layer:testing', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'layer:suite', onlyDependOnLibsWithTags: ['*'] },
  {
    sourceTag: 'runs:anywhere',
    onlyDependOnLibsWithTags: ['runs:anywhere'],
    bannedExternalImports: anywhere,
  },
  {
    sourceTag: 'runs:browser',
    onlyDependOnLibsWithTags: ['runs:anywhere'],
    bannedExternalImports: ['@nestjs/*'],
  },
  {
    sourceTag: 'runs:node',
    onlyDependOnLibsWithTags: ['*'],
    bannedExternalImports: ['react*', '@mantine/*'],
  },
];

// Tests stand outside the layers: they may start the sandbox and join core packages.
const testsMayUse = mayUse.map((rule) =>
  rule.sourceTag.startsWith('layer:') ? { ...rule, onlyDependOnLibsWithTags: ['*'] } : rule,
);

const boundaries = (depConstraints) => [
  'error',
  { allow: [], enforceBuildableLibDependency: false, banTransitiveDependencies: false, depConstraints },
];

const sizes = (lines) => ({
  'max-lines': ['error', { max: lines, skipBlankLines: false, skipComments: false }],
});

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '**/test-results/**',
      'packages/client/src/schema.ts',
      '.nx/**',
    ],
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@nx': nx, 'import-x': importX },
    settings: {
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      'import-x/extensions': ['.ts', '.tsx'],
      'import-x/resolver-next': [createTypeScriptImportResolver({ noWarnOnMultipleProjects: true })],
    },
    rules: {
      '@nx/enforce-module-boundaries': boundaries(mayUse),
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-extraneous-dependencies': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': 'off',
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      ...sizes(350),
    },
  },
  {
    files: ['packages/flow/src/**/*.ts', 'packages/client/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', 'window', 'document', 'process', 'Buffer', 'require', '__dirname'],
    },
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', '**/*.testing.ts', 'e2e/**/*.ts', 'bench/**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': boundaries(testsMayUse),
      'max-lines-per-function': 'off',
      ...sizes(500),
    },
  },
  // Nothing else may use React.
  {
    files: ['apps/editor/**/*.ts', 'apps/editor/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  // A React component is mostly its markup.
  {
    files: ['**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }] },
  },
);
