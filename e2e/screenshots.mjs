// Takes the pictures of docs/images from a running system:
//   ECLUSA_DEMO_PASSWORD=… npm start     (in one terminal, with an empty data folder)
//   ECLUSA_DEMO_PASSWORD=… node e2e/screenshots.mjs http://localhost:4300
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const [base = 'http://localhost:4300'] = process.argv.slice(2);
const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../docs/images');
const flowName = 'ERP → VTEX: products, prices and stock';

async function openPage(browser, colorScheme, viewport = { width: 1280, height: 720 }) {
  const context = await browser.newContext({ viewport, colorScheme, locale: 'en-US' });
  const page = await context.newPage();
  await page.goto(`${base}/sign-in`);
  await page.getByLabel('E-mail').fill('demo@eclusa.local');
  await page.getByRole('textbox', { name: 'Password' }).fill(process.env.ECLUSA_DEMO_PASSWORD ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Flows' }).waitFor();
  return page;
}

async function shoot(page, name) {
  await page.mouse.move(640, 715);
  await page.waitForTimeout(900);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}

async function openFlow(page) {
  await page.goto(`${base}/flows`);
  await page.getByRole('link', { name: flowName }).click();
  await page.getByRole('button', { name: 'Show everything' }).waitFor();
}

async function takePictures(page, suffix) {
  await shoot(page, `flows${suffix}`);
  await openFlow(page);
  await shoot(page, `flow${suffix}`);
  await page.getByRole('group', { name: 'Set price', exact: true }).click();
  await shoot(page, `mapping${suffix}`);
  await page.goto(`${base}/runs`);
  await shoot(page, `runs${suffix}`);
  await page.getByRole('link', { name: flowName }).last().click();
  await page.getByRole('heading', { name: flowName }).waitFor();
  await shoot(page, `run${suffix}`);
  await page.goto(`${base}/connections`);
  await shoot(page, `connections${suffix}`);
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});
try {
  await takePictures(await openPage(browser, 'light'), '');
  await takePictures(await openPage(browser, 'dark'), '-dark');
} finally {
  await browser.close();
}
