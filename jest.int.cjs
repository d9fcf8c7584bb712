// Integration tests: real Postgres and Redis, whose addresses scripts/test.mjs passes in.
module.exports = {
  ...require('./jest.base.cjs'),
  testMatch: ['**/src/**/*.int.test.ts'],
  // Far above what any of them takes: a busy machine is no failure, and a hang still ends.
  testTimeout: 240_000,
};
