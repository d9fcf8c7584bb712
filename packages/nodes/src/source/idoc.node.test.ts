import { controlRecord, dataRecord, maktmData, maramData } from '../files/formats/idoc.testing';
import { expectToGoOn, rowsOf } from '../files/reading.testing';
import idoc from './idoc.node';

const document = (n: number) => [
  controlRecord(String(n)),
  dataRecord('E2MARAM009', [String(n), 1, 0], maramData({ number: `M${n}`, group: '001', weight: `${n}.5` })),
  dataRecord('E2MAKTM001', [String(n), 2, 1], maktmData(`Material ${n} ção`)),
  dataRecord('E2MARMM002', [String(n), 3, 1], `005EA 1    1    ${'7891000315507'.padEnd(18)}HE`),
  dataRecord('Z2OTHER000', [String(n), 4, 1], 'what nobody knows'),
];

describe('reading IDocs', () => {
  it('makes one row of each document, segments within one another', async () => {
    const { rows, refused } = await rowsOf(idoc, [...document(1), ...document(2)].join('\r\n'));
    expect(refused).toEqual([]);
    expect(rows.map((row) => row['docnum'])).toEqual(['0000000000000001', '0000000000000002']);
    expect(rows[1]?.['E1MARAM']).toEqual([
      expect.objectContaining({
        ...{ MATNR: 'M2', MTART: 'FERT', MATKL: '001', MEINS: 'EA', BRGEW: 2.5, GEWEI: 'KGM' },
        E1MAKTM: [{ MSGFN: '005', SPRAS: 'P', MAKTX: 'Material 2 ção', SPRAS_ISO: 'PT' }],
        E1MARMM: [expect.objectContaining({ MEINH: 'EA', UMREZ: 1, EAN11: '7891000315507', LAENG: null })],
        Z1OTHER: [{ data: 'what nobody knows' }],
      }),
    ]);
  });

  it('goes on after any page as if it had never stopped', async () => {
    const lines = [1, 2, 3, 4, 5, 6, 7].flatMap(document);
    expect(await expectToGoOn(idoc, lines.join('\n'), {}, 2)).toBe(4);
  });

  it('sets aside what belongs to no document, a value that is none, and a document that is too long', async () => {
    const wrong = document(2).map((line) => line.replace('2.5', '2x5'));
    const long = [...document(3), ...Array.from({ length: 300 }, () => document(3)[2] as string)];
    const lines = [document(0)[1], ...document(1), ...wrong, ...long, ...document(4)];
    const { rows, refused } = await rowsOf(idoc, lines.join('\n'), { maxRecordKilobytes: 16 });
    expect(rows.map((row) => row['docnum'])).toEqual(['0000000000000001', '0000000000000004']);
    expect(refused.map(({ error: { code } }) => code)).toEqual([
      'nodes.idoc-control',
      'nodes.fixed-number',
      'nodes.file-record-too-long',
    ]);
  });
});
