// Gives rows the fields the next boxes need. Makes new rows; the ones that came in stay as they are.
import { defineNode, type MappingLine } from '@eclusa/flow';
import { onceDone, rowFiller } from './mapped-row';

interface Config {
  mapping?: MappingLine[];
  keep?: 'mapped' | 'all';
}

export default defineNode<Config>({
  id: 'transform.map',
  version: 1,
  group: 'transform',
  name: { en: 'Map fields', es: 'Mapear campos', pt: 'Mapear campos' },
  help: {
    en: 'Renames, converts and computes fields. Each line fills one field of the new row.',
    es: 'Renombra, convierte y calcula campos. Cada línea llena un campo de la fila nueva.',
    pt: 'Renomeia, converte e calcula campos. Cada linha preenche um campo da nova linha.',
  },
  keywords: [
    'rename',
    'convert',
    'de-para',
    'renombrar',
    'converter',
    'transformar',
    'formula',
    'calcular',
    'set',
  ],
  gives: { fields: ['mapping'], rest: { field: 'keep', is: 'all' } },
  fields: {
    mapping: {
      kind: 'mapping',
      required: true,
      name: { en: 'Fields', es: 'Campos', pt: 'Campos' },
      help: {
        en: 'Left the field to fill (dots make groups, as in price.base), right where it comes from.',
        es: 'A la izquierda el campo por llenar (los puntos crean grupos, como price.base); a la derecha, de dónde viene.',
        pt: 'À esquerda o campo a preencher (pontos criam grupos, como price.base); à direita, de onde ele vem.',
      },
    },
    keep: {
      kind: 'choice',
      default: 'mapped',
      name: { en: 'Other fields', es: 'Otros campos', pt: 'Outros campos' },
      help: {
        en: 'What becomes of the fields of the row that are not mapped.',
        es: 'Qué pasa con los campos de la fila que no están asignados.',
        pt: 'O que acontece com os campos da linha que não foram mapeados.',
      },
      choices: [
        { value: 'mapped', name: { en: 'Leave out', es: 'Descartar', pt: 'Descartar' } },
        { value: 'all', name: { en: 'Keep', es: 'Conservar', pt: 'Manter' } },
      ],
    },
  },
  behaviour: {
    kind: 'transform',
    prepare({ config, parameters }) {
      const fill = rowFiller(config.mapping ?? [], parameters);
      return (row) => onceDone(fill(row, config.keep === 'all' ? { ...row } : {}), (value) => [{ value }]);
    },
  },
  example: {
    config: {
      mapping: [
        { target: 'ref', expression: 'codigo' },
        { target: 'name', expression: '$trim(descricao)' },
        { target: 'price.base', expression: '$parseNumber(preco)' },
      ],
    },
    input: [
      { codigo: 'SKU-1', descricao: ' Cafeteira ', preco: '1.299,90' },
      { codigo: 'SKU-2', descricao: 'Chaleira', preco: 'abc' },
    ],
    output: {
      out: [{ ref: 'SKU-1', name: 'Cafeteira', price: { base: 1299.9 } }],
      failed: [{ codigo: 'SKU-2', descricao: 'Chaleira', preco: 'abc' }],
    },
  },
});
