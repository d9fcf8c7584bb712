// What the forms of the boxes for texts in a field have in common: the format, and how CSV is cut.
import type { Field } from '@eclusa/flow';

export const formatField: Field = {
  kind: 'choice',
  default: 'json',
  required: true,
  name: { en: 'Format', es: 'Formato', pt: 'Formato' },
  help: {
    en: 'In XML, attributes are fields that begin with @, and what repeats is a list.',
    es: 'En XML, los atributos son campos que empiezan con @ y lo que se repite es una lista.',
    pt: 'Em XML, atributos são campos que começam com @, e o que se repete é uma lista.',
  },
  choices: [
    { value: 'json', name: { en: 'JSON', es: 'JSON', pt: 'JSON' } },
    { value: 'xml', name: { en: 'XML', es: 'XML', pt: 'XML' } },
    { value: 'csv', name: { en: 'CSV', es: 'CSV', pt: 'CSV' } },
  ],
};

export const isCsv = { field: 'format', is: ['csv'] };
export const isXml = { field: 'format', is: ['xml'] };
export const isJson = { field: 'format', is: ['json'] };

export const delimiterField: Field = {
  kind: 'choice',
  default: ';',
  when: isCsv,
  name: { en: 'Between columns', es: 'Entre columnas', pt: 'Entre colunas' },
  help: {
    en: 'The sign that parts the values of a line.',
    es: 'El signo que separa los valores de una línea.',
    pt: 'O sinal que separa os valores de uma linha.',
  },
  choices: [
    { value: ';', name: { en: 'Semicolon ;', es: 'Punto y coma ;', pt: 'Ponto e vírgula ;' } },
    { value: ',', name: { en: 'Comma ,', es: 'Coma ,', pt: 'Vírgula ,' } },
    { value: '\t', name: { en: 'Tab', es: 'Tabulador', pt: 'Tabulação' } },
    { value: '|', name: { en: 'Bar |', es: 'Barra |', pt: 'Barra |' } },
  ],
};

export const headerField: Field = {
  kind: 'toggle',
  default: true,
  when: isCsv,
  name: {
    en: 'First line names the columns',
    es: 'La primera línea nombra las columnas',
    pt: 'A primeira linha nomeia as colunas',
  },
  help: {
    en: 'With it, lines are objects by column name; without it, lists of texts.',
    es: 'Con ella, las líneas son objetos por nombre de columna; sin ella, listas de textos.',
    pt: 'Com ela, as linhas são objetos por nome de coluna; sem ela, listas de textos.',
  },
};

/** Where a text that was made goes. */
export const textNameField: Field = {
  kind: 'text',
  default: 'text',
  required: true,
  maxLength: 64,
  name: { en: 'Field for the text', es: 'Campo para el texto', pt: 'Campo para o texto' },
  help: {
    en: 'The field of the row that gets the text. One of the same name is replaced.',
    es: 'El campo de la fila que recibe el texto. Si ya hay uno con ese nombre, se reemplaza.',
    pt: 'O campo da linha que recebe o texto. Se já houver um com esse nome, ele é substituído.',
  },
};
