// The field that names a table of codes, and the code an expression gives: shared by looking up and remembering.
import { longestTableName, type Field, type Json, type Row, type Text } from '@eclusa/flow';
import { codeText } from './code-text';
import { evaluator } from './evaluation';

/** The table of codes a box reads or fills. */
export const tableField: Field = {
  kind: 'text',
  required: true,
  maxLength: longestTableName,
  // Blanks around the name do not count, so it must have something else.
  pattern: '.*\\S.*',
  placeholder: 'skus',
  name: { en: 'Table', es: 'Tabla', pt: 'Tabela' },
  help: {
    en: 'The table of codes, by its name: skus, brands, payment terms. Every store has its own. You see it under "Codes".',
    es: 'La tabla de códigos, por su nombre: skus, marcas, condiciones de pago. Cada tienda tiene la suya. La ve en "Códigos".',
    pt: 'A tabela de códigos, pelo nome: skus, marcas, condições de pagamento. Cada loja tem a sua. Você a vê em "Códigos".',
  },
};

/** The name of the table as it is stored. */
export function tableOf({ table }: { table?: string }): string {
  return (table ?? '').trim();
}

/** The code that `source` gives for a row; a Promise only for expressions outside the compiled language. */
export function coder(
  source: string | undefined,
  field: Text,
  parameters: Readonly<Record<string, Json>>,
): (row: Row) => string | Promise<string> {
  const evaluate = evaluator(source ?? '', field, parameters);
  return (row) => {
    const value = evaluate(row);
    return value instanceof Promise ? value.then(codeText) : codeText(value);
  };
}
