// Somebody signs in at the provider of their ERP, in the window that it opens, and the connection is used from then on.
import { startOAuthServer, type OAuthServer } from '@eclusa/sandbox';
import { expect, test, type Page } from '@playwright/test';
import { signIn } from './sign-in';
import { stack } from './stack';

test.setTimeout(60_000);

const erp = 'ERP of Ana';

let provider: OAuthServer;
test.beforeAll(async () => {
  const redirects = [`${stack.editor}/api/v1/oauth/callback`];
  provider = await startOAuthServer({ port: stack.port, redirects });
});
test.afterAll(() => provider.close());
// Where there are two systems, nothing is proposed to be the one that is meant: other tests count on one.
test.afterEach(async ({ page }) => {
  const address = `${stack.editor}/api/v1/connections`;
  const { items } = (await (await page.request.get(address)).json()) as {
    items: { id: string; name: string }[];
  };
  for (const { id } of items.filter(({ name }) => name === erp))
    await page.request.delete(`${address}/${id}`, { headers: { 'x-eclusa-csrf': '1' } });
});

/** Begins in the form; answers the provider's window. */
async function atProvider(page: Page, begin: string): Promise<Page> {
  const opened = page.waitForEvent('popup');
  await page.getByRole('dialog').getByRole('button', { name: begin }).click();
  return opened;
}

test('somebody signs in at the provider in a window, tries the connection, and reads why a sign-in was refused', async ({
  page,
}) => {
  await signIn(page);
  await page.getByRole('link', { name: 'Connections' }).click();
  await page.getByRole('button', { name: 'New connection' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('combobox', { name: 'Kind of system' }).click();
  await page.getByRole('option', { name: 'HTTP address' }).click();
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill(erp);
  await form.getByRole('textbox', { name: 'Base address' }).fill(provider.url);
  await form.getByRole('combobox', { name: 'Sign-in', exact: true }).click();
  await page.getByRole('option', { name: 'OAuth 2.0: sign in at the provider' }).click();
  await form.getByRole('textbox', { name: 'Address to sign in at' }).fill(`${provider.url}/auth`);
  await form.getByRole('textbox', { name: 'Address of tokens' }).fill(`${provider.url}/token`);
  await form.getByRole('textbox', { name: 'Client ID' }).fill('eclusa');
  await form.getByRole('textbox', { name: 'Client secret' }).fill(provider.clientSecret);
  await form.getByRole('textbox', { name: 'Scope' }).fill('openid stock');
  await form.getByRole('button', { name: 'More settings' }).click();
  // It answers only whom it gave a token.
  await form.getByRole('textbox', { name: 'Path for the test' }).fill('/me');
  await expect(form.getByRole('textbox', { name: 'Redirect address' })).toHaveValue(
    `${stack.editor}/api/v1/oauth/callback`,
  );
  await expect(form.getByText('Nobody has signed in yet.')).toBeVisible();

  const refuses = await atProvider(page, 'Save and sign in');
  await refuses.getByRole('link', { name: 'Cancel' }).click();
  await expect(form.getByText('Access was not allowed at the other system.')).toBeVisible();
  expect(refuses.isClosed()).toBe(true);

  const allows = await atProvider(page, 'Save and sign in');
  await expect(form.getByText('A window has opened: sign in there')).toBeVisible();
  await allows.getByPlaceholder('Enter any login').fill('ana');
  await allows.getByPlaceholder('and password').fill('any');
  await allows.getByRole('button', { name: 'Sign-in' }).click();
  await allows.getByRole('button', { name: 'Continue' }).click();
  await expect(form.getByText(/^Signed in on .+ Allowed: openid stock$/)).toBeVisible();
  expect(allows.isClosed()).toBe(true);
  await form.getByRole('button', { name: 'Save and test' }).click();
  await expect(form.getByText('The system answered (status 200).')).toBeVisible();
});
