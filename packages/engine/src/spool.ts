// Keeps the rows handed to barriers while a plan runs in this process: the rows in the host's scratch, their order here.
import type { Row } from '@eclusa/flow';
import type { Host, PageOutcome } from './ports';

interface Chunk {
  /** Position of the entry in the plan, then of the page in its entry: pages may end in another order. */
  entry: number;
  page: number;
  id: string;
}

/** Rows by barrier and input port, given back in the order they were read. */
export class Spool {
  private readonly chunks = new Map<string, Chunk[]>();

  constructor(private readonly scratch: Host['scratch']) {}

  async add(entry: number, page: number, spooled: PageOutcome['spooled']): Promise<void> {
    for (const { node, port, rows } of spooled) {
      const id = await this.scratch.write(rows.map((row) => row.value));
      const key = `${node} ${port}`;
      const chunks = this.chunks.get(key) ?? [];
      this.chunks.set(key, chunks);
      chunks.push({ entry, page, id });
    }
  }

  async *read(node: string, port: string): AsyncGenerator<Row[]> {
    const chunks = [...(this.chunks.get(`${node} ${port}`) ?? [])];
    chunks.sort((a, b) => a.entry - b.entry || a.page - b.page);
    for (const chunk of chunks) yield* this.scratch.read(chunk.id);
  }

  /** Drops what was kept for a barrier, or for all of them. */
  async drop(node?: string): Promise<void> {
    for (const [key, chunks] of this.chunks) {
      if (node !== undefined && !key.startsWith(`${node} `)) continue;
      this.chunks.delete(key);
      for (const chunk of chunks) await this.scratch.drop(chunk.id);
    }
  }
}
