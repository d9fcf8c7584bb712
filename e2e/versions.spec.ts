// Duas versões lado a lado, e uma delas de volta no rascunho.
import { expect, test } from '@playwright/test';
import { openNewFlow } from './flow-page';
import { signInPortuguese } from './sign-in';

test.use({ locale: 'pt-BR' });

test('uma pessoa vê o que mudou entre duas versões, dá nome a uma e a restaura no rascunho', async ({
  page,
}) => {
  await signInPortuguese(page);
  await openNewFlow(page, 'Preços por versão');
  await page.getByRole('button', { name: 'Problemas' }).click();
  await page.getByRole('button', { name: 'Usar “Demo ERP”' }).click();
  await expect(page.getByText('Nenhum problema. Este fluxo pode ser publicado.')).toBeVisible();

  const publish = page.getByRole('button', { name: 'Publicar', exact: true });
  await publish.click();
  await expect(page.getByText('A versão 1 foi publicada.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Nota (opcional)' }).fill('Primeira carga de preços');
  await page.getByRole('button', { name: 'Salvar nota' }).click();

  await page.getByRole('group', { name: 'Filtrar linhas', exact: true }).click();
  const panel = page.getByRole('region', { name: 'Configurações de Filtrar linhas' });
  await panel.getByRole('textbox', { name: 'Manter a linha se' }).fill('situacao = "B"');
  await publish.click();
  await page.getByRole('link', { name: 'Ver versões' }).click();

  await expect(page.getByRole('heading', { name: 'Versões de Preços por versão' })).toBeVisible();
  const list = page.getByRole('navigation', { name: 'Versões' });
  await expect(list.getByText('Primeira carga de preços')).toBeVisible();
  await list.getByRole('button', { name: /^Versão 2/ }).click();
  const changes = page.getByRole('list', { name: 'O que é diferente' });
  await expect(changes).toContainText('Filtrar linhas caixa alterada');
  await expect(changes).toContainText('Manter a linha se: situacao = "A" → situacao = "B"');
  for (const side of ['Versão 1', 'Versão 2']) {
    const picture = page.getByRole('region', { name: side });
    await expect(picture.getByRole('img', { name: 'Alterado' })).toHaveCount(1);
    await expect(picture.getByRole('group', { name: 'Definir preço', exact: true })).toBeVisible();
  }

  await list.getByRole('button', { name: 'Mais para a versão 1' }).click();
  await page.getByRole('menuitem', { name: 'Nome e nota…' }).click();
  await page.getByRole('textbox', { name: 'Nome' }).fill('Lançamento');
  await page.getByRole('button', { name: 'Salvar' }).click();
  await expect(list.getByText('Lançamento')).toBeVisible();

  await list.getByRole('button', { name: 'Mais para a versão 1' }).click();
  await page.getByRole('menuitem', { name: 'Restaurar no rascunho' }).click();
  await expect(page.getByText('A versão 1 está agora no seu rascunho.')).toBeVisible();
  await page.getByRole('group', { name: 'Filtrar linhas', exact: true }).click();
  const condition = panel.getByRole('textbox', { name: 'Manter a linha se' });
  await expect(condition).toHaveText('situacao = "A"');
  await page.getByRole('button', { name: 'Desfazer' }).click();
  await expect(condition).toHaveText('situacao = "B"');
});
