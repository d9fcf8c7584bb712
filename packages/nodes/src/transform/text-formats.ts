// A text of one field as objects, and objects as a text: JSON, XML and CSV, in the form in which the boxes for files read
// and write them. For texts that fit in memory; a file is read as a file.
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { SaxesParser } from 'saxes';
import { isJsonObject, sentences, UserError, type Json, type Row } from '@eclusa/flow';
import { ElementBuilder } from '../files/formats/xml-element';
import { parseJson } from '../net/body';
import { csvCell, csvText, type CsvFormat } from '../output/csv-format';
import { xmlElement } from '../output/xml-format';

export type TextFormat = 'json' | 'xml' | 'csv';

/** Levels of a JSON or XML text. Its length is bounded by the expression that reads it. */
const deepest = 100;

/** What the text holds. Throws UserError `nodes.text-unreadable`. */
export function readTextAs(text: string, format: TextFormat, options: ReadOptions): Json {
  // Some systems put the mark of a file before a text as well.
  const bare = text.replace(/^\ufeff/, '');
  if (format === 'json') return readJson(bare);
  return format === 'xml' ? readXml(bare, options) : readCsv(bare, options);
}

export interface ReadOptions {
  /** Names of XML elements that are lists even when there is one of them. */
  lists: ReadonlySet<string>;
  delimiter: string;
  /** The first line of a CSV text names the columns. */
  header: boolean;
}

function unreadable(format: string, reason: Json): UserError {
  return new UserError('nodes.text-unreadable', { values: { format, reason } });
}

function readJson(text: string): Json {
  const parsed = parseJson(text, deepest);
  if ('value' in parsed) return parsed.value;
  const { code, values } = parsed.fault;
  if (code === 'nodes.json-too-deep') throw unreadable('JSON', `> ${deepest}`);
  throw unreadable('JSON', { ...sentences('nodes.text-fault', values) });
}

/** The outermost element under its name. Knows no entities but those of XML itself. */
function readXml(text: string, { lists }: ReadOptions): Json {
  const parser = new SaxesParser({ xmlns: false });
  const builder = new ElementBuilder({ lists, keepPrefixes: false });
  const refuse = (reason: string): never => {
    throw unreadable('XML', reason);
  };
  let whole: Row | undefined;
  let outermost = '';
  parser.on('doctype', () => refuse('DOCTYPE'));
  parser.on('error', ({ message }) => refuse(message.slice(0, 200)));
  parser.on('opentag', ({ name, attributes }) => {
    if (builder.depth === 0) outermost = name.slice(name.indexOf(':') + 1);
    if (builder.depth >= deepest) refuse(`> ${deepest}`);
    builder.open(name, attributes);
  });
  parser.on('text', (piece) => builder.text(piece));
  parser.on('cdata', (piece) => builder.text(piece));
  parser.on('closetag', () => {
    const content = builder.close();
    if (content !== undefined) whole = { [outermost]: content };
  });
  parser.write(text).close();
  return whole ?? refuse('?');
}

function readCsv(text: string, { delimiter, header }: ReadOptions): Json {
  try {
    const options = { delimiter, skip_empty_lines: true, relax_column_count: true };
    if (!header) return parse(text, options) as Json;
    const [names = [], ...records] = parse(text, options) as string[][];
    const titles = names.map((name) => name.trim()).map((name) => (name === '__proto__' ? '_proto' : name));
    return records.map((record) => Object.fromEntries(titles.map((title, at) => [title, record[at] ?? ''])));
  } catch (error) {
    throw unreadable('CSV', (error instanceof Error ? error.message : String(error)).slice(0, 200));
  }
}

export interface WriteOptions extends CsvFormat {
  /** JSON over several lines. */
  indented: boolean;
  /** The outermost XML element, and that of each entry of a list. */
  root: string;
  entry: string;
  /** A first line with the names of the columns. */
  header: boolean;
}

/** The value as a text. CSV takes an object or a list of objects; their fields in the order they first appear. */
export function writeTextAs(value: Json, format: TextFormat, options: WriteOptions): string {
  if (format === 'json') return JSON.stringify(value, null, options.indented ? 2 : undefined);
  if (format === 'csv') return writeCsv(value, options);
  return xmlElement(options.root, Array.isArray(value) ? { [options.entry]: value } : value);
}

function writeCsv(value: Json, options: WriteOptions): string {
  const rows = (Array.isArray(value) ? value : [value]).map((one): Row =>
    isJsonObject(one) ? one : { value: one },
  );
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const records = rows.map((row) => names.map((name) => csvCell(row[name], options)));
  const head = options.header ? [names.map((name) => csvText(name, options))] : [];
  return stringify([...head, ...records], { delimiter: options.delimiter, record_delimiter: '\r\n' });
}
