// What unit and integration tests share: swc turns TypeScript and the ESM-only Nest packages into CommonJS.
const { mkdirSync } = require('node:fs');
const path = require('node:path');
const root = __dirname;

// Reports go here; jest does not make the folder itself.
mkdirSync(path.join(process.cwd(), 'test-results'), { recursive: true });

// @jitl is CommonJS that loads its WebAssembly by import(), which jest runs only after it became require().
const esmOnly =
  '@nestjs|uid|iterare|load-esm|file-type|strtok3|token-types|@tokenizer|uint8array-extras|@borewit|openapi-fetch|@jitl|hyparquet|hyparquet-writer|oauth4webapi';

module.exports = {
  transform: {
    '^.+\\.(t|j|mj)sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  setupFilesAfterEnv: [path.join(root, 'jest.context.cjs')],
  // Nx runs two projects side by side on two cores.
  maxWorkers: 1,
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly})/)`],
  moduleNameMapper: {
    '^@eclusa/([a-z]+)$': path.join(root, 'packages/$1/src/index.ts'),
    '\\.css$': path.join(root, 'jest.css.cjs'),
  },
  modulePathIgnorePatterns: ['/dist/'],
  cacheDirectory: path.join(root, 'node_modules/.cache/jest'),
};
