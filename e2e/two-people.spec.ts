// Two windows on one draft: each sees the other, and what both changed is merged or chosen, never lost; in both languages.
import { expect, test, type Browser, type Page } from '@playwright/test';
import { openNewFlow } from './flow-page';
import { signIn, signInPortuguese } from './sign-in';

const english = {
  flow: 'Drawn by two',
  settings: 'Settings of',
  price: 'Set price',
  filter: 'Filter rows',
  condition: 'Keep a row when',
  read: 'Read from an API',
  path: 'Path',
  company: 'Also on this flow',
  you: 'You, in another window',
  followed: 'changed this flow. You see it as it is now.',
  question: 'This flow was changed by somebody else',
  merge: 'Merge both',
  because: 'because both changed',
  compare: 'Compare',
  both: 'Theirs and yours',
  changes: 'What is different',
  close: 'Close',
  keepMine: 'Keep mine',
  saved: 'Saved',
};
const portuguese: typeof english = {
  flow: 'Desenhado por dois',
  settings: 'Configurações de',
  price: 'Definir preço',
  filter: 'Filtrar linhas',
  condition: 'Manter a linha se',
  read: 'Ler de uma API',
  path: 'Caminho',
  company: 'Também neste fluxo',
  you: 'Você, em outra janela',
  followed: 'alterou este fluxo. Você já vê como está agora.',
  question: 'Outra pessoa alterou este fluxo',
  merge: 'Juntar os dois',
  because: 'porque os dois alteraram',
  compare: 'Comparar',
  both: 'O da outra pessoa e o seu',
  changes: 'O que é diferente',
  close: 'Fechar',
  keepMine: 'Manter o meu',
  saved: 'Salvo',
};
const goals = [
  ['en-US', english, 'two windows see each other, merge what does not collide and compare what does'],
  ['pt-BR', portuguese, 'duas janelas se veem, juntam o que não colide e comparam o que colide'],
] as const;

async function window(browser: Browser, locale: string): Promise<Page> {
  const page = await (await browser.newContext({ locale })).newPage();
  await (locale === 'pt-BR' ? signInPortuguese(page) : signIn(page));
  return page;
}

for (const [locale, say, goal] of goals) {
  async function write(page: Page, box: string, label: string, value: string): Promise<void> {
    await page.getByRole('group', { name: box, exact: true }).click();
    const panel = page.getByRole('region', { name: `${say.settings} ${box}` });
    await panel.getByRole('textbox', { name: label, exact: true }).fill(value);
  }

  const saved = (page: Page) => expect(page.getByText(say.saved, { exact: true })).toBeVisible();

  test(goal, async ({ browser }) => {
    const ana = await window(browser, locale);
    const address = await openNewFlow(ana, say.flow);
    const bia = await window(browser, locale);
    await bia.goto(address);

    // Each hears of the other, and of the box that is selected there.
    await ana.getByRole('group', { name: say.price, exact: true }).click();
    const company = bia.getByRole('list', { name: say.company });
    await expect(company.getByRole('button', { name: `${say.you}: ${say.price}` })).toBeVisible();

    // Without own changes the newer draft comes by itself.
    await write(ana, say.filter, say.condition, 'situacao = "B"');
    await saved(ana);
    await expect(bia.getByText(say.followed)).toBeVisible();

    // Two changes that do not collide are merged.
    await bia.getByRole('group', { name: say.filter, exact: true }).click();
    await expect(bia.getByRole('textbox', { name: say.condition })).toBeVisible();
    await bia.context().setOffline(true);
    await write(bia, say.filter, say.condition, 'situacao = "C"');
    await write(ana, say.read, say.path, '/erp/v1/precos');
    await saved(ana);
    await bia.context().setOffline(false);
    const question = bia.getByRole('dialog', { name: say.question });
    await expect(question).toContainText(`${say.path}: /erp/v1/produtos → /erp/v1/precos`);
    await question.getByRole('button', { name: say.merge }).click();
    await saved(bia);
    await expect(ana.getByText(say.followed)).toBeVisible();
    await write(ana, say.filter, say.condition, 'situacao = "C"');

    // Two that do are compared, and a person chooses.
    await bia.context().setOffline(true);
    await write(bia, say.filter, say.condition, 'situacao = "mine"');
    await write(ana, say.filter, say.condition, 'situacao = "theirs"');
    await saved(ana);
    await bia.context().setOffline(false);
    await expect(question).toContainText(`${say.because}: ${say.filter}: ${say.condition}.`);
    await expect(question.getByRole('button', { name: say.merge })).toHaveCount(0);
    await question.getByRole('button', { name: say.compare }).click();
    const pictures = bia.getByRole('dialog', { name: say.both });
    await expect(pictures.getByRole('list', { name: say.changes })).toContainText(
      `${say.condition}: situacao = "theirs" → situacao = "mine"`,
    );
    await pictures.getByRole('button', { name: say.close }).click();
    await question.getByRole('button', { name: say.keepMine }).click();
    await saved(bia);
    await expect(ana.getByText(say.followed).last()).toBeVisible();
    await Promise.all([ana.context().close(), bia.context().close()]);
  });
}
