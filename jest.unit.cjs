// Unit tests: no service, no network. `x.test.ts` beside `x.ts`.
module.exports = {
  ...require('./jest.base.cjs'),
  testMatch: ['**/src/**/*.test.ts', '**/src/**/*.test.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '\\.int\\.test\\.ts$'],
};
