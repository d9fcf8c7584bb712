// The files that the sources part reads: the products of the bench as CSV, XML and XLSX, written as streams.
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { productAt } from './rows.mjs';

const fields = Object.keys(productAt(0));
/** Rows that go into one piece of text. */
const lot = 1_000;

/** Writes the first `rows` products to `file`, in the format that its ending names. */
export async function writeProducts(file, rows) {
  const format = file.slice(file.lastIndexOf('.') + 1);
  if (format === 'xlsx') return writeWorkbook(file, rows);
  await pipeline(Readable.from(format === 'csv' ? csv(rows) : xml(rows)), createWriteStream(file));
}

function* csv(rows) {
  yield `${fields.join(';')}\n`;
  yield* lots(rows, (row) => `${fields.map((field) => quoted(row[field])).join(';')}\n`);
}

const quoted = (value) => (/[;"]/.test(`${value}`) ? `"${`${value}`.replaceAll('"', '""')}"` : `${value}`);

function* xml(rows) {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<produtos>\n';
  yield* lots(
    rows,
    (row) =>
      `<produto>${fields.map((field) => `<${field}>${escaped(row[field])}</${field}>`).join('')}</produto>\n`,
  );
  yield '</produtos>\n';
}

async function writeWorkbook(file, rows) {
  const zip = new yazl.ZipFile();
  const written = pipeline(zip.outputStream, createWriteStream(file));
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const texts = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Produtos" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  };
  for (const [name, text] of Object.entries(texts)) zip.addBuffer(Buffer.from(text), name);
  zip.addReadStream(Readable.from(sheet(rows, main)), 'xl/worksheets/sheet1.xml');
  zip.end();
  await written;
}

function* sheet(rows, namespace) {
  yield `<worksheet xmlns="${namespace}"><sheetData>${line(fields)}`;
  yield* lots(rows, (row) => line(fields.map((field) => row[field])));
  yield '</sheetData></worksheet>';
}

const line = (values) =>
  `<row>${values
    .map((value) =>
      typeof value === 'number'
        ? `<c><v>${value}</v></c>`
        : `<c t="inlineStr"><is><t>${escaped(value)}</t></is></c>`,
    )
    .join('')}</row>`;

const escaped = (value) => `${value}`.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function* lots(rows, textOf) {
  for (let from = 0; from < rows; from += lot) {
    const count = Math.min(lot, rows - from);
    yield Array.from({ length: count }, (_, index) => textOf(productAt(from + index))).join('');
  }
}
