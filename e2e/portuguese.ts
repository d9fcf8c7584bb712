// Signs in as a person whose browser speaks Brazilian Portuguese; the test sets `locale: 'pt-BR'`.
import { expect, type Page } from '@playwright/test';
import { stack } from './stack';

/** Ends on the list of flows. */
export async function signInPortuguese(page: Page): Promise<void> {
  await page.goto(`${stack.editor}/sign-in`);
  await page.getByLabel('E-mail').fill(stack.email);
  await page.getByRole('textbox', { name: 'Senha' }).fill(stack.password);
  await page.getByRole('button', { name: 'Entrar' }).click();
  await page.getByRole('navigation').getByRole('link', { name: 'Fluxos' }).click();
  await expect(page.getByRole('heading', { name: 'Fluxos' })).toBeVisible();
}

/** Makes a flow like an example of the gallery and ends on its canvas. */
export async function flowLikeExample(page: Page, example: string, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Novo fluxo' }).click();
  await page.getByRole('textbox', { name: 'Buscar o que você quer fazer' }).fill(example);
  await page.getByRole('list', { name: 'O que você quer fazer?' }).getByRole('button').first().click();
  const recipe = page.getByRole('dialog');
  await recipe.getByRole('textbox', { name: 'Nome' }).fill(name);
  await recipe.getByRole('button', { name: 'Criar fluxo' }).click();
  await expect(page.getByRole('region', { name: 'Tela' })).toBeVisible();
}
