// Integration tests: real Postgres and Redis, whose addresses scripts/test.mjs passes in.
module.exports = {
  ...require('./jest.base.cjs'),
  testMatch: ['**/src/**/*.int.test.ts'],
  testTimeout: 60_000,
};
