// Rows of a text file whose values stand at fixed places.
import { fileSource } from '../files/file-source';
import { encodingField } from '../files/file-fields';
import { fixedWidthFormat } from '../files/formats/fixed-width';
import { layoutColumns } from '../files/layout-field';

export default fileSource({
  id: 'source.fixed-width',
  name: { en: 'Read fixed-width text', es: 'Leer texto de ancho fijo', pt: 'Ler texto de largura fixa' },
  help: {
    en: 'Reads a text file whose values stand at the same place of every line, by a layout you type in. A line that does not fit is set aside with its number; all others go on.',
    es: 'Lee un archivo de texto cuyos valores están en la misma posición de cada línea, según un diseño que usted indica. Una línea que no encaja se aparta con su número; las demás siguen.',
    pt: 'Lê um arquivo de texto em que os valores ficam na mesma posição de cada linha, por um layout que você informa. Uma linha que não se encaixa é separada com o número dela; as outras seguem.',
  },
  keywords: [
    'txt',
    'layout',
    'posicional',
    'posições',
    'posiciones',
    'columns',
    'arquivo',
    'archivo',
    'legacy',
  ],
  accepts: ['.txt', '.dat', '.prn', 'text/plain'],
  format: fixedWidthFormat,
  fields: {
    layout: {
      kind: 'table',
      required: true,
      minRows: 1,
      name: { en: 'Layout', es: 'Diseño', pt: 'Layout' },
      help: {
        en: 'One line for each value, as the manual of the other system prints it: codigo from 1, length 10.',
        es: 'Una línea por cada valor, como lo indica el manual del otro sistema: codigo desde 1, largo 10.',
        pt: 'Uma linha para cada valor, como está no manual do outro sistema: codigo de 1, tamanho 10.',
      },
      columns: layoutColumns,
    },
    skipLines: {
      kind: 'number',
      default: 0,
      min: 0,
      max: 10_000,
      integer: true,
      name: { en: 'Lines to skip', es: 'Líneas por omitir', pt: 'Linhas a pular' },
      help: {
        en: 'How many lines stand before the first record, such as 1 for a header.',
        es: 'Cuántas líneas hay antes del primer registro, como 1 si hay un encabezado.',
        pt: 'Quantas linhas há antes do primeiro registro, como 1 se houver um cabeçalho.',
      },
    },
    onlyText: {
      kind: 'text',
      placeholder: 'D',
      name: { en: 'Only lines with', es: 'Solo líneas con', pt: 'Só linhas com' },
      help: {
        en: 'Where lines of several kinds stand in one file: the text that marks those you want, such as D. All lines when empty.',
        es: 'Cuando hay líneas de varios tipos en un archivo: el texto que marca las que quiere, como D. Si queda vacío, todas las líneas.',
        pt: 'Quando há linhas de vários tipos em um arquivo: o texto que marca as que você quer, como D. Se ficar vazio, todas as linhas.',
      },
    },
    onlyStart: {
      kind: 'number',
      default: 1,
      min: 1,
      max: 10_000,
      integer: true,
      advanced: true,
      name: { en: '… at place', es: '… en la posición', pt: '… na posição' },
      help: {
        en: 'Where that text stands in the line, counted from 1.',
        es: 'Dónde está ese texto en la línea, contando desde 1.',
        pt: 'Onde esse texto fica na linha, contando a partir de 1.',
      },
    },
    shortLines: {
      kind: 'choice',
      default: 'blank',
      advanced: true,
      name: { en: 'Lines that are too short', es: 'Líneas demasiado cortas', pt: 'Linhas curtas demais' },
      help: {
        en: 'Many systems drop the blanks at the end of a line. Refuse such lines where each must have its full length, such as 120.',
        es: 'Muchos sistemas quitan los espacios al final de la línea. Rechácelas cuando cada una deba tener su largo completo, como 120.',
        pt: 'Muitos sistemas tiram os espaços do fim da linha. Recuse essas linhas quando cada uma precisa ter o tamanho completo, como 120.',
      },
      choices: [
        {
          value: 'blank',
          name: { en: 'Fill with blanks', es: 'Completar con espacios', pt: 'Completar com espaços' },
        },
        { value: 'refuse', name: { en: 'Refuse the line', es: 'Rechazar la línea', pt: 'Recusar a linha' } },
      ],
    },
    ...encodingField,
  },
  example: {
    config: {
      file: 'example.txt',
      layout: [
        { name: 'codigo', start: 2, length: 6 },
        { name: 'preco', start: 8, length: 9, kind: 'number', decimals: 2 },
        { name: 'desde', start: 17, length: 8, kind: 'date', pattern: 'ddMMyyyy' },
      ],
      onlyText: 'D',
    },
    input: [],
    output: {
      out: [
        { codigo: 'SKU-1', preco: 1299.9, desde: '2026-11-23' },
        { codigo: 'SKU-2', preco: 89, desde: null },
      ],
    },
  },
});
