import { gzipSync } from 'node:zlib';
import { expectToGoOn, rowsOf } from '../files/reading.testing';
import { zipOf } from '../files/workbook.testing';
import { itWithSamples, sample } from '../samples.testing';
import { exampleNfe } from '../vtex-orders/nfe-example';
import nfe from './nfe.node';

describe('reading NF-e', () => {
  itWithSamples(
    'reads real documents out of a ZIP, and sets aside those that count for nothing',
    async () => {
      const names = [
        'nfelib-nfe-many-items.xml',
        'nfelib-nfe-simples-nacional.xml',
        'nfephp-procNFe-homologacao.xml',
      ];
      const zip = zipOf([
        ...names.map((name) => ({ name: `notas/${name}`, bytes: sample(`nfe/${name}`) })),
        { name: 'notas/danfe.pdf', bytes: Buffer.from('%PDF') },
      ]);
      const { rows, refused } = await rowsOf(nfe, zip);
      expect(rows).toEqual([
        expect.objectContaining({ number: '47449', series: '1', total: 173.01, order: null }),
      ]);
      expect((rows[0]?.['items'] as object[]).length).toBeGreaterThan(20);
      expect(refused.map(({ error }) => error.code)).toEqual(['vtex.nfe-invalid', 'vtex.nfe-of-test']);
      expect((await rowsOf(nfe, zip, { takesTest: true })).rows).toHaveLength(2);
      expect(await expectToGoOn(nfe, zip, {}, 1)).toBe(3);
    },
  );

  it('takes drafts and refused documents where it may, and says that they are not authorised', async () => {
    const bare = /<NFe[\s>].*<\/NFe>/s.exec(exampleNfe)?.[0] ?? '';
    const refused = exampleNfe.replace('<cStat>100</cStat>', '<cStat>301</cStat>');
    const zip = zipOf(
      [exampleNfe, bare, refused].map((text, at) => ({ name: `${at}.xml`, bytes: Buffer.from(text) })),
    );
    const { rows } = await rowsOf(nfe, zip, { takesUnauthorised: true });
    expect(rows.map(({ number, authorised }) => [number, authorised])).toEqual([
      ['4711', true],
      ['4711', false],
      ['4711', false],
    ]);
    expect((await rowsOf(nfe, zip)).rows).toHaveLength(1);
  });

  it('finds the number of the order and who bought', async () => {
    const xml = exampleNfe
      .replace('</prod>', '<xPed>1268540500001-01</xPed></prod>')
      .replace('<det ', '<dest><CPF>12345678909</CPF></dest><det ');
    const { rows } = await rowsOf(nfe, gzipSync(xml));
    expect(rows).toEqual([
      expect.objectContaining({ order: '1268540500001-01', recipient: '12345678909', xml }),
    ]);
  });

  it('refuses a document with entities or without an end, and one that is far too long', async () => {
    const bomb = exampleNfe.replace('<nfeProc', '<!DOCTYPE a [<!ENTITY b "c">]><nfeProc');
    const cut = exampleNfe.slice(0, -60);
    const zip = zipOf([
      { name: '1.xml', bytes: Buffer.from(bomb) },
      { name: '2.xml', bytes: Buffer.from(cut) },
      { name: '3.xml', bytes: Buffer.alloc(9e6, 0x20) },
      { name: '4.xml', bytes: Buffer.from(exampleNfe) },
    ]);
    const { rows, refused } = await rowsOf(nfe, zip);
    expect(rows).toHaveLength(1);
    expect(refused.map(({ error }) => error.code)).toEqual([
      'vtex.nfe-invalid',
      'vtex.nfe-invalid',
      'nodes.file-too-large',
    ]);
  });
});
