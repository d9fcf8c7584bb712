// What a column is likely about, told by its name as ERPs and VTEX spell it and by its values. A guess that a person sees
// as one: a name alone is not enough where the values speak against it.
import type { Column } from './columns';

export const columnMeanings = [
  'ean',
  'cnpj',
  'cpf',
  'ncm',
  'cost',
  'price',
  'stock',
  'weight',
  'height',
  'width',
  'length',
  'brand',
  'category',
  'warehouse',
  'order',
  'customer',
  'email',
  'phone',
  'postal-code',
  'status',
  'sku',
  'name',
  'description',
  'date',
] as const;
export type ColumnMeaning = (typeof columnMeanings)[number];

type Described = Pick<Column, 'path' | 'type' | 'format' | 'odd' | 'filled' | 'example'>;

/** "vlrVenda", "VLR_VENDA" and "Vlr. venda" are the words "vlr venda". */
export function wordsOf(name: string): string {
  return name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

const names: Record<ColumnMeaning, RegExp> = {
  ean: /\b(?:c?ean(?:sku|13|8)?|gtin|barcode|codigo (?:de )?barras?|cod barras?|upc)\b/,
  cnpj: /\bcnpj\b/,
  cpf: /\bcpf\b/,
  ncm: /\b(?:ncm|nomenclatura comum)\b/,
  cost: /\b(?:custo|costo|cost)\b/,
  price:
    /\b(?:preco|precio|price|valor (?:de )?(?:venda|unitario)|vlr|vl venda|vun com|v un com|valor|precos?)\b/,
  stock:
    /\b(?:estoque|stock|saldo|existencias?|inventario|inventory|qtd|qtde|quantidade|cantidad|quantity|qty|q com)\b/,
  weight: /\b(?:peso|weight|pesos?)\b/,
  height: /\b(?:altura|height|alto)\b/,
  width: /\b(?:largura|width|ancho|anchura)\b/,
  length: /\b(?:comprimento|length|largo|profundidade|profundidad)\b/,
  brand: /\b(?:marca|brand|fabricante|manufacturer)\b/,
  category: /\b(?:categoria|category|categ|departamento|department|familia|grupo de produtos)\b/,
  warehouse: /\b(?:deposito|armazem|almacen|warehouse|filial)\b/,
  order: /\b(?:pedido|order|orden)\b/,
  customer: /\b(?:cliente|customer|comprador|parceiro|party|partner)\b/,
  email: /\b(?:e ?mail|correo)\b/,
  phone: /\b(?:telefone|telefono|phone|celular|fone)\b/,
  'postal-code': /\b(?:cep|codigo postal|postal code|zip(?: code)?)\b/,
  status: /\b(?:situacao|status|estado|state|ativo|active|activo)\b/,
  sku: /\b(?:sku|codigo|cod|code|ref(?:erencia|erence)?(?: id)?|default code|c prod|part ?number|product id|id produto)\b/,
  name: /\b(?:nome|nombre|name|descricao|descripcion|titulo|title|x prod)\b/,
  description: /\b(?:descricao complementar|descricao completa|long description|observacoes)\b/,
  date: /\b(?:data|date|fecha|dt|updated at|created at)\b/,
};

const numeric = ({ format, type }: Described) =>
  type === 'number' || format === 'integer' || format === 'decimal' || format === 'decimal-comma';
const scalar = ({ type }: Described) => type === 'text' || type === 'number';
const dates: readonly (string | null)[] = ['date', 'date-br', 'date-compact', 'date-time'];
const dated = ({ format }: Described) => dates.includes(format);
const empty = ({ type }: Described) => type === 'empty';

/** What the values have to be for a name to be believed; text or number where nothing is said. */
const values: Partial<Record<ColumnMeaning, (column: Described) => boolean>> = {
  ean: ({ format }) => format === 'ean' || format === 'code' || format === 'integer',
  ncm: ({ example }) => /^\d{4}\.?\d{2}\.?\d{2}$/.test(String(example)),
  cost: numeric,
  price: numeric,
  stock: numeric,
  weight: numeric,
  height: numeric,
  width: numeric,
  length: numeric,
  email: ({ format }) => format === 'email',
  'postal-code': ({ example }) => /^\d{5}-?\d{3}$|^\d{4,5}$/.test(String(example)),
  status: ({ type }) => type === 'text' || type === 'boolean' || type === 'number',
  brand: ({ type }) => type !== 'boolean',
  category: ({ type }) => type !== 'boolean',
  date: dated,
};

/** Values that speak for themselves, whatever the column is called; the check digits of few rows may agree by chance. */
function byValues({ format, filled }: Described): ColumnMeaning | null {
  if (format === 'cnpj' || format === 'cpf') return filled > 1 ? format : null;
  if (format === 'ean') return filled > 2 ? 'ean' : null;
  return format === 'email' ? 'email' : null;
}

/** The first meaning whose name and values fit, else what the values say alone, else null. */
export function meaningOf(described: Described): ColumnMeaning | null {
  // A few wrong values do not change what the column is about.
  const column = { ...described, format: described.format ?? described.odd?.format ?? null };
  const words = wordsOf(column.path.split('.').at(-1) ?? '');
  const named = columnMeanings.find(
    (meaning) => names[meaning].test(words) && (empty(column) || (values[meaning] ?? scalar)(column)),
  );
  return named ?? byValues(column);
}
