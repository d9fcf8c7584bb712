import { startErp, type Erp } from './erp';
import { factsAt, itemAt } from './catalogue';
import { csvChunks } from './csv';
import { expectedOf } from './expected';

interface Envelope {
  itens: { codigo?: string }[];
  pagina: number;
  paginas: number;
  total: number;
  proximo: string | null;
}

describe('the demo catalogue', () => {
  const expected = expectedOf(2000);

  it('is the same every time, and a larger one begins with the smaller', () => {
    expect(itemAt(1)).toEqual({
      codigo: 'SKU-00001',
      descricao: 'Faca de Pão Juçara Única TF-1001 42 Peças',
      categoria: 'Cozinha/Talheres e Facas',
      marca: 'Juçara',
      preco: '238,99',
      estoque: '335',
      deposito: '1_1',
      peso_kg: '1,600',
      altura_cm: '5,5',
      largura_cm: '20,0',
      comprimento_cm: '18,5',
      ean: '7891000000373',
      situacao: 'A',
      atualizado_em: '12/05/2026',
    });
    expect(expectedOf(3000).products.slice(0, expected.products.length)).toEqual(expected.products);
  });

  it('has 1,760 clean, 140 dirty and 100 inactive rows of 2,000', () => {
    expect(expected.totals).toEqual({ rows: 2000, products: 1760, failed: 140, inactive: 100 });
    const kinds = new Map<string, number>();
    for (const { kind } of expected.failed) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    expect([...kinds.values()]).toEqual([20, 20, 20, 20, 20, 20, 20]);
  });

  it('has unique codes, names and EANs with a right check digit', () => {
    const rows = Array.from({ length: 25_000 }, (_, index) => factsAt(index + 1));
    for (const field of ['refId', 'name', 'ean'] as const) {
      expect(new Set(rows.map((row) => row[field])).size).toBe(rows.length);
    }
    expect(rows.every((row) => /^789\d{10}$/.test(row.ean) && checkSum(row.ean) % 10 === 0)).toBe(true);
    expect(rows.every((row) => row.name.length <= 150 && row.name === row.name.trim())).toBe(true);
  });

  it('has 12 categories and 25 brands', () => {
    const of = (field: 'category' | 'brand'): number =>
      new Set(expected.products.map((row) => row[field])).size;
    expect([of('category'), of('brand')]).toEqual([12, 25]);
  });

  it('spoils each dirty row in the field it names', () => {
    const spoilt = Object.fromEntries(
      expected.failed.slice(0, 7).map(({ row, field }) => [field + row, itemAt(row)[field as 'preco']]),
    );
    expect(spoilt).toEqual({
      preco11: 'abc',
      codigo23: undefined,
      preco35: undefined,
      estoque42: '-5',
      descricao58: '',
      peso_kg64: 'N/D',
      ean83: expect.not.stringMatching(factsAt(83).ean),
    });
    expect(checkSum(itemAt(83).ean) % 10).not.toBe(0);
  });

  it('means in numbers what its text says', () => {
    for (const facts of expected.products.slice(0, 200)) {
      const item = itemAt(facts.row);
      const number = (text: string | undefined): number =>
        Number(text?.replaceAll('.', '').replace(',', '.'));
      expect(number(item.preco)).toBeCloseTo(facts.price, 2);
      expect(number(item.peso_kg) * 1000).toBeCloseTo(facts.weightGrams, 6);
      expect([number(item.altura_cm), number(item.estoque)]).toEqual([facts.heightCm, facts.stock]);
    }
  });
});

