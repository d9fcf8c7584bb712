// What is wrong with some rows of the demo ERP, at fixed places: one row in a hundred for each kind.
import type { ErpItem } from './catalogue';

export type DirtKind =
  | 'price-not-a-number'
  | 'code-missing'
  | 'price-missing'
  | 'stock-negative'
  | 'name-empty'
  | 'weight-not-a-number'
  | 'ean-check-digit';

export interface Dirt {
  kind: DirtKind;
  /** Field of the ERP item that is wrong. */
  field: keyof ErpItem;
  reason: { en: string; es: string; pt: string };
  spoil(item: ErpItem): ErpItem;
}

/** By the row's last two digits; none of them is an inactive row. */
const dirt: Readonly<Record<number, Dirt>> = {
  11: {
    kind: 'price-not-a-number',
    field: 'preco',
    reason: {
      en: 'The price is not a number.',
      es: 'El precio no es un número.',
      pt: 'O preço não é um número.',
    },
    spoil: (item) => ({ ...item, preco: 'abc' }),
  },
  23: {
    kind: 'code-missing',
    field: 'codigo',
    reason: { en: 'The code is missing.', es: 'Falta el código.', pt: 'Falta o código.' },
    spoil: ({ codigo: _, ...item }) => item,
  },
  35: {
    kind: 'price-missing',
    field: 'preco',
    reason: { en: 'The price is missing.', es: 'Falta el precio.', pt: 'Falta o preço.' },
    spoil: ({ preco: _, ...item }) => item,
  },
  42: {
    kind: 'stock-negative',
    field: 'estoque',
    reason: { en: 'The stock is negative.', es: 'El stock es negativo.', pt: 'O estoque é negativo.' },
    spoil: (item) => ({ ...item, estoque: '-5' }),
  },
  58: {
    kind: 'name-empty',
    field: 'descricao',
    reason: { en: 'The name is empty.', es: 'El nombre está vacío.', pt: 'A descrição está vazia.' },
    spoil: (item) => ({ ...item, descricao: '' }),
  },
  64: {
    kind: 'weight-not-a-number',
    field: 'peso_kg',
    reason: {
      en: 'The weight is not a number.',
      es: 'El peso no es un número.',
      pt: 'O peso não é um número.',
    },
    spoil: (item) => ({ ...item, peso_kg: 'N/D' }),
  },
  83: {
    kind: 'ean-check-digit',
    field: 'ean',
    reason: {
      en: 'The check digit of the EAN is wrong.',
      es: 'El dígito verificador del EAN es incorrecto.',
      pt: 'O dígito verificador do EAN está errado.',
    },
    spoil: (item) => ({ ...item, ean: item.ean.slice(0, 12) + String((Number(item.ean[12]) + 1) % 10) }),
  },
};

/** The dirt of a row, undefined for a clean one. */
export function dirtAt(row: number): Dirt | undefined {
  return dirt[row % 100];
}
