import { contextOf } from '../harness.testing';
import csv from './csv.node';

const LINE = 'SKU-00001;"Cafeteira elétrica 110V; inox";1.299,90;120;789000000001\n';
const MEGABYTES = 200;

describe('a CSV of 200 MB', () => {
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
    let rows = 0;
    let highest = 0;
    const before = process.memoryUsage().rss;
    for await (const page of csv.behaviour.read(contextOf(csv, { config: { file: 'f' }, files }))) {
      rows += page.records.length;
      if (rows % 50_000 === 0) highest = Math.max(highest, process.memoryUsage().rss - before);
    }
    expect(rows).toBe(blocks * 1000);
    expect(highest / 1e6).toBeLessThan(200);
  }, 120_000);
});
