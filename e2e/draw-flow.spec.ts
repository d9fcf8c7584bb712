// A person who never saw the editor draws the sample flow from an empty canvas, by what is written on the screen.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { signIn } from './sign-in';
import { expectedOfErp, expectStoreEqualsErp, resetStore } from './store';

type Mode = 'Field' | 'Fixed' | 'Formula';

async function addBox(page: Page, name: string): Promise<Locator> {
  await page
    .getByRole('complementary', { name: 'Boxes to add' })
    .getByRole('button', { name, exact: true })
    .dblclick();
  const panel = page.getByRole('region', { name: `Settings of ${name}` });
  await expect(panel).toBeVisible();
  return panel;
}

async function choose(page: Page, panel: Locator, label: string, option: string): Promise<void> {
  await panel.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function fill(panel: Locator, label: string, value: string): Promise<void> {
  await panel.getByRole('textbox', { name: label, exact: true }).fill(value);
}

async function mapTo(panel: Locator, target: string, value: string, mode: Mode = 'Field'): Promise<void> {
  const group = panel.getByRole('group', { name: target, exact: true });
  const more = panel.getByRole('button', { name: /^More fields/ });
  if (!(await group.isVisible())) await more.click();
  await group.getByText(mode, { exact: true }).click();
  await group.getByLabel(`Value of ${target}`).fill(value);
}

async function addField(panel: Locator, index: number, name: string, formula: string): Promise<void> {
  await panel.getByRole('button', { name: 'Add a field' }).click();
  await fill(panel, `Name of field ${index}`, name);
  await mapTo(panel, name, formula, 'Formula');
}

async function drawSource(page: Page): Promise<void> {
  await page
    .getByRole('region', { name: 'Canvas' })
    .getByRole('button', { name: 'Read from an API' })
    .click();
  const panel = page.getByRole('region', { name: 'Settings of Read from an API' });
  await choose(page, panel, 'Connection', 'Demo ERP');
  await fill(panel, 'Path', '/erp/v1/produtos');
  await fill(panel, 'Where the list is', 'itens');
  await choose(page, panel, 'Pages', 'Page number');
  await fill(panel, 'Page parameter', 'pagina');
  await fill(panel, 'Page size parameter', 'tamanho');
  await fill(panel, 'Page size', '200');
  await fill(panel, 'Where the total of rows is', 'total');
}

const cleaned: [string, string][] = [
  ['codigo', '$required(codigo)'],
  ['nome', '$required(descricao)'],
  ['categoria', '$required(categoria)'],
  ['marca', '$required(marca)'],
  ['preco', '$required($atLeast($parseNumber(preco, ","), 0))'],
  ['estoque', '$required($atLeast($parseNumber(estoque, ","), 0))'],
  ['deposito', '$required(deposito)'],
  ['peso_g', '$round($required($parseNumber(peso_kg, ",")) * 1000)'],
  ['altura_cm', '$required($parseNumber(altura_cm, ","))'],
  ['largura_cm', '$required($parseNumber(largura_cm, ","))'],
  ['comprimento_cm', '$required($parseNumber(comprimento_cm, ","))'],
  ['ean', 'ean != "" ? $ean(ean)'],
];

const stores: [string, [string, string][]][] = [
  ['Create or find category', [['Path', 'categoria']]],
  ['Create or find brand', [['Name', 'marca']]],
  [
    'Create or update product',
    [
      ['Reference code', 'codigo'],
      ['Name', 'nome'],
      ['Category id', 'category.id'],
      ['Brand id', 'brand.id'],
    ],
  ],
  [
    'Create or update SKU',
    [
      ['Reference code', 'codigo'],
      ['Product id', 'product.id'],
      ['Name of the variation', 'nome'],
      ['EAN', 'ean'],
      ['Packaged weight', 'peso_g'],
      ['Packaged height', 'altura_cm'],
      ['Packaged width', 'largura_cm'],
      ['Packaged length', 'comprimento_cm'],
    ],
  ],
  [
    'Set price',
    [
      ['SKU id', 'sku.id'],
      ['Base price', 'preco'],
    ],
  ],
  [
    'Set stock',
    [
      ['SKU id', 'sku.id'],
      ['Warehouse id', 'deposito'],
      ['Quantity', 'estoque'],
    ],
  ],
];

test('the sample flow is drawn from an empty canvas, published and run, and the store equals the ERP', async ({
  page,
}) => {
  await resetStore();
  await signIn(page);
  await page.getByRole('button', { name: 'New flow' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Drawn by hand');
  await page.getByRole('button', { name: 'Create flow' }).click();
  await expect(page.getByText('Where does the data come from?')).toBeVisible();

  await drawSource(page);
  const filter = await addBox(page, 'Filter rows');
  await fill(filter, 'Keep a row when', 'situacao = "A"');
  const map = await addBox(page, 'Map fields');
  for (const [index, [name, formula]] of cleaned.entries()) await addField(map, index + 1, name, formula);
  for (const [box, fields] of stores) {
    const panel = await addBox(page, box);
    await choose(page, panel, 'VTEX store', 'Sandbox VTEX');
    for (const [target, value] of fields) await mapTo(panel, target, value);
  }

  await page.keyboard.press('Control+s');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeEnabled();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('button', { name: 'Start run' }).click();
  await expect(page.getByText('Running', { exact: true })).toBeVisible();
  await expect(page.getByText('Completed', { exact: true })).toBeVisible({ timeout: 240_000 });
  await expectStoreEqualsErp();

  const { totals } = await expectedOfErp();
  await page.getByRole('link', { name: 'See this run' }).click();
  await expect(page.getByRole('heading', { name: 'Drawn by hand' })).toBeVisible();
  await expect(page.getByRole('tab', { name: `Failed rows ${totals.failed}` })).toBeVisible();
});
