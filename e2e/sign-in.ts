// Signs in as the demo user, by the form.
import { expect, type Page } from '@playwright/test';
import { stack } from './stack';

/** Ends on the list of flows. */
export async function signIn(page: Page, password = stack.password): Promise<void> {
  await page.goto(`${stack.editor}/sign-in`);
  await page.getByLabel('E-mail').fill(stack.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'Flows' }).click();
  await expect(page.getByRole('heading', { name: 'Flows' })).toBeVisible();
}
