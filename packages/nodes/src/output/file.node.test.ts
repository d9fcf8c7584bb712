import type { Row } from '@eclusa/flow';
import { collected, memoryFiles } from '../harness.testing';
import { rowsOf } from '../files/reading.testing';
import xml from '../source/xml.node';
import file from './file.node';

const written = async (rows: Row[], config: Record<string, never> | object, pageSize = 500) => {
  const files = memoryFiles();
  const [described] = await collected(file, rows, { config: config as never, files, pageSize });
  return { described, text: files.text('file-1'), bytes: files.bytes('file-1') };
};

describe('writing a file', () => {
  it('writes CSV with the columns asked for, in their order, and describes the file', async () => {
    const rows = [{ a: 1.5, b: 'x;y', price: { base: 10 }, 'c.d': 'dot' }];
    const columns = [
      { column: 'b', title: 'B' },
      { column: 'price.base' },
      { column: 'c.d' },
      { column: 'nothing' },
    ];
    const { text, described } = await written(rows, {
      columns,
      bom: false,
      decimalComma: true,
      name: 'x-{date}',
    });
    expect(text).toBe('B;price.base;c.d;nothing\r\n"x;y";10;dot;\r\n');
    expect(described).toEqual({
      fileId: 'file-1',
      name: 'x-2026-11-23.csv',
      rows: 1,
      bytes: Buffer.byteLength(text),
    });
  });

  it('finds all columns by itself, those of the last row too', async () => {
    const rows: Row[] = [{ a: 1 }, { a: 2, b: 'x' }, { c: [1, 2] }];
    const { text } = await written(rows, { bom: false, delimiter: ',' }, 1);
    expect(text).toBe('a,b,c\r\n1,,\r\n2,x,\r\n,,"[1,2]"\r\n');
  });

  it('disarms texts a spreadsheet would run, and leaves numbers alone', async () => {
    const values = ['=1+1', '@x', '+cmd|calc', '-2+3+cmd', '-5,00', '+55 (11) 99999-0000', 'a=b', -7.5];
    const rows = values.map((v) => ({ v }));
    const { text } = await written(rows, { bom: false, decimalComma: true });
    expect(text.split('\r\n').slice(1, -1)).toEqual([
      "'=1+1",
      "'@x",
      "'+cmd|calc",
      "'-2+3+cmd",
      '-5,00',
      '+55 (11) 99999-0000',
      'a=b',
      '-7,5',
    ]);
    expect((await written(rows, { bom: false, guard: false })).text).toContain('\r\n=1+1\r\n');
  });

  it('marks UTF-8 for Excel, and writes windows-1252 with a question mark for what it lacks', async () => {
    const rows = [{ nome: 'Ação € 漢' }];
    const utf8 = await written(rows, {});
    expect([...utf8.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const legacy = await written(rows, { encoding: 'windows-1252' });
    expect(legacy.bytes.toString('latin1')).toBe('nome\r\nA\xe7\xe3o \x80 ?\r\n');
  });

  it('writes JSON as one list and NDJSON line by line, also when there is nothing', async () => {
    const rows = [{ a: 1 }, { a: 2 }, { a: 3 }];
    expect(JSON.parse((await written(rows, { format: 'json' }, 2)).text)).toEqual(rows);
    expect((await written(rows, { format: 'ndjson' }, 2)).text).toBe('{"a":1}\n{"a":2}\n{"a":3}\n');
    expect(JSON.parse((await written([], { format: 'json' })).text)).toEqual([]);
  });

  it('keeps a name from leaving its folder', async () => {
    const { described } = await written([{ a: 1 }], { name: '../../etc/{time}:x', format: 'json' });
    expect(described?.['name']).toBe('-..-etc-123456-x.json');
  });

  it('writes XML that is read as it was, and packs what it writes', async () => {
    const rows: Row[] = [
      {
        '@id': 1,
        nome: 'a < b & "c"',
        fotos: ['x', 'y'],
        preço: { '@moeda': 'BRL', '#text': 1.5 },
        vazio: null,
      },
      { '@id': 2, nome: 'd\u0000', 'a b (1)': true, '1º': 'z' },
    ];
    const config = { format: 'xml', rootElement: 'pedidos', rowElement: 'pedido' };
    const { text } = await written(rows, config, 1);
    expect(text.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<pedidos>\n<pedido id="1">')).toBe(true);
    const packed = await written(rows, { ...config, packed: true, name: 'p' });
    expect(packed.described).toMatchObject({ name: 'p.xml.gz', rows: 2, bytes: packed.bytes.length });
    for (const content of [text, packed.bytes]) {
      const read = await rowsOf(xml, content, { element: 'pedidos/pedido' });
      expect(read.rows).toEqual([
        {
          ...{ '@id': '1', nome: 'a < b & "c"', fotos: ['x', 'y'], vazio: '' },
          preço: { '@moeda': 'BRL', '#text': '1.5' },
        },
        { '@id': '2', nome: 'd', a_b__1_: 'true', _1_: 'z' },
      ]);
    }
  });
});
