// Makes a text of each row: a description, a message, an address, from a template with places in double braces.
import { defineNode } from '@eclusa/flow';
import { onceDone } from './mapped-row';
import { template, type TemplateEscape } from './template-text';
import { textNameField } from './text-fields';

interface Config {
  template?: string;
  escape?: TemplateEscape;
  missing?: 'empty' | 'fail';
  name?: string;
}

export default defineNode<Config>({
  id: 'transform.template',
  version: 1,
  group: 'transform',
  name: { en: 'Text from a template', es: 'Texto con plantilla', pt: 'Texto com modelo' },
  help: {
    en: 'Writes a text for every row: a description for the store, a message, an address. Places in double braces are filled from the row.',
    es: 'Escribe un texto para cada fila: una descripción para la tienda, un mensaje, una dirección. Los lugares entre dos llaves se llenan con la fila.',
    pt: 'Escreve um texto para cada linha: uma descrição para a loja, uma mensagem, um endereço. Os lugares entre duas chaves são preenchidos com a linha.',
  },
  keywords: [
    ...['template', 'text', 'placeholder', 'html', 'mustache', 'merge fields', 'concatenate'],
    ...['plantilla', 'texto', 'descripción', 'concatenar'],
    ...['modelo', 'descrição', 'mala direta', 'juntar textos'],
  ],
  gives: { fields: ['name'], rest: 'always' },
  fields: {
    template: {
      kind: 'text',
      multiline: true,
      places: true,
      required: true,
      maxLength: 100_000,
      placeholder: '{{nome}} - {{marca}}',
      name: { en: 'Template', es: 'Plantilla', pt: 'Modelo' },
      help: {
        en: 'Write fields or formulas in double braces: {{nome}} or {{$uppercase(marca)}}. Where a formula itself ends in a brace, leave a space after it.',
        es: 'Escriba campos o fórmulas entre dos llaves: {{nome}} o {{$uppercase(marca)}}. Si la fórmula misma termina en una llave, deje un espacio después.',
        pt: 'Escreva campos ou fórmulas entre duas chaves: {{nome}} ou {{$uppercase(marca)}}. Se a própria fórmula termina em chave, deixe um espaço depois dela.',
      },
    },
    escape: {
      kind: 'choice',
      default: 'none',
      name: {
        en: 'What is filled in is written as',
        es: 'Lo que se llena se escribe como',
        pt: 'O que é preenchido é escrito como',
      },
      help: {
        en: 'Where the text will stand. As HTML, a name such as “A & B <novo>” stays a name and becomes no tag.',
        es: 'Dónde estará el texto. Como HTML, un nombre como “A & B <novo>” sigue siendo un nombre y no una etiqueta.',
        pt: 'Onde o texto vai ficar. Como HTML, um nome como “A & B <novo>” continua um nome e não vira etiqueta.',
      },
      choices: [
        { value: 'none', name: { en: 'Plain text', es: 'Texto simple', pt: 'Texto simples' } },
        { value: 'html', name: { en: 'HTML', es: 'HTML', pt: 'HTML' } },
        { value: 'xml', name: { en: 'XML', es: 'XML', pt: 'XML' } },
        {
          value: 'json',
          name: { en: 'Inside a JSON text', es: 'Dentro de un texto JSON', pt: 'Dentro de um texto JSON' },
        },
        {
          value: 'url',
          name: { en: 'Part of an address', es: 'Parte de una dirección', pt: 'Parte de um endereço' },
        },
      ],
    },
    missing: {
      kind: 'choice',
      default: 'empty',
      name: { en: 'Places without a value', es: 'Lugares sin valor', pt: 'Lugares sem valor' },
      help: {
        en: 'Let the row fail where a text with a gap would do harm.',
        es: 'Haga fallar la fila si un texto con un hueco causaría daño.',
        pt: 'Deixe a linha falhar se um texto com uma lacuna causaria dano.',
      },
      choices: [
        { value: 'empty', name: { en: 'Stay empty', es: 'Quedan vacíos', pt: 'Ficam vazios' } },
        {
          value: 'fail',
          name: { en: 'Fail the row', es: 'Hacen fallar la fila', pt: 'Fazem a linha falhar' },
        },
      ],
    },
    name: textNameField,
  },
  behaviour: {
    kind: 'transform',
    prepare({ config, parameters }) {
      const { escape = 'none', missing = 'empty', name = 'text' } = config;
      const fill = template(config.template ?? '', { escape, strict: missing === 'fail' }, parameters);
      return (row) => onceDone(fill(row), (text) => [{ value: { ...row, [name]: text } }]);
    },
  },
  example: {
    config: { template: '<b>{{nome}}</b> ({{$uppercase(marca)}})', escape: 'html', name: 'descricao' },
    input: [{ nome: 'Faca & garfo', marca: 'Acme' }],
    output: {
      out: [{ nome: 'Faca & garfo', marca: 'Acme', descricao: '<b>Faca &amp; garfo</b> (ACME)' }],
    },
  },
});
