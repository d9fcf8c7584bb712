// A terminal that remembers, and a folder of its own for each test.
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { eclusa } from './program';
import type { Terminal } from './terminal';

/** A fresh folder, removed after the test. */
export function folder(): string {
  const made = realpathSync(mkdtempSync(join(tmpdir(), 'eclusa-cli-')));
  folders.push(made);
  return made;
}

const folders: string[] = [];

/** Removes what the tests of this file made. */
export function removeFolders(): void {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
}

/** Writes a file: text as it is, anything else as JSON. Answers its path. */
export function write(cwd: string, name: string, content: unknown): string {
  const file = join(cwd, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

export interface Typed {
  code: number;
  out: string;
  err: string;
  /** What was printed, read as JSON. */
  json<T = Record<string, unknown>>(): T;
}

export interface TypeOptions {
  cwd?: string;
  env?: Record<string, string>;
  /** What is handed over on standard input. */
  input?: string;
  /** What a person types when asked for a secret. */
  secret?: string;
  /** Gets what a Ctrl-C would call. */
  interrupt?: (stop: () => void) => void;
}

/** Types a command line and answers what came of it. */
export async function type(argv: readonly string[], options: TypeOptions = {}): Promise<Typed> {
  const { cwd = folder(), env = {}, interrupt, input = '', secret } = options;
  let out = '';
  let err = '';
  const terminal: Terminal = {
    cwd,
    env,
    out: (text) => (out += text),
    err: (text) => (err += text),
    redraws: false,
    input: {
      isTerminal: secret !== undefined,
      stream: () => Readable.from([Buffer.from(input)]),
      secret: () => Promise.resolve(secret ?? ''),
    },
    onInterrupt(stop) {
      interrupt?.(stop);
      return () => undefined;
    },
  };
  const code = await eclusa(argv, terminal);
  return { code, out, err, json: <T>() => JSON.parse(out) as T };
}

/** A flow that reads `rows.csv`, keeps rows with a price, maps them and writes them to a file. */
export function csvFlow(config: { file?: string } = {}): object {
  const node = (kind: string, settings: object) => ({ type: kind, version: 1, config: settings });
  const edge = (from: string, to: string, port = 'out') => ({
    from: { node: from, port },
    to: { node: to, port: 'in' },
  });
  return {
    format: 'eclusa/flow',
    formatVersion: 1,
    name: 'Prices',
    slots: {},
    parameters: {
      factor: { type: 'number', name: 'Factor', default: 1 },
      shop: { type: 'text', name: 'Shop' },
    },
    nodes: {
      csv: node('source.csv', { file: config.file ?? 'rows.csv' }),
      active: node('transform.filter', { condition: 'state = "A"' }),
      price: node('transform.map', {
        mapping: [
          { target: 'sku', expression: 'sku' },
          { target: 'price', expression: '$parseNumber(price) * $params.factor' },
        ],
      }),
      file: node('output.file', { format: 'ndjson', name: 'prices' }),
    },
    edges: [edge('csv', 'active'), edge('active', 'price'), edge('price', 'file')],
    layout: { nodes: {} },
  };
}

/** Four rows: two good, one inactive, one whose price is no number. */
export const csvRows = 'sku;price;state\nA1;1.299,90;A\nA2;10,00;I\nA3;abc;A\nA4;5,50;A\n';
