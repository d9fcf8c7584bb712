// O navegador é fechado antes de salvar: o trabalho espera e é oferecido na volta.
import { expect, test } from '@playwright/test';
import { openNewFlow } from './flow-page';
import { signInPortuguese } from './sign-in';

test.use({ locale: 'pt-BR' });

test('o que não foi salvo antes de fechar o navegador é oferecido ao abrir o fluxo de novo', async ({
  context,
}) => {
  const page = await context.newPage();
  await signInPortuguese(page);
  const address = await openNewFlow(page, 'Fechado no meio');
  await page.getByRole('group', { name: 'Filtrar linhas', exact: true }).click();
  await context.setOffline(true);
  await page.getByRole('textbox', { name: 'Manter a linha se' }).fill('situacao = "nova"');
  await expect(page.getByText('Não salvo: sem resposta')).toBeVisible();
  await page.close({ runBeforeUnload: false });
  await context.setOffline(false);

  const again = await context.newPage();
  await again.goto(address);
  const offer = again.getByRole('dialog', { name: 'Trabalho que não foi salvo' });
  await expect(offer).toContainText('Manter a linha se: situacao = "A" → situacao = "nova"');
  await offer.getByRole('button', { name: 'Retomar minhas alterações' }).click();
  await expect(again.getByText('Salvo', { exact: true })).toBeVisible();
  await again.reload();
  await again.getByRole('group', { name: 'Filtrar linhas', exact: true }).click();
  await expect(again.getByRole('textbox', { name: 'Manter a linha se' })).toHaveText('situacao = "nova"');
  await expect(offer).toHaveCount(0);
});
