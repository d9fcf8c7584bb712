// Writes a value of the row as a JSON, XML or CSV text into a field: for APIs that want a document within a document.
import { defineNode } from '@eclusa/flow';
import { evaluator } from './evaluation';
import { onceDone } from './mapped-row';
import { delimiterField, formatField, headerField, isCsv, isJson, isXml, textNameField } from './text-fields';
import { writeTextAs, type TextFormat } from './text-formats';

interface Config {
  value?: string;
  format?: TextFormat;
  name?: string;
  indented?: boolean;
  root?: string;
  entry?: string;
  delimiter?: string;
  header?: boolean;
  decimalComma?: boolean;
  guard?: boolean;
}

export default defineNode<Config>({
  id: 'transform.format-text',
  version: 1,
  group: 'transform',
  name: { en: 'Write data as text', es: 'Escribir datos como texto', pt: 'Escrever dados como texto' },
  help: {
    en: 'Writes the row, or a part of it, as a JSON, XML or CSV text into a field: for an API that wants a document as a text. To write all rows to one file, use “Write file”.',
    es: 'Escribe la fila, o una parte, como texto JSON, XML o CSV en un campo: para una API que pide un documento como texto. Para escribir todas las filas en un archivo, use «Escribir archivo».',
    pt: 'Escreve a linha, ou uma parte dela, como texto JSON, XML ou CSV em um campo: para uma API que pede um documento como texto. Para gravar todas as linhas em um arquivo, use “Gravar arquivo”.',
  },
  keywords: [
    ...['format', 'encode', 'stringify', 'serialize', 'json', 'xml', 'csv', 'to text'],
    ...['serializar', 'codificar', 'datos a texto', 'formatear'],
    ...['formatar', 'dados para texto', 'gerar xml', 'gerar json'],
  ],
  gives: { fields: ['name'], rest: 'always' },
  fields: {
    value: {
      kind: 'expression',
      placeholder: 'pedido',
      name: { en: 'Value', es: 'Dato', pt: 'Dado' },
      help: {
        en: 'The field, or a formula that makes what is written. When empty, the whole row. CSV takes an object or a list of objects.',
        es: 'El campo, o una fórmula que crea lo que se escribe. Si queda vacío, toda la fila. CSV acepta un objeto o una lista de objetos.',
        pt: 'O campo, ou uma fórmula que cria o que é escrito. Se ficar vazio, a linha toda. CSV aceita um objeto ou uma lista de objetos.',
      },
    },
    format: formatField,
    name: textNameField,
    indented: {
      kind: 'toggle',
      default: false,
      when: isJson,
      name: { en: 'Over several lines', es: 'En varias líneas', pt: 'Em várias linhas' },
      help: {
        en: 'Easier to read, and longer.',
        es: 'Más fácil de leer, y más largo.',
        pt: 'Mais fácil de ler, e mais longo.',
      },
    },
    root: {
      kind: 'text',
      required: true,
      default: 'data',
      when: isXml,
      maxLength: 200,
      name: { en: 'Outermost element', es: 'Elemento exterior', pt: 'Elemento de fora' },
      help: {
        en: 'Its name, such as pedido. Signs that no XML name may have become _.',
        es: 'Su nombre, como pedido. Los signos que un nombre XML no admite se vuelven _.',
        pt: 'O nome dele, como pedido. Sinais que um nome XML não aceita viram _.',
      },
    },
    entry: {
      kind: 'text',
      default: 'item',
      when: isXml,
      maxLength: 200,
      name: { en: 'Element of a list entry', es: 'Elemento de cada ítem', pt: 'Elemento de cada item' },
      help: {
        en: 'Used where the value itself is a list. Lists inside it repeat the name of their field.',
        es: 'Se usa cuando el dato mismo es una lista. Las listas de adentro repiten el nombre de su campo.',
        pt: 'Usado quando o próprio dado é uma lista. Listas dentro dele repetem o nome do campo.',
      },
    },
    delimiter: delimiterField,
    header: headerField,
    decimalComma: {
      kind: 'toggle',
      default: false,
      when: isCsv,
      name: { en: 'Decimal comma', es: 'Coma decimal', pt: 'Vírgula decimal' },
      help: {
        en: 'Numbers are written as 10,5 instead of 10.5.',
        es: 'Los números se escriben como 10,5 en lugar de 10.5.',
        pt: 'Números são escritos como 10,5 em vez de 10.5.',
      },
    },
    guard: {
      kind: 'toggle',
      default: true,
      when: isCsv,
      advanced: true,
      name: { en: 'Disarm formulas', es: 'Desactivar fórmulas', pt: 'Desarmar fórmulas' },
      help: {
        en: 'A text that a spreadsheet would run as a formula gets an apostrophe in front.',
        es: 'Un texto que una planilla ejecutaría como fórmula recibe un apóstrofo adelante.',
        pt: 'Um texto que uma planilha executaria como fórmula ganha um apóstrofo na frente.',
      },
    },
  },
  behaviour: {
    kind: 'transform',
    prepare({ config, parameters }) {
      const { format = 'json', name = 'text', indented = false, root = 'data', entry = 'item' } = config;
      const { delimiter = ';', header = true, decimalComma = false, guard = true } = config;
      const options = { indented, root, entry, delimiter, header, decimalComma, guard };
      const source = config.value?.trim() || '$';
      const read = evaluator(source, source, parameters);
      return (row) =>
        onceDone(read(row), (value) => [
          { value: { ...row, [name]: writeTextAs(value ?? null, format, options) } },
        ]);
    },
  },
  example: {
    config: { value: 'itens', format: 'csv', name: 'anexo', decimalComma: true },
    input: [
      {
        pedido: 7,
        itens: [
          { sku: 'A', preco: 10.5 },
          { sku: 'B', qtd: 2 },
        ],
      },
    ],
    output: {
      out: [
        {
          pedido: 7,
          itens: [
            { sku: 'A', preco: 10.5 },
            { sku: 'B', qtd: 2 },
          ],
          anexo: 'sku;preco;qtd\r\nA;10,5;\r\nB;;2\r\n',
        },
      ],
    },
  },
});
