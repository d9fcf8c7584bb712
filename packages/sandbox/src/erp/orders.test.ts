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

beforeEach(async () => {
  erp = await startErp({ products: 10, clock: () => Date.parse('2026-11-23T12:00:00Z') });
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

  it('are listed as cancelled, and no longer invoiced, once they were cancelled', async () => {
    await call('POST', '/erp/v1/pedidos', order);
    expect((await call('POST', '/erp/v1/pedidos/1010-01/cancelamento')).status).toBe(204);
    expect((await call('GET', '/erp/v1/notas')).body).toMatchObject({ total: 0, itens: [] });
    expect((await call('GET', '/erp/v1/cancelamentos')).body).toMatchObject({
      itens: [{ pedido: '1010-01' }],
    });
  });
});
