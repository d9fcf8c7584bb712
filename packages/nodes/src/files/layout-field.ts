// The table of a form that says where the values of a line stand.
import type { Field, Fields } from '@eclusa/flow';

/** The columns of a layout table. */
export const layoutColumns: Fields = {
  name: {
    kind: 'text',
    required: true,
    placeholder: 'codigo',
    name: { en: 'Field', es: 'Campo', pt: 'Campo' },
    help: {
      en: 'What the value is called in the row, such as codigo.',
      es: 'Cómo se llama el valor en la fila, como codigo.',
      pt: 'Como o valor se chama na linha, como codigo.',
    },
  },
  start: {
    kind: 'number',
    required: true,
    min: 1,
    integer: true,
    name: { en: 'From', es: 'Desde', pt: 'De' },
    help: {
      en: 'The place of its first character, counted from 1.',
      es: 'La posición de su primer carácter, contando desde 1.',
      pt: 'A posição do primeiro caractere, contando a partir de 1.',
    },
  },
  length: {
    kind: 'number',
    required: true,
    min: 1,
    integer: true,
    name: { en: 'Length', es: 'Largo', pt: 'Tamanho' },
    help: {
      en: 'How many characters it has, such as 10.',
      es: 'Cuántos caracteres tiene, como 10.',
      pt: 'Quantos caracteres tem, como 10.',
    },
  },
  kind: {
    kind: 'choice',
    default: 'text',
    name: { en: 'Is', es: 'Es', pt: 'É' },
    help: {
      en: 'A text loses the blanks around it. A number may have a sign or a comma. Decimals count for numbers, the way of writing for dates.',
      es: 'Un texto pierde los espacios alrededor. Un número puede tener signo o coma. Los decimales valen para números; la forma de escribir, para fechas.',
      pt: 'Um texto perde os espaços em volta. Um número pode ter sinal ou vírgula. Os decimais valem para números; o modo de escrever, para datas.',
    },
    choices: [
      { value: 'text', name: { en: 'Text', es: 'Texto', pt: 'Texto' } },
      { value: 'number', name: { en: 'Number', es: 'Número', pt: 'Número' } },
      { value: 'date', name: { en: 'Date', es: 'Fecha', pt: 'Data' } },
      { value: 'raw', name: { en: 'Text as it stands', es: 'Texto tal cual', pt: 'Texto como está' } },
    ],
  },
  decimals: {
    kind: 'number',
    default: 0,
    min: 0,
    max: 10,
    integer: true,
    name: { en: 'Decimals', es: 'Decimales', pt: 'Decimais' },
    help: {
      en: 'How many of the last digits are decimals: with 2, 0001250 is 12.50.',
      es: 'Cuántos de los últimos dígitos son decimales: con 2, 0001250 es 12,50.',
      pt: 'Quantos dos últimos dígitos são decimais: com 2, 0001250 é 12,50.',
    },
  },
  pattern: {
    kind: 'text',
    placeholder: 'ddMMyyyy',
    name: { en: 'Written as', es: 'Escrita como', pt: 'Escrita como' },
    help: {
      en: 'd, M, y, H, m and s for the digits of day, month, year, hour, minute and second: ddMMyyyy, yyMMdd.',
      es: 'd, M, y, H, m y s por los dígitos de día, mes, año, hora, minuto y segundo: ddMMyyyy, yyMMdd.',
      pt: 'd, M, y, H, m e s para os dígitos de dia, mês, ano, hora, minuto e segundo: ddMMyyyy, yyMMdd.',
    },
  },
};

/** A layout whose lines name the segment they belong to. */
export function segmentLayout(own: Pick<Field, 'name' | 'help'>, segment: Field): Field {
  return { ...own, kind: 'table', columns: { segment, ...layoutColumns } };
}
