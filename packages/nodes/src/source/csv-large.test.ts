import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { contextOf } from '../harness.testing';
import csv from './csv.node';

const LINE = 'SKU-00001;Cafeteira elétrica 110V, inox;1.299,90;120;789000000001\n';
const MEGABYTES = 100;

/** What is held after a collection: garbage not yet collected says nothing about what is kept. */
function heldMegabytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

describe('a CSV of 100 MB', () => {
  it('is read in the memory of a small one', async () => {
    const block = Buffer.from(LINE.repeat(1000));
    const blocks = Math.ceil((MEGABYTES * 1e6) / block.length);
    const file = {
      id: 'f',
      name: 'f.csv',
      size: blocks * block.length,
      async *read() {
        yield Buffer.from('sku;nome;preco;estoque;ean\n');
        for (let n = 0; n < blocks; n++) yield block;
      },
    };
    const files = { open: async () => file, create: () => Promise.reject(new Error('unused')) };
    if (csv.behaviour.kind !== 'source') throw new Error('not a source');
    const held: number[] = [];
    let rows = 0;
    for await (const page of csv.behaviour.read(contextOf(csv, { config: { file: 'f' }, files }))) {
      rows += page.records.length;
      if (rows % 250_000 === 0) held.push(heldMegabytes());
    }
    expect(rows).toBe(blocks * 1000);
    expect(held.length).toBeGreaterThan(4);
    // What is kept stays until the end; a single reading may meet garbage that was not yet let go.
    expect(Math.min(...held.slice(-2)) - (held[0] ?? 0)).toBeLessThan(20);
  }, 180_000);
});
