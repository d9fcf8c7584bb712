import { expectToGoOn, rowsOf, untilFault } from '../files/reading.testing';
import { itWithSamples, sample } from '../samples.testing';
import cnab from './cnab.node';
import { lineOf } from './cnab.testing';

describe('reading CNAB', () => {
  itWithSamples(
    'reads a return of 240 columns whose lines arrived cut short, T and U as one row',
    async () => {
      const content = sample('cnab/brcobranca-retorno-sicoob-cnab240.ret');
      const { rows, refused } = await rowsOf(cnab, content);
      expect(refused).toEqual([]);
      expect(
        rows.map((row) => [row['nossoNumero'], row['movimento'], row['vencimento'], row['valorTitulo']]),
      ).toEqual([
        ['000000008301011', '06', '2015-08-13', 2],
        ['000000011601011', '06', '2015-08-13', 2],
        ['000000012301011', '06', '2015-08-13', 2],
      ]);
      expect(rows[0]).toMatchObject({
        ...{
          banco: '756',
          segmento: 'T',
          pagador: expect.stringContaining('A MATERIAIS ELETRICOS') as string,
        },
        ...{ valorPago: 2, valorTarifa: 1.7 },
        arquivo: { empresa: 'RAZAO SOCIAL SICOOB', geradoEm: null },
      });
      expect(await expectToGoOn(cnab, content, {}, 1)).toBe(3);
    },
  );

  itWithSamples(
    'reads a remittance of 400 columns, with the value that the bank has at a place of its own',
    async () => {
      const content = sample('cnab/brcobranca-remessa-itau-cnab400.rem');
      const { rows, refused } = await rowsOf(cnab, content, {
        more: [{ segment: '1', name: 'nossoNumero', start: 63, length: 8 }],
      });
      expect(refused).toEqual([]);
      expect(rows[0]).toMatchObject({
        ...{ registro: '1', valorTitulo: 199.9, vencimento: '2015-07-14', nossoNumero: '00000123' },
        ...{ pagador: 'PABLO DIEGO JOSE FRANCISCO DE', arquivo: { banco: '341', tipo: '1' } },
      });
      expect(rows[1]).toMatchObject({
        registro: '2',
        linha: expect.stringContaining('2114072015') as string,
      });
    },
  );

  const header = lineOf(240, [1, '75600000'], [73, 'LOJA'], [143, '224112026']);
  const title = (n: number) =>
    lineOf(240, [1, '75600013'], [9, '00001T'], [38, String(n)], [82, '000000000001234']);
  const paid = lineOf(240, [1, '75600013'], [14, 'U'], [78, '000000000001234']);
  const end = (count: number) => lineOf(240, [1, '75699999'], [24, String(count).padStart(6, '0')]);

  it('says that a return was cut off, and keeps what came before', async () => {
    const { rows, error } = await untilFault(cnab, [header, title(1), paid, title(2)].join('\r\n'));
    expect(rows.map((row) => row['nossoNumero'])).toEqual(['1', '2']);
    expect([error.code, error.values]).toEqual(['nodes.cnab-cut', { file: 'f', lines: 4 }]);
    const { rows: taken } = await rowsOf(cnab, [header, title(1), paid].join('\r\n'), { needsEnd: false });
    expect(taken).toHaveLength(1);
  });

  it('says when lines got lost in the middle', async () => {
    const { rows, refused } = await rowsOf(cnab, [header, title(1), paid, end(6)].join('\n'));
    expect(rows).toHaveLength(1);
    expect(refused.map(({ error: { code, values } }) => [code, values])).toEqual([
      ['nodes.cnab-count', { file: 'f', line: 4, expected: 6, found: 4 }],
    ]);
  });

  it('refuses a title whose value is none, and keeps the others', async () => {
    const bad = title(1).replace('000000000001234', '00000000000O234');
    const { rows, refused } = await rowsOf(cnab, [header, bad, paid, title(2), paid, end(6)].join('\n'));
    expect(rows.map((row) => row['nossoNumero'])).toEqual(['2']);
    expect(refused.map(({ error: { code, values } }) => [code, values['field']])).toEqual([
      ['nodes.fixed-number', 'valorTitulo'],
    ]);
  });

  it('refuses what is no CNAB at its first line', async () => {
    expect((await untilFault(cnab, 'codigo;preco\n1;2\n')).error.code).toBe('nodes.cnab-header');
  });
});
