// Writes small XLSX files and other archives for tests, with Python's zipfile format in plain code: stored or deflated.
import { crc32, deflateRawSync } from 'node:zlib';

export interface PackedFile {
  name: string;
  bytes: Buffer;
  /** What the archive claims its size to be. */
  claims?: number;
}

/** A ZIP of these files. */
export function zipOf(files: readonly PackedFile[]): Buffer {
  const parts: Buffer[] = [];
  const table: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, claims } of files) {
    const packed = deflateRawSync(bytes);
    const own = headOf(name, bytes, packed.length, claims ?? bytes.length);
    const local = Buffer.concat([signed(0x04034b50), own.subarray(0, 26), Buffer.from(name)]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    table.push(Buffer.concat([signed(0x02014b50), u16(20), own.subarray(0, 26), place, Buffer.from(name)]));
    parts.push(local, packed);
    offset += local.length + packed.length;
  }
  const list = Buffer.concat(table);
  const end = Buffer.concat([
    signed(0x06054b50),
    Buffer.alloc(4),
    u16(files.length),
    u16(files.length),
    u32(list.length),
    u32(offset),
    Buffer.alloc(2),
  ]);
  return Buffer.concat([...parts, list, end]);
}

function headOf(name: string, bytes: Buffer, packed: number, size: number): Buffer {
  return Buffer.concat([
    ...[u16(20), u16(0x800), u16(8), u16(0), u16(0x21)],
    ...[u32(crc32(bytes)), u32(packed), u32(size), u16(Buffer.byteLength(name)), u16(0)],
  ]);
}

const signed = (value: number): Buffer => u32(value);
function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}

export interface SheetOf {
  name: string;
  /** The content of `<sheetData>`. */
  data: string;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of these sheets; `s="1"` is a date, `s="2"` a date and time, `s="3"` money. */
export function workbookOf(sheets: readonly SheetOf[], texts: readonly string[] = []): Buffer {
  const part = (name: string, xml: string) => ({ name, bytes: Buffer.from(`<?xml version="1.0"?>${xml}`) });
  const list = sheets.map(
    ({ name }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const links = sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  return zipOf([
    part('[Content_Types].xml', '<Types/>'),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${list.join('')}</sheets></workbook>`,
    ),
    part('xl/_rels/workbook.xml.rels', `<Relationships>${links.join('')}</Relationships>`),
    part(
      'xl/styles.xml',
      `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy hh:mm"/><numFmt numFmtId="165" formatCode="&quot;R$&quot; #,##0.00"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
    ),
    part(
      'xl/sharedStrings.xml',
      `<sst xmlns="${MAIN}">${texts.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    ),
    ...sheets.map(({ data }, at) =>
      part(
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>`,
      ),
    ),
  ]);
}

/** A row of cells: texts inline, numbers, booleans. */
export function rowOf(number: number, cells: readonly (string | number | boolean | null)[]): string {
  const written = cells.map((value, at) => {
    const place = `${String.fromCharCode(65 + at)}${number}`;
    if (value === null) return '';
    if (typeof value === 'string') return `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;
    if (typeof value === 'boolean') return `<c r="${place}" t="b"><v>${Number(value)}</v></c>`;
    return `<c r="${place}"><v>${value}</v></c>`;
  });
  return `<row r="${number}">${written.join('')}</row>`;
}
