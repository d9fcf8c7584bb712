// Two windows on one draft: each sees the other, and what both changed is merged or chosen, never lost.
import { expect, test, type Browser, type Page } from '@playwright/test';
import { openNewFlow } from './flow-page';
import { signIn } from './sign-in';

async function window(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page);
  return page;
}

async function write(page: Page, box: string, label: string, value: string): Promise<void> {
  await page.getByRole('group', { name: box, exact: true }).click();
  const panel = page.getByRole('region', { name: `Settings of ${box}` });
  await panel.getByRole('textbox', { name: label, exact: true }).fill(value);
}

const saved = (page: Page) => expect(page.getByText('Saved', { exact: true })).toBeVisible();

test('two windows see each other, merge what does not collide and compare what does', async ({ browser }) => {
  const ana = await window(browser);
  const address = await openNewFlow(ana, 'Drawn by two');
  const bia = await window(browser);
  await bia.goto(address);

  // Each hears of the other, and of the box that is selected there.
  await ana.getByRole('group', { name: 'Set price', exact: true }).click();
  const company = bia.getByRole('list', { name: 'Also on this flow' });
  await expect(company.getByRole('button', { name: 'You, in another window: Set price' })).toBeVisible();

  // Without own changes the newer draft comes by itself.
  await write(ana, 'Filter rows', 'Keep a row when', 'situacao = "B"');
  await saved(ana);
  await expect(bia.getByText('changed this flow. You see it as it is now.')).toBeVisible();

  // Two changes that do not collide are merged.
  await bia.context().setOffline(true);
  await write(bia, 'Filter rows', 'Keep a row when', 'situacao = "C"');
  await write(ana, 'Read from an API', 'Path', '/erp/v1/precos');
  await saved(ana);
  await bia.context().setOffline(false);
  const question = bia.getByRole('dialog', { name: 'This flow was changed by somebody else' });
  await expect(question).toContainText('Path: /erp/v1/produtos → /erp/v1/precos');
  await question.getByRole('button', { name: 'Merge both' }).click();
  await saved(bia);
  await expect(ana.getByText('changed this flow. You see it as it is now.')).toBeVisible();
  await write(ana, 'Filter rows', 'Keep a row when', 'situacao = "C"');

  // Two that do are compared, and a person chooses.
  await bia.context().setOffline(true);
  await write(bia, 'Filter rows', 'Keep a row when', 'situacao = "mine"');
  await write(ana, 'Filter rows', 'Keep a row when', 'situacao = "theirs"');
  await saved(ana);
  await bia.context().setOffline(false);
  await expect(question).toContainText('because both changed: Filter rows: Keep a row when.');
  await expect(question.getByRole('button', { name: 'Merge both' })).toHaveCount(0);
  await question.getByRole('button', { name: 'Compare' }).click();
  const pictures = bia.getByRole('dialog', { name: 'Theirs and yours' });
  await expect(pictures.getByRole('list', { name: 'What is different' })).toContainText(
    'Keep a row when: situacao = "theirs" → situacao = "mine"',
  );
  await pictures.getByRole('button', { name: 'Close' }).click();
  await question.getByRole('button', { name: 'Keep mine' }).click();
  await saved(bia);
  await expect(ana.getByText('changed this flow. You see it as it is now.').last()).toBeVisible();
  await Promise.all([ana.context().close(), bia.context().close()]);
});
