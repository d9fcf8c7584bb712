// Rows on their way to a run, in a file without a name: memory does not depend on how many there are, nothing of them is
// in the database before all have come, and nothing is left of them when the process dies.
import type { Row } from '@eclusa/flow';
import { randomUUID } from 'node:crypto';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CALLED_PAGE_ROWS } from './called-rows';

/** A page is what a worker holds in memory. */
const pageBytes = 2 * 2 ** 20;
const writeBytes = 2 ** 20;

/** A page as it is stored: the JSON text of `{row, value}[]`. */
export interface SpooledPage {
  seq: number;
  rowCount: number;
  rows: string;
}

export class RowSpool {
  rows = 0;
  /** What has been written, page by page. */
  private readonly pages: { bytes: number; rowCount: number }[] = [];
  private page: string[] = [];
  private size = 0;
  private unwritten: Buffer[] = [];
  private unwrittenBytes = 0;

  private constructor(private readonly file: FileHandle) {}

  static async open(): Promise<RowSpool> {
    const name = path.join(tmpdir(), `eclusa-rows-${randomUUID()}`);
    const file = await open(name, 'wx+', 0o600);
    await unlink(name);
    return new RowSpool(file);
  }

  async add(value: Row): Promise<void> {
    const text = JSON.stringify({ row: ++this.rows, value });
    if (this.size + text.length > pageBytes && this.page.length > 0) await this.endPage();
    this.page.push(text);
    this.size += text.length;
    if (this.page.length === CALLED_PAGE_ROWS) await this.endPage();
  }

  /** To be called once all rows are in. */
  async end(): Promise<void> {
    if (this.page.length > 0) await this.endPage();
    await this.write();
  }

  /** The pages, in order. */
  async *read(): AsyncIterable<SpooledPage> {
    let position = 0;
    for (const [seq, { bytes, rowCount }] of this.pages.entries()) {
      const buffer = Buffer.allocUnsafe(bytes);
      for (let read = 0; read < bytes;) {
        const { bytesRead } = await this.file.read(buffer, read, bytes - read, position + read);
        if (bytesRead === 0) throw new Error('the file of rows is shorter than what was written');
        read += bytesRead;
      }
      position += bytes;
      yield { seq, rowCount, rows: buffer.toString('utf8') };
    }
  }

  close(): Promise<void> {
    return this.file.close();
  }

  private async endPage(): Promise<void> {
    const bytes = Buffer.from(`[${this.page.join(',')}]`);
    this.pages.push({ bytes: bytes.byteLength, rowCount: this.page.length });
    this.unwritten.push(bytes);
    this.unwrittenBytes += bytes.byteLength;
    this.page = [];
    this.size = 0;
    if (this.unwrittenBytes > writeBytes) await this.write();
  }

  private async write(): Promise<void> {
    await this.file.appendFile(Buffer.concat(this.unwritten));
    this.unwritten = [];
    this.unwrittenBytes = 0;
  }
}
