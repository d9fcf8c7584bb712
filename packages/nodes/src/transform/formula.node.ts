// Adds fields to a row, or replaces some, by formulas: each line sees what the lines above it have filled.
import { defineNode, type MappingLine, type Row } from '@eclusa/flow';
import { evaluator, isTrue } from './evaluation';
import { onceDone, rowFiller } from './mapped-row';

interface Config {
  columns?: MappingLine[];
  condition?: string;
}

const conditionName = { en: 'Only when', es: 'Solo cuando', pt: 'Só quando' };

export default defineNode<Config>({
  id: 'transform.formula',
  version: 1,
  group: 'transform',
  name: { en: 'Formula column', es: 'Columna con fórmula', pt: 'Coluna com fórmula' },
  help: {
    en: 'Adds fields to every row, or replaces some, and leaves the others as they are. Each line sees what the lines above it have filled. A formula that finds nothing leaves its field as it was.',
    es: 'Agrega campos a cada fila, o reemplaza algunos, y deja los demás como están. Cada línea ve lo que llenaron las líneas de arriba. Una fórmula que no encuentra nada deja su campo como estaba.',
    pt: 'Acrescenta campos a cada linha, ou substitui alguns, e deixa os demais como estão. Cada linha da lista vê o que as de cima preencheram. Uma fórmula que não acha nada deixa o campo como estava.',
  },
  keywords: [
    ...['formula', 'computed', 'calculate', 'column', 'expression', 'add field', 'set'],
    ...['fórmula', 'calcular', 'columna', 'calculado', 'agregar campo'],
    ...['coluna', 'calculada', 'acrescentar campo', 'expressão'],
  ],
  gives: { fields: ['columns'], rest: 'always' },
  fields: {
    columns: {
      kind: 'mapping',
      required: true,
      name: { en: 'Columns', es: 'Columnas', pt: 'Colunas' },
      help: {
        en: 'Left the field to add or replace, right its formula, for example preco * 1.1.',
        es: 'A la izquierda el campo por agregar o reemplazar; a la derecha su fórmula, por ejemplo preco * 1.1.',
        pt: 'À esquerda o campo a acrescentar ou substituir; à direita a fórmula, por exemplo preco * 1.1.',
      },
    },
    condition: {
      kind: 'expression',
      returns: 'boolean',
      placeholder: 'marca = "ACME"',
      name: conditionName,
      help: {
        en: 'Other rows pass as they are. When empty, all rows are changed.',
        es: 'Las demás filas pasan como están. Si queda vacío, se cambian todas.',
        pt: 'As demais linhas passam como estão. Se ficar vazio, todas são alteradas.',
      },
    },
  },
  behaviour: {
    kind: 'transform',
    prepare({ config, parameters }) {
      const fills = (config.columns ?? []).map((line) => rowFiller([line], parameters));
      const source = config.condition?.trim() ?? '';
      const condition = source === '' ? () => true : evaluator(source, conditionName, parameters);
      const filled = (row: Row) =>
        fills.reduce<Row | Promise<Row>>((before, fill) => onceDone(before, (now) => fill(now, now)), {
          ...row,
        });
      const changed = (row: Row, holds: boolean) => (holds ? filled(row) : row);
      return (row) => {
        const holds = onceDone(condition(row), isTrue);
        return onceDone(
          onceDone(holds, (held) => changed(row, held)),
          (value) => [{ value }],
        );
      };
    },
  },
  example: {
    config: {
      columns: [
        { target: 'custo', expression: '$parseNumber(custo)' },
        { target: 'preco', expression: '$round(custo * 1.4, 2)' },
      ],
    },
    input: [{ codigo: 'SKU-1', custo: '100,50' }],
    output: { out: [{ codigo: 'SKU-1', custo: 100.5, preco: 140.7 }] },
  },
});
