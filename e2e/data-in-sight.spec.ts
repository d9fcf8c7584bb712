// A person sees what their boxes do with real rows before anything is published: fetched, changed, kept, and tried.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { flowLikeExample } from './portuguese';
import { signInPortuguese } from './sign-in';

test.use({ locale: 'pt-BR' });

const stale = 'O resultado da amostra não vale mais';

async function choose(page: Page, box: string): Promise<Locator> {
  // With the keyboard: the box may stand outside of what is seen.
  await page.getByRole('group', { name: box, exact: true }).focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('region', { name: `Configurações de ${box}` });
  await expect(panel).toBeVisible();
  return panel;
}

/** Marks of results that no longer hold, on the canvas. */
function staleMarks(page: Page): Locator {
  return page.getByRole('region', { name: 'Tela' }).getByRole('img', { name: stale });
}

test('sample rows are fetched, changed and pinned, boxes are tried on them, and what no longer holds is marked', async ({
  page,
}) => {
  await signInPortuguese(page);
  await flowLikeExample(page, 'ERP → VTEX: produtos, preços e estoque', 'Dados à vista');

  const source = await choose(page, 'Ler de uma API');
  await source.getByRole('tab', { name: 'Testar' }).click();
  await source.getByRole('button', { name: 'Buscar amostra' }).click();
  const rows = source.getByRole('region', { name: 'Linhas que saem' });
  await expect(rows.getByRole('columnheader', { name: /^codigo/ })).toContainText('código ou SKU');

  const map = await choose(page, 'Mapear campos');
  await expect(map.getByText('Campos que vão entrar')).toBeVisible();
  await expect(map.getByText(/^estoque/)).toBeVisible();

  await choose(page, 'Ler de uma API');
  await source.getByRole('button', { name: 'Editar' }).click();
  await source.getByRole('textbox', { name: 'categoria, linha 1', exact: true }).fill('Novidades da semana');
  await source.getByRole('button', { name: 'Manter alterações' }).click();
  await expect(source.getByText('Fixadas', { exact: true })).toBeVisible();

  const category = await choose(page, 'Criar ou localizar categoria');
  await category.getByRole('button', { name: 'Rodar até aqui' }).click();
  await expect(category.getByText('POST', { exact: true }).first()).toBeVisible();
  await expect(category.getByText(/\/api\/catalog\/pvt\/category/).first()).toBeVisible();
  await expect(category.getByText('"Name": "Novidades da semana"')).toBeVisible();
  await expect(category).not.toContainText('sandbox-token');
  await expect(staleMarks(page)).toHaveCount(0);

  await category.getByRole('button', { name: 'Enviar de verdade…' }).click();
  const question = page.getByRole('dialog', { name: 'Enviar de verdade para Loja Demo?' });
  await expect(question.getByText(/algo novo/)).toBeVisible();
  await question.getByRole('button', { name: 'Cancelar' }).click();

  const filter = await choose(page, 'Filtrar linhas');
  await filter.getByRole('tab', { name: 'Configurações' }).click();
  await filter.getByRole('textbox', { name: 'Manter a linha se' }).fill('situacao != "I"');
  await expect(staleMarks(page)).toHaveCount(3);
  await filter.getByRole('tab', { name: 'Testar' }).click();
  await expect(filter.getByText('Este resultado não vale mais')).toBeVisible();
  await filter.getByRole('button', { name: 'Rodar daqui em diante' }).click();
  await expect(staleMarks(page)).toHaveCount(0);
  await expect(page.getByText('Salvo', { exact: true })).toBeVisible();

  await page.reload();
  const again = await choose(page, 'Ler de uma API');
  await again.getByRole('tab', { name: 'Testar' }).click();
  await expect(again.getByText('Fixadas', { exact: true })).toBeVisible();
  await expect(again.getByRole('cell', { name: 'Novidades da semana' })).toBeVisible();
});

test('rows are pasted from a spreadsheet and understood', async ({ page }) => {
  await signInPortuguese(page);
  await flowLikeExample(page, 'ERP → VTEX: produtos, preços e estoque', 'Linhas coladas');
  const source = await choose(page, 'Ler de uma API');
  await source.getByRole('tab', { name: 'Testar' }).click();
  await source.getByRole('button', { name: 'Colar linhas' }).click();
  const paste = page.getByRole('dialog', { name: 'Colar linhas de amostra' });
  await paste
    .getByRole('textbox', { name: 'Linhas' })
    .fill('codigo\tpreco\tNCM\nA1\t1.299,90\t8516.71.00\nA2\t\t8516.71.00');
  await expect(paste.getByRole('columnheader', { name: /^NCM/ })).toContainText('NCM');
  await expect(paste.getByRole('columnheader', { name: /^preco/ })).toContainText('1 sem valor');
  await paste.getByRole('button', { name: 'Usar 2 linhas' }).click();
  await expect(source.getByText('Fixadas', { exact: true })).toBeVisible();
  const filter = await choose(page, 'Filtrar linhas');
  await expect(filter.getByRole('region', { name: 'Linhas que entram' })).toContainText('1.299,90');
});
