// A program gets a key, starts a flow with the command that the flow itself shows, and loses the key again.
import { expect, test, type Page } from '@playwright/test';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createFlow } from './flows-by-api';
import { signInPortuguese } from './sign-in';

test.use({ locale: 'pt-BR' });

const flowName = 'Preços do ERP';

/** Runs the command in a shell, as it stands; the status line and the body of the answer. */
async function inShell(command: string): Promise<{ status: string; body: string }> {
  const { stdout } = await promisify(execFile)('sh', ['-c', command]);
  const [head = '', body = ''] = stdout.split('\r\n\r\n');
  return { status: head.split('\r\n')[0] ?? '', body };
}

async function flowWithExample(page: Page): Promise<void> {
  const example = `{ "sku": "SKU-1", "nome": "Copo d'água", "preco": "19,90" }`;
  const address = await createFlow(
    page,
    flowName,
    {
      call: { type: 'source.call', config: { example }, x: 0, y: 0 },
      keep: { type: 'transform.filter', config: { condition: 'true' }, x: 320, y: 0 },
    },
    ['call>keep'],
  );
  await page.goto(address);
  await page.getByRole('button', { name: 'Publicar' }).click();
  await expect(page.getByText('A versão 1 foi publicada.')).toBeVisible();
}

async function makeKey(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Chaves de API' }).click();
  await page.getByRole('button', { name: 'Nova chave', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'Nova chave' });
  await form.getByRole('button', { name: 'Criar chave' }).click();
  await expect(form.getByText('Digite um nome.')).toBeVisible();
  await form.getByRole('textbox', { name: 'Nome' }).fill('ERP da matriz');
  await form.getByRole('button', { name: 'Criar chave' }).click();
  const shown = page.getByRole('dialog', { name: 'Sua nova chave' });
  const key = await shown.getByRole('region', { name: 'A chave' }).innerText();
  await shown.getByRole('button', { name: 'Pronto' }).click();
  await expect(page.getByText(key)).toHaveCount(0);
  return key;
}

test('a program starts a flow with the command shown for it, until its key is revoked', async ({ page }) => {
  await signInPortuguese(page);
  await flowWithExample(page);
  await page.getByRole('link', { name: 'Todos os fluxos' }).click();
  const key = await makeKey(page);

  await page.getByRole('link', { name: 'Fluxos' }).click();
  await page.getByRole('link', { name: flowName }).click();
  await page.getByRole('button', { name: 'Mais para este fluxo' }).click();
  await page.getByRole('menuitem', { name: 'Chamar por programa…' }).click();
  await expect(page.getByRole('heading', { name: `Chamar “${flowName}” por programa` })).toBeVisible();
  const command = await page.getByRole('region', { name: 'Comando', exact: true }).innerText();
  expect(command).toContain(key);
  await page.getByRole('tab', { name: 'Python' }).click();
  const python = page.getByRole('region', { name: 'Exemplo em Python' });
  await expect(python).toContainText(`${new URL(page.url()).origin}/api/v1/flows/`);
  await expect(python).toContainText('os.environ["ECLUSA_KEY"]');
  await expect(python).not.toContainText(key);
  const link = page.getByRole('link', { name: 'Documento OpenAPI deste fluxo' });
  const document = await page.request.get((await link.getAttribute('href')) ?? '');
  expect(await document.json()).toMatchObject({ openapi: '3.1.0', info: { title: flowName } });

  const started = await inShell(command);
  expect(started.status).toContain('202');
  const { id } = JSON.parse(started.body) as { id: string };
  await page.getByRole('link', { name: 'Execuções' }).click();
  await page.locator(`a[href$="${id}"]`).first().click();
  await expect(page.getByText('Concluída').first()).toBeVisible();

  await page.getByRole('link', { name: 'Chaves de API' }).click();
  const line = page.getByRole('row').filter({ hasText: 'ERP da matriz' });
  await expect(line).toContainText('Ativa');
  await expect(line).not.toContainText('nunca');
  await line.getByRole('button', { name: 'Revogar ERP da matriz' }).click();
  await page.getByRole('button', { name: 'Revogar chave' }).click();
  await expect(line).toContainText('Revogada');
  expect((await inShell(command)).status).toContain('401');
});
