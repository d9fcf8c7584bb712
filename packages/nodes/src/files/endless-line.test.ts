// One line of 5 GB: nobody has the memory for it, and what stands around it is read all the same.
import type { NodeType } from '@eclusa/flow';
import { readAll, sorted } from '../harness.testing';
import csv from '../source/csv.node';
import fixedWidth from '../source/fixed-width.node';
import json from '../source/json.node';

const PIECE = Buffer.alloc(4 * 2 ** 20, 'x');
const PIECES = 1_280;

function fileOf(start: string, end: string) {
  const file = {
    id: 'f',
    name: 'f',
    size: PIECE.length * PIECES,
    async *read() {
      yield Buffer.from(start);
      for (let n = 0; n < PIECES; n++) yield PIECE;
      yield Buffer.from(end);
    },
  };
  return { open: async () => file, create: () => Promise.reject(new Error('unused')) };
}

const layout = [{ name: 'sku', start: 1, length: 1 }];
const cases: [string, NodeType, Record<string, never> | object, string, string][] = [
  ['CSV', csv, { delimiter: ';' }, 'sku;nome\nA;1\nB;', '\nC;3\n'],
  ['a file of fixed width', fixedWidth, { layout }, 'A\n', '\nC\n'],
  ['JSON by lines', json, { shape: 'lines' }, '{"sku":"A"}\n{"sku":"', '"}\n{"sku":"C"}\n'],
];

test.each(cases)(
  'of %s is refused by its number, in little memory',
  async (_name, node, config, start, end) => {
    const before = process.memoryUsage().rss;
    const options = { config: { file: 'f', maxMegabytes: 10_000, ...config }, files: fileOf(start, end) };
    const { rows, refused } = sorted(await readAll(node, options));
    expect(rows.map(({ sku }) => sku)).toEqual(['A', 'C']);
    expect(refused.map(({ error }) => error.code)).toEqual([expect.stringMatching(/^nodes\..*too-long$/)]);
    expect(process.memoryUsage().rss - before).toBeLessThan(300e6);
  },
);
