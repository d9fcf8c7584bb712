// The canvas of a flow: its panels, lists and dialogs, its versions, and what two people do to one draft.
import { expect, type Page } from '@playwright/test';
import { stack } from '../stack';
import type { Content } from './content';
import { dialogWith, press, visit, type Screen } from './screen';

const boxNamed = (page: Page, name: string) => page.getByRole('group', { name, exact: true });

async function demo(page: Page, content: Content): Promise<void> {
  await page.goto(`${stack.editor}/flows/${content.demo}`);
  await boxNamed(page, 'Set price').waitFor();
}

async function drawn(page: Page, content: Content): Promise<void> {
  await page.goto(`${stack.editor}/flows/${content.drawn}`);
  await boxNamed(page, 'Set price').waitFor();
}

async function settings(page: Page, content: Content, name = 'Set price'): Promise<void> {
  await demo(page, content);
  // With the keyboard: the box may stand outside of what is seen.
  await boxNamed(page, name).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: `Settings of ${name}` }).waitFor();
}

async function mapping(page: Page, content: Content): Promise<void> {
  await settings(page, content);
  const sample = page.getByRole('button', { name: 'Get sample rows' });
  if (await sample.first().isVisible()) await sample.first().click();
  await expect(sample).toHaveCount(0);
  await press(page, 'Map by picture');
  await dialogWith(page, 'Your rows');
}

/** Opens the flow and presses a key of the canvas; `there` names what opens. */
async function key(page: Page, content: Content, pressed: string, there: string | RegExp): Promise<void> {
  await drawn(page, content);
  await page.keyboard.press(pressed);
  await dialogWith(page, there);
}

async function menu(page: Page, flow: string, item: string, there: string | RegExp): Promise<void> {
  await page.goto(`${stack.editor}/flows/${flow}`);
  await press(page, 'More for this flow');
  await page.getByRole('menuitem', { name: item }).click();
  await dialogWith(page, there);
}

/** Saves another draft behind the page’s back while the page’s own change is held back. */
async function conflict(page: Page, content: Content): Promise<void> {
  await drawn(page, content);
  // Left behind when this was done before.
  const unsaved = page.getByRole('dialog', { name: 'Work that was not saved' });
  if (await unsaved.isVisible()) await unsaved.getByRole('button', { name: /^Discard them/ }).click();
  await unsaved.waitFor({ state: 'hidden' });
  const address = `${stack.editor}/api/v1/flows/${content.drawn}`;
  await page.route(address, (route) =>
    route.request().method() === 'PUT' ? route.abort() : route.continue(),
  );
  await boxNamed(page, 'Only active').click();
  const panel = page.getByRole('region', { name: 'Settings of Only active' });
  await panel
    .getByRole('textbox', { name: 'Keep a row when', exact: true })
    .fill('situacao = "A" and estoque > 0');
  const { revision, draft } = (await (await page.request.get(address)).json()) as {
    revision: number;
    draft: { nodes: Record<string, { config: object }> };
  };
  const active = {
    ...draft.nodes['active'],
    config: { condition: `situacao in ["A", "P"] and estoque > ${revision}` },
  };
  const saved = await page.request.put(address, {
    headers: { 'x-eclusa-csrf': '1' },
    data: { revision, document: { ...draft, nodes: { ...draft.nodes, active } } },
  });
  expect(saved.status()).toBe(200);
  await page.unroute(address);
  await page.keyboard.press('Control+s');
  await dialogWith(page, 'Keep mine');
}

