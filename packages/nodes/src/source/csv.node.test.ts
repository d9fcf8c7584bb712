import { memoryFiles, readAll, serve, sorted, type ContextOptions } from '../harness.testing';
import { encodeWindows1252 } from '../net/charset';
import { itWithSamples, sample } from '../samples.testing';
import csv from './csv.node';

const read = async (content: string | Uint8Array, config = {}, more: ContextOptions = {}) =>
  readAll(csv, {
    config: { from: 'file', file: 'f', ...config },
    files: memoryFiles({ f: content }),
    ...more,
  });

const readRows = async (content: string | Uint8Array, config = {}) => sorted(await read(content, config));

describe('reading a CSV', () => {
  itWithSamples('reads the Olist products with their empty categories', async () => {
    const { rows, refused } = await readRows(sample('olist/olist_products_first400.csv'));
    expect(rows).toHaveLength(400);
    expect(refused).toEqual([]);
    expect(rows[0]).toMatchObject({ product_category_name: 'perfumaria', product_weight_g: '225' });
    expect(rows.some((row) => row['product_category_name'] === '')).toBe(true);
  });

  itWithSamples('leaves the byte-order mark out of the first column name', async () => {
    const { rows } = await readRows(sample('olist/product_category_name_translation.csv'));
    expect(Object.keys(rows[0] ?? {})).toEqual(['product_category_name', 'product_category_name_english']);
  });

  it.each([
    [';', 'a;b\n1,5;x\n2,5;y\n'],
    [',', 'a,b\n1.5,"x;y;z"\n2.5,y\n'],
    ['tab', 'a\tb\n1\tx\n2\ty\n'],
    ['|', 'a|b\n1|x\n2|y\n'],
  ])('finds out that %s is the delimiter', async (_name, content) => {
    const { rows, refused } = await readRows(content);
    expect(refused).toEqual([]);
    expect(rows.map((row) => Object.keys(row))).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  it('reads windows-1252 when the file is not UTF-8, the euro sign included', async () => {
    const { rows } = await readRows(encodeWindows1252('nome;preço\nCafé – “nº 1”;10 €\n'));
    expect(rows).toEqual([{ nome: 'Café – “nº 1”', preço: '10 €' }]);
  });

  it('reads UTF-16 as Excel saves it, to the last byte after a restart', async () => {
    const content = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('nome\tvalor\r\nCafé\t1\r\n😀 "x"\t2\r\nçã\t3\r\n', 'utf16le'),
    ]);
    const pages = await read(content, {}, { pageSize: 1 });
    expect(sorted(pages).rows.map((row) => row['nome'])).toEqual(['Café', '😀 "x"', 'çã']);
    const rest = await read(content, {}, { pageSize: 1, cursor: pages[1]?.cursor ?? null });
    expect(sorted(rest).rows).toEqual([{ nome: 'çã', valor: '3' }]);
  });

  it('refuses a line with a wrong number of columns, says which, and keeps all others', async () => {
    const { rows, refused } = await readRows('a;b;c\n1;2;3\n4;5\n6;7;8;9\n"x\ny";2;3\n1;2\n');
    expect(rows).toEqual([
      { a: '1', b: '2', c: '3' },
      { a: 'x\ny', b: '2', c: '3' },
    ]);
    expect(refused.map(({ raw, error }) => [raw, error.code, error.values])).toEqual([
      ['4;5', 'nodes.csv-columns', { line: 3, expected: 3, found: 2 }],
      ['6;7;8;9', 'nodes.csv-columns', { line: 4, expected: 3, found: 4 }],
      ['1;2', 'nodes.csv-columns', { line: 7, expected: 3, found: 2 }],
    ]);
  });

  it('refuses a line in another encoding with its byte, and keeps all others', async () => {
    const content = Buffer.concat([
      Buffer.from(`nome;x\n${'ação;1\n'.repeat(15_000)}`),
      Buffer.from('caf\xe9;2\n', 'latin1'),
      Buffer.from('fim;3\n'),
    ]);
    const { rows, refused } = await readRows(content);
    expect(rows).toHaveLength(15_001);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.error.code).toBe('nodes.csv-encoding');
    const byte = content.indexOf(0xe9) + 1;
    expect(refused[0]?.error.values).toEqual({ line: 15_002, column: 'nome', byte, encoding: 'utf-8' });
    expect(refused[0]?.raw).toBe('café;2');
  });

  it.each(['utf-8', 'windows-1252'])(
    'of a mix, mostly %s, refuses the lines in the other encoding',
    async (most) => {
      const lines = Array.from({ length: 400 }, (_, n) => ({
        n,
        utf8: (n % 4 === 1) !== (most === 'utf-8'),
      }));
      const content = Buffer.concat([
        Buffer.from('nome;x\n'),
        ...lines.map(({ n, utf8 }) => Buffer.from(`Café ${n};NÃO É MAÇÃ\n`, utf8 ? 'utf8' : 'latin1')),
      ]);
      const { rows, refused } = await readRows(content);
      const kept = lines.filter(({ utf8 }) => utf8 === (most === 'utf-8'));
      expect(kept).toHaveLength(300);
      expect(rows).toEqual(kept.map(({ n }) => ({ nome: `Café ${n}`, x: 'NÃO É MAÇÃ' })));
      expect(refused).toHaveLength(100);
      const line = lines.findIndex(({ utf8 }) => utf8 !== (most === 'utf-8')) + 2;
      expect(refused[0]?.error.code).toBe('nodes.csv-encoding');
      expect(refused[0]?.error.values).toMatchObject({ line, column: 'nome', encoding: most });
    },
  );

  it('reads every byte as the encoding that was chosen, however odd it looks', async () => {
    const { rows } = await readRows(Buffer.from('a\nCafé\n'), { encoding: 'windows-1252' });
    expect(rows).toEqual([{ a: 'CafÃ©' }]);
  });

  it('refuses only the line whose quotation mark is never closed', async () => {
    const { rows, refused } = await readRows('a;b\n1;2\n3;"4\n5;6\n7;8\n');
    expect(rows).toEqual([
      { a: '1', b: '2' },
      { a: '5', b: '6' },
      { a: '7', b: '8' },
    ]);
    expect(refused.map(({ raw, error }) => [raw, error.code, error.values])).toEqual([
      ['3;"4', 'nodes.csv-quote', { line: 3 }],
    ]);
  });

  it('refuses a line that is too long and goes on after it', async () => {
    const content = `a;b\n1;2\n3;${'x'.repeat(300_000)}\n5;6\n`;
    const { rows, refused } = await readRows(content, { maxLineKilobytes: 64 });
    expect(rows.map((row) => row['a'])).toEqual(['1', '5']);
    expect(refused.map(({ error }) => [error.code, error.values])).toEqual([
      ['nodes.csv-line-too-long', { line: 3, kilobytes: 64 }],
    ]);
  });

  it('turns the columns that are named into numbers, and refuses a price of abc', async () => {
    const content = 'sku;preco\nA;1.299,90\nB;abc\nC;\nD;-5\n';
    const { rows, refused } = await readRows(content, { decimals: [{ column: 'preco' }] });
    expect(rows.map((row) => row['preco'])).toEqual([1299.9, null, -5]);
    expect(refused.map(({ error }) => [error.code, error.values])).toEqual([
      ['nodes.csv-number', { line: 3, column: 'preco', value: 'abc' }],
    ]);
  });

  it('reads a file without quotation marks as it reads one with them', async () => {
    const lines = 'a;b\r\n1;2\n\n3\r;4\r\n5;6;7\n;\n8;9';
    const plain = await read(lines, { skipEmpty: false });
    const quoted = await read(`${lines}\n"10";11`, { skipEmpty: false });
    expect(sorted(plain).rows).toEqual(sorted(quoted).rows.slice(0, -1));
    expect(sorted(plain).refused.map(({ raw, error }) => [raw, error.values])).toEqual(
      sorted(quoted).refused.map(({ raw, error }) => [raw, error.values]),
    );
    expect(sorted(plain).rows).toHaveLength(4);
  });

  it('makes double and missing column names usable', async () => {
    const { rows } = await readRows('a;a;;__proto__\n1;2;3;4\n');
    expect(rows).toEqual([{ a: '1', a_2: '2', column3: '3', column4: '4' }]);
  });

  it('numbers the columns of a file without a header', async () => {
    const { rows } = await readRows('1;2\n3;4\n', { header: false });
    expect(rows).toEqual([
      { column1: '1', column2: '2' },
      { column1: '3', column2: '4' },
    ]);
  });

  it('skips empty lines and lines of delimiters only, unless told not to', async () => {
    expect((await readRows('a;b\n\n1;2\n;\n   \n')).rows).toEqual([{ a: '1', b: '2' }]);
    const kept = await readRows('a;b\n\n1;2\n;\n', { skipEmpty: false });
    expect(kept.rows).toEqual([
      { a: '1', b: '2' },
      { a: '', b: '' },
    ]);
    expect(kept.refused.map(({ error }) => error.values)).toEqual([{ line: 2, expected: 2, found: 1 }]);
  });

  it('goes on after any page as if it had never stopped', async () => {
    const lines = Array.from({ length: 997 }, (_, n) => (n % 7 ? `${n};"v${n}\r\nç";z` : `${n};short`));
    const content = Buffer.from(`id;texto;fim\r\n${lines.join('\r\n')}\r\n`);
    const all = await read(content, {}, { pageSize: 100 });
    expect(all).toHaveLength(10);
    for (const [at, page] of all.entries()) {
      const rest = await read(
        content,
        {},
        { pageSize: 100, cursor: JSON.parse(JSON.stringify(page.cursor)) },
      );
      expect(rest).toEqual(all.slice(at + 1));
    }
  });

  it('goes on where a run stopped that began when a cursor was the place in the one file', async () => {
    const dialect = {
      encoding: 'utf-8',
      guessed: true,
      delimiter: ';',
      quote: '"',
      lineBreaks: ['\r\n', '\n'],
    };
    const cursor = { offset: 8, line: 3, columns: ['a', 'b'], dialect, version: null };
    expect(sorted(await read('a;b\n1;2\n3;4\n', {}, { cursor })).rows).toEqual([{ a: '3', b: '4' }]);
  });

  it('yields nothing for an empty file and for a header alone', async () => {
    expect(await read('')).toEqual([]);
    expect(await read('a;b\n')).toEqual([]);
  });
});

