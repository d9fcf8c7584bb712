// Failed rows are mended and sent again: three of them by hand, others in a spreadsheet. After `first-start`, which counts
// what the store holds before.
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { signIn, signInPortuguese } from './sign-in';

const flowName = 'ERP → VTEX: products, prices and stock';

interface Words {
  email: string;
  password: RegExp;
  signIn: string;
  today: string;
  runs: string;
  failedTab: RegExp;
  showRows: RegExp;
  edit: RegExp;
  keep: string;
  sendEdited: (count: number) => string;
  confirm: (count: number) => string;
  completed: string;
  download: string;
  upload: string;
  file: string;
  fits: RegExp;
}

const english: Words = {
  ...{ email: 'E-mail', password: /^Password/, signIn: 'Sign in', today: 'Today', runs: 'Runs' },
  ...{ failedTab: /^Failed rows/, showRows: /^Show the rows/, edit: /^Edit row/, keep: 'Keep the edit' },
  sendEdited: (count) => `Send the ${count} edited rows`,
  confirm: (count) => `Send ${count} again`,
  ...{ completed: 'Completed', download: 'Download as CSV', upload: 'Send a corrected CSV' },
  ...{ file: 'Corrected file', fits: /2 rows fit, 2 of them corrected/ },
};

const portuguese: Words = {
  ...{ email: 'E-mail', password: /^Senha/, signIn: 'Entrar', today: 'Hoje', runs: 'Execuções' },
  ...{ failedTab: /^Linhas com falha/, showRows: /^Ver as linhas/, edit: /^Editar a linha/ },
  keep: 'Guardar a edição',
  sendEdited: (count) => `Enviar as ${count} linhas editadas`,
  confirm: (count) => `Enviar ${count} de novo`,
  ...{ completed: 'Concluída', download: 'Baixar como CSV', upload: 'Enviar um CSV corrigido' },
  ...{ file: 'Arquivo corrigido', fits: /2 linhas servem, 2 delas corrigidas/ },
};

async function openFailedRows(page: Page, words: Words): Promise<void> {
  await (words.signIn === 'Entrar' ? signInPortuguese(page) : signIn(page));
  await page.getByRole('navigation').getByRole('link', { name: words.runs }).click();
  // The run of the whole ERP, and not those that sent some of its rows again.
  await page
    .getByRole('row')
    .filter({ hasText: /2[.,]000/ })
    .getByRole('link', { name: flowName })
    .first()
    .click();
  await page.getByRole('tab', { name: words.failedTab }).click();
}

/** The cause whose words hold this text, opened. */
async function openCause(page: Page, words: Words, text: string) {
  const cause = page.getByRole('region').filter({ hasText: text }).last();
  const show = cause.getByRole('button', { name: words.showRows });
  if (await show.isVisible()) await show.click();
  return cause;
}

async function expectWritten(page: Page, words: Words, rows: number): Promise<void> {
  await expect(page.getByText(words.completed, { exact: true }).first()).toBeVisible();
  const figure = page.locator('main').getByText(String(rows), { exact: true });
  await expect(figure.first()).toBeVisible();
  await expect(page.getByRole('tab', { name: words.failedTab })).not.toContainText(/\d/);
}

for (const [locale, words] of [
  ['en-US', english],
  ['pt-BR', portuguese],
] as const) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test('three failed rows are corrected and sent again', async ({ page }) => {
      await openFailedRows(page, words);
      const cause = await openCause(page, words, '"abc"');
      const skip = locale === 'en-US' ? 0 : 3;
      for (const n of [0, 1, 2]) {
        // Rows that were sent again can no longer be edited: those that can are the next ones.
        await cause.getByRole('button', { name: words.edit }).nth(n).click();
        const price = page.getByRole('dialog').getByLabel('preco', { exact: true });
        await price.fill(`1${skip + n},90`);
        await page.getByRole('button', { name: words.keep }).click();
      }
      await page.getByRole('button', { name: words.sendEdited(3) }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: words.confirm(3) })
        .click();
      await expectWritten(page, words, 3);
    });

    test('rows are corrected in a spreadsheet and sent back; lines that were deleted stay', async ({
      page,
    }, info) => {
      await openFailedRows(page, words);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: words.download, exact: true }).click(),
      ]);
      const [head = '', ...lines] = readFileSync(await download.path(), 'utf8')
        .trim()
        .split('\r\n');
      const corrected = lines
        .filter((line) => line.includes(';N/D;'))
        .slice(0, 2)
        .map((line) => line.replace(';N/D;', ';1,5;'));
      const file = { name: info.title.slice(0, 5) + '.csv', mimeType: 'text/csv' };
      await page.getByRole('button', { name: words.upload }).click();
      const dialog = page.getByRole('dialog');
      const chooser = page.waitForEvent('filechooser');
      await dialog.getByRole('button', { name: words.file }).click();
      await (await chooser).setFiles({ ...file, buffer: Buffer.from([head, ...corrected].join('\r\n')) });
      await expect(dialog.getByText(words.fits)).toBeVisible();
      await dialog.getByRole('button', { name: /2/ }).last().click();
      await expectWritten(page, words, 2);
    });
  });
}
