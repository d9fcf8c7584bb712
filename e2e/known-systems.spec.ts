// Somebody who has Bling types its name, and finds a flow to start from and a connection that is nearly filled in.
import { expect, test } from '@playwright/test';
import { signInPortuguese } from './sign-in';
import { stack } from './stack';

test.use({ locale: 'pt-BR' });

test('whoever has Bling finds a flow and a connection by its name, and reads that neither was tried', async ({
  page,
}) => {
  await signInPortuguese(page);
  await page.goto(`${stack.editor}/flows/new`);
  const recipe = page.getByRole('button', { name: /Quero ler produtos do Bling/ });
  await expect(page.getByRole('textbox', { name: 'Buscar o que você quer fazer' })).toBeVisible();
  await expect(recipe).toBeHidden();
  await page.getByRole('textbox', { name: 'Buscar o que você quer fazer' }).fill('bling');
  await expect(recipe).toContainText('ainda não testado com um servidor real');
  await recipe.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Nova…' }).click();
  const form = page.getByRole('dialog').last();
  await form.getByRole('combobox', { name: 'Sistema conhecido' }).fill('bling');
  await page.getByRole('option', { name: 'Bling v3' }).click();
  await expect(form.getByRole('textbox', { name: 'Endereço base' })).toHaveValue(
    'https://api.bling.com.br/Api/v3',
  );
  await expect(form.getByText('ainda não testado com um servidor real')).toBeVisible();
});
