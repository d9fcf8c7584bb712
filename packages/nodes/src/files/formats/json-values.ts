// Cuts a stream of JSON bytes into the entries of one list, each with its place to the byte: what is large is the list,
// not the entry. Looks at brackets and quotes only; whether an entry is sound is for whoever parses it.

/** One entry as it stands in the file. */
export interface RawEntry {
  /** Null when it is longer than was allowed. */
  bytes: Buffer | null;
  /** Offset of the first byte after it, and where the cutter then is. */
  end: number;
  next: Phase;
}

export type CutFault = { kind: 'broken'; at: number } | { kind: 'missing'; seen: string[] };

/** Where reading goes on: inside the list, or between values that follow one another. */
export type Phase = 'way' | 'list' | 'sequence' | 'ended';

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];
const SHOWN_KEYS = 20;
const LONGEST_KEY = 1024;
/** What systems write where a list would be empty. */
const EMPTY = new Set(['null', 'false', '""']);

/** Feed it pieces; it answers the entries that ended in them. */
export class JsonCutter {
  private level = 0;
  private expect: 'value' | 'key' | 'colon' = 'value';
  /** The value that comes has a name that is not on the way. */
  private skipNext = false;
  private readonly seen: string[] = [];
  private needsComma: boolean;
  private value: ValueCutter | null = null;
  /** What the value being cut is: an entry, a name, or something on the way that is not wanted. */
  private role: 'entry' | 'only' | 'key' | 'other' = 'entry';
  fault: CutFault | null = null;

  constructor(
    private readonly path: readonly string[],
    private readonly maxBytes: number,
    public phase: Phase,
    private offset: number,
  ) {
    // Where reading goes on, an entry has just ended.
    this.needsComma = phase === 'list';
  }

  /** In the middle of something: the file must not end here. */
  get isOpen(): boolean {
    return this.value !== null || this.phase === 'list' || (this.phase === 'way' && this.level > 0);
  }

  push(piece: Buffer): RawEntry[] {
    const entries: RawEntry[] = [];
    let at = 0;
    while (at < piece.length && this.phase !== 'ended' && !this.fault) {
      at = this.value ? this.cut(piece, at, entries) : this.step(piece, at);
    }
    this.offset += piece.length;
    return entries;
  }

  /** A number or word at the very end of a file has nothing after it. */
  finish(): RawEntry[] {
    if (!this.value?.isScalar || this.phase !== 'sequence') return [];
    const bytes = this.value.bytes();
    this.value = null;
    return [{ bytes, end: this.offset, next: this.phase }];
  }

  private cut(piece: Buffer, from: number, entries: RawEntry[]): number {
    const value = this.value as ValueCutter;
    const at = value.push(piece, from);
    if (!value.isDone) return at;
    this.value = null;
    if (this.role === 'other') return at;
    const bytes = value.bytes();
    if (this.role === 'key') {
      this.named(bytes);
      return at;
    }
    this.needsComma = true;
    if (this.role === 'only') this.phase = 'ended';
    const isEmpty = this.role === 'only' && bytes !== null && EMPTY.has(bytes.toString());
    if (!isEmpty) entries.push({ bytes, end: this.offset + at, next: this.phase });
    return at;
  }

  private step(piece: Buffer, at: number): number {
    const byte = piece[at] as number;
    if (isBlank(byte)) return at + 1;
    if (this.phase === 'way') return this.onTheWay(byte, at);
    return this.phase === 'list' ? this.inList(byte, at) : this.begin('entry', byte, at);
  }

  private inList(byte: number, at: number): number {
    if (byte === CLOSE_LIST) this.phase = 'ended';
    else if (byte === COMMA && this.needsComma) this.needsComma = false;
    else if (this.needsComma || byte === COMMA || byte === CLOSE) return this.broken(at);
    else return this.begin('entry', byte, at);
    return at + 1;
  }

