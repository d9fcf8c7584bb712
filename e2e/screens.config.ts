// Takes the pictures of docs/screens, of a product started for it or of the running one that ECLUSA_E2E_EDITOR names.
import { defineConfig } from '@playwright/test';
import base from './playwright.config';

const { globalSetup, ...rest } = base;

export default defineConfig({
  ...rest,
  ...(process.env.ECLUSA_E2E_EDITOR ? {} : { globalSetup: globalSetup! }),
  testMatch: 'screens/take.ts',
  reporter: [['list']],
});