/** Every screen of drawing, in the order in which a person meets them. */
export const drawingScreens: readonly Screen[] = [
  {
    ...{ name: 'flow-empty', shows: 'A flow that is not drawn yet' },
    open: (page, { empty }) => visit(page, `/flows/${empty}`, 'Where does the data come from?'),
  },
  { name: 'flow', shows: 'A flow', open: demo },
  { name: 'flow-group-and-note', shows: 'A flow with a group and a note', open: drawn },
  {
    ...{ name: 'flow-palette', shows: 'Searching a box to add' },
    open: async (page, content) => {
      await drawn(page, content);
      await page.getByRole('textbox', { name: 'Search boxes' }).fill('stock');
      await page.getByRole('button', { name: 'Set stock', exact: true }).waitFor();
    },
  },
  { name: 'flow-box', shows: 'The settings of a box', open: settings },
  {
    name: 'flow-fields',
    shows: 'The fields that a box makes',
    open: (page, content) => settings(page, content, 'Map fields'),
  },
  {
    ...{ name: 'flow-test', shows: 'A box tried on sample rows' },
    open: async (page, content) => {
      await settings(page, content);
      await page.getByRole('tab', { name: 'Test' }).click();
      const upTo = page.getByRole('button', { name: 'Run up to here' });
      await upTo.first().click();
      await page.getByText('Rows out').first().waitFor();
      await expect(page.getByText(/Requests it would send|No request that changes/).first()).toBeVisible();
    },
  },
  { name: 'mapping', shows: 'Mapping by picture', open: mapping },
  {
    ...{ name: 'mapping-results', shows: 'What a mapping gives for the sample rows' },
    open: async (page, content) => {
      await mapping(page, content);
      await page.getByText('All results', { exact: true }).click();
      await page
        .getByRole('dialog')
        .getByText(/sample rows$/)
        .first()
        .waitFor();
    },
  },
  {
    ...{ name: 'flow-selection', shows: 'Several boxes selected' },
    open: async (page, content) => {
      await drawn(page, content);
      await page.keyboard.press('Control+a');
      await page
        .getByText(/^\d selected$/)
        .first()
        .waitFor();
    },
  },
  {
    ...{ name: 'flow-connect', shows: 'Connecting a box by its name' },
    open: async (page, content) => {
      await drawn(page, content);
      await boxNamed(page, 'Only active').click();
      await page.keyboard.press('Escape');
      await boxNamed(page, 'Only active').focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('c');
      await dialogWith(page, /Can(not)? be connected/);
    },
  },
  {
    name: 'flow-actions',
    shows: 'All actions',
    open: (page, content) => key(page, content, 'Control+k', 'Add'),
  },
  {
    name: 'flow-find',
    shows: 'Finding in a flow',
    open: async (page, content) => {
      await key(page, content, 'Control+f', 'Find in this flow');
      await page.keyboard.type('price');
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'flow-keys',
    shows: 'The keys',
    open: (page, content) => key(page, content, '?', 'Keyboard shortcuts'),
  },
  {
    ...{ name: 'flow-problems', shows: 'What is wrong with a flow' },
    open: async (page, { begun }) => {
      await page.goto(`${stack.editor}/flows/${begun}`);
      await boxNamed(page, 'Set stock').waitFor();
      await press(page, /^\d+ (error|problem)|^Problems/);
      await page.getByRole('heading', { name: 'Problems' }).waitFor();
    },
  },
  {
    ...{ name: 'flow-settings', shows: 'The settings of a flow' },
    open: async (page, content) => {
      await drawn(page, content);
      await press(page, 'More for this flow');
      await page.getByRole('menuitem', { name: 'Flow settings' }).click();
      await page.getByRole('heading', { name: 'Flow settings' }).waitFor();
    },
  },
  {
    ...{ name: 'flow-menu', shows: 'What else can be done with a flow' },
    open: async (page, content) => {
      await drawn(page, content);
      await press(page, 'More for this flow');
      await page.getByRole('menuitem', { name: 'Delete flow' }).waitFor();
    },
  },
  {
    ...{ name: 'flow-tour', shows: 'The tour of the editor' },
    open: async (page, { drawn }) => menu(page, drawn, 'Tour of the editor', 'Next'),
  },
  {
    ...{ name: 'flow-run', shows: 'Starting a run' },
    open: async (page, content) => {
      await drawn(page, content);
      await press(page, 'Run');
      await dialogWith(page, 'Start run');
    },
  },
  {
    name: 'schedules',
    shows: 'The schedules of a flow',
    open: (page, { drawn: flow }) => menu(page, flow, 'Schedules…', /^next/),
  },
  {
    ...{ name: 'schedules-new', shows: 'A new schedule' },
    open: async (page, { drawn: flow }) => {
      await menu(page, flow, 'Schedules…', 'New schedule');
      await press(page, 'New schedule');
      await dialogWith(page, 'The next ten times');
    },
  },
  {
    name: 'triggers',
    shows: 'What starts a flow from outside',
    open: (page, { events }) => menu(page, events, 'Triggers…', /Works|Waits/),
  },
  {
    ...{ name: 'versions', shows: 'Two versions side by side' },
    open: (page, { drawn: flow }) => visit(page, `/flows/${flow}/versions`, /^\d differences?$/),
  },
  {
    ...{ name: 'versions-note', shows: 'The name and the note of a version' },
    open: async (page, { drawn: flow }) => {
      await visit(page, `/flows/${flow}/versions`, /^\d differences?$/);
      await press(page, 'More for version 2');
      await page.getByRole('menuitem', { name: 'Name and note…' }).click();
      await dialogWith(page, 'Save');
    },
  },
  { name: 'conflict', shows: 'A draft that two people changed', open: conflict },
  {
    ...{ name: 'conflict-compare', shows: 'Both drafts compared' },
    open: async (page, content) => {
      await conflict(page, content);
      await press(page, 'Compare');
      await page.getByRole('dialog', { name: 'Theirs and yours' }).waitFor();
    },
  },
];
