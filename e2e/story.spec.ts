// "What happened to SKU …?": a code typed at the head of any page leads to what was sent for it and what came back.
import { expect, test } from '@playwright/test';
import { signIn } from './sign-in';
import { stack } from './stack';
import { expectedOfErp } from './store';

test('the story of a SKU tells its value, what was sent, what was answered, and by which flow', async ({
  page,
}) => {
  await signIn(page);
  await page.getByRole('searchbox', { name: 'What happened to …?' }).fill('SKU-00601');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'What happened to SKU-00601?' })).toBeVisible();
  const line = page
    .getByRole('listitem')
    .filter({ hasText: 'ERP → VTEX: products, prices and stock' })
    .last();
  await expect(line).toContainText('Written');
  await expect(line).toContainText('codigo: SKU-00601');
  await expect(line).toContainText('POST /api/catalog/pvt/product');
  await expect(line).toContainText('answered HTTP 200');
  await expect(line).toContainText('version 1');
  await line.getByRole('button', { name: /^Details of/ }).click();
  await expect(line.getByText('The whole row')).toBeVisible();
});

test('its other codes lead to the same story, a failed row tells why, an unknown code says so', async ({
  page,
}) => {
  await signIn(page);
  await page.goto(`${stack.editor}/story`);
  const field = page.getByRole('searchbox', { name: 'SKU, RefId, EAN, order, invoice or any key' });
  const ask = async (key: string) => {
    await field.fill(key);
    await page.getByRole('button', { name: 'Search', exact: true }).click();
  };
  await ask('7891000222379');
  await expect(page.getByText('codigo: SKU-00601').first()).toBeVisible();
  const { failed } = await expectedOfErp();
  const named = failed.find(({ field, refId }) => field !== 'codigo' && refId !== '');
  await ask(named?.refId ?? '');
  const line = page.getByRole('listitem').filter({ hasText: 'Failed' }).last();
  await expect(line).toContainText('refused it');
  await line.getByRole('link', { name: 'Correct and send again' }).click();
  await expect(page.getByRole('tab', { name: /^Failed rows/, selected: true })).toBeVisible();
  await page.goto(`${stack.editor}/story?key=no-such-code`);
  await expect(page.getByRole('heading', { name: 'Nothing is known of “no-such-code”' })).toBeVisible();
});
