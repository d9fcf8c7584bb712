// The pages behind the head: what needs attention, flows, runs, connections, stores, codes, stories, and their dialogs.
import type { Page } from '@playwright/test';
import type { Content } from './content';
import { dialogWith, press, visit, type Screen } from './screen';

const flows = (page: Page) => visit(page, '/flows', 'Prices of the day');
const codes = (page: Page) => visit(page, '/codes', 'payments');
const stores = (page: Page) => visit(page, '/stores', 'Loja Demo');

async function failed(page: Page, { failedRun }: Content): Promise<void> {
  await visit(page, `/runs/${failedRun}?tab=failed`, /still to be sent/);
  await page
    .getByRole('button', { name: /^Details of row/ })
    .first()
    .waitFor();
}

async function dry(page: Page, { dryRun }: Content, tab: string, there: RegExp): Promise<void> {
  await visit(page, `/runs/${dryRun}?tab=${tab}`, there);
}

/** Every screen of the pages, in the order in which a person meets them. */
export const pageScreens: readonly Screen[] = [
  {
    name: 'home',
    shows: 'What needs somebody, what is late, what ran',
    open: (page) => visit(page, '/', 'Newest runs'),
  },
  { name: 'flows', shows: 'The flows', open: flows },
  {
    ...{ name: 'flows-new', shows: 'A new flow' },
    open: async (page) => {
      await flows(page);
      await press(page, 'New flow');
      await page.getByRole('textbox', { name: 'Search what you want to do' }).waitFor();
    },
  },
  {
    ...{ name: 'flows-example', shows: 'A ready flow before it is taken' },
    open: async (page) => {
      await flows(page);
      await press(page, 'New flow');
      await page.getByRole('list', { name: 'What do you want to do?' }).getByRole('button').first().click();
      await dialogWith(page, 'Create flow');
    },
  },
  {
    ...{ name: 'flows-questions', shows: 'Three questions that draw a flow' },
    open: async (page) => {
      await flows(page);
      await press(page, 'New flow');
      await page.getByRole('link', { name: 'Start with questions' }).click();
      await page.getByText('1. Where does the data come from?').waitFor();
    },
  },
  {
    ...{ name: 'flows-delete', shows: 'Deleting a flow' },
    open: async (page) => {
      await flows(page);
      await press(page, 'More for Prices of the day');
      await page.getByRole('menuitem', { name: 'Delete' }).click();
      await dialogWith(page, 'Delete flow');
    },
  },
  {
    ...{ name: 'flow-call', shows: 'How a program calls a flow' },
    open: (page, { demo }) => visit(page, `/flows/${demo}/call`, 'TypeScript'),
  },
  {
    ...{ name: 'menu', shows: 'Language, theme, password' },
    open: async (page) => {
      await flows(page);
      await press(page, 'Your menu');
      await dialogWith(page, 'Language');
    },
  },
  {
    ...{ name: 'password', shows: 'A new password' },
    open: async (page) => {
      await flows(page);
      await press(page, 'Your menu');
      await press(page, 'Password…');
      await dialogWith(page, 'Save password');
    },
  },
  { name: 'connections', shows: 'The connections', open: (page) => visit(page, '/connections', 'Demo ERP') },
  {
    ...{ name: 'connections-edit', shows: 'A connection' },
    open: async (page) => {
      await visit(page, '/connections', 'Demo ERP');
      await press(page, 'Edit Demo ERP');
      await dialogWith(page, /^Save/);
    },
  },
  {
    ...{ name: 'connections-new', shows: 'A new connection' },
    open: async (page) => {
      await visit(page, '/connections', 'Demo ERP');
      await press(page, 'New connection');
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'stores', shows: 'The stores', open: stores },
  {
    ...{ name: 'stores-new', shows: 'A new store' },
    open: async (page) => {
      await stores(page);
      await press(page, 'New store');
      await dialogWith(page, 'Save store');
    },
  },
  {
    ...{ name: 'stores-rights', shows: 'What the key of a store may do' },
    open: async (page) => {
      await stores(page);
      await press(page, 'Test rights of Loja Demo');
      await dialogWith(page, 'Test again');
    },
  },
  {
    name: 'callbacks-empty',
    shows: 'Who is told of events',
    open: (page) => visit(page, '/callbacks', 'Let programs know what happened'),
  },
  {
    ...{ name: 'callbacks-new', shows: 'A new callback' },
    open: async (page) => {
      await visit(page, '/callbacks', 'Let programs know what happened');
      await press(page, 'New callback');
      await dialogWith(page, 'Create callback');
    },
  },
  { name: 'codes', shows: 'A table of codes', open: codes },
  {
    name: 'codes-missing',
    shows: 'Codes that rows wait for',
    open: (page) => visit(page, '/codes?tab=missing', 'Fill in'),
  },
  {
    ...{ name: 'codes-add', shows: 'A new code' },
    open: async (page) => {
      await codes(page);
      await press(page, 'Add a code');
      await dialogWith(page, 'Save code');
    },
  },
  {
    ...{ name: 'codes-import', shows: 'Codes from a file' },
    open: async (page) => {
      await codes(page);
      await press(page, 'Import CSV');
      await dialogWith(page, 'Import');
    },
  },
  {
    name: 'story-empty',
    shows: 'Looking a code up',
    open: (page) => visit(page, '/story', 'Look up one thing'),
  },
  {
    name: 'story',
    shows: 'What happened to one SKU',
    open: (page) => visit(page, '/story?key=SKU-00601', 'codigo: SKU-00601'),
  },
  {
    ...{ name: 'story-retention', shows: 'How long history is kept' },
    open: async (page) => {
      await visit(page, '/story', 'Look up one thing');
      await press(page, 'How long is history kept?');
      await dialogWith(page, 'Save');
    },
  },
  { name: 'runs', shows: 'The runs', open: (page) => visit(page, '/runs', 'With failures') },
  {
    name: 'run-picture',
    shows: 'A run on its drawing',
    open: (page, { failedRun }) => visit(page, `/runs/${failedRun}?tab=picture`, /^Version 1, as it was/),
  },
  {
    name: 'run-boxes',
    shows: 'A run box by box',
    open: (page, { failedRun }) => visit(page, `/runs/${failedRun}?tab=boxes`, 'Rows in'),
  },
  { name: 'run-failed', shows: 'Failed rows by cause', open: failed },
  {
    ...{ name: 'run-failed-details', shows: 'What was sent for a failed row' },
    open: async (page, content) => {
      await failed(page, content);
      await press(page, /^Details of row/);
      await page.getByText('The row', { exact: true }).first().waitFor();
    },
  },
  {
    ...{ name: 'run-edit-row', shows: 'Correcting a failed row' },
    open: async (page, content) => {
      await failed(page, content);
      await press(page, /^Edit row/);
      await dialogWith(page, 'Keep the edit');
    },
  },
  {
    ...{ name: 'run-corrected-file', shows: 'Correcting failed rows in a spreadsheet' },
    open: async (page, content) => {
      await failed(page, content);
      await press(page, 'Send a corrected CSV');
      await dialogWith(page, 'Corrected file');
    },
  },
  {
    ...{ name: 'run-send-again', shows: 'Sending failed rows again' },
    open: async (page, content) => {
      await failed(page, content);
      await press(page, 'Send the rows of cause 1 again');
      await dialogWith(page, 'Cancel');
    },
  },
  {
    name: 'run-pages',
    shows: 'The pages a run read',
    open: (page, { failedRun }) => visit(page, `/runs/${failedRun}?tab=pages`, 'Read again from here'),
  },
  {
    name: 'dry-run-changes',
    shows: 'What a dry run would change',
    open: (page, content) => dry(page, content, 'differences', /^Apply as shown/),
  },
  {
    name: 'dry-run-requests',
    shows: 'What a dry run would send',
    open: (page, content) => dry(page, content, 'requests', /row \d+/),
  },
  {
    ...{ name: 'dry-run-apply', shows: 'Sending what a dry run showed' },
    open: async (page, content) => {
      await dry(page, content, 'differences', /^Apply as shown/);
      await press(page, 'Apply as shown');
      await dialogWith(page, /^A real run begins/);
    },
  },
  {
    ...{ name: 'compare', shows: 'Two runs side by side' },
    open: (page, { failedRun, dryRun }) =>
      visit(page, `/runs/compare?first=${failedRun}&second=${dryRun}`, 'Why rows failed'),
  },
  {
    name: 'keys',
    shows: 'Keys for programs',
    open: (page) => visit(page, '/keys', 'ERP of the head office'),
  },
  {
    ...{ name: 'keys-new', shows: 'A new key' },
    open: async (page) => {
      await visit(page, '/keys', 'ERP of the head office');
      await press(page, 'New key');
      await dialogWith(page, 'Create key');
    },
  },
  {
    name: 'not-found',
    shows: 'An address without a page',
    open: (page) => visit(page, '/nowhere', 'There is nothing at this address'),
  },
];
