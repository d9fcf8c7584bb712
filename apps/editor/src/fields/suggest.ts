// A first guess for a mapping line: what the target itself proposes, else a field of the rows that is called alike. Pure.
import { compileExpression, locales, type Json, type MappingTarget, type Row } from '@eclusa/flow';
import { folded } from '../canvas/search-text';
import { fieldChoices, type FieldChoice } from './mapping-mode';

/** Words of one idea in the field's three languages, as ERPs spell them. */
const sameIdea: readonly (readonly string[])[] = [
  ['preco', 'precio', 'price', 'valor', 'vlr', 'vlrvenda', 'precovenda', 'baseprice', 'precobase'],
  ['custo', 'costo', 'cost', 'costprice', 'precocusto'],
  ['estoque', 'existencias', 'stock', 'quantity', 'quantidade', 'cantidad', 'qtd', 'qty', 'saldo'],
  ['codigo', 'code', 'sku', 'refid', 'referencia', 'reference', 'cod'],
  ['nome', 'nombre', 'name', 'descricao', 'descripcion', 'description', 'titulo', 'title'],
  ['marca', 'brand', 'brandname', 'fabricante'],
  ['categoria', 'category', 'departamento', 'path'],
  ['ean', 'gtin', 'codigobarras', 'barcode'],
  ['peso', 'weight', 'pesokg', 'pesog', 'packagedweightkg', 'packagedweight'],
  ['altura', 'height', 'alto', 'packagedheight', 'alturacm'],
  ['largura', 'width', 'ancho', 'anchura', 'packagedwidth', 'larguracm'],
  ['comprimento', 'length', 'largo', 'packagedlength', 'comprimentocm'],
  ['deposito', 'warehouse', 'almacen', 'warehouseid', 'armazem'],
];

const bare = (text: string) => folded(text).replace(/[^a-z0-9]/g, '');

/** An expression for the target, or null. With rows, only what gives a value for the first of them. */
export function suggestion(target: MappingTarget, rows: readonly Row[]): string | null {
  const row = rows[0];
  if (!row) return target.suggest ?? null;
  if (target.suggest && givesValue(target.suggest, row)) return target.suggest;
  return alike(target, fieldChoices(rows))?.expression ?? null;
}

function givesValue(expression: string, row: Row): boolean {
  try {
    const value: unknown = compileExpression(expression).evaluate(row, {});
    return value instanceof Promise || (value !== undefined && value !== null && value !== '');
  } catch {
    return false;
  }
}

function alike(target: MappingTarget, choices: readonly FieldChoice[]): FieldChoice | undefined {
  const names = [target.id, ...locales.map((locale) => target.name[locale])].map(bare);
  const ideas = sameIdea.filter((idea) => names.some((name) => idea.includes(name)));
  const last = (choice: FieldChoice) => bare(choice.label.split('.').at(-1) ?? '');
  const plain = choices.filter(({ sample }) => !isGroup(sample));
  return (
    plain.find((choice) => names.includes(last(choice))) ??
    plain.find((choice) => ideas.some((idea) => idea.includes(last(choice))))
  );
}

function isGroup(value: Json): boolean {
  return typeof value === 'object' && value !== null;
}
