// The files that sources are measured with, written once into a folder: products as an ERP exports them.
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import yazl from 'yazl';

const fields = (n) => ({
  sku: `SKU-${String(n).padStart(8, '0')}`,
  nome: `Cafeteira elétrica modelo ${n % 1_000}, aço inox`,
  marca: `Marca ${n % 50}`,
  preco: ((n % 100_000) / 100 + 10).toFixed(2),
  estoque: String(n % 300),
  ean: String(7_890_000_000_000 + n),
  ativo: n % 7 === 0 ? 'não' : 'sim',
});

/** What each kind of file is made of, and how the box is told to read it. */
export const kinds = {
  csv: { rows: 1_000_000, box: 'source.csv', config: { delimiter: ';' } },
  xml: { rows: 1_000_000, box: 'source.xml', config: { element: 'produtos/produto' } },
  xlsx: { rows: 200_000, box: 'source.xlsx', config: {} },
};

/** Writes so many rows; answers the file's path. */
export async function writeFile(folder, kind, rows) {
  const file = path.join(folder, `produtos.${kind}`);
  if (kind === 'xlsx') await writeBook(file, rows);
  else await pipeline(Readable.from(kind === 'csv' ? csvText(rows) : xmlText(rows)), createWriteStream(file));
  return file;
}

function* csvText(rows) {
  yield `${Object.keys(fields(0)).join(';')}\r\n`;
  yield* inBlocks(rows, (n) => `${Object.values(fields(n)).join(';')}\r\n`);
}

function* xmlText(rows) {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<produtos>\n';
  yield* inBlocks(rows, (n) => {
    const members = Object.entries(fields(n)).map(([name, value]) => `<${name}>${value}</${name}>`);
    return `<produto>${members.join('')}</produto>\n`;
  });
  yield '</produtos>\n';
}

function* inBlocks(rows, lineOf) {
  for (let from = 0; from < rows; from += 1_000) {
    let block = '';
    for (let n = from; n < Math.min(rows, from + 1_000); n++) block += lineOf(n);
    yield block;
  }
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

async function writeBook(file, rows) {
  const zip = new yazl.ZipFile();
  const add = (name, text) => zip.addBuffer(Buffer.from(`<?xml version="1.0"?>${text}`), name);
  add('[Content_Types].xml', '<Types/>');
  add(
    'xl/workbook.xml',
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
  );
  add(
    'xl/_rels/workbook.xml.rels',
    '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
  );
  zip.addReadStream(Readable.from(sheetText(rows), { objectMode: false }), 'xl/worksheets/sheet1.xml');
  zip.end();
  const out = createWriteStream(file);
  zip.outputStream.pipe(out);
  await once(zip.outputStream, 'end');
  await finished(out);
}

function* sheetText(rows) {
  yield `<?xml version="1.0"?><worksheet xmlns="${MAIN}"><sheetData>`;
  yield rowText(1, Object.keys(fields(0)));
  yield* inBlocks(rows, (n) => rowText(n + 2, Object.values(fields(n))));
  yield '</sheetData></worksheet>';
}

function rowText(number, values) {
  const cells = values.map((value, at) => {
    const place = `${String.fromCharCode(65 + at)}${number}`;
    return /^\d+(\.\d+)?$/.test(value)
      ? `<c r="${place}"><v>${value}</v></c>`
      : `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;
  });
  return `<row r="${number}">${cells.join('')}</row>`;
}
