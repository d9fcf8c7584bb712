// The floor of the sources part: the same file or table read by the same parser or driver in a plain script, each row an
// object that is thrown away. Usage: node source-floor.mjs <csv|xml|xlsx|sql> <file or database address>; prints rows and
// seconds as JSON.
import { createReadStream } from 'node:fs';
import { promisify } from 'node:util';
import { parse } from 'csv-parse';
import pg from 'pg';
import Cursor from 'pg-cursor';
import { SaxesParser } from 'saxes';
import yauzl from 'yauzl';

const readers = { csv: readCsv, xml: readXml, xlsx: readWorkbook, sql: readTable };
const [format, from] = process.argv.slice(2);
const started = performance.now();
const rows = await readers[format](from);
process.stdout.write(JSON.stringify({ rows, seconds: (performance.now() - started) / 1000 }));

async function readCsv(file) {
  let count = 0;
  const parser = createReadStream(file).pipe(parse({ delimiter: ';', columns: true }));
  for await (const row of parser) if (row.codigo) count += 1;
  return count;
}

function readXml(file) {
  return parsed(createReadStream(file, 'utf8'), 'produto', (row, name, text) => {
    row[name] = text;
  });
}

async function readWorkbook(file) {
  const zip = await promisify(yauzl.open)(file, { lazyEntries: true });
  const stream = await new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('entry', (entry) => {
      if (entry.fileName !== 'xl/worksheets/sheet1.xml') return zip.readEntry();
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)));
    });
    zip.readEntry();
  });
  // The first line holds the names.
  const lines = await parsed(stream.setEncoding('utf8'), 'row', (row, name, text) => {
    if (name === 't' || name === 'v') row[Object.keys(row).length] = text;
  });
  return lines - 1;
}

async function parsed(stream, element, take) {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let count = 0;
  let row = null;
  let text = '';
  parser.on('opentag', ({ name }) => {
    if (name === element) row = {};
    text = '';
  });
  parser.on('text', (piece) => (text += piece));
  parser.on('closetag', ({ name }) => {
    if (name === element) count += 1;
    else if (row) take(row, name, text);
  });
  for await (const piece of stream) parser.write(piece);
  parser.close();
  return count;
}

async function readTable(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const cursor = client.query(new Cursor('SELECT * FROM bench_product ORDER BY sku'));
  let count = 0;
  for (;;) {
    const lot = await cursor.read(1_000);
    if (lot.length === 0) break;
    count += lot.length;
  }
  await client.end();
  return count;
}
