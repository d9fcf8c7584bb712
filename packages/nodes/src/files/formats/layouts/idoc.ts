// Where values stand in the flat file of an IDoc: the control record EDI_DC40, the head of every segment, and the parts
// of material master segments (MATMAS) that a shop needs. Lengths are those of release 4.x and later, to which newer
// versions of a segment only add at the end.
import type { Column, ColumnKind } from '../columns';

type Line = readonly [name: string, start: number, length: number, kind?: ColumnKind, pattern?: string];

function layout(lines: readonly Line[]): Column[] {
  return lines.map(([name, start, length, kind = 'text', pattern]): Column => ({
    ...{ name, start, length, kind },
    ...(pattern && { pattern }),
  }));
}

export const control = layout([
  ['docnum', 14, 16],
  ['idoctyp', 40, 30],
  ['cimtyp', 70, 30],
  ['mestyp', 100, 30],
  ['sndprn', 163, 10],
  ['rcvprn', 278, 10],
  ['credat', 379, 8, 'date', 'yyyyMMdd'],
  ['cretim', 387, 6, 'date', 'HHmmss'],
]);

export const segment = layout([
  ['name', 1, 30],
  ['number', 50, 6],
  ['parent', 56, 6],
]);

/** By name, within the data of the segment. */
export const segments: Readonly<Record<string, readonly Column[]>> = {
  E1MARAM: layout([
    ['MSGFN', 1, 3],
    ['MATNR', 4, 18],
    ['LVORM', 77, 1],
    ['MTART', 78, 4],
    ['MBRSH', 82, 1],
    ['MATKL', 83, 9],
    ['BISMT', 92, 18],
    ['MEINS', 110, 3],
    ['GROES', 181, 32],
    ['BRGEW', 252, 14, 'number'],
    ['NTGEW', 266, 14, 'number'],
    ['GEWEI', 280, 3],
    ['VOLUM', 283, 14, 'number'],
    ['VOLEH', 297, 3],
  ]),
  E1MAKTM: layout([
    ['MSGFN', 1, 3],
    ['SPRAS', 4, 1],
    ['MAKTX', 5, 40],
    ['SPRAS_ISO', 45, 2],
  ]),
  E1MARCM: layout([
    ['MSGFN', 1, 3],
    ['WERKS', 4, 4],
  ]),
  E1MARMM: layout([
    ['MSGFN', 1, 3],
    ['MEINH', 4, 3],
    ['UMREZ', 7, 5, 'number'],
    ['UMREN', 12, 5, 'number'],
    ['EAN11', 17, 18],
    ['NUMTP', 35, 2],
    ['LAENG', 37, 14, 'number'],
    ['BREIT', 51, 14, 'number'],
    ['HOEHE', 65, 14, 'number'],
    ['MEABM', 79, 3],
    ['VOLUM', 82, 14, 'number'],
    ['VOLEH', 96, 3],
    ['BRGEW', 99, 14, 'number'],
    ['GEWEI', 113, 3],
  ]),
};
