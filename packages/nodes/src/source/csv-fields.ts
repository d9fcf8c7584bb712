// What the form of the CSV source asks of the format.
import type { Fields } from '@eclusa/flow';

export const csvFields: Fields = {
  header: {
    kind: 'toggle',
    default: true,
    name: {
      en: 'First line has the column names',
      es: 'La primera línea tiene los nombres de columna',
      pt: 'A primeira linha traz os nomes das colunas',
    },
    help: {
      en: 'When off, columns are called column1, column2 and so on.',
      es: 'Si está desactivado, las columnas se llaman column1, column2, etc.',
      pt: 'Se desligado, as colunas se chamam column1, column2 e assim por diante.',
    },
  },
  delimiter: {
    kind: 'choice',
    default: 'auto',
    name: { en: 'Delimiter', es: 'Separador', pt: 'Separador' },
    help: {
      en: 'What stands between two columns. “Find out” looks at the first lines.',
      es: 'Lo que separa dos columnas. «Detectar» mira las primeras líneas.',
      pt: 'O que separa duas colunas. “Detectar” olha as primeiras linhas.',
    },
    choices: [
      { value: 'auto', name: { en: 'Find out', es: 'Detectar', pt: 'Detectar' } },
      { value: ';', name: { en: 'Semicolon ;', es: 'Punto y coma ;', pt: 'Ponto e vírgula ;' } },
      { value: ',', name: { en: 'Comma ,', es: 'Coma ,', pt: 'Vírgula ,' } },
      { value: '\t', name: { en: 'Tab', es: 'Tabulación', pt: 'Tabulação' } },
      { value: '|', name: { en: 'Bar |', es: 'Barra |', pt: 'Barra |' } },
    ],
  },
  encoding: {
    kind: 'choice',
    default: 'auto',
    name: { en: 'Encoding', es: 'Codificación', pt: 'Codificação' },
    help: {
      en: 'Choose one when accents come out wrong. Lines that are not valid in it are refused, the others are kept.',
      es: 'Elija una si los acentos salen mal. Las líneas que no sean válidas se rechazan; las demás se conservan.',
      pt: 'Escolha uma se os acentos saírem errados. As linhas inválidas são recusadas; as demais são mantidas.',
    },
    choices: [
      { value: 'auto', name: { en: 'Find out', es: 'Detectar', pt: 'Detectar' } },
      { value: 'utf-8', name: { en: 'UTF-8', es: 'UTF-8', pt: 'UTF-8' } },
      {
        value: 'windows-1252',
        name: { en: 'Windows-1252 (Excel)', es: 'Windows-1252 (Excel)', pt: 'Windows-1252 (Excel)' },
      },
      { value: 'latin1', name: { en: 'ISO 8859-1', es: 'ISO 8859-1', pt: 'ISO 8859-1' } },
      { value: 'utf-16le', name: { en: 'UTF-16', es: 'UTF-16', pt: 'UTF-16' } },
    ],
  },
  decimals: {
    kind: 'table',
    name: {
      en: 'Columns with a decimal comma',
      es: 'Columnas con coma decimal',
      pt: 'Colunas com vírgula decimal',
    },
    help: {
      en: 'Their text, such as 1.299,90, becomes a number. A line whose text is no number is refused. All other columns stay text.',
      es: 'Su texto, como 1.299,90, pasa a ser número. Se rechaza la línea cuyo texto no sea un número. Las demás columnas quedan como texto.',
      pt: 'O texto delas, como 1.299,90, vira número. A linha cujo texto não for um número é recusada. As outras colunas continuam texto.',
    },
    columns: {
      column: { kind: 'text', required: true, name: { en: 'Column', es: 'Columna', pt: 'Coluna' } },
    },
  },
  trim: {
    kind: 'toggle',
    default: true,
    advanced: true,
    name: {
      en: 'Remove blanks around values',
      es: 'Quitar espacios alrededor de los valores',
      pt: 'Remover espaços em volta dos valores',
    },
    help: {
      en: 'VTEX refuses names that end in a blank.',
      es: 'VTEX rechaza los nombres que terminan en espacio.',
      pt: 'A VTEX recusa nomes que terminam com espaço.',
    },
  },
  skipEmpty: {
    kind: 'toggle',
    default: true,
    advanced: true,
    name: { en: 'Skip empty lines', es: 'Omitir líneas vacías', pt: 'Pular linhas vazias' },
    help: {
      en: 'Off: an empty line becomes a row without values.',
      es: 'Apagado: una línea vacía pasa a ser una fila sin valores.',
      pt: 'Desligado: uma linha vazia vira uma linha sem valores.',
    },
  },
  quote: {
    kind: 'choice',
    default: '"',
    advanced: true,
    name: { en: 'Quotation mark', es: 'Comillas', pt: 'Aspas' },
    help: {
      en: 'Choose None when quotation marks are ordinary text in this file, such as 15" for inches.',
      es: 'Elija Ninguna si en este archivo las comillas son texto normal, como 15" por pulgadas.',
      pt: 'Escolha Nenhuma se as aspas forem texto comum neste arquivo, como 15" para polegadas.',
    },
    choices: [
      { value: '"', name: { en: 'Double "', es: 'Dobles "', pt: 'Duplas "' } },
      { value: "'", name: { en: "Single '", es: "Simples '", pt: "Simples '" } },
      { value: 'none', name: { en: 'None', es: 'Ninguna', pt: 'Nenhuma' } },
    ],
  },
  maxLineKilobytes: {
    kind: 'number',
    default: 1024,
    min: 1,
    max: 16_384,
    integer: true,
    advanced: true,
    unit: { en: 'kB', es: 'kB', pt: 'kB' },
    name: { en: 'Longest line', es: 'Línea más larga', pt: 'Linha mais longa' },
    help: {
      en: 'A longer line, or one whose quotation mark is never closed, is refused and reading goes on after it.',
      es: 'Una línea más larga, o con comillas que nunca se cierran, se rechaza y la lectura continúa después.',
      pt: 'Uma linha mais longa, ou com aspas que nunca fecham, é recusada e a leitura continua depois dela.',
    },
  },
};
