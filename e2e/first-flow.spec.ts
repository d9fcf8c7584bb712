// A first flow from a person's own spreadsheet, by three questions: drawn with its mapping filled, tried without sending.
import { expect, test, type Page } from '@playwright/test';
import { stack } from './stack';

const sheet = ['sku;estoque;deposito', 'SKU-00001;12;1_1', 'SKU-00002;0;1_1'].join('\r\n');

const words = {
  'en-US': {
    password: 'Password',
    signIn: 'Sign in',
    flows: 'Flows',
    newFlow: 'New flow',
    search: 'Search what you want to do',
    wish: 'I want to send stock from a spreadsheet',
    from: 'A spreadsheet',
    file: 'Choose a file',
    to: 'Stock',
    pace: 'When I say so',
    draw: 'Draw my flow',
    problems: 'Problems',
    boxes: ['Read CSV', 'Find SKU by reference code', 'Set stock'],
    dry: 'Dry run',
    publish: 'Publish',
    done: 'Completed',
  },
  'pt-BR': {
    password: 'Senha',
    signIn: 'Entrar',
    flows: 'Fluxos',
    newFlow: 'Novo fluxo',
    search: 'Buscar o que você quer fazer',
    wish: 'Quero enviar estoque de uma planilha',
    from: 'Uma planilha',
    file: 'Escolher arquivo',
    to: 'Estoque',
    pace: 'Quando eu pedir',
    draw: 'Desenhar meu fluxo',
    problems: 'Problemas',
    boxes: ['Ler CSV', 'Localizar SKU por código de referência', 'Definir estoque'],
    dry: 'Simular',
    publish: 'Publicar',
    done: 'Concluída',
  },
};

async function enter(page: Page, say: (typeof words)['en-US']): Promise<void> {
  await page.goto(`${stack.editor}/sign-in`);
  await page.getByLabel('E-mail').fill(stack.email);
  await page.getByRole('textbox', { name: say.password }).fill(stack.password);
  await page.getByRole('button', { name: say.signIn }).click();
  await page.getByRole('navigation').getByRole('link', { name: say.flows }).click();
  await page.getByRole('button', { name: say.newFlow }).click();
}

for (const locale of ['en-US', 'pt-BR'] as const) {
  test.describe(locale, () => {
    test.use({ locale });

    test('a spreadsheet becomes a flow by three questions, and a dry run goes through it', async ({
      page,
    }) => {
      const say = words[locale];
      await enter(page, say);

      // Any language finds what is wanted.
      await page.getByRole('textbox', { name: say.search }).fill('stock planilha');
      await page.getByRole('link', { name: say.wish }).click();
      await expect(page.getByRole('radio', { name: say.from })).toBeChecked();
      await expect(page.getByRole('radio', { name: say.to })).toBeChecked();
      await expect(page.getByRole('radio', { name: say.pace })).toBeChecked();
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: say.file }).click();
      const file = { name: 'estoque.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) };
      await (await chooser).setFiles(file);
      await expect(page.getByText('estoque.csv')).toBeVisible();
      await page.getByRole('button', { name: say.draw }).click();

      await expect(page.getByRole('button', { name: say.problems, expanded: true })).toBeVisible();
      for (const box of say.boxes) await expect(page.getByText(box, { exact: true }).first()).toBeVisible();

      await page.getByRole('button', { name: say.publish }).click();
      const dry = page.getByRole('button', { name: say.dry });
      await expect(dry).toBeEnabled();
      await dry.click();
      await expect(page.getByText(say.done, { exact: true })).toBeVisible();
    });
  });
}
