import type { Json } from '@eclusa/flow';
import { expectToGoOn, rowsOf, untilFault } from '../files/reading.testing';
import { encodeWindows1252 } from '../net/charset';
import fixedWidth from './fixed-width.node';

const layout: Json = [
  { name: 'codigo', start: 1, length: 4 },
  { name: 'nome', start: 5, length: 6, kind: 'raw' },
  { name: 'valor', start: 11, length: 6, kind: 'number', decimals: 2 },
];

describe('reading text of fixed width', () => {
  it('cuts values out, and fills what was cut off a line with blanks', async () => {
    const { rows, refused } = await rowsOf(fixedWidth, 'A1  Café  001250\nB2  x\n\nC3  y     -12,5\n', {
      layout,
    });
    expect(refused).toEqual([]);
    expect(rows).toEqual([
      { codigo: 'A1', nome: 'Café  ', valor: 12.5 },
      { codigo: 'B2', nome: 'x', valor: null },
      { codigo: 'C3', nome: 'y     ', valor: -12.5 },
    ]);
  });

  it('does not lose a cent of a number with decimals', async () => {
    const lines = ['001005', '000029', '5', '000007-'];
    const { rows } = await rowsOf(fixedWidth, lines.join('\n'), {
      layout: [{ name: 'v', start: 1, length: 8, kind: 'number', decimals: 2 }],
    });
    expect(rows.map(({ v }) => v)).toEqual([10.05, 0.29, 0.05, -0.07]);
  });

  it('knows dates and times, zeros being none, and refuses those that do not exist', async () => {
    const date = (pattern: string) => ({
      layout: [{ name: 'd', start: 1, length: pattern.length, kind: 'date', pattern }],
    });
    const { rows, refused } = await rowsOf(fixedWidth, '29022024\n00000000\n31022024\n', date('ddMMyyyy'));
    expect(rows).toEqual([{ d: '2024-02-29' }, { d: null }]);
    expect(refused.map(({ error: { code, values } }) => [code, values['line']])).toEqual([
      ['nodes.fixed-date', 3],
    ]);
    expect((await rowsOf(fixedWidth, '691231\n700101', date('yyMMdd'))).rows).toEqual([
      { d: '2069-12-31' },
      { d: '1970-01-01' },
    ]);
    expect((await rowsOf(fixedWidth, '20241231235959', date('yyyyMMddHHmmss'))).rows).toEqual([
      { d: '2024-12-31T23:59:59' },
    ]);
  });

  it('leaves out lines of other kinds, and refuses short ones when told to', async () => {
    const text = 'HEADER\nD1A\nT\nD2\n';
    const config = { layout: [{ name: 'x', start: 2, length: 2 }], onlyText: 'D', skipLines: 1 };
    expect((await rowsOf(fixedWidth, text, config)).rows).toEqual([{ x: '1A' }, { x: '2' }]);
    const { refused } = await rowsOf(fixedWidth, text, { ...config, shortLines: 'refuse' });
    expect(refused.map(({ raw, error: { code, values } }) => [raw, code, values])).toEqual([
      ['D2', 'nodes.fixed-short', { file: 'f', line: 4, needed: 3, found: 2 }],
    ]);
  });

  it('reads old encodings, and refuses a line in another one', async () => {
    expect((await rowsOf(fixedWidth, encodeWindows1252('A1  ação  1\n'), { layout })).rows).toEqual([
      { codigo: 'A1', nome: 'ação  ', valor: 0.01 },
    ]);
    const mixed = Buffer.concat([
      Buffer.from('A1  ação  1\nA2  ação  1\n'),
      Buffer.from('A3  a\xe7\xe3o  1\n', 'latin1'),
    ]);
    const { rows, refused } = await rowsOf(fixedWidth, mixed, { layout });
    expect(rows).toHaveLength(2);
    expect(refused.map(({ error: { code, values } }) => [code, values['line']])).toEqual([
      ['nodes.file-encoding', 3],
    ]);
  });

  it('refuses a line without end, and goes on after it', async () => {
    const text = `A1\n${'x'.repeat(500_000)}\nA3\n`;
    const { rows, refused } = await rowsOf(fixedWidth, text, { layout, maxRecordKilobytes: 64 });
    expect(rows.map(({ codigo }) => codigo)).toEqual(['A1', 'A3']);
    expect(refused.map(({ error: { code, values } }) => [code, values])).toEqual([
      ['nodes.file-line-too-long', { file: 'f', line: 2, kilobytes: 64 }],
    ]);
  });

  it('goes on after any page as if it had never stopped', async () => {
    const lines = Array.from({ length: 20 }, (_, n) => `${String(n).padEnd(4)}é`);
    expect(await expectToGoOn(fixedWidth, lines.join('\r\n'), { layout, skipLines: 2 })).toBe(6);
  });

  it('asks for a layout', async () => {
    expect((await untilFault(fixedWidth, 'x', { layout: [] })).error.code).toBe('nodes.layout-empty');
    const { error } = await untilFault(fixedWidth, 'x', { layout: [{ name: 'a', start: 0, length: 1 }] });
    expect([error.code, error.values]).toEqual(['nodes.layout-line', { line: 1 }]);
  });
});
