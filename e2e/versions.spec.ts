// Two versions side by side, and one of them back in the draft; in both languages.
import { expect, test } from '@playwright/test';
import { openNewFlow } from './flow-page';
import { signIn, signInPortuguese } from './sign-in';

const english = {
  flow: 'Prices by version',
  problems: 'Problems',
  use: 'Use “Demo ERP”',
  none: 'No problems. This flow can be published.',
  publish: 'Publish',
  published: 'Version 1 is published.',
  note: 'Note (optional)',
  firstNote: 'First load of prices',
  saveNote: 'Save note',
  filter: 'Filter rows',
  settings: 'Settings of Filter rows',
  condition: 'Keep a row when',
  seeVersions: 'See versions',
  title: 'Versions of Prices by version',
  versions: 'Versions',
  version: 'Version',
  changes: 'What is different',
  changedBox: 'box changed',
  changed: 'Changed',
  price: 'Set price',
  more: 'More for version 1',
  nameAndNote: 'Name and note…',
  name: 'Name',
  named: 'Launch',
  save: 'Save',
  restore: 'Restore to the draft',
  restored: 'Version 1 is in your draft now.',
  undo: 'Undo',
};
const portuguese: typeof english = {
  flow: 'Preços por versão',
  problems: 'Problemas',
  use: 'Usar “Demo ERP”',
  none: 'Nenhum problema. Este fluxo pode ser publicado.',
  publish: 'Publicar',
  published: 'A versão 1 foi publicada.',
  note: 'Nota (opcional)',
  firstNote: 'Primeira carga de preços',
  saveNote: 'Salvar nota',
  filter: 'Filtrar linhas',
  settings: 'Configurações de Filtrar linhas',
  condition: 'Manter a linha se',
  seeVersions: 'Ver versões',
  title: 'Versões de Preços por versão',
  versions: 'Versões',
  version: 'Versão',
  changes: 'O que é diferente',
  changedBox: 'caixa alterada',
  changed: 'Alterado',
  price: 'Definir preço',
  more: 'Mais para a versão 1',
  nameAndNote: 'Nome e nota…',
  name: 'Nome',
  named: 'Lançamento',
  save: 'Salvar',
  restore: 'Restaurar no rascunho',
  restored: 'A versão 1 está agora no seu rascunho.',
  undo: 'Desfazer',
};
const goals = [
  [
    'en-US',
    english,
    'a person sees what changed between two versions, names one and restores it to the draft',
  ],
  [
    'pt-BR',
    portuguese,
    'uma pessoa vê o que mudou entre duas versões, dá nome a uma e a restaura no rascunho',
  ],
] as const;

for (const [locale, say, goal] of goals) {
  test.describe(locale, () => {
    test.use({ locale });

    test(goal, async ({ page }) => {
      await (locale === 'pt-BR' ? signInPortuguese(page) : signIn(page));
      await openNewFlow(page, say.flow);
      await page.getByRole('button', { name: say.problems }).click();
      await page.getByRole('button', { name: say.use }).click();
      await expect(page.getByText(say.none)).toBeVisible();

      const publish = page.getByRole('button', { name: say.publish, exact: true });
      await publish.click();
      await expect(page.getByText(say.published)).toBeVisible();
      await page.getByRole('textbox', { name: say.note }).fill(say.firstNote);
      await page.getByRole('button', { name: say.saveNote }).click();

      await page.getByRole('group', { name: say.filter, exact: true }).click();
      const panel = page.getByRole('region', { name: say.settings });
      await panel.getByRole('textbox', { name: say.condition }).fill('situacao = "B"');
      await publish.click();
      await page.getByRole('link', { name: say.seeVersions }).click();

      await expect(page.getByRole('heading', { name: say.title })).toBeVisible();
      const list = page.getByRole('navigation', { name: say.versions });
      await expect(list.getByText(say.firstNote)).toBeVisible();
      await list.getByRole('button', { name: new RegExp(`^${say.version} 2`) }).click();
      const changes = page.getByRole('list', { name: say.changes });
      await expect(changes).toContainText(`${say.filter} ${say.changedBox}`);
      await expect(changes).toContainText(`${say.condition}: situacao = "A" → situacao = "B"`);
      for (const side of [1, 2]) {
        const picture = page.getByRole('region', { name: `${say.version} ${side}` });
        await expect(picture.getByRole('img', { name: say.changed })).toHaveCount(1);
        await expect(picture.getByRole('group', { name: say.price, exact: true })).toBeVisible();
      }

      await list.getByRole('button', { name: say.more }).click();
      await page.getByRole('menuitem', { name: say.nameAndNote }).click();
      await page.getByRole('textbox', { name: say.name }).fill(say.named);
      await page.getByRole('button', { name: say.save }).click();
      await expect(list.getByText(say.named)).toBeVisible();

      await list.getByRole('button', { name: say.more }).click();
      await page.getByRole('menuitem', { name: say.restore }).click();
      await expect(page.getByText(say.restored)).toBeVisible();
      await page.getByRole('group', { name: say.filter, exact: true }).click();
      const condition = panel.getByRole('textbox', { name: say.condition });
      await expect(condition).toHaveText('situacao = "A"');
      await page.getByRole('button', { name: say.undo }).click();
      await expect(condition).toHaveText('situacao = "B"');
    });
  });
}
