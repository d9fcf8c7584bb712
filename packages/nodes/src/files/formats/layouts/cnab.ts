// Where the values of CNAB files stand: 240 columns as FEBRABAN publishes them, and of 400 columns what the banks have
// in common. Banks put their own things elsewhere: the box takes further places from the person.
import type { Column, ColumnKind } from '../columns';

type Line = readonly [name: string, start: number, length: number, kind?: ColumnKind, more?: number | string];

function layout(lines: readonly Line[]): Column[] {
  return lines.map(([name, start, length, kind = 'text', more]): Column => ({
    ...{ name, start, length, kind },
    ...(typeof more === 'number' && { decimals: more }),
    ...(typeof more === 'string' && { pattern: more }),
  }));
}

/** Header of a 240 file. */
export const header240 = layout([
  ['banco', 1, 3],
  ['documento', 19, 14],
  ['empresa', 73, 30],
  ['nomeBanco', 103, 30],
  ['tipo', 143, 1],
  ['geradoEm', 144, 8, 'date', 'ddMMyyyy'],
  ['sequencial', 158, 6, 'number'],
]);

/** How many records a 240 file says that it has. */
export const trailer240 = layout([['registros', 24, 6, 'number']]);

/** Every detail line of a 240 file. */
export const detail240 = layout([
  ['banco', 1, 3],
  ['lote', 4, 4],
  ['sequencia', 9, 5, 'number'],
  ['segmento', 14, 1],
  ['movimento', 16, 2],
]);

/** By segment. U belongs to the T before it, Q to the P, B to the A: their values go into one row. */
export const segments240: Readonly<Record<string, readonly Column[]>> = {
  T: layout([
    ['agencia', 18, 5],
    ['conta', 24, 12],
    ['nossoNumero', 38, 20],
    ['carteira', 58, 1],
    ['numeroDocumento', 59, 15],
    ['vencimento', 74, 8, 'date', 'ddMMyyyy'],
    ['valorTitulo', 82, 15, 'number', 2],
    ['bancoCobrador', 97, 3],
    ['identificacao', 106, 25],
    ['pagadorDocumento', 134, 15],
    ['pagador', 149, 40],
    ['valorTarifa', 199, 15, 'number', 2],
    ['motivos', 214, 10],
  ]),
  U: layout([
    ['juros', 18, 15, 'number', 2],
    ['desconto', 33, 15, 'number', 2],
    ['abatimento', 48, 15, 'number', 2],
    ['valorPago', 78, 15, 'number', 2],
    ['valorCreditado', 93, 15, 'number', 2],
    ['ocorridoEm', 138, 8, 'date', 'ddMMyyyy'],
    ['creditadoEm', 146, 8, 'date', 'ddMMyyyy'],
  ]),
  P: layout([
    ['agencia', 18, 5],
    ['conta', 24, 12],
    ['nossoNumero', 38, 20],
    ['carteira', 58, 1],
    ['numeroDocumento', 63, 15],
    ['vencimento', 78, 8, 'date', 'ddMMyyyy'],
    ['valorTitulo', 86, 15, 'number', 2],
    ['emitidoEm', 110, 8, 'date', 'ddMMyyyy'],
    ['identificacao', 196, 25],
  ]),
  Q: layout([
    ['pagadorDocumento', 19, 15],
    ['pagador', 34, 40],
    ['endereco', 74, 40],
    ['bairro', 114, 15],
    ['cep', 129, 8],
    ['cidade', 137, 15],
    ['uf', 152, 2],
  ]),
  A: layout([
    ['favorecidoBanco', 21, 3],
    ['favorecidoAgencia', 24, 5],
    ['favorecidoConta', 30, 12],
    ['favorecido', 44, 30],
    ['numeroDocumento', 74, 20],
    ['pagoEm', 94, 8, 'date', 'ddMMyyyy'],
    ['valorPago', 120, 15, 'number', 2],
    ['nossoNumero', 135, 20],
    ['efetuadoEm', 155, 8, 'date', 'ddMMyyyy'],
    ['valorEfetuado', 163, 15, 'number', 2],
    ['motivos', 231, 10],
  ]),
  B: layout([
    ['favorecidoDocumento', 19, 14],
    ['endereco', 33, 30],
    ['cep', 118, 8],
  ]),
};

/** A segment that goes on with the title or payment of the one named. */
export const continues240: Readonly<Record<string, string>> = { U: 'T', Q: 'P', B: 'A' };

/** Header of a 400 file. */
export const header400 = layout([
  ['tipo', 2, 1],
  ['servico', 12, 15],
  ['empresa', 47, 30],
  ['banco', 77, 3],
  ['nomeBanco', 80, 15],
  ['geradoEm', 95, 6, 'date', 'ddMMyy'],
]);

/** A title in a file from the bank, which the header marks by 2. */
export const return400 = layout([
  ['documento', 4, 14],
  ['identificacao', 38, 25],
  ['movimento', 109, 2],
  ['ocorridoEm', 111, 6, 'date', 'ddMMyy'],
  ['numeroDocumento', 117, 10],
  ['vencimento', 147, 6, 'date', 'ddMMyy'],
  ['valorTitulo', 153, 13, 'number', 2],
  ['bancoCobrador', 166, 3],
  ['valorTarifa', 176, 13, 'number', 2],
  ['abatimento', 228, 13, 'number', 2],
  ['desconto', 241, 13, 'number', 2],
  ['valorPago', 254, 13, 'number', 2],
  ['juros', 267, 13, 'number', 2],
  ['creditadoEm', 296, 6, 'date', 'ddMMyy'],
  ['sequencia', 395, 6, 'number'],
]);

/** A title in a file to the bank. */
export const sent400 = layout([
  ['documento', 4, 14],
  ['identificacao', 38, 25],
  ['movimento', 109, 2],
  ['numeroDocumento', 111, 10],
  ['vencimento', 121, 6, 'date', 'ddMMyy'],
  ['valorTitulo', 127, 13, 'number', 2],
  ['emitidoEm', 151, 6, 'date', 'ddMMyy'],
  ['pagadorDocumento', 221, 14],
  ['pagador', 235, 40],
  ['endereco', 275, 40],
  ['cep', 327, 8],
  ['sequencia', 395, 6, 'number'],
]);
