// The form of the aggregate node.
import type { Fields } from '@eclusa/flow';

const nameOf = { en: 'New field', es: 'Campo nuevo', pt: 'Novo campo' };

export const aggregateFields: Fields = {
  groups: {
    kind: 'table',
    name: { en: 'One row per', es: 'Una fila por', pt: 'Uma linha por' },
    help: {
      en: 'Rows with equal values here make one group. Without any, all rows together make one.',
      es: 'Las filas con valores iguales aquí forman un grupo. Sin ninguno, todas forman uno solo.',
      pt: 'Linhas com valores iguais aqui formam um grupo. Sem nenhum, todas juntas formam um só.',
    },
    columns: {
      name: { kind: 'text', name: nameOf },
      expression: {
        kind: 'expression',
        required: true,
        placeholder: 'sku',
        name: { en: 'From', es: 'A partir de', pt: 'A partir de' },
      },
    },
  },
  measures: {
    kind: 'table',
    required: true,
    minRows: 1,
    name: { en: 'Compute', es: 'Calcular', pt: 'Calcular' },
    help: {
      en: 'Empty values are left out. To add up texts such as 1.299,90, convert them with $parseNumber first.',
      es: 'Los valores vacíos no cuentan. Para sumar textos como 1.299,90, conviértalos antes con $parseNumber.',
      pt: 'Valores vazios não contam. Para somar textos como 1.299,90, converta antes com $parseNumber.',
    },
    columns: {
      name: { kind: 'text', required: true, name: nameOf },
      operation: {
        kind: 'choice',
        default: 'sum',
        required: true,
        name: { en: 'Operation', es: 'Operación', pt: 'Operação' },
        choices: [
          { value: 'sum', name: { en: 'Sum', es: 'Suma', pt: 'Soma' } },
          { value: 'count', name: { en: 'Count', es: 'Cantidad', pt: 'Contagem' } },
          { value: 'min', name: { en: 'Smallest', es: 'Mínimo', pt: 'Menor' } },
          { value: 'max', name: { en: 'Largest', es: 'Máximo', pt: 'Maior' } },
          { value: 'average', name: { en: 'Average', es: 'Promedio', pt: 'Média' } },
          { value: 'first', name: { en: 'First', es: 'Primero', pt: 'Primeiro' } },
          { value: 'last', name: { en: 'Last', es: 'Último', pt: 'Último' } },
          { value: 'list', name: { en: 'List of all', es: 'Lista de todos', pt: 'Lista de todos' } },
        ],
      },
      expression: {
        kind: 'expression',
        placeholder: 'quantity',
        name: { en: 'Of', es: 'De', pt: 'De' },
        help: {
          en: 'Not needed to count rows.',
          es: 'No hace falta para contar filas.',
          pt: 'Não é preciso para contar linhas.',
        },
      },
    },
  },
  maxGroups: {
    kind: 'number',
    default: 100_000,
    min: 1,
    max: 1_000_000,
    integer: true,
    advanced: true,
    name: { en: 'Most groups', es: 'Máximo de grupos', pt: 'Máximo de grupos' },
    help: {
      en: 'Groups are held in memory. The run stops with an error when there are more.',
      es: 'Los grupos se guardan en memoria. La ejecución se detiene con un error si hay más.',
      pt: 'Os grupos ficam na memória. A execução para com um erro se houver mais.',
    },
  },
};
