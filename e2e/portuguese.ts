// Ways of a person whose browser speaks Brazilian Portuguese; the test sets `locale: 'pt-BR'`.
import { expect, type Page } from '@playwright/test';

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