  /** Goes down the path: into objects, past everything that is not on it. */
  private onTheWay(byte: number, at: number): number {
    if (this.expect === 'value') return this.valueOnTheWay(byte, at);
    if (this.expect === 'colon') {
      if (byte !== COLON) return this.broken(at);
      this.expect = 'value';
      return at + 1;
    }
    if (byte === COMMA) return at + 1;
    if (byte === QUOTE) return this.begin('key', byte, at);
    if (byte !== CLOSE) return this.broken(at);
    this.fault = { kind: 'missing', seen: this.seen };
    return at;
  }

  private valueOnTheWay(byte: number, at: number): number {
    if (this.skipNext) {
      this.skipNext = false;
      this.expect = 'key';
      return this.begin('other', byte, at);
    }
    if (this.level === this.path.length) {
      if (byte === OPEN_LIST) {
        this.phase = 'list';
        this.needsComma = false;
        return at + 1;
      }
      // One thing where a list is meant; without a path, as many as follow one another.
      if (this.level === 0) this.phase = 'sequence';
      return this.begin(this.level === 0 ? 'entry' : 'only', byte, at);
    }
    if (byte !== OPEN) {
      this.fault = { kind: 'missing', seen: this.seen };
      return at;
    }
    this.expect = 'key';
    this.seen.length = 0;
    return at + 1;
  }

  private named(bytes: Buffer | null): void {
    const name = bytes === null ? '' : keyOf(bytes.toString('utf8'));
    if (this.seen.length < SHOWN_KEYS) this.seen.push(name);
    this.expect = 'colon';
    if (name === this.path[this.level]) this.level += 1;
    else this.skipNext = true;
  }

  private begin(role: JsonCutter['role'], byte: number, at: number): number {
    if (byte === CLOSE || byte === CLOSE_LIST || byte === COMMA || byte === COLON) return this.broken(at);
    this.role = role;
    const most = role === 'other' ? 0 : role === 'key' ? LONGEST_KEY : this.maxBytes;
    this.value = new ValueCutter(byte, most);
    return at;
  }

  private broken(at: number): number {
    this.fault = { kind: 'broken', at: this.offset + at };
    return at;
  }
}

/** One value: an object or list to its last bracket, a text to its quote, anything else to what may follow it. */
class ValueCutter {
  private depth = 0;
  private inText = false;
  private escaped = false;
  private readonly pieces: Buffer[] = [];
  private size = 0;
  readonly isScalar: boolean;
  isDone = false;

  constructor(
    first: number,
    private readonly maxBytes: number,
  ) {
    this.isScalar = first !== OPEN && first !== OPEN_LIST && first !== QUOTE;
  }

  /** Takes bytes up to the value's end; answers the place of the first byte not taken. */
  push(piece: Buffer, from: number): number {
    const end = this.endIn(piece, from);
    this.size += end - from;
    if (this.size <= this.maxBytes) this.pieces.push(Buffer.from(piece.subarray(from, end)));
    else this.pieces.length = 0;
    return end;
  }

  bytes(): Buffer | null {
    return this.size > this.maxBytes ? null : Buffer.concat(this.pieces);
  }

  private endIn(piece: Buffer, from: number): number {
    if (this.isScalar) return this.scalarEnd(piece, from);
    for (let at = from; at < piece.length; at++) {
      const byte = piece[at] as number;
      if (this.inText) {
        if (this.escaped) this.escaped = false;
        else if (byte === BACKSLASH) this.escaped = true;
        else if (byte === QUOTE) this.inText = false;
        else continue;
      } else if (byte === QUOTE) this.inText = true;
      else if (byte === OPEN || byte === OPEN_LIST) this.depth += 1;
      else if (byte === CLOSE || byte === CLOSE_LIST) this.depth -= 1;
      else continue;
      if (this.depth <= 0 && !this.inText) {
        this.isDone = true;
        return at + 1;
      }
    }
    return piece.length;
  }

  private scalarEnd(piece: Buffer, from: number): number {
    for (let at = from; at < piece.length; at++) {
      const byte = piece[at] as number;
      if (!isBlank(byte) && byte !== COMMA && byte !== CLOSE && byte !== CLOSE_LIST) continue;
      this.isDone = true;
      return at;
    }
    return piece.length;
  }
}

const isBlank = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

function keyOf(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}
