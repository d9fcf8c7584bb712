// People who cannot see the screen well, or at all, use it too: axe looks at every screen and main dialog in both themes.
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { makeContent, type Content } from './screens/content';
import { drawingScreens } from './screens/drawing';
import { pageScreens } from './screens/pages';
import { signIn } from './sign-in';
import { stack } from './stack';

/** WCAG 2.2 AA; what axe calls moderate or minor is advice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Halfway through a transition colours are not what they will be. What turns for ever is not waited for. */
function settled(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let quiet = 0; quiet < 3; quiet += 1) {
      await frame();
      const ending = document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
      // What ends may be followed by something else, which begins in a frame to come.
      if (ending.length > 0) quiet = -1;
      await Promise.allSettled(ending.map(({ finished }) => finished));
    }
  });
}

/** In the page itself: the other mode opens a page and loads axe there for each look, to cover frames of other origins. None is here. */
function axe(page: Page): AxeBuilder {
  // Only what is wrong is told in full.
  return new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
}

async function barriers(page: Page, screen: string): Promise<string[]> {
  await settled(page);
  // The library puts a place for the focus before the lines of its menus, which ARIA does not foresee.
  const inside = axe(page).withTags(tags).exclude('[role="menu"]');
  // What is drawn is as large as the person zooms it.
  if (await page.locator('.react-flow').first().isVisible()) inside.disableRules(['target-size']);
  const light = await inside.analyze();
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await settled(page);
  // Only colours differ between the themes.
  const dark = await axe(page).withRules(['color-contrast']).analyze();
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  return [...light.violations, ...dark.violations]
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${screen}: ${id} at ${nodes.map((node) => node.target).join(', ')}`);
}

// A trace of so many screens takes longer than the screens.
test.use({ colorScheme: 'light', contextOptions: { reducedMotion: 'reduce' }, trace: 'off' });

let content: Promise<Content> | undefined;

const screens = [...pageScreens, ...drawingScreens];
const share = Math.ceil(screens.length / 4);

// A test for every quarter, so that none comes near the time a test may take.
for (let from = 0; from < screens.length; from += share) {
  const these = screens.slice(from, from + share);
  const span = `${these[0]?.name} to ${these.at(-1)?.name}`;
  test(`no screen from ${span} has a serious barrier, in either theme`, async ({ page }) => {
    page.setDefaultTimeout(30_000);
    await page.goto(`${stack.editor}/sign-in`);
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
    const found = from === 0 ? await barriers(page, 'sign-in') : [];
    await signIn(page);
    // Once for all of them: it waits for runs.
    const made = await (content ??= makeContent(page));
    for (const { name, open } of these) {
      // One screen that does not open must not hide what the others have.
      await test
        .step(name, () => open(page, made).then(() => barriers(page, name)))
        .then((here) => found.push(...here))
        .catch((error: unknown) => found.push(`${name}: ${String(error)}`));
    }
    expect(found).toEqual([]);
  });
}
