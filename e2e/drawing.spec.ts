// Drawing without a mouse, and the parts of drawing that need one, by what is written on the screen.
import { expect, test, type Browser, type Page } from '@playwright/test';
import { createFlow } from './flows-by-api';
import { signIn, signInPortuguese } from './sign-in';

const chain = {
  read: { type: 'source.http', x: 0, y: 0 },
  filter: { type: 'transform.filter', x: 310, y: 0 },
  map: { type: 'transform.map', x: 620, y: 0 },
  price: { type: 'vtex.price-set', x: 930, y: 0 },
};
const arrows = ['read>filter', 'filter>map', 'map>price'];

const canvas = (page: Page) => page.getByRole('region', { name: /^(Canvas|Tela)/ });
const box = (page: Page, name: string) => canvas(page).getByRole('group', { name, exact: true });
const arrow = (page: Page, name: string) => canvas(page).getByRole('group', { name, exact: true });

/** Chooses a line of the open list by typing. */
async function pick(page: Page, typed: string, line: string | RegExp): Promise<void> {
  await page.getByRole('dialog').getByRole('combobox').fill(typed);
  await expect(page.getByRole('option', { selected: true })).toContainText(line);
  await page.keyboard.press('Enter');
}

async function newFlow(page: Page, words: { create: string; name: string; make: string; title: string }) {
  await page.getByRole('button', { name: words.create }).click();
  await page.getByRole('textbox', { name: words.name }).fill(words.title);
  await page.getByRole('button', { name: words.make }).click();
}

test('a flow is drawn with the keyboard alone', async ({ page }) => {
  await signIn(page);
  await newFlow(page, { create: 'New flow', name: 'Name', make: 'Create flow', title: 'By keyboard' });
  await expect(page.getByText('Where does the data come from?')).toBeVisible();

  // The palette is reached by its key; words of any language find a box.
  const palette = page.getByRole('textbox', { name: 'Search boxes' });
  await page.keyboard.press('/');
  await expect(palette).toBeFocused();
  await page.keyboard.type('planilha');
  await page.keyboard.press('Enter');
  await expect(box(page, 'Read CSV')).toBeVisible();
  await expect(palette).toHaveValue('');
  await page.keyboard.type('existencias');
  await page.keyboard.press('Enter');
  await expect(arrow(page, 'Read CSV → Set stock')).toBeAttached();

  // Back along the arrow, a box is put in, moved, named and connected.
  await palette.blur();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(box(page, 'Read CSV')).toBeFocused();
  await page.keyboard.press('a');
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await page.keyboard.type('filter');
  await page.keyboard.press('Enter');
  await expect(arrow(page, 'Read CSV → Filter rows')).toBeAttached();
  await page.keyboard.press('Alt+ArrowLeft');
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('Escape');
  await box(page, 'Filter rows').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: 'Name of this box' })).toBeFocused();
  await page.keyboard.type('Only active');
  await page.keyboard.press('Tab');
  await box(page, 'Only active').focus();
  await page.keyboard.press('c');
  await pick(page, 'Set stock', 'Set stock');
  await expect(arrow(page, 'Only active → Set stock')).toBeAttached();

  // A connection that cannot be is listed with its reason, and Enter does not make it.
  await box(page, 'Only active').focus();
  await page.keyboard.press('c');
  await page.getByRole('dialog').getByRole('combobox').fill('Read CSV');
  await expect(page.getByRole('option', { name: /Read CSV/ }).first()).toContainText('is a source');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');

  // Every action stands in the command bar.
  await page.keyboard.press('Control+k');
  await pick(page, 'desligar', 'Switch the box off or on');
  await expect(page.getByLabel('Switched off: rows pass by')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByLabel('Switched off: rows pass by')).toBeHidden();
});

