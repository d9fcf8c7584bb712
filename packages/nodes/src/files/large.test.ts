// Files that are larger than what may be held: read in the memory of a small one.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Json, NodeType } from '@eclusa/flow';
import { contextOf } from '../harness.testing';
import fixedWidth from '../source/fixed-width.node';
import json from '../source/json.node';
import xml from '../source/xml.node';

/** What is held after a collection: garbage not yet collected says nothing about what is kept. */
function heldMegabytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

/** A file that repeats a piece until it has that many bytes. */
function endless(start: string, piece: string, megabytes = 60) {
  const block = Buffer.from(piece.repeat(Math.ceil(60_000 / piece.length)));
  const blocks = Math.ceil((megabytes * 1e6) / block.length);
  const file = {
    id: 'f',
    name: 'f',
    size: megabytes * 1e6,
    async *read() {
      yield Buffer.from(start);
      for (let n = 0; n < blocks; n++) yield block;
    },
  };
  return { open: async () => file, create: () => Promise.reject(new Error('unused')) };
}

async function memoryOf(
  node: NodeType,
  files: ReturnType<typeof endless>,
  config: Record<string, Json> = {},
) {
  if (node.behaviour.kind !== 'source') throw new Error('not a source');
  const held: number[] = [];
  const codes: string[] = [];
  let [rows, pages] = [0, 0];
  try {
    for await (const { records } of node.behaviour.read(
      contextOf(node, { config: { file: 'f', ...config }, files }),
    )) {
      for (const record of records) {
        if ('error' in record) codes.push(record.error.code);
        else rows++;
      }
      if (++pages % 100 === 0) held.push(heldMegabytes());
    }
  } catch (error) {
    codes.push((error as { code: string }).code);
  }
  held.push(heldMegabytes());
  return { rows, codes, grown: (held.at(-1) ?? 0) - (held[0] ?? 0) };
}

describe('a large file', () => {
  it('of JSON is read in the memory of a small one, up to where it was cut off', async () => {
    const { rows, codes, grown } = await memoryOf(
      json,
      endless('[{"n":0}', ',{"sku":"SKU-00001","preco":1299.9}', 12),
    );
    expect(rows).toBeGreaterThan(300_000);
    expect(codes).toEqual(['nodes.file-cut']);
    expect(grown).toBeLessThan(20);
  }, 120_000);

  it('of XML is read in the memory of a small one, up to where it was cut off', async () => {
    const { rows, codes, grown } = await memoryOf(xml, endless('<r>', '<p id="1"><nome>Café</nome></p>', 12));
    expect(rows).toBeGreaterThan(300_000);
    expect(codes).toEqual(['nodes.file-cut']);
    expect(grown).toBeLessThan(20);
  }, 120_000);

  it('that is one line, one text or one element is given up early or let go', async () => {
    const line = await memoryOf(fixedWidth, endless('A\n', 'x'), {
      layout: [{ name: 'a', start: 1, length: 1 }],
    });
    expect([line.rows, line.codes]).toEqual([1, ['nodes.file-line-too-long']]);
    const text = await memoryOf(json, endless('[{"a":1},{"a":"', 'x'));
    expect([text.rows, text.codes]).toEqual([1, ['nodes.file-cut']]);
    const element = await memoryOf(xml, endless('<r><p>1</p><p>', 'x'));
    expect([element.rows, element.codes]).toEqual([1, ['nodes.file-record-too-long']]);
    for (const { grown } of [line, text, element]) expect(grown).toBeLessThan(20);
  }, 120_000);
});
