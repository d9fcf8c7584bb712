// Reads one file by a plain script with the same parser: rows as objects, and nothing else. It checks no limit, knows no
// place to go on from, and believes every file.
// Usage: node bench/sources/floor.mjs KIND FILE
import { createReadStream } from 'node:fs';
import { promisify } from 'node:util';
import { parse } from 'csv-parse';
import { SaxesParser } from 'saxes';
import yauzl from 'yauzl';
import { tell } from './tell.mjs';

const [kind, file] = process.argv.slice(2);
const readers = { csv: readCsv, xml: readXml, xlsx: readXlsx };
await tell(readers[kind]);

async function readCsv() {
  let rows = 0;
  const records = createReadStream(file).pipe(parse({ columns: true, delimiter: ';', bom: true }));
  for await (const record of records) if (record.sku) rows += 1;
  return rows;
}

async function readXml() {
  let [rows, depth, row, text] = [0, 0, null, ''];
  const parser = new SaxesParser();
  parser.on('opentag', () => {
    depth += 1;
    if (depth === 2) row = {};
    text = '';
  });
  parser.on('text', (piece) => (text += piece));
  parser.on('closetag', ({ name }) => {
    if (depth === 3) row[name] = text;
    if (depth === 2 && row.sku) rows += 1;
    depth -= 1;
  });
  for await (const piece of createReadStream(file, 'utf8')) parser.write(piece);
  parser.close();
  return rows;
}

async function readXlsx() {
  const zip = await promisify(yauzl.open)(file, { lazyEntries: true });
  const entry = await new Promise((resolve) => {
    zip.on('entry', (one) => (one.fileName.endsWith('sheet1.xml') ? resolve(one) : zip.readEntry()));
    zip.readEntry();
  });
  const stream = await promisify(zip.openReadStream.bind(zip))(entry);
  stream.setEncoding('utf8');
  let [rows, names, cells, isValue, value] = [0, null, [], false, ''];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'row') cells = [];
    if (name === 'c') cells.push(attributes.t === 'inlineStr' ? 'text' : 'number');
    isValue = name === 'v' || name === 't';
    if (isValue) value = '';
  });
  parser.on('text', (piece) => isValue && (value += piece));
  parser.on('closetag', ({ name }) => {
    isValue = false;
    if (name === 'c') cells[cells.length - 1] = cells.at(-1) === 'text' ? value : Number(value);
    if (name !== 'row') return;
    if (names && Object.fromEntries(names.map((one, at) => [one, cells[at]])).sku) rows += 1;
    names ??= cells;
  });
  for await (const piece of stream) parser.write(piece);
  parser.close();
  return rows;
}
