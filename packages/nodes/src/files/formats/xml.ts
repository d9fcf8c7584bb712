// Rows of an XML file: one for every element at a path. Knows no entities but those of XML itself and refuses document
// types, so nothing in a file can grow or fetch anything.
import type { SaxesTagPlain } from 'saxes';
import { isJsonObject, UserError, type Json, type JsonObject, type SourceRecord } from '@eclusa/flow';
import type { FileFormat, FileRecord, ReadableFile } from '../file';
import { DEEPEST, EXCERPT, maxRecordBytes, recordValues, type FileLimits } from '../limits';
import { QuickParser } from './quick-parser';
import { ElementBuilder, localName } from './xml-element';
import { bytesOf, xmlStart, xmlText, type XmlCharset, type XmlPiece } from './xml-text';

export interface XmlConfig extends FileLimits {
  /** `catalogo/produto`, or one name for that element anywhere; every child of the root when empty. */
  element?: string;
  lists?: Json;
  keepPrefixes?: boolean;
  [field: string]: Json | undefined;
}

/** Right after an element: the byte, and the elements that are open there. */
interface XmlPlace extends JsonObject {
  offset: number;
  charset: XmlCharset;
  open: string[];
  line: number;
  record: number;
}

export const xmlFormat: FileFormat<XmlConfig> = {
  endings: ['.xml'],
  async *read(file, config, at) {
    const from = at as XmlPlace | null;
    const start: XmlPlace = from ?? { ...(await xmlStart(file)), open: [], line: 0, record: 0 };
    const reader = new XmlReader(file, config, start);
    for await (const piece of xmlText(file, start.charset, start.offset)) {
      yield* reader.push(piece);
    }
    yield* reader.end();
  },
};

class XmlReader {
  private readonly parser: QuickParser;
  private readonly path: string[];
  private readonly open: string[];
  private readonly maxSize: number;
  private readonly seen = new Set<string>();
  private records: FileRecord[] = [];
  private builder: ElementBuilder | null = null;
  /** Why the element being read is refused; the rest of it is let go. */
  private refusal: UserError | null = null;
  /** Elements within a refused one that are open and were not built. */
  private skipped = 0;
  private begin = 0;
  private lastEvent = 0;
  private fault: UserError | null = null;
  private piece: XmlPiece = { text: '', offset: 0 };
  /** Characters the parser had seen before this piece. */
  private before = 0;
  private record: number;

  constructor(
    private readonly file: ReadableFile,
    private readonly config: XmlConfig,
    private readonly start: XmlPlace,
  ) {
    this.path = (config.element ?? '')
      .split(/[/.]/)
      .flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
    this.maxSize = maxRecordBytes(config);
    this.record = start.record;
    this.parser = new QuickParser();
    // Where reading goes on, the parser is told what is open there.
    const way = start.open.map((name) => `<${name}>`).join('');
    if (way !== '') this.parser.write(way);
    this.open = [...start.open];
    // Between two writings the parser itself does not tell right.
    this.before = way.length;
    this.listen();
  }

  *push(piece: XmlPiece): Iterable<FileRecord[]> {
    this.piece = piece;
    this.write(() => this.parser.write(piece.text));
    this.before += piece.text.length;
    yield* this.taken();
    if (this.fault) throw this.fault;
    // A text or tag without end would be held whole by the parser.
    if (this.before - this.lastEvent > this.maxSize * 2) throw this.tooLong();
  }

  *end(): Iterable<FileRecord[]> {
    const isCut = this.open.length > 0;
    if (isCut) throw new UserError('nodes.file-cut', { values: recordValues(this.file, this.record) });
    if (this.before > 0) this.write(() => this.parser.close());
    yield* this.taken();
    if (this.fault) throw this.fault;
    if (this.record > 0 || this.path.length === 0 || this.seen.size === 0) return;
    const elements = [...this.seen].join(', ');
    const values = { file: this.file.name, path: this.path.join('/'), elements };
    throw new UserError('nodes.xml-path-missing', { values });
  }

