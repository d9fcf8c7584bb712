// Signs in as the demo user, by the form, in the language of the browser.
import { expect, type Page } from '@playwright/test';
import { stack } from './stack';

const english = { password: 'Password', enter: 'Sign in', home: 'Today', flows: 'Flows' };
const portuguese = { password: 'Senha', enter: 'Entrar', home: 'Hoje', flows: 'Fluxos' };

/** Ends on the list of flows. */
export function signIn(page: Page, password = stack.password): Promise<void> {
  return enter(page, english, password);
}

/** The same in a browser that speaks Brazilian Portuguese; the test sets `locale: 'pt-BR'`. */
export function signInPortuguese(page: Page): Promise<void> {
  return enter(page, portuguese, stack.password);
}

async function enter(page: Page, words: typeof english, password: string): Promise<void> {
  await page.goto(`${stack.editor}/sign-in`);
  await page.getByLabel('E-mail').fill(stack.email);
  await page.getByRole('textbox', { name: words.password }).fill(password);
  await page.getByRole('button', { name: words.enter }).click();
  await expect(page.getByRole('heading', { name: words.home })).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: words.flows }).click();
  await expect(page.getByRole('heading', { name: words.flows })).toBeVisible();
}
