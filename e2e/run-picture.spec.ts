// A run is followed on the drawing, stopped there, and looked at later on the drawing it ran on.
import { expect, test } from '@playwright/test';
import { signInPortuguese } from './sign-in';

test.use({ locale: 'pt-BR' });

const flowName = 'ERP → VTEX: products, prices and stock';

test('counts and rates stand on the lines of a run, it is paused and stopped there, and its picture stays', async ({
  page,
}) => {
  await signInPortuguese(page);
  await page.getByRole('link', { name: flowName }).first().click();
  const canvas = page.getByRole('region', { name: 'Tela' });
  await expect(canvas).toBeVisible();
  await page.getByRole('button', { name: 'Simular' }).click();
  const strip = page.getByRole('status').filter({ hasText: 'Simulação' });
  await expect(strip).toBeVisible();
  await expect(canvas.getByTitle(/linhas por segundo$/).first()).toBeVisible();

  await strip.getByRole('button', { name: 'Pausar' }).click();
  await expect(strip.getByText('Em pausa (fluxo)')).toBeVisible();
  await strip.getByRole('button', { name: 'Retomar' }).click();
  await expect(strip.getByText('Em execução')).toBeVisible();
  await strip.getByRole('button', { name: 'Parar execução' }).click();
  await expect(strip.getByText('Cancelada', { exact: true })).toBeVisible();

  await strip.getByRole('link').last().click();
  await page.getByRole('tab', { name: 'Desenho' }).click();
  await expect(page.getByText(/^Versão 1, como era/)).toBeVisible();
  const picture = page.getByRole('region', { name: 'O fluxo como esta execução o viu' });
  // Of pages that were stopped nothing is counted: there may be no number yet.
  await expect(picture.getByRole('group').first()).toBeVisible();
});

test('the picture of a run that ended leads from a box to its rows and its failed rows', async ({ page }) => {
  await signInPortuguese(page);
  await page.getByRole('link', { name: 'Execuções' }).click();
  // The list of flows has links of the same name.
  await expect(page.getByRole('heading', { name: 'Execuções', exact: true })).toBeVisible();
  await page.getByRole('link', { name: flowName }).last().click();
  await page.getByRole('tab', { name: 'Desenho' }).click();
  const picture = page.getByRole('region', { name: 'O fluxo como esta execução o viu' });
  await picture.getByRole('group', { name: 'Mapear campos', exact: true }).click();
  const rows = page.getByRole('complementary', { name: 'Linhas de Mapear campos' });
  await expect(rows.getByRole('region', { name: 'Entram por Linhas' })).toContainText('SKU-');
  await expect(rows.getByRole('region', { name: 'Saem por Linhas' })).toContainText('SKU-');
  await rows.getByRole('link', { name: /linhas com falha$/ }).click();
  await expect(page.getByRole('tab', { name: /^Linhas com falha/, selected: true })).toBeVisible();
  await expect(page.getByText('O que está errado')).toBeVisible();
});
