// Signs in as the demo user, by the form, in the language of the browser.
import { expect, type Cookie, type Page } from '@playwright/test';
import { stack } from './stack';

const english = { password: 'Password', enter: 'Sign in', home: 'Today', flows: 'Flows' };
const portuguese = { password: 'Senha', enter: 'Entrar', home: 'Hoje', flows: 'Fluxos' };

/** Ends on the list of flows; by the form unless a test before has signed in. */
export function signIn(page: Page, password = stack.password): Promise<void> {
  return enter(page, english, password);
}

/** The same in a browser that speaks Brazilian Portuguese; the test sets `locale: 'pt-BR'`. */
export function signInPortuguese(page: Page): Promise<void> {
  return enter(page, portuguese, stack.password);
}

/** The session of the last sign-in: whoever signs in again and again is taken for somebody who guesses. */
let session: Cookie[] = [];

async function enter(page: Page, words: typeof english, password: string): Promise<void> {
  await page.context().addCookies(session);
  await page.goto(`${stack.editor}/`);
  const home = page.getByRole('heading', { name: words.home });
  const form = page.getByRole('textbox', { name: words.password });
  await expect(home.or(form)).toBeVisible();
  if (await form.isVisible()) {
    await page.getByLabel('E-mail').fill(stack.email);
    await form.fill(password);
    await page.getByRole('button', { name: words.enter }).click();
    await expect(home).toBeVisible();
    session = await page.context().cookies();
  }
  await page.getByRole('navigation').getByRole('link', { name: words.flows }).click();
  await expect(page.getByRole('heading', { name: words.flows })).toBeVisible();
}
