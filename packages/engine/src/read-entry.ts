// Reads a source, or a barrier over its spooled rows, one page at a time.
import { Bug } from '@eclusa/flow';
import type { Json, Row } from '@eclusa/flow';
import type { Plan } from './plan';
import type { EntryPage, Host } from './ports';

export interface EntryOptions {
  host: Host;
  /** Of the last stored page; null at the start. */
  cursor: Json;
  /** Rows (refused ones included) in the pages stored so far. */
  rowsBefore: number;
  /** Pages stored so far. */
  pagesBefore: number;
  pageSize: number;
  signal: AbortSignal;
  dryRun?: boolean;
  /** For a barrier: the rows handed to it by input port, in entry order. May be called more than once. */
  spool?: (port: string) => AsyncIterable<Row[]>;
}

export async function* readEntry(
  _plan: Plan,
  _node: string,
  _options: EntryOptions,
): AsyncGenerator<EntryPage> {
  throw new Bug('engine.not-built');
}
