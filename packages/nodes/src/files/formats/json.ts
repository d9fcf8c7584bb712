// Rows of a JSON file: the entries of one list, however long, or one object per line. An entry that is broken is refused
// alone; a list that is broken ends the file there.
import { isJsonObject, UserError, type Json, type JsonObject, type SourceRecord } from '@eclusa/flow';
import { parseJson } from '../../net/body';
import { decodeUtf8 } from '../../net/charset';
import { toBuffer, type FileFormat, type FileRecord, type ReadableFile } from '../file';
import { DEEPEST, EXCERPT, maxRecordBytes, recordValues, type FileLimits } from '../limits';
import { textLines, type TextPlace } from '../text-lines';
import { JsonCutter, type Phase, type RawEntry } from './json-values';

export interface JsonConfig extends FileLimits {
  shape?: 'auto' | 'list' | 'lines';
  /** Names on the way to the list, with dots between them. */
  path?: string;
  [field: string]: Json | undefined;
}

interface ListPlace extends JsonObject {
  shape: 'list';
  offset: number;
  record: number;
  phase: Phase;
}

type LinesPlace = { shape: 'lines'; line: TextPlace };

export const jsonFormat: FileFormat<JsonConfig> = {
  endings: ['.json', '.ndjson', '.jsonl', '.txt'],
  async *read(file, config, at) {
    const from = at as ListPlace | LinesPlace | null;
    const shape = from?.shape ?? (await shapeOf(file, config));
    if (shape === 'lines') yield* linesOf(file, config, from as LinesPlace | null);
    else yield* entriesOf(file, config, from as ListPlace | null);
  },
};

const SAMPLE = 65_536;

/** Lines when the first one is an object by itself and another follows. */
async function shapeOf(file: ReadableFile, { shape = 'auto', path }: JsonConfig): Promise<'list' | 'lines'> {
  if (shape !== 'auto') return shape;
  if (path?.trim()) return 'list';
  const lines = (await file.head(SAMPLE))
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const [first = '', second = ''] = lines;
  const isObject = 'value' in parseJson(first) && first.trim().startsWith('{');
  return isObject && second.trim().startsWith('{') ? 'lines' : 'list';
}

async function* linesOf(
  file: ReadableFile,
  config: JsonConfig,
  from: LinesPlace | null,
): AsyncIterable<FileRecord[]> {
  for await (const lines of textLines(
    file,
    { ...config, encoding: 'utf-8', ...lineLimit(config) },
    from?.line ?? null,
  )) {
    yield lines.flatMap(({ text, fault, excerpt, number, end }): FileRecord[] => {
      const at = (): Json => ({ shape: 'lines', line: end });
      if (fault) return [{ record: { raw: excerpt(), error: fault }, at }];
      return text.trim() === '' ? [] : [{ record: recordOf(file, text, number), at }];
    });
  }
}

const lineLimit = ({ maxRecordKilobytes }: JsonConfig) =>
  maxRecordKilobytes !== undefined && { maxRecordKilobytes };

async function* entriesOf(
  file: ReadableFile,
  config: JsonConfig,
  from: ListPlace | null,
): AsyncIterable<FileRecord[]> {
  const path = (config.path ?? '').split('.').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
  const start = from ?? { offset: await textStart(file), phase: 'way' as const, record: 0 };
  const cutter = new JsonCutter(path, maxRecordBytes(config), start.phase, start.offset);
  let { record } = start;
  const recordsOf = (entries: RawEntry[]) =>
    entries.map(({ bytes, end, next }): FileRecord => {
      const number = ++record;
      return {
        record: bytes === null ? tooLong(file, config, number) : recordOf(file, bytes, number),
        at: () => ({ shape: 'list', offset: end, record: number, phase: next }),
      };
    });
  for await (const piece of file.read(start.offset)) {
    const records = recordsOf(cutter.push(toBuffer(piece)));
    if (records.length > 0) yield records;
    if (cutter.fault || cutter.phase === 'ended') break;
  }
  const last = recordsOf(cutter.finish());
  if (last.length > 0) yield last;
  checkEnd(file, cutter, path, record);
}

function checkEnd(file: ReadableFile, cutter: JsonCutter, path: readonly string[], read: number): void {
  const { fault } = cutter;
  if (fault?.kind === 'missing') {
    const values = { file: file.name, path: path.join('.'), keys: fault.seen.join(', ') };
    throw new UserError('nodes.json-path-missing', { values });
  }
  if (fault) {
    throw new UserError('nodes.json-file-broken', {
      values: { ...recordValues(file, read), byte: fault.at + 1 },
    });
  }
  if (cutter.isOpen) throw new UserError('nodes.file-cut', { values: recordValues(file, read) });
}

/** Offset of the text: after a byte-order mark. Throws UserError for UTF-16. */
async function textStart(file: ReadableFile): Promise<number> {
  const [a, b, c] = await file.head(3);
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
    throw new UserError('nodes.file-encoding-unsupported', {
      values: { file: file.name, encoding: 'UTF-16' },
    });
  }
  return a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0;
}

function recordOf(file: ReadableFile, given: string | Buffer, number: number): SourceRecord {
  const decoded = typeof given === 'string' ? given : decodeUtf8(given);
  const text = decoded ?? given.toString('latin1');
  const refused = (code: string, values: Record<string, Json> = {}): SourceRecord => ({
    raw: text.slice(0, EXCERPT),
    error: new UserError(code, { values: { ...recordValues(file, number), ...values } }),
  });
  if (decoded === undefined) return refused('nodes.json-record-encoding');
  const parsed = parseJson(text, DEEPEST);
  if ('fault' in parsed) {
    return parsed.fault.code === 'nodes.json-too-deep'
      ? refused('nodes.file-record-too-deep', { limit: DEEPEST })
      : refused('nodes.json-record-broken', parsed.fault.values);
  }
  const { value } = parsed;
  if (isJsonObject(value)) return { value };
  return refused('nodes.json-record-not-object', { type: Array.isArray(value) ? 'list' : typeof value });
}

function tooLong(file: ReadableFile, config: JsonConfig, number: number): SourceRecord {
  const kilobytes = Math.round(maxRecordBytes(config) / 1024);
  const error = new UserError('nodes.file-record-too-long', {
    values: { ...recordValues(file, number), kilobytes },
  });
  return { raw: null, error };
}
