// Reads the text of one field as JSON, XML or CSV: what an ERP puts into a column, what an answer carries as a text.
import { defineNode, UserError, type Json, type Row } from '@eclusa/flow';
import { evaluator, lines, textOf } from './evaluation';
import { onceDone } from './mapped-row';
import { delimiterField, formatField, headerField, isXml } from './text-fields';
import { readTextAs, type TextFormat } from './text-formats';

interface Config {
  text?: string;
  format?: TextFormat;
  name?: string;
  lists?: Json;
  delimiter?: string;
  header?: boolean;
}

export default defineNode<Config>({
  id: 'transform.parse-text',
  version: 1,
  group: 'transform',
  name: { en: 'Read text as data', es: 'Leer texto como datos', pt: 'Ler texto como dados' },
  help: {
    en: 'Reads the text in a field as JSON, XML or CSV and puts what it holds into a field, ready for the next boxes. An empty text stays empty; one that cannot be read fails its row. For whole files, use a file box.',
    es: 'Lee el texto de un campo como JSON, XML o CSV y pone lo que contiene en un campo, listo para las próximas cajas. Un texto vacío queda vacío; uno que no se puede leer hace fallar su fila. Para archivos enteros, use una caja de archivo.',
    pt: 'Lê o texto de um campo como JSON, XML ou CSV e põe o que ele contém em um campo, pronto para as próximas caixas. Um texto vazio fica vazio; um que não pode ser lido faz a linha falhar. Para arquivos inteiros, use uma caixa de arquivo.',
  },
  keywords: [
    ...['parse', 'decode', 'json', 'xml', 'csv', 'deserialize', 'from text'],
    ...['interpretar', 'analizar', 'decodificar', 'texto a datos'],
    ...['analisar', 'decodificar', 'texto para dados', 'extrair'],
  ],
  gives: { fields: ['name'], rest: 'always' },
  fields: {
    text: {
      kind: 'expression',
      required: true,
      returns: 'text',
      placeholder: 'payload',
      name: { en: 'Text', es: 'Texto', pt: 'Texto' },
      help: {
        en: 'The field with the text, up to 5 MB.',
        es: 'El campo con el texto, hasta 5 MB.',
        pt: 'O campo com o texto, de até 5 MB.',
      },
    },
    format: formatField,
    name: {
      kind: 'text',
      default: 'data',
      required: true,
      maxLength: 64,
      name: { en: 'Field for the data', es: 'Campo para los datos', pt: 'Campo para os dados' },
      help: {
        en: 'It may be the name of the field with the text, which is then replaced.',
        es: 'Puede ser el nombre del campo con el texto, que entonces se reemplaza.',
        pt: 'Pode ser o nome do campo com o texto, que então é substituído.',
      },
    },
    lists: {
      kind: 'table',
      when: isXml,
      name: { en: 'Always lists', es: 'Siempre listas', pt: 'Sempre listas' },
      help: {
        en: 'Elements that are a list even where there is only one of them, such as item.',
        es: 'Elementos que son una lista aunque haya uno solo, como item.',
        pt: 'Elementos que são uma lista mesmo onde há um só, como item.',
      },
      columns: {
        name: {
          kind: 'text',
          required: true,
          placeholder: 'item',
          name: { en: 'Element', es: 'Elemento', pt: 'Elemento' },
        },
      },
    },
    delimiter: delimiterField,
    header: headerField,
  },
  behaviour: {
    kind: 'transform',
    prepare({ config, parameters }) {
      const { format = 'json', name = 'data', delimiter = ';', header = true } = config;
      const source = config.text ?? '';
      const read = evaluator(source, source, parameters);
      const lists = new Set(lines(config.lists).map((line) => textOf(line, 'name')));
      const dataOf = (text: Json | undefined): Json =>
        isNothing(text) ? null : readTextAs(asText(text), format, { lists, delimiter, header });
      return (row: Row) => onceDone(read(row), (text) => [{ value: { ...row, [name]: dataOf(text) } }]);
    },
  },
  example: {
    config: { text: 'payload', format: 'xml', name: 'nota', lists: [{ name: 'item' }] },
    input: [
      { id: 1, payload: '<nota numero="7"><item>Faca &amp; garfo</item></nota>' },
      { id: 2, payload: '<nota>' },
    ],
    output: {
      out: [
        {
          id: 1,
          payload: '<nota numero="7"><item>Faca &amp; garfo</item></nota>',
          nota: { nota: { '@numero': '7', item: ['Faca & garfo'] } },
        },
      ],
      failed: [{ id: 2, payload: '<nota>' }],
    },
  },
});

function isNothing(text: Json | undefined): text is undefined | null | '' {
  return text === undefined || text === null || (typeof text === 'string' && text.trim() === '');
}

function asText(text: Json): string {
  if (typeof text === 'string') return text;
  const type = Array.isArray(text) ? 'list' : typeof text;
  throw new UserError('nodes.text-not-text', { values: { type } });
}
