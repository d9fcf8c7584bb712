// SAP IDocs of a flat file, one row each: the control record, and its segments as a tree. Lines are as long as what
// stands in them: blanks at their end are lost on the way. Where a segment's layout is not known its text is kept.
import { UserError, type Json, type JsonObject, type Row } from '@eclusa/flow';
import type { FileFormat, FileRecord, ReadableFile } from '../file';
import { EXCERPT, maxRecordBytes, recordValues } from '../limits';
import { textLines, type TextChoices, type TextLine, type TextPlace } from '../text-lines';
import { columnError, ColumnFault, columnsOfLayout, valuesOf, type Column } from './columns';
import { control, segment as segmentColumns, segments } from './layouts/idoc';

export interface IdocConfig extends TextChoices {
  /** Further segments, or other places of known ones: `segment` and a layout within its data. */
  segments?: Json;
  [field: string]: Json | undefined;
}

interface IdocPlace extends JsonObject {
  line: TextPlace;
  record: number;
}

const CONTROL = 'EDI_DC40';
/** Where the data of a segment begins: after its name, client, numbers and level. */
const DATA_START = 63;

export const idocFormat: FileFormat<IdocConfig> = {
  endings: ['.idoc', '.txt', '.dat', '.edi'],
  async *read(file, config, at) {
    const reader = new IdocReader(file, config, at as IdocPlace | null);
    for await (const lines of textLines(file, config, reader.place?.line ?? null)) {
      const records = lines.flatMap((line) => reader.line(line));
      if (records.length > 0) yield records;
    }
    const rest = reader.end();
    if (rest.length > 0) yield rest;
  },
};

interface Pending {
  row: Row;
  /** Segments by their number: those that follow name theirs as their parent. */
  nodes: Map<string, JsonObject>;
  size: number;
  fault: UserError | null;
  end: TextPlace;
}

class IdocReader {
  private pending: Pending | null = null;
  private record: number;
  private readonly known: ReadonlyMap<string, readonly Column[]>;

  constructor(
    private readonly file: ReadableFile,
    private readonly config: IdocConfig,
    readonly place: IdocPlace | null,
  ) {
    this.record = place?.record ?? 0;
    this.known = layoutsOf(config.segments);
  }

  line(line: TextLine): FileRecord[] {
    const { text, fault } = line;
    if (fault) {
      if (this.pending) this.add(line, () => fault);
      return this.pending ? [] : [this.alone(line, fault)];
    }
    if (text.trim() === '') return [];
    if (text.startsWith(CONTROL)) {
      const before = this.end();
      this.begin(line);
      return before;
    }
    if (!this.pending) {
      const values = { file: this.file.name, line: line.number };
      return [this.alone(line, new UserError('nodes.idoc-control', { values }))];
    }
    this.add(line, (pending) => this.addSegment(pending, line));
    return [];
  }

  end(): FileRecord[] {
    const { pending } = this;
    this.pending = null;
    if (!pending) return [];
    const { row, fault, end } = pending;
    const record = ++this.record;
    const at = (): Json => ({ line: end, record });
    if (!fault) return [{ record: { value: row }, at }];
    return [{ record: { raw: JSON.stringify(row).slice(0, EXCERPT), error: fault }, at }];
  }

  private begin(line: TextLine): void {
    const found = valuesOf(line.text, control);
    const isFault = found instanceof ColumnFault;
    this.pending = {
      row: isFault ? {} : found,
      nodes: new Map(),
      size: 0,
      fault: isFault ? columnError(this.file.name, line.number, found) : null,
      end: line.end,
    };
  }

  private add(line: TextLine, work: (pending: Pending) => UserError | null): void {
    const pending = this.pending as Pending;
    pending.end = line.end;
    pending.size += line.text.length;
    if (pending.size > maxRecordBytes(this.config)) {
      const kilobytes = Math.round(maxRecordBytes(this.config) / 1024);
      const values = { ...recordValues(this.file, this.record + 1), kilobytes };
      pending.fault ??= new UserError('nodes.file-record-too-long', { values });
    }
    // Of a refused document nothing more is built.
    if (!pending.fault) pending.fault = work(pending);
  }

  private addSegment({ row, nodes }: Pending, line: TextLine): UserError | null {
    const head = valuesOf(line.text, segmentColumns);
    if (head instanceof ColumnFault) return columnError(this.file.name, line.number, head);
    const name = segmentName(String(head['name']));
    const columns = this.known.get(name);
    const data = line.text.slice(DATA_START);
    const found = columns ? valuesOf(data, columns) : { data: data.trimEnd() };
    if (found instanceof ColumnFault) return columnError(this.file.name, line.number, found);
    const parent = nodes.get(String(head['parent'])) ?? row;
    const siblings = Object.hasOwn(parent, name) ? parent[name] : undefined;
    if (Array.isArray(siblings)) siblings.push(found);
    else parent[name] = [found];
    nodes.set(String(head['number']), found);
    return null;
  }

  private alone(line: TextLine, error: UserError): FileRecord {
    const record = ++this.record;
    return { record: { raw: line.excerpt(), error }, at: () => ({ line: line.end, record }) };
  }
}

/** In files a segment goes by the name of its version: `E2MARAM009` is E1MARAM, `Z2ABC000` is Z1ABC. */
function segmentName(name: string): string {
  const [, letter, rest] = /^([A-Z])2(\w+?)(?:\d{3})?$/.exec(name) ?? [];
  const plain = rest === undefined ? name : `${letter}1${rest}`;
  return plain === '__proto__' ? '_proto' : plain;
}

function layoutsOf(table: Json | undefined): ReadonlyMap<string, readonly Column[]> {
  const known = new Map(Object.entries(segments));
  const lines = Array.isArray(table) ? (table as JsonObject[]) : [];
  const own = new Map<string, Column[]>();
  columnsOfLayout(table, true).forEach((column, at) => {
    const name = segmentName(String(lines[at]?.['segment'] ?? '').trim());
    own.set(name, [...(own.get(name) ?? []), column]);
  });
  for (const [name, columns] of own) known.set(name, [...(known.get(name) ?? []), ...columns]);
  return known;
}
