import base from './playwright.config';
const { globalSetup, ...rest } = base;
export default {
  ...rest,
  expect: { timeout: 25000 },
  timeout: 240000,
  outputDir: '/tmp/e2e-art',
  reporter: [['list']],
};