test('a box is replaced with its wiring kept, a wrong connection is refused with the reason, and all is undone', async ({
  page,
}) => {
  await signIn(page);
  await page.goto(await createFlow(page, 'To be changed', chain, arrows));
  await box(page, 'Set price').click();
  await page.keyboard.press('Escape');
  await box(page, 'Set price').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('r');
  await pick(page, 'Set stock', 'Set stock');
  await expect(arrow(page, 'Map fields → Set stock')).toBeAttached();
  await expect(page.getByText('stands in its place')).toBeVisible();

  // Dragged with the mouse, from the last box back to the first.
  await page.getByRole('button', { name: 'Show everything' }).click();
  await page.waitForTimeout(500);
  const from = await box(page, 'Map fields').locator('.react-flow__handle-right').first().boundingBox();
  const to = await box(page, 'Filter rows').locator('.react-flow__handle-left').first().boundingBox();
  await page.mouse.move(from!.x + 4, from!.y + 4);
  await page.mouse.down();
  await page.mouse.move(to!.x + 40, to!.y + 60, { steps: 4 });
  await page.mouse.move(to!.x + 4, to!.y + 4, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByRole('alert').filter({ hasText: 'close a circle' })).toBeVisible();

  // Two boxes become a group, the group one card; its arrows stay to be seen.
  await box(page, 'Filter rows').click();
  await box(page, 'Map fields').click({ modifiers: ['Shift'] });
  await page.getByRole('button', { name: 'Group', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Name of the group' })).toBeFocused();
  await page.keyboard.type('Clean up');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Fold Clean up to one box' }).click();
  await expect(page.getByText('2 boxes', { exact: true })).toBeVisible();
  await expect(box(page, 'Filter rows')).toHaveCount(0);
  await expect(arrow(page, 'Map fields → Set stock')).toBeAttached();

  // Everything back, step by step.
  for (let step = 0; step < 8; step++)
    await page.getByRole('button', { name: 'Undo', exact: true }).click({ force: true });
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
  await expect(arrow(page, 'Map fields → Set price')).toBeAttached();
  await expect(box(page, 'Filter rows')).toBeVisible();
});

test('boxes are copied in one tab and pasted into a flow in another', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page);
  await page.goto(await createFlow(page, 'The original', chain, arrows));
  await box(page, 'Filter rows').click();
  await box(page, 'Map fields').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+c');
  await expect(page.getByText('2 boxes copied')).toBeVisible();

  const other = await context.newPage();
  await other.goto(await createFlow(page, 'The copy', { read: chain.read }, []));
  await expect(box(other, 'Read from an API')).toBeVisible();
  await other.keyboard.press('Control+v');
  await expect(arrow(other, 'Filter rows → Map fields')).toBeAttached();
  await other.keyboard.press('Control+z');
  await expect(box(other, 'Filter rows')).toHaveCount(0);
});

test('em português: buscar, ler as teclas, anotar e organizar', async ({ browser }) => {
  const page = await portuguese(browser);
  await page.goto(await createFlow(page, 'Em português', chain, arrows));
  await expect(box(page, 'Filtrar linhas')).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Atalhos de teclado' })).toContainText('Conectar a caixa a');
  await page.keyboard.press('Escape');

  await page.getByRole('textbox', { name: 'Buscar caixas' }).fill('inventory');
  await expect(page.getByRole('button', { name: 'Definir estoque', exact: true })).toBeVisible();
  await page.getByRole('textbox', { name: 'Buscar caixas' }).fill('');
  await page.getByRole('textbox', { name: 'Buscar caixas' }).blur();

  await page.keyboard.press('Control+f');
  await pick(page, 'mapear', 'Mapear campos');
  await expect(page.getByRole('region', { name: 'Configurações de Mapear campos' })).toBeVisible();

  await page.getByRole('button', { name: 'Adicionar uma nota' }).click();
  await expect(page.getByRole('textbox', { name: 'Texto da nota' })).toBeFocused();
  await page.keyboard.type('Só produtos ativos.');
  await expect(page.getByRole('textbox', { name: 'Texto da nota' })).toHaveValue('Só produtos ativos.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await pick(page, 'organizar', 'Organizar o desenho');
  await page.context().close();
});

async function portuguese(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ locale: 'pt-BR', viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  await signInPortuguese(page);
  return page;
}
