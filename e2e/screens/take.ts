// `npm run screens`: a picture of every screen in both themes and two widths, into docs/screens.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { signIn } from '../sign-in';
import { stack } from '../stack';
import { makeContent, type Content } from './content';
import { drawingScreens } from './drawing';
import { pageScreens } from './pages';
import type { Screen } from './screen';
import { smallPng } from './small-png';

const folder = path.resolve(__dirname, '../../docs/screens');
const themes = ['light', 'dark'] as const;
const sizes = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
];
/** Names of screens, to take only these: SCREENS=flow,runs npm run screens */
const only = process.env.SCREENS?.split(',');
const signInScreen: Screen = {
  ...{ name: 'sign-in', shows: 'Signing in' },
  open: async (page) => {
    await page.goto(`${stack.editor}/sign-in`);
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
  },
};
const screens = [...pageScreens, ...drawingScreens];
let content: Content;

test.describe.configure({ mode: 'default' });
test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.setTimeout(1_200_000);

async function shoot(page: Page, { name }: Screen, width: number): Promise<void> {
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.waitForTimeout(250);
    const place = path.join(folder, `${colorScheme}-${width}`);
    mkdirSync(place, { recursive: true });
    const png = await page.screenshot({ animations: 'disabled' });
    writeFileSync(path.join(place, `${name}.png`), smallPng(png));
  }
}

async function take(page: Page, screen: Screen, width: number): Promise<string[]> {
  if (only && !only.includes(screen.name)) return [];
  try {
    await screen.open(page, content);
    await page.waitForTimeout(400);
    await shoot(page, screen, width);
    return [];
  } catch (error) {
    await page.screenshot({ path: path.join(folder, `../../e2e/test-results/${screen.name}-${width}.png`) });
    return [`${screen.name}: ${String(error).slice(0, 400)}`];
  }
}

for (const viewport of sizes) {
  test(`pictures at ${viewport.width} × ${viewport.height}`, async ({ browser }) => {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const missing = await take(page, signInScreen, viewport.width);
    await signIn(page);
    content ??= await makeContent(page);
    for (const screen of screens) missing.push(...(await take(page, screen, viewport.width)));
    await context.close();
    expect(missing).toEqual([]);
  });
}

test('the list of the pictures', () => {
  const line = ({ name, shows }: Screen) => {
    const both = (theme: string) =>
      sizes
        .filter(({ width }) => existsSync(path.join(folder, `${theme}-${width}`, `${name}.png`)))
        .map(({ width }) => `[${width}](${theme}-${width}/${name}.png)`)
        .join(' · ');
    return `| ${shows} | ${both('light')} | ${both('dark')} |`;
  };
  const text = [
    '# Every screen',
    '',
    'What the editor looks like, light and dark, on a small and on a large window. `npm run screens` starts the product on',
    'ports and a data folder of its own, fills it and takes the pictures again; `SCREENS=flow,runs npm run screens` takes',
    'only those.',
    '',
    '| Screen | Light | Dark |',
    '| --- | --- | --- |',
    ...[signInScreen, ...screens].map(line),
    '',
  ];
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'README.md'), text.join('\n'));
});
