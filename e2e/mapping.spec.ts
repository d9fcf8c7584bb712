// A first flow from a spreadsheet: its columns are mapped by picture, by what is written on the screen, in two languages.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { signIn, signInPortuguese } from './sign-in';

const sheet = [
  'sku_id;descricao;preco;preco_de;custo',
  '1;Cafeteira Inox 110V;1.299,90;1.399,00;740,10',
  '2;Chaleira 1,7 L;189,00;;99,90',
].join('\r\n');

const words = {
  'en-US': {
    newFlow: 'New flow',
    name: 'Name',
    create: 'Create flow',
    boxes: 'Boxes to add',
    csv: 'Read CSV',
    price: 'Set price',
    settings: 'Settings of',
    file: 'Choose a file',
    store: 'VTEX store',
    sample: 'Get sample rows',
    open: 'Map by picture',
    accept: 'Accept 4',
    why: '“preco” means the same.',
    edit: 'Edit',
    base: 'Base price',
    cost: 'Cost price',
    result: 'Result for',
    step: 'Add a step',
    search: 'Search steps',
    add: 'Add',
    by: 'By',
    formula: 'Formula',
    value: 'Value of',
    refused: 'needs a number',
    mend: 'the comma separates decimals',
    row: 'Next row',
    results: 'All results',
    good: 'Every value fits.',
    close: 'Close',
    test: 'Test',
    run: 'Run this box',
  },
  'pt-BR': {
    newFlow: 'Novo fluxo',
    name: 'Nome',
    create: 'Criar fluxo',
    boxes: 'Caixas para adicionar',
    csv: 'Ler CSV',
    price: 'Definir preço',
    settings: 'Configurações de',
    file: 'Escolher arquivo',
    store: 'Loja VTEX',
    sample: 'Buscar linhas de amostra',
    open: 'Mapear desenhando',
    accept: 'Aceitar 4',
    why: '“preco” quer dizer a mesma coisa.',
    edit: 'Editar',
    base: 'Preço base',
    cost: 'Preço de custo',
    result: 'Resultado de',
    step: 'Adicionar um passo',
    search: 'Buscar passos',
    add: 'Somar',
    by: 'Por',
    formula: 'Fórmula',
    value: 'Valor de',
    refused: 'precisa de um número',
    mend: 'a vírgula separa os decimais',
    row: 'Próxima linha',
    results: 'Todos os resultados',
    good: 'Todos os valores servem.',
    close: 'Fechar',
    test: 'Testar',
    run: 'Rodar esta caixa',
  },
};

type Words = (typeof words)['en-US'];

async function startFlow(page: Page, say: Words): Promise<void> {
  await (say === words['pt-BR'] ? signInPortuguese(page) : signIn(page));
  await page.getByRole('button', { name: say.newFlow }).click();
  await page.getByRole('textbox', { name: say.name }).fill(`Spreadsheet ${say.price}`);
  await page.getByRole('button', { name: say.create }).click();
}

async function addBox(page: Page, say: Words, name: string): Promise<Locator> {
  const palette = page.getByRole('complementary', { name: say.boxes });
  await palette.getByRole('button', { name, exact: true }).dblclick();
  const panel = page.getByRole('region', { name: `${say.settings} ${name}` });
  await expect(panel).toBeVisible();
  return panel;
}

async function addStep(picture: Locator, page: Page, say: Words): Promise<void> {
  await picture.getByRole('button', { name: `${say.edit} ${say.base}`, exact: true }).click();
  await picture.getByRole('button', { name: say.step }).click();
  await page.getByRole('textbox', { name: say.search }).fill(say.add);
  await page
    .getByRole('button', { name: new RegExp(`^${say.add}`) })
    .last()
    .click();
  await page.getByRole('textbox', { name: say.by, exact: true }).fill('10');
  await expect(picture.getByLabel(`${say.result} ${say.base}`)).toHaveText('1309.9');
  await page.keyboard.press('Escape');
}

async function mendCost(picture: Locator, say: Words): Promise<void> {
  await picture.getByRole('button', { name: `${say.edit} ${say.cost}`, exact: true }).click();
  const cost = picture.getByRole('group', { name: say.cost, exact: true });
  await cost.getByText(say.formula, { exact: true }).click();
  await cost.getByRole('textbox', { name: `${say.value} ${say.cost}` }).fill('custo');
  await expect(cost.getByText(say.refused)).toBeVisible();
  await cost.getByRole('button', { name: say.mend }).click();
  await expect(cost.getByText(say.refused)).toBeHidden();
  await expect(picture.getByLabel(`${say.result} ${say.cost}`)).toHaveText('740.1');
}

for (const [locale, say] of Object.entries(words)) {
  test.describe(locale, () => {
    test.use({ locale });

    test('a spreadsheet is mapped by picture, and a dry run shows the exact request', async ({ page }) => {
      await startFlow(page, say);
      const source = await addBox(page, say, say.csv);
      const chooser = page.waitForEvent('filechooser');
      await source.getByRole('button', { name: say.file }).click();
      const file = { name: 'prices.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) };
      await (await chooser).setFiles(file);
      await expect(source.getByRole('link', { name: 'prices.csv' })).toBeVisible();
      const price = await addBox(page, say, say.price);
      await price.getByRole('combobox', { name: say.store }).click();
      await page.getByRole('option', { name: 'Sandbox VTEX' }).click();
      await price.getByRole('button', { name: say.sample }).first().click();
      await expect(price.getByRole('button', { name: say.sample })).toHaveCount(0);

      await price.getByRole('button', { name: say.open }).click();
      const picture = page.getByRole('dialog');
      await expect(picture.getByText(say.why)).toBeVisible();
      await picture.getByRole('button', { name: say.accept, exact: true }).click();
      await expect(picture.getByLabel(`${say.result} ${say.base}`)).toHaveText('1299.9');
      await addStep(picture, page, say);
      await mendCost(picture, say);
      await picture.getByRole('button', { name: say.row }).click();
      await expect(picture.getByLabel(`${say.result} ${say.base}`)).toHaveText('199');
      await picture.getByText(say.results, { exact: true }).click();
      await expect(picture.getByText(say.good)).toBeVisible();
      await picture.getByRole('button', { name: say.close, exact: true }).click();

      await price.getByRole('tab', { name: say.test }).click();
      await price.getByRole('button', { name: say.run }).click();
      await expect(price.getByText(/\/pricing\/prices\/1$/)).toBeVisible();
      await expect(price.locator('pre').filter({ hasText: '"basePrice": 1309.9' })).toContainText(
        '"costPrice": 740.1',
      );
    });
  });
}
