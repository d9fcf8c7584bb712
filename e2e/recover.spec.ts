// The browser is closed before the draft is saved: the work waits and is offered on the way back; in both languages.
import { expect, test } from '@playwright/test';
import { openNewFlow } from './flow-page';
import { signIn, signInPortuguese } from './sign-in';

const english = {
  flow: 'Closed half way',
  filter: 'Filter rows',
  condition: 'Keep a row when',
  unsaved: 'Not saved: no answer',
  offer: 'Work that was not saved',
  takeUp: 'Take up my changes',
  saved: 'Saved',
};
const portuguese: typeof english = {
  flow: 'Fechado no meio',
  filter: 'Filtrar linhas',
  condition: 'Manter a linha se',
  unsaved: 'Não salvo: sem resposta',
  offer: 'Trabalho que não foi salvo',
  takeUp: 'Retomar minhas alterações',
  saved: 'Salvo',
};
const goals = [
  ['en-US', english, 'what was not saved before the browser closed is offered when the flow is opened again'],
  [
    'pt-BR',
    portuguese,
    'o que não foi salvo antes de fechar o navegador é oferecido ao abrir o fluxo de novo',
  ],
] as const;

for (const [locale, say, goal] of goals) {
  test.describe(locale, () => {
    test.use({ locale });

    test(goal, async ({ context }) => {
      const page = await context.newPage();
      await (locale === 'pt-BR' ? signInPortuguese(page) : signIn(page));
      const address = await openNewFlow(page, say.flow);
      await page.getByRole('group', { name: say.filter, exact: true }).click();
      const condition = page.getByRole('textbox', { name: say.condition });
      await expect(condition).toBeVisible();
      await context.setOffline(true);
      await condition.fill('situacao = "nova"');
      await expect(page.getByText(say.unsaved)).toBeVisible();
      await page.close({ runBeforeUnload: false });
      await context.setOffline(false);

      const again = await context.newPage();
      await again.goto(address);
      const offer = again.getByRole('dialog', { name: say.offer });
      await expect(offer).toContainText(`${say.condition}: situacao = "A" → situacao = "nova"`);
      await offer.getByRole('button', { name: say.takeUp }).click();
      await expect(again.getByText(say.saved, { exact: true })).toBeVisible();
      await again.reload();
      await again.getByRole('group', { name: say.filter, exact: true }).click();
      await expect(again.getByRole('textbox', { name: say.condition })).toHaveText('situacao = "nova"');
      await expect(offer).toHaveCount(0);
    });
  });
}
