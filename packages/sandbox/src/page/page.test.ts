import { startSandbox, type Sandbox } from '../sandbox';
import { clientOf, newSku, type Client } from '../sandbox.testing';
import { faultTexts, texts } from './texts';

describe("the store's page", () => {
  let sandbox: Sandbox;
  let call: Client;

  beforeAll(async () => {
    sandbox = await startSandbox({ limits: 'off' });
    call = clientOf(sandbox);
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  const page = async (query = '', language = 'en'): Promise<string> =>
    (await call(`GET /${query}`, undefined, { 'accept-language': language })).text;

  it('speaks the language of the browser, and the one in the address wins', async () => {
    expect(await page()).toContain('The store is empty.');
    expect(await page('', 'es-AR,es;q=0.9')).toContain('La tienda está vacía.');
    expect(await page('', 'fr,pt-BR;q=0.9,en;q=0.1')).toContain('A loja está vazia.');
    expect(await page('?lang=es', 'pt-BR')).toContain('La tienda está vacía.');
    expect(await page('', 'fr')).toContain('The store is empty.');
    for (const text of [...Object.values(texts), ...Object.values(faultTexts)]) {
      expect(Object.values(text).every((sentence) => sentence.trim() !== '')).toBe(true);
    }
  });

  it('shows products with price and stock, finds them, and pages', async () => {
    for (let n = 1; n <= 30; n += 1) await newSku(call, `R${n}`, { Ean: `78900${n}` });
    await call('PUT /pricing/prices/1', { basePrice: 1299.9 });
    await call('PUT /api/logistics/pvt/inventory/skus/1/warehouses/1_1', { quantity: 42 });
    const first = await page('', 'pt');
    expect(first).toMatch(/R\$\s1\.299,90/);
    expect(first).toContain('1–25 / 30');
    expect(first).toContain('Casa › Mesa');
    expect(await page('?page=2')).toContain('26–30 / 30');
    expect(await page('?q=7890017')).toContain('1–1 / 1');
    expect(await page('?q=nada')).toContain('No product matches this search.');
  });

  it('escapes everything that came from outside', async () => {
    await newSku(call, '<img src=x>', { Name: 'x' });
    await call('GET /api/<script>alert(1)</script>?x="><u>');
    await call('PUT /_sandbox/faults', { route: 'GET /<i>', kind: '500' });
    for (const view of ['products', 'requests', 'faults']) {
      const shown = await page(`?view=${view}&q=%3Cimg%20src%3Dx%3E`);
      expect(shown).not.toMatch(/<img|<script>alert|<i>|"><u>/);
    }
    expect(await page('?q=%3Cimg')).toContain('&lt;img src=x&gt;');
  });

  it('adds and removes faults by its form, without script', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded', origin: sandbox.url };
    const added = await call(
      'POST /_sandbox/faults',
      'route=PUT+/pricing/*&kind=503&nth=10&count=&seconds=',
      form,
    );
    expect([added.status, added.headers.get('location')]).toEqual([303, '/?view=faults']);
    expect(await page('?view=faults')).toContain('PUT /pricing/*');
    await call('POST /_sandbox/faults', 'route=&kind=503&clear=1', form);
    expect(sandbox.faults.list()).toEqual([]);
  });

  it('runs no inline code: style and script are files', async () => {
    const answer = await call('GET /', undefined, {});
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.text).not.toMatch(/<script>|style=|onclick/);
    expect((await call('GET /page.css', undefined, {})).headers.get('content-type')).toContain('text/css');
    expect((await call('GET /page.js', undefined, {})).headers.get('content-type')).toContain(
      'text/javascript',
    );
  });
});
