// "What happened to SKU …?": a code typed at the head of any page leads to what was sent for it and what came back; in
// both languages.
import { expect, test, type Page } from '@playwright/test';
import { signIn, signInPortuguese } from './sign-in';
import { stack } from './stack';
import { expectedOfErp } from './store';

const english = {
  ask: 'What happened to …?',
  title: 'What happened to SKU-00601?',
  written: 'Written',
  answered: 'answered HTTP 200',
  version: 'version 1',
  details: /^Details of/,
  wholeRow: 'The whole row',
  field: 'SKU, RefId, EAN, order, invoice or any key',
  search: 'Search',
  failed: 'Failed',
  refused: 'refused it',
  correct: 'Correct and send again',
  failedRows: /^Failed rows/,
  unknown: 'Nothing is known of “no-such-code”',
};
const portuguese: typeof english = {
  ask: 'O que aconteceu com …?',
  title: 'O que aconteceu com SKU-00601?',
  written: 'Gravada',
  answered: 'respondeu HTTP 200',
  version: 'versão 1',
  details: /^Detalhes de/,
  wholeRow: 'A linha inteira',
  field: 'SKU, RefId, EAN, pedido, nota ou qualquer chave',
  search: 'Buscar',
  failed: 'Com falha',
  refused: 'recusou',
  correct: 'Corrigir e reenviar',
  failedRows: /^Linhas com falha/,
  unknown: 'Nada se sabe de “no-such-code”',
};
const goals = [
  {
    ...{ locale: 'en-US', say: english, enter: (page: Page) => signIn(page) },
    story: 'the story of a SKU tells its value, what was sent, what was answered, and by which flow',
    codes: 'its other codes lead to the same story, a failed row tells why, an unknown code says so',
  },
  {
    ...{ locale: 'pt-BR', say: portuguese, enter: signInPortuguese },
    story: 'a história de um SKU diz o valor, o que foi enviado, o que foi respondido e por qual fluxo',
    codes:
      'os outros códigos levam à mesma história, uma linha com falha diz por quê, um código desconhecido também',
  },
];

for (const { locale, say, enter, story, codes } of goals) {
  test.describe(locale, () => {
    test.use({ locale });

    test(story, async ({ page }) => {
      await enter(page);
      await page.getByRole('searchbox', { name: say.ask }).fill('SKU-00601');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: say.title })).toBeVisible();
      const line = page
        .getByRole('listitem')
        .filter({ hasText: 'ERP → VTEX: products, prices and stock' })
        .last();
      await expect(line).toContainText(say.written);
      await expect(line).toContainText('codigo: SKU-00601');
      await expect(line).toContainText('POST /api/catalog/pvt/product');
      await expect(line).toContainText(say.answered);
      await expect(line).toContainText(say.version);
      await line.getByRole('button', { name: say.details }).click();
      await expect(line.getByText(say.wholeRow)).toBeVisible();
    });

    test(codes, async ({ page }) => {
      await enter(page);
      await page.goto(`${stack.editor}/story`);
      const field = page.getByRole('searchbox', { name: say.field });
      const ask = async (key: string) => {
        await field.fill(key);
        await page.getByRole('button', { name: say.search, exact: true }).click();
      };
      await ask('7891000222379');
      await expect(page.getByText('codigo: SKU-00601').first()).toBeVisible();
      const { failed } = await expectedOfErp();
      const named = failed.find(({ field, refId }) => field !== 'codigo' && refId !== '');
      await ask(named?.refId ?? '');
      const line = page.getByRole('listitem').filter({ hasText: say.failed }).last();
      await expect(line).toContainText(say.refused);
      await line.getByRole('link', { name: say.correct }).click();
      await expect(page.getByRole('tab', { name: say.failedRows, selected: true })).toBeVisible();
      await page.goto(`${stack.editor}/story?key=no-such-code`);
      await expect(page.getByRole('heading', { name: say.unknown })).toBeVisible();
    });
  });
}
