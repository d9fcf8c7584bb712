import { gzipSync } from 'node:zlib';
import json from '../source/json.node';
import { expectToGoOn, rowsOf, untilFault } from './reading.testing';
import { zipOf } from './workbook.testing';

const list = (count: number) => Buffer.from(JSON.stringify(Array.from({ length: count }, (_, n) => ({ n }))));
const bomb = Buffer.concat([Buffer.from('[{"n":0},'), Buffer.alloc(30e6, 0x20)]);

describe('reading archives', () => {
  it('reads the files of one after another, and goes on after any page', async () => {
    const zip = zipOf(
      [
        { name: 'a/1.json', bytes: list(4) },
        { name: 'a/', bytes: Buffer.alloc(0) },
        { name: '__MACOSX/a/._1.json', bytes: Buffer.from('x') },
        { name: 'leia-me.txt', bytes: Buffer.from('x') },
        { name: 'b/2.json', bytes: list(3) },
      ].filter(({ name }) => name !== 'leia-me.txt'),
    );
    const { rows, refused } = await rowsOf(json, zip);
    expect(rows.map(({ n }) => n)).toEqual([0, 1, 2, 3, 0, 1, 2]);
    expect(refused).toEqual([]);
    expect(await expectToGoOn(json, zip, {}, 2)).toBe(4);
  });

  it('stops at one that unpacks to more than it may, and keeps what it read', async () => {
    const packed = await untilFault(json, gzipSync(bomb), { maxMegabytes: 5 });
    expect([packed.error.code, packed.error.values]).toEqual([
      'nodes.file-unpacked-too-large',
      { file: 'f', megabytes: 5 },
    ]);
    expect(packed.rows).toEqual([{ n: 0 }]);
    const zip = zipOf([
      { name: '1.json', bytes: list(2) },
      { name: '2.json', bytes: bomb },
    ]);
    const inZip = await untilFault(json, zip, { maxMegabytes: 5 });
    expect([inZip.rows, inZip.error.code]).toEqual([
      [{ n: 0 }, { n: 1 }, { n: 0 }],
      'nodes.file-unpacked-too-large',
    ]);
  });

  it('does not believe an archive that states a small size', async () => {
    const zip = zipOf([{ name: '1.json', bytes: list(50_000), claims: 10 }]);
    expect((await untilFault(json, zip)).error.code).toBe('nodes.file-archive-broken');
  });

  it('says when one is cut off, empty or protected', async () => {
    const zip = zipOf([{ name: '1.json', bytes: list(5) }]);
    expect((await untilFault(json, zip.subarray(0, -30))).error.code).toBe('nodes.file-archive-broken');
    const cut = await untilFault(json, gzipSync(list(50_000)).subarray(0, -30));
    expect(cut.error.code).toBe('nodes.file-archive-broken');
    expect(cut.rows.length).toBeGreaterThan(1000);
    expect((await untilFault(json, zipOf([]))).error.code).toBe('nodes.file-archive-empty');
    const locked = Buffer.from(zip);
    locked.writeUInt16LE(0x801, locked.indexOf('PK\u0001\u0002') + 8);
    expect((await untilFault(json, locked)).error.code).toBe('nodes.file-archive-locked');
  });

  it('refuses a file that is larger than it may be', async () => {
    const { error } = await untilFault(json, Buffer.alloc(2e6, 0x20), { maxMegabytes: 1 });
    expect([error.code, error.values]).toEqual(['nodes.file-too-large', { file: 'f', megabytes: 1 }]);
  });
});
