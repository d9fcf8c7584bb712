// The catalogue as CSV: `;` between columns, decimal comma, UTF-8 or windows-1252. Streams, whatever the number of rows.
import { itemAt, type ErpItem } from './catalogue';

export type CsvEncoding = 'utf-8' | 'windows-1252';

const columns: readonly (keyof ErpItem)[] = [
  'codigo',
  'descricao',
  'categoria',
  'marca',
  'preco',
  'estoque',
  'deposito',
  'peso_kg',
  'altura_cm',
  'largura_cm',
  'comprimento_cm',
  'ean',
  'situacao',
  'atualizado_em',
];

/** The characters windows-1252 has where latin1 has none, as far as the catalogue may use them. */
const windows: Readonly<Record<string, number>> = {
  '€': 0x80,
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '–': 0x96,
  '—': 0x97,
};

/**
 * Header and rows in pieces of some hundred lines. `brokenLines` counts from 1 with the header; such a line gets one column
 * too many.
 */
export function* csvChunks(
  rows: number,
  encoding: CsvEncoding,
  brokenLines: ReadonlySet<number>,
): Generator<Buffer> {
  let piece = `${columns.join(';')}\r\n`;
  for (let row = 1; row <= rows; row += 1) {
    const item = itemAt(row);
    const cells = columns.map((column) => quoted(item[column] ?? ''));
    if (brokenLines.has(row + 1)) cells.push('???');
    piece += `${cells.join(';')}\r\n`;
    if (row % 500 === 0) {
      yield encode(piece, encoding);
      piece = '';
    }
  }
  if (piece) yield encode(piece, encoding);
}

function quoted(value: string): string {
  return /[;"\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** A character that windows-1252 does not have becomes `?`. */
function encode(text: string, encoding: CsvEncoding): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  return Buffer.from([...text].map((character) => byteOf(character)));
}

function byteOf(character: string): number {
  const code = character.codePointAt(0) ?? 0x3f;
  return windows[character] ?? (code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : 0x3f);
}