describe('reading a CSV at an address', () => {
  const content = `id;nome\n${Array.from({ length: 2000 }, (_, n) => `${n};produto número ${n}\n`).join('')}`;
  const config = { from: 'address', connection: 'erp', path: '/produtos.csv' };

  it('asks for the rest only when it starts again, and when the line drops half-way', async () => {
    const bytes = Buffer.from(content);
    let drops = 1;
    const server = await serve((request, response) => {
      const start = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
      const body = bytes.subarray(start);
      const range = `bytes ${start}-${bytes.length - 1}/${bytes.length}`;
      const partial = start > 0 && { 'content-range': range };
      response.writeHead(start ? 206 : 200, { 'content-length': body.length, etag: '"1"', ...partial });
      if (drops-- > 0)
        response.write(body.subarray(0, 30_000), () => setTimeout(() => response.destroy(), 20));
      else response.end(body);
    });
    try {
      const options = { config, connection: { baseUrl: server.url }, allow: [server.host] };
      const pages = await readAll(csv, options);
      expect(sorted(pages).rows).toHaveLength(2000);
      expect(server.requests[1]?.headers.range).toMatch(/^bytes=\d{4,}-$/);
      const rest = await readAll(csv, { ...options, cursor: pages[2]?.cursor ?? null });
      expect(sorted(rest).rows[0]).toEqual({ id: '1500', nome: 'produto número 1500' });
    } finally {
      await server.close();
    }
  });

  it('reads from the start and skips when the server cannot seek', async () => {
    const server = await serve((_request, response) => void response.end(content));
    try {
      const options = { config, connection: { baseUrl: server.url }, allow: [server.host] };
      const pages = await readAll(csv, options);
      const rest = await readAll(csv, { ...options, cursor: pages[2]?.cursor ?? null });
      expect(sorted(rest).rows).toEqual(sorted(pages).rows.slice(1500));
    } finally {
      await server.close();
    }
  });

  it('does not mix two versions of a file', async () => {
    let version = 0;
    const server = await serve(
      (_request, response) => void response.setHeader('etag', `"${++version}"`).end(content),
    );
    try {
      const options = { config, connection: { baseUrl: server.url }, allow: [server.host] };
      const pages = await readAll(csv, options);
      const again = readAll(csv, { ...options, cursor: pages[0]?.cursor ?? null });
      await expect(again).rejects.toMatchObject({ code: 'nodes.file-changed' });
    } finally {
      await server.close();
    }
  });
});