describe('the demo ERP', () => {
  let erp: Erp;

  beforeEach(async () => {
    erp = await startErp({ products: 250 });
  });
  afterEach(() => erp.close());

  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(erp.url + path, { headers });
  const put = (fault: object): Promise<Response> =>
    fetch(`${erp.url}/_erp/faults`, { method: 'PUT', body: JSON.stringify(fault) });

  it('pages by number and ends with an empty page', async () => {
    const last = (await (await get('/erp/v1/produtos?pagina=3&tamanho=100')).json()) as Envelope;
    expect(last).toMatchObject({ pagina: 3, paginas: 3, total: 250, proximo: null });
    expect(last.itens).toHaveLength(50);
    expect(((await (await get('/erp/v1/produtos?pagina=4')).json()) as Envelope).itens).toEqual([]);
    for (const query of ['pagina=0', 'pagina=x', 'tamanho=0', 'tamanho=1001']) {
      expect((await get(`/erp/v1/produtos?${query}`)).status).toBe(400);
    }
  });

  it('gives the same rows by offset, by cursor and along the Link header', async () => {
    const codes = async (address: string): Promise<(string | undefined)[]> => {
      const { itens } = (await (await fetch(address)).json()) as Envelope;
      return itens.map((item) => item.codigo);
    };
    const second = await codes(`${erp.url}/erp/v1/produtos?pagina=2&tamanho=100`);
    const first = await get('/erp/v1/produtos?tamanho=100');
    const link = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    const { proximo } = (await first.json()) as Envelope;
    expect(await codes(link)).toEqual(second);
    expect(await codes(`${erp.url}/erp/v1/produtos?deslocamento=100&limite=100`)).toEqual(second);
    expect(await codes(`${erp.url}/erp/v1/produtos?cursor=${proximo}&tamanho=100`)).toEqual(second);
    expect((await get('/erp/v1/produtos?pagina=3')).headers.get('link')).toBeNull();
  });

  it('answers one product by code, and 404', async () => {
    expect(await (await get('/erp/v1/produtos/SKU-00003')).json()).toEqual(itemAt(3));
    expect((await get('/erp/v1/produtos/SKU-99999')).status).toBe(404);
    expect((await get('/erp/v1/produtos/%ff')).status).toBe(404);
  });

  it('serves CSV in UTF-8 and in windows-1252, the same text', async () => {
    const utf8 = await get('/erp/v1/produtos.csv');
    const windows = await get('/erp/v1/produtos.csv?encoding=latin1');
    expect(windows.headers.get('content-type')).toBe('text/csv; charset=windows-1252');
    const bytes = Buffer.from(await windows.arrayBuffer());
    const text = await utf8.text();
    // Node 20's TextDecoder reads windows-1252 as latin1, so the one character that differs is put right by hand.
    expect(bytes.toString('latin1').replaceAll('\u0096', '–')).toBe(text);
    expect(text).toContain('–');
    expect(bytes.includes(0x96)).toBe(true);
    const lines = text.trimEnd().split('\r\n');
    expect(lines).toHaveLength(251);
    expect(lines[1]).toBe(
      'SKU-00001;Faca de Pão Juçara Única TF-1001 42 Peças;Cozinha/Talheres e Facas;Juçara;238,99;335;1_1;1,600;5,5;20,0;18,5;7891000000373;A;12/05/2026',
    );
    expect(lines[23]?.startsWith(';')).toBe(true);
    expect(text).toContain('""');
  });

  it('streams a catalogue of any size in small pieces', () => {
    let pieces = 0;
    let largest = 0;
    for (const piece of csvChunks(20_000, 'utf-8', new Set())) {
      pieces += 1;
      largest = Math.max(largest, piece.length);
    }
    expect(pieces).toBe(40);
    expect(largest).toBeLessThan(100_000);
  });

  it('fails page k so many times, breaks its JSON, and breaks a CSV line', async () => {
    await put({ kind: 'status', page: 2, status: 500, count: 2 });
    const statuses: number[] = [];
    for (const page of [1, 2, 2, 2]) statuses.push((await get(`/erp/v1/produtos?pagina=${page}`)).status);
    expect(statuses).toEqual([200, 500, 500, 200]);
    await put({ kind: 'broken-json', page: 1, count: 1 });
    await expect((await get('/erp/v1/produtos?pagina=1')).json()).rejects.toThrow(/JSON/);
    expect((await get('/erp/v1/produtos?pagina=1')).status).toBe(200);
    await put({ kind: 'csv-columns', line: 5 });
    const lines = (await (await get('/erp/v1/produtos.csv')).text()).split('\r\n');
    expect([lines[3], lines[4]].map((line) => line?.split(';').length)).toEqual([14, 15]);
    await fetch(`${erp.url}/_erp/faults`, { method: 'DELETE' });
    expect(await (await get('/_erp/faults')).json()).toEqual({ faults: [] });
    expect((await put({ kind: 'nada' })).status).toBe(400);
  });

  it('tells what a correct integration ends with, also in this process', async () => {
    expect(await (await get('/_erp/expected')).json()).toEqual(expectedOf(250));
    expect(erp.expected()).toEqual(expectedOf(250));
    expect(erp.products).toHaveLength(250);
    expect(erp.products[10]).toMatchObject({ row: 11, dirt: { field: 'preco' }, item: { preco: 'abc' } });
  });

  it('explains itself in three languages', async () => {
    expect(await (await get('/', { 'accept-language': 'es' })).text()).toContain('ERP de demostración');
    expect(await (await get('/?lang=pt')).text()).toContain('/erp/v1/produtos.csv?encoding=latin1');
    expect((await get('/page.css')).headers.get('content-type')).toBe('text/css');
  });

  it('asks for the credential it was given, and reads only', async () => {
    const kinds = [
      [{ kind: 'apiKey', key: 'k' } as const, { 'x-api-key': 'k' }],
      [{ kind: 'bearer', token: 't' } as const, { authorization: 'Bearer t' }],
      [{ kind: 'basic', user: 'u', password: 'p' } as const, { authorization: `Basic ${btoa('u:p')}` }],
    ] as const;
    for (const [auth, headers] of kinds) {
      const guarded = await startErp({ products: 10, auth });
      const address = `${guarded.url}/erp/v1/produtos`;
      expect((await fetch(address)).status).toBe(401);
      expect((await fetch(address, { headers })).status).toBe(200);
      expect((await fetch(guarded.url)).status).toBe(200);
      await guarded.close();
    }
    expect((await fetch(`${erp.url}/erp/v1/produtos`, { method: 'POST' })).status).toBe(405);
  });
});

function checkSum(ean: string): number {
  return [...ean].reduce((sum, digit, index) => sum + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
}
