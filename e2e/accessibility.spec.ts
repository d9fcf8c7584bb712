// People who cannot see the screen well, or at all, use it too: axe looks at the screens of daily work in both themes.
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { signIn } from './sign-in';
import { stack } from './stack';

const flowName = 'ERP → VTEX: products, prices and stock';

/** WCAG 2.2 AA; what axe calls moderate or minor is advice. */
async function expectAccessible(page: Page, screen: string): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const found = serious.map(
    ({ id, nodes }) => `${screen}: ${id} at ${nodes.map((node) => node.target).join(', ')}`,
  );
  expect(found).toEqual([]);
}

async function lists(page: Page): Promise<void> {
  await page.goto(`${stack.editor}/sign-in`);
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await expectAccessible(page, 'sign-in');
  await signIn(page);
  await page.getByRole('link', { name: 'Eclusa' }).click();
  await expect(page.getByRole('region', { name: 'In the last 24 hours' })).toBeVisible();
  await expectAccessible(page, 'home');
  await page.goto(`${stack.editor}/story?key=SKU-00601`);
  await expect(page.getByText('codigo: SKU-00601').first()).toBeVisible();
  await expectAccessible(page, 'story');
  await page.getByRole('link', { name: 'Flows' }).click();
  await expect(page.getByRole('link', { name: flowName })).toBeVisible();
  await expectAccessible(page, 'flows');
  await page.getByRole('button', { name: 'Your menu' }).click();
  await expectAccessible(page, 'menu');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'New flow' }).click();
  await expectAccessible(page, 'new flow');
  await page.keyboard.press('Escape');
  for (const [link, button] of [
    ['Connections', 'New connection'],
    ['Stores', 'New store'],
    ['Codes', 'Add a code'],
  ] as const) {
    await page.getByRole('link', { name: link }).click();
    await expectAccessible(page, link);
    await page.getByRole('button', { name: button }).click();
    await expectAccessible(page, button);
    await page.keyboard.press('Escape');
  }
}

async function runs(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Runs' }).click();
  await expect(page.getByRole('region', { name: 'Runs over time' })).toBeVisible();
  await expectAccessible(page, 'runs');
  await page.getByRole('link', { name: flowName }).last().click();
  await page
    .getByRole('button', { name: /^Details of row/ })
    .first()
    .click();
  await expect(page.getByText('The row', { exact: true })).toBeVisible();
  await expectAccessible(page, 'failed rows');
  await page.getByRole('tab', { name: 'Box by box' }).click();
  await expectAccessible(page, 'box by box');
}

async function canvas(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Open flow' }).click();
  const box = page.getByRole('group', { name: 'Map fields', exact: true });
  await box.click();
  await expect(page.getByRole('region', { name: 'Settings of Map fields' })).toBeVisible();
  await expectAccessible(page, 'settings');
  await page.getByRole('tab', { name: 'Test' }).click();
  await expectAccessible(page, 'test');
  await page.getByRole('button', { name: 'Problems' }).click();
  await expectAccessible(page, 'problems');
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    // Halfway through a transition colours are not what they will be.
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });
    test('no screen has a serious barrier', async ({ page }) => {
      await lists(page);
      await runs(page);
      await canvas(page);
    });
  });
}
