// Puts all rows in order. Sorts pieces and merges them through the scratch, so that memory holds a few pages only.
import { defineNode, type Json } from '@eclusa/flow';
import { lines, textOf } from './evaluation';
import { externalSort } from './external-sort';
import { sortOrder } from './sort-order';

export default defineNode<{ keys?: Json; locale?: string }>({
  id: 'transform.sort',
  version: 1,
  group: 'transform',
  name: { en: 'Sort rows', es: 'Ordenar filas', pt: 'Ordenar linhas' },
  help: {
    en: 'Waits for all rows and passes them on in order. Rows that are equal keep the order they came in. Works on any number of rows: what does not fit in memory is put aside on disk meanwhile.',
    es: 'Espera todas las filas y las entrega en orden. Las filas iguales conservan el orden de llegada. Funciona con cualquier cantidad de filas: lo que no cabe en memoria se guarda mientras tanto en disco.',
    pt: 'Espera todas as linhas e as entrega em ordem. Linhas iguais mantêm a ordem de chegada. Funciona com qualquer quantidade de linhas: o que não cabe na memória fica em disco enquanto isso.',
  },
  keywords: [
    'order',
    'order by',
    'ordenar',
    'classificar',
    'ascending',
    'descending',
    'crescente',
    'ascendente',
  ],
  fields: {
    keys: {
      kind: 'table',
      required: true,
      minRows: 1,
      name: { en: 'Order by', es: 'Ordenar por', pt: 'Ordenar por' },
      help: {
        en: 'The first line decides; the next ones where it is equal. Empty values, and values not of the type, come last.',
        es: 'Decide la primera línea; las siguientes, cuando hay empate. Los valores vacíos o de otro tipo van al final.',
        pt: 'A primeira linha decide; as seguintes, em caso de empate. Valores vazios ou de outro tipo vão para o fim.',
      },
      columns: {
        expression: {
          kind: 'expression',
          required: true,
          placeholder: 'price',
          name: { en: 'Field', es: 'Campo', pt: 'Campo' },
        },
        type: {
          kind: 'choice',
          default: 'text',
          name: { en: 'As', es: 'Como', pt: 'Como' },
          choices: [
            { value: 'text', name: { en: 'Text', es: 'Texto', pt: 'Texto' } },
            { value: 'number', name: { en: 'Number', es: 'Número', pt: 'Número' } },
            { value: 'date', name: { en: 'Date', es: 'Fecha', pt: 'Data' } },
          ],
        },
        direction: {
          kind: 'choice',
          default: 'up',
          name: { en: 'Direction', es: 'Dirección', pt: 'Direção' },
          choices: [
            { value: 'up', name: { en: 'Ascending', es: 'Ascendente', pt: 'Crescente' } },
            { value: 'down', name: { en: 'Descending', es: 'Descendente', pt: 'Decrescente' } },
          ],
        },
      },
    },
    locale: {
      kind: 'choice',
      default: 'pt',
      advanced: true,
      name: { en: 'Alphabet', es: 'Alfabeto', pt: 'Alfabeto' },
      help: {
        en: 'How text is compared. By character code is for technical keys: capitals first, accents last.',
        es: 'Cómo se comparan los textos. Por código de carácter es para claves técnicas: mayúsculas primero, acentos al final.',
        pt: 'Como os textos são comparados. Por código do caractere serve para chaves técnicas: maiúsculas antes, acentos no fim.',
      },
      choices: [
        { value: 'pt', name: { en: 'Portuguese', es: 'Portugués', pt: 'Português' } },
        { value: 'es', name: { en: 'Spanish', es: 'Español', pt: 'Espanhol' } },
        { value: 'en', name: { en: 'English', es: 'Inglés', pt: 'Inglês' } },
        {
          value: 'none',
          name: { en: 'By character code', es: 'Por código de carácter', pt: 'Por código do caractere' },
        },
      ],
    },
  },
  behaviour: {
    kind: 'barrier',
    collect(inputs, { config, parameters, pageSize, scratch, signal }) {
      const keys = lines(config.keys).map((line) => ({
        expression: textOf(line, 'expression'),
        type: textOf(line, 'type'),
        down: textOf(line, 'direction') === 'down',
      }));
      const order = sortOrder(keys, config.locale ?? 'pt', parameters);
      return externalSort(inputs['in'] ?? none(), { ...order, scratch, pageSize, signal });
    },
  },
  example: {
    config: { keys: [{ expression: 'price', type: 'number', direction: 'down' }, { expression: 'name' }] },
    input: [
      { name: 'Óculos', price: 10 },
      { name: 'Zebra', price: 10 },
      { name: 'Anel', price: 20 },
    ],
    output: {
      out: [
        { name: 'Anel', price: 20 },
        { name: 'Óculos', price: 10 },
        { name: 'Zebra', price: 10 },
      ],
    },
  },
});

async function* none(): AsyncIterable<never> {}