  /** The parser goes on after a fault; here it does not. */
  private write(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      this.fault = error;
    }
  }

  private *taken(): Iterable<FileRecord[]> {
    const { records } = this;
    this.records = [];
    if (records.length > 0) yield records;
  }

  private listen(): void {
    const { parser } = this;
    parser.on('doctype', () => {
      throw new UserError('nodes.xml-doctype', { values: { file: this.file.name } });
    });
    parser.on('error', ({ message }) => {
      const values = {
        ...recordValues(this.file, this.record),
        line: this.line(),
        reason: message.replace(/^\d+:\d+: /, ''),
      };
      throw new UserError('nodes.xml-file-broken', { values });
    });
    parser.on('opentag', (tag) => this.opened(tag));
    parser.on('closetag', ({ name }) => this.closed(name));
    const onText = (text: string) => this.texted(text);
    parser.on('text', onText);
    parser.on('cdata', onText);
    for (const event of ['comment', 'processinginstruction'] as const) parser.on(event, () => this.passed());
  }

  private opened({ name, attributes }: SaxesTagPlain): void {
    this.passed();
    this.open.push(name);
    if (!this.builder && this.isMeant()) {
      this.builder = new ElementBuilder({
        lists: listed(this.config.lists),
        keepPrefixes: this.config.keepPrefixes ?? false,
      });
      this.refusal = null;
      this.begin = this.parser.position;
    }
    if (!this.builder) {
      if (this.seen.size < 20) this.seen.add(this.open.map((one) => localName(one)).join('/'));
      if (this.open.length > DEEPEST) throw this.tooDeep();
      return;
    }
    if (this.builder.depth >= DEEPEST) this.refusal ??= this.tooDeep();
    this.watchSize();
    if (this.open.length > DEEPEST * 100) throw this.tooDeep();
    // Of a refused element nothing more is built.
    if (this.refusal) this.skipped += 1;
    else this.builder.open(name, attributes);
  }

  private watchSize(): void {
    if (this.parser.position - this.begin > this.maxSize) this.refusal ??= this.tooLong();
  }

  private texted(text: string): void {
    this.passed();
    if (!this.builder) return;
    this.watchSize();
    if (!this.refusal) this.builder.text(text);
  }

  private closed(name: string): void {
    this.passed();
    this.open.pop();
    const { builder } = this;
    if (!builder) return;
    if (this.skipped > 0) {
      this.skipped -= 1;
      return;
    }
    const value = builder.close();
    if (value === undefined) return;
    this.builder = null;
    this.record += 1;
    this.records.push({ record: this.recordOf(value, localName(name)), at: this.place() });
  }

  private recordOf(value: Json, name: string): SourceRecord {
    if (this.refusal) return { raw: JSON.stringify(value).slice(0, EXCERPT), error: this.refusal };
    // An element with text alone: its name is all there is to call it by.
    return { value: isJsonObject(value) ? value : { [name]: value } };
  }

  private passed(): void {
    this.lastEvent = this.parser.position;
  }

  private isMeant(): boolean {
    const { open, path } = this;
    if (path.length === 0) return open.length === 2;
    if (path.length > 1 && path.length !== open.length) return false;
    return path.every((name, at) => {
      const own = open[open.length - path.length + at] as string;
      return name === own || name === localName(own);
    });
  }

  /** Worked out when it is asked for: of a page it is once. */
  private place(): () => Json {
    const { piece, before, parser, record, start } = this;
    const characters = parser.position - before;
    const open = [...this.open];
    const line = this.line();
    return () => ({
      offset: piece.offset + bytesOf(piece.text.slice(0, characters), start.charset),
      charset: start.charset,
      open,
      line,
      record,
    });
  }

  private line(): number {
    return this.start.line === 0 ? this.parser.line : this.start.line + this.parser.line - 1;
  }

  private tooDeep(): UserError {
    return new UserError('nodes.file-record-too-deep', {
      values: { ...recordValues(this.file, this.record + 1), limit: DEEPEST },
    });
  }

  private tooLong(): UserError {
    const kilobytes = Math.round(this.maxSize / 1024);
    return new UserError('nodes.file-record-too-long', {
      values: { ...recordValues(this.file, this.record + 1), kilobytes },
    });
  }
}

function listed(table: Json | undefined): ReadonlySet<string> {
  const lines = Array.isArray(table) ? table : [];
  return new Set(
    lines.flatMap((line) =>
      isJsonObject(line) && typeof line['name'] === 'string' ? [line['name'].trim()] : [],
    ),
  );
}
