// Writes IDocs as SAP does to a flat file: blanks at the end of a record left out.

/** A text of this length, or longer. */
const to = (length: number, text: string): string => text.padEnd(length);

/** The control record of a document. */
export function controlRecord(docnum: string, mestyp = 'MATMAS', idoctyp = 'MATMAS05'): string {
  const head = `${to(10, 'EDI_DC40')}100${docnum.padStart(16, '0')}700 3012  `;
  const types = `${to(30, idoctyp)}${to(30, '')}${to(30, mestyp)}${to(33, '')}`;
  const partners = `${to(115, 'PRDCLNT100')}${to(101, 'ECLUSA')}`;
  return `${head}${types}${partners}20261123093000`;
}

/** A segment with its data. */
export function dataRecord(
  name: string,
  [docnum, number, parent]: readonly [string, number, number],
  data: string,
): string {
  const ids = `100${docnum.padStart(16, '0')}${String(number).padStart(6, '0')}${String(parent).padStart(6, '0')}02`;
  return `${to(30, name)}${ids}${data}`.trimEnd();
}

export interface Material {
  number: string;
  group: string;
  name: string;
  weight: string;
}

/** The data of E1MARAM. */
export function maramData({ number, group, weight }: Omit<Material, 'name'>): string {
  const head = `005${to(18, number)}${to(56, '')}FERT ${to(9, group)}${to(18, '')}EA `;
  return `${to(251, head)}${to(28, weight)}KGM`;
}

/** The data of E1MAKTM. */
export const maktmData = (name: string): string => `005P${to(40, name)}PT`;
