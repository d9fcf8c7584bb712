// Unit tests: no service, no network. `x.test.ts` beside `x.ts`.
module.exports = {
  ...require('./jest.base.cjs'),
  // No test measures time: on a busy machine it may take its own.
  testTimeout: 120_000,
  testMatch: ['**/src/**/*.test.ts', '**/src/**/*.test.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '\\.int\\.test\\.ts$'],
};
