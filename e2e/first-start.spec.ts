// What a new user gets from the start command: nothing lost, everything in the store, and a link that signs in once.
import { expect, test } from '@playwright/test';
import { signIn } from './sign-in';
import { stack } from './stack';
import { expectedOfErp, expectStoreEqualsErp } from './store';

function figure(name: string): number {
  const match = new RegExp(`rows ${name}\\s+(\\d+)`).exec(stack.output);
  return Number(match?.[1] ?? Number.NaN);
}

test('the summary accounts for every row of the ERP', async () => {
  const { totals } = await expectedOfErp();
  expect(figure('read')).toBe(totals.rows);
  expect(figure('written')).toBe(totals.products);
  expect(figure('skipped')).toBe(totals.inactive);
  expect(figure('failed')).toBe(totals.failed);
  expect(figure('lost')).toBe(0);
});

test('the store holds exactly what the ERP served', async () => {
  await expectStoreEqualsErp();
});

test('the printed link signs in once, shows the run and the reason of every dirty row, and no second time', async ({
  page,
  browser,
}) => {
  const link = /http\S+sign-in\?token=\S+/.exec(stack.output)?.[0] ?? '';
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();

  await page.getByRole('navigation').getByRole('link', { name: 'Runs' }).click();
  await page.getByRole('link', { name: 'ERP → VTEX: products, prices and stock' }).click();
  await expect(page.getByRole('heading', { name: 'ERP → VTEX: products, prices and stock' })).toBeVisible();
  const { failed } = await expectedOfErp();
  const first = failed[0]!;
  await page.getByText('All rows', { exact: true }).click();
  await page.getByRole('button', { name: 'Load more' }).click();
  const box = page.getByRole('checkbox', { name: `Select row ${first.row}`, exact: true });
  const line = page.getByRole('row').filter({ has: box });
  await expect(line).toContainText(`"${first.field}"`);
  await line.getByRole('button', { name: `Details of row ${first.row}` }).click();
  await expect(page.getByText('The row', { exact: true })).toBeVisible();

  const other = await browser.newPage();
  await other.goto(link);
  await expect(other.getByText('This link no longer works')).toBeVisible();
  await other.close();
});

test('a person changes the password in their menu and signs in with it', async ({ page }) => {
  const change = async (from: string, to: string): Promise<void> => {
    await page.getByRole('button', { name: 'Your menu' }).click();
    await page.getByRole('button', { name: 'Password…' }).click();
    await page.getByRole('textbox', { name: 'Current password' }).fill(from);
    await page.getByRole('textbox', { name: 'New password' }).fill(to);
    await page.getByRole('button', { name: 'Save password' }).click();
  };
  const next = `${stack.password} two`;
  await signIn(page);
  await change('a wrong guess', next);
  await expect(page.getByText('The current password is not right')).toBeVisible();
  await page.getByRole('textbox', { name: 'Current password' }).fill(stack.password);
  await page.getByRole('button', { name: 'Save password' }).click();
  await expect(page.getByText('The new password is in force.')).toBeVisible();

  await page.getByRole('button', { name: 'Your menu' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signIn(page, next);
  await change(next, stack.password);
  await expect(page.getByText('The new password is in force.')).toBeVisible();
});
