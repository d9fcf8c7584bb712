// Lets through the rows for which a condition holds; the others leave by a port of their own, or end here.
import { defineNode, rowOut } from '@eclusa/flow';
import { evaluator, isTrue, withValues } from './evaluation';

const conditionName = { en: 'Keep a row when', es: 'Conservar la fila si', pt: 'Manter a linha se' };

export default defineNode<{ condition?: string }>({
  id: 'transform.filter',
  version: 1,
  group: 'transform',
  name: { en: 'Filter rows', es: 'Filtrar filas', pt: 'Filtrar linhas' },
  help: {
    en: 'Keeps the rows for which the condition is true. Connect "The rest" to use the others; else they are skipped.',
    es: 'Conserva las filas que cumplen la condición. Conecte "El resto" para usar las demás; si no, se omiten.',
    pt: 'Mantém as linhas que atendem à condição. Ligue "O resto" para usar as demais; senão, elas são ignoradas.',
  },
  keywords: [
    'where',
    'condition',
    'if',
    'onde',
    'condição',
    'condición',
    'se',
    'si',
    'only',
    'somente',
    'solo',
  ],
  outputs: [rowOut, { id: 'rest', type: 'row', name: { en: 'The rest', es: 'El resto', pt: 'O resto' } }],
  fields: {
    condition: {
      kind: 'expression',
      required: true,
      returns: 'boolean',
      placeholder: 'status = "A"',
      name: conditionName,
      help: {
        en: 'For example: status = "A" and stock > 0',
        es: 'Por ejemplo: status = "A" and stock > 0',
        pt: 'Por exemplo: status = "A" and stock > 0',
      },
    },
  },
  behaviour: {
    kind: 'transform',
    prepare({ config, parameters }) {
      const condition = evaluator(config.condition ?? '', conditionName, parameters);
      return (row) =>
        withValues([condition(row)], ([value]) => [{ port: isTrue(value) ? 'out' : 'rest', value: row }]);
    },
  },
  example: {
    config: { condition: 'situacao = "A"' },
    input: [
      { codigo: 'SKU-1', situacao: 'A' },
      { codigo: 'SKU-2', situacao: 'I' },
    ],
    output: { out: [{ codigo: 'SKU-1', situacao: 'A' }], rest: [{ codigo: 'SKU-2', situacao: 'I' }] },
  },
});
