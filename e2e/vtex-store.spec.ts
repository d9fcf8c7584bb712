// What a person does about a store before and while flows write to it, in Portuguese, by what is written on the screen.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { signInPortuguese } from './sign-in';
import { stack } from './stack';

test.use({ locale: 'pt-BR' });
test.setTimeout(90_000);

async function newFlow(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Novo fluxo' }).click();
  await page.getByRole('textbox', { name: 'Nome' }).fill(name);
  await page.getByRole('button', { name: 'Criar fluxo' }).click();
  await expect(page.getByRole('complementary', { name: 'Caixas para adicionar' })).toBeVisible();
}

/** Finds the box by its words, adds it, and answers its form with the store chosen. */
async function addBox(page: Page, name: string): Promise<Locator> {
  const palette = page.getByRole('complementary', { name: 'Caixas para adicionar' });
  await palette.getByRole('textbox', { name: 'Buscar caixas' }).fill(name);
  await palette.getByRole('button', { name, exact: true }).dblclick();
  const panel = page.getByRole('region', { name: `Configurações de ${name}` });
  await expect(panel).toBeVisible();
  const store = panel.getByRole('combobox', { name: 'Loja VTEX' });
  if (await store.isVisible()) {
    await store.click();
    await page.getByRole('option', { name: 'Sandbox VTEX', exact: true }).click();
  }
  return panel;
}

async function mapTo(panel: Locator, target: string, value: string, mode = 'Campo'): Promise<void> {
  const group = panel.getByRole('group', { name: target, exact: true });
  await group.getByText(mode, { exact: true }).click();
  await group.getByLabel(`Valor de ${target}`).fill(value);
}

/** Rights that the key of the sandbox store lacks from now on. */
async function takeRights(without: string[]): Promise<void> {
  const body = JSON.stringify({ without });
  const answer = await fetch(`${stack.sandbox}/_sandbox/roles`, { method: 'PUT', body });
  expect(answer.ok).toBe(true);
}

test('the rights of a store are tested, and what is missing is said with who needs it', async ({ page }) => {
  await takeRights(['Pricing: Read prices']);
  try {
    await signInPortuguese(page);
    await page.getByRole('link', { name: 'Lojas' }).click();
    await page.getByRole('button', { name: 'Testar permissões de Loja Demo' }).click();
    const found = page.getByRole('dialog', { name: 'O que a chave de “Loja Demo” permite' });
    await expect(found.getByText('Falta um recurso.')).toBeVisible();
    const right = found.getByRole('row', { name: /^Pricing: Read prices/ });
    await expect(right).toContainText('Definir preço');
    await expect(right).toContainText('falta');
    await takeRights([]);
    await found.getByRole('button', { name: 'Testar de novo' }).click();
    await expect(found.getByText('Não falta nada do que dá para testar.')).toBeVisible();
  } finally {
    await takeRights([]);
  }
});

test('a SOAP box is converted with its mapping, and its dry run is looked at and applied as shown', async ({
  page,
}) => {
  await signInPortuguese(page);
  await newFlow(page, 'Preços que vinham por SOAP');
  await addBox(page, 'Listar ids de SKUs');
  const filter = await addBox(page, 'Filtrar linhas');
  await filter.getByRole('textbox', { name: 'Manter a linha se', exact: true }).fill('skuId <= 2');
  const soap = await addBox(page, 'Definir preço (SOAP, descontinuado)');
  await mapTo(soap, 'Id do SKU', 'skuId');
  await mapTo(soap, 'Preço', '4321.5', 'Fixo');
  await soap.getByRole('button', { name: 'Converter para REST' }).click();

  const rest = page.getByRole('region', { name: 'Configurações de Definir preço' });
  await expect(rest.getByLabel('Valor de Id do SKU')).toHaveValue('skuId');
  await expect(rest.getByLabel('Valor de Preço base')).toHaveValue('4321.5');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Salvo', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Publicar' }).click();
  await page.getByRole('button', { name: 'Executar' }).click();
  await page.getByRole('switch', { name: 'Simulação' }).check();
  await page.getByRole('button', { name: 'Iniciar execução' }).click();
  await page.getByRole('link', { name: 'Ver as mudanças' }).click();

  await page.getByRole('tab', { name: 'Mudanças' }).click();
  await expect(page.getByText('2 alterações')).toBeVisible();
  await expect(page.getByText('4321.5').first()).toBeVisible();
  await page.getByRole('button', { name: 'Aplicar como mostrado' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Aplicar como mostrado' }).click();
  await expect(page.getByText('Simulação', { exact: true })).toBeHidden();
  await expect(page.getByText('Concluída', { exact: true })).toBeVisible();
});

test('a request without a box of its own is found by a word and asks for what it needs', async ({ page }) => {
  await signInPortuguese(page);
  await newFlow(page, 'Requisição avulsa');
  await addBox(page, 'Listar ids de SKUs');
  const request = await addBox(page, 'Requisição à VTEX');
  const list = request.getByRole('combobox', { name: 'Procurar uma requisição' });
  await list.fill('anexos skuId');
  await expect(page.getByText('Nenhuma requisição tem essas palavras.')).toBeVisible();
  await list.fill('attachment stockkeepingunit');
  await page
    .getByRole('option', { name: /GET \/api\/catalog\/pvt\/stockkeepingunit\/\{skuId\}\/attachment$/ })
    .click();
  await expect(request.getByRole('textbox', { name: 'Caminho' })).toHaveValue(
    '/api/catalog/pvt/stockkeepingunit/{skuId}/attachment',
  );
  await expect(request.getByLabel('Valor de skuId')).toHaveValue('skuId');
});
