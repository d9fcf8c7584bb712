import { startErp, type Erp } from './erp';

const order = {
  numero: '1010-01',
  cliente: { nome: 'Ana & Filhos', documento: '12345678909' },
  itens: [
    { codigo: 'SKU-00001', descricao: 'Cafeteira', quantidade: 2, preco: 129.9 },
    { codigo: 'SKU-00002', descricao: 'Filtro', quantidade: 1, preco: 0.1 },
  ],
  frete: 15,
};

let erp: Erp;
let now: number;

beforeEach(async () => {
  now = Date.parse('2026-11-23T12:00:00Z');
  erp = await startErp({ products: 10, clock: () => now });
});

afterEach(() => erp.close());

async function call(method: string, path: string, body?: unknown): Promise<{ status: number; body: never }> {
  const response = await fetch(`${erp.url}${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as never };
}

describe('the demo ERP’s orders', () => {
  it('are taken and found again by their number', async () => {
    expect(await call('POST', '/erp/v1/pedidos', order)).toMatchObject({ status: 201, body: { id: 1 } });
    expect(await call('GET', '/erp/v1/pedidos/1010-01')).toMatchObject({
      status: 200,
      body: { id: 1, numero: '1010-01', situacao: 'aberto' },
    });
    expect((await call('GET', '/erp/v1/pedidos/9')).status).toBe(404);
  });

  it('are taken twice when they are sent twice, and that shows', async () => {
    await call('POST', '/erp/v1/pedidos', order);
    await call('POST', '/erp/v1/pedidos', order);
    expect((await call('GET', '/_erp/orders')).body).toMatchObject({
      taken: { '1010-01': 2 },
      doubled: ['1010-01'],
    });
  });

  it('are refused with what is missing, and then not kept', async () => {
    const noItems = await call('POST', '/erp/v1/pedidos', { ...order, itens: [] });
    expect(noItems).toEqual({ status: 422, body: { erro: 'O pedido não tem itens.' } });
    const noPrice = { ...order, itens: [{ codigo: 'A', quantidade: 1 }] };
    expect((await call('POST', '/erp/v1/pedidos', noPrice)).status).toBe(422);
    expect((await call('GET', '/_erp/orders')).body).toMatchObject({ taken: {} });
  });

  it('have an NF-e whose key has 44 digits with a right check digit, and whose totals add up', async () => {
    await call('POST', '/erp/v1/pedidos', order);
    const { body } = await call('GET', '/erp/v1/notas');
    const [nota] = (body as { itens: { chave: string; xml: string; valor: number; pedido: string }[] }).itens;
    expect(nota?.pedido).toBe('1010-01');
    expect(nota?.valor).toBe(274.9);
    expect(nota?.xml).toContain(`<infNFe Id="NFe${nota?.chave}"`);
    expect(nota?.xml).toContain('<vProd>259.90</vProd><vFrete>15.00</vFrete>');
    expect(nota?.xml).toContain('<xNome>Ana &amp; Filhos</xNome>');
    const key = nota?.chave ?? '';
    expect(key).toMatch(/^35261112345678000195550010000010011\d{9}$/);
    const weights = [...key.slice(0, 43)].reverse().map((digit, at) => Number(digit) * (2 + (at % 8)));
    const rest = 11 - (weights.reduce((sum, one) => sum + one, 0) % 11);
    expect(Number(key[43])).toBe(rest > 9 ? 0 : rest);
  });

  it('carry a discount, which the invoice spreads over its lines to the cent', async () => {
    const cents = { ...order, desconto: 10.01, acrescimo: 1, total: 265.89 };
    expect((await call('POST', '/erp/v1/pedidos', cents)).status).toBe(201);
    const { body } = await call('GET', '/erp/v1/notas');
    const xml = (body as { itens: { xml: string }[] }).itens[0]?.xml ?? '';
    expect([...xml.matchAll(/<vDesc>([\d.]+)<\/vDesc>/g)].map(([, value]) => value)).toEqual([
      '10.01',
      '10.01',
    ]);
    expect(xml).toContain('<vOutro>1.00</vOutro><vNF>265.89</vNF>');
    const wrong = await call('POST', '/erp/v1/pedidos', { ...order, total: 300 });
    expect(wrong).toMatchObject({ status: 422, body: { erro: expect.stringContaining('300') as string } });
  });

  it('are sent a minute after their invoice, delivered a minute later, and listed by days', async () => {
    await call('POST', '/erp/v1/pedidos', { ...order, entrega: { cidade: 'Recife', uf: 'PE' } });
    const nota = async (query = '') =>
      ((await call('GET', `/erp/v1/notas${query}`)).body as { itens: Record<string, unknown>[] }).itens[0];
    expect(await nota()).toMatchObject({ rastreio: null, despachadoEm: null, entregueEm: null });
    now += 60_000;
    expect(await nota()).toMatchObject({
      ...{ rastreio: 'BR000001001', despachadoEm: '2026-11-23T09:01:00-03:00', entregueEm: null },
      destino: { cidade: 'Recife', uf: 'PE' },
    });
    expect((await call('POST', '/erp/v1/pedidos/1010-01/cancelamento')).status).toBe(409);
    now += 60_000;
    expect(await nota('?dias=30')).toMatchObject({ entregueEm: '2026-11-23T09:02:00-03:00' });
    now += 31 * 24 * 3_600_000;
    expect(await nota('?dias=30')).toBeUndefined();
  });

  it('are taken although the answer never comes, or comes late, when such a fault is set', async () => {
    erp.faults.add([{ kind: 'drop-after', count: 1 }]);
    await expect(call('POST', '/erp/v1/pedidos', order)).rejects.toThrow('fetch failed');
    expect(erp.orders.report().taken).toEqual({ '1010-01': 1 });
    erp.faults.add([{ kind: 'slow-answer', count: 1, delayMs: 30 }]);
    expect((await call('POST', '/erp/v1/pedidos', { ...order, numero: '2' })).status).toBe(201);
    erp.faults.add([{ kind: 'status', route: 'POST /erp/v1/pedidos', count: 1, status: 503 }]);
    expect((await call('POST', '/erp/v1/pedidos', { ...order, numero: '3' })).status).toBe(503);
    expect(erp.orders.report().taken).toEqual({ '1010-01': 1, '2': 1 });
  });

  it('are listed as cancelled, and no longer invoiced, once they were cancelled', async () => {
    await call('POST', '/erp/v1/pedidos', order);
    expect((await call('POST', '/erp/v1/pedidos/1010-01/cancelamento')).status).toBe(204);
    expect((await call('GET', '/erp/v1/notas')).body).toMatchObject({ total: 0, itens: [] });
    expect((await call('GET', '/erp/v1/cancelamentos')).body).toMatchObject({
      itens: [{ pedido: '1010-01' }],
    });
  });
});
