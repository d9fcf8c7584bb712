// The parts of a form that all boxes for files share: where the file is, how large it may be, how its text is encoded.
import type { Fields } from '@eclusa/flow';

export interface PlaceConfig {
  file?: string;
}

/** Where the files are. `accepts` is for the dialog that chooses one. */
export function placeFields(accepts: readonly string[]): Fields {
  return {
    file: {
      kind: 'file',
      required: true,
      accepts,
      name: { en: 'File', es: 'Archivo', pt: 'Arquivo' },
      help: {
        en: 'A file from your computer. It may be packed as ZIP or GZIP, such as produtos.zip.',
        es: 'Un archivo de su computadora. Puede venir comprimido en ZIP o GZIP, como productos.zip.',
        pt: 'Um arquivo do seu computador. Pode vir compactado em ZIP ou GZIP, como produtos.zip.',
      },
    },
  };
}

export const fileLimitFields: Fields = {
  maxMegabytes: {
    kind: 'number',
    default: 2048,
    min: 1,
    max: 100_000,
    integer: true,
    advanced: true,
    unit: { en: 'MB', es: 'MB', pt: 'MB' },
    name: { en: 'Largest file', es: 'Archivo más grande', pt: 'Maior arquivo' },
    help: {
      en: 'A file that is larger, packed or unpacked, is not read. This stops small archives that unpack without end. Example: 2048.',
      es: 'Un archivo más grande, comprimido o no, no se lee. Así se frenan los archivos pequeños que al descomprimirse no terminan nunca. Ejemplo: 2048.',
      pt: 'Um arquivo maior, compactado ou não, não é lido. Isso barra arquivos pequenos que se descompactam sem fim. Exemplo: 2048.',
    },
  },
  maxRecordKilobytes: {
    kind: 'number',
    default: 1024,
    min: 1,
    max: 16_384,
    integer: true,
    advanced: true,
    unit: { en: 'kB', es: 'kB', pt: 'kB' },
    name: { en: 'Largest record', es: 'Registro más grande', pt: 'Maior registro' },
    help: {
      en: 'A longer record or line is refused, and reading goes on after it. Example: 1024.',
      es: 'Un registro o una línea más larga se rechaza, y la lectura continúa después. Ejemplo: 1024.',
      pt: 'Um registro ou linha maior é recusado, e a leitura continua depois dele. Exemplo: 1024.',
    },
  },
};

/** For formats whose files do not say how they are encoded. */
export const encodingField: Fields = {
  encoding: {
    kind: 'choice',
    default: 'auto',
    advanced: true,
    name: { en: 'Encoding', es: 'Codificación', pt: 'Codificação' },
    help: {
      en: 'Choose one when accents come out wrong, such as Windows-1252 for a file of an old system.',
      es: 'Elija una si los acentos salen mal, como Windows-1252 para un archivo de un sistema antiguo.',
      pt: 'Escolha uma se os acentos saírem errados, como Windows-1252 para um arquivo de um sistema antigo.',
    },
    choices: [
      { value: 'auto', name: { en: 'Find out', es: 'Detectar', pt: 'Detectar' } },
      { value: 'utf-8', name: { en: 'UTF-8', es: 'UTF-8', pt: 'UTF-8' } },
      { value: 'windows-1252', name: { en: 'Windows-1252', es: 'Windows-1252', pt: 'Windows-1252' } },
      { value: 'latin1', name: { en: 'ISO 8859-1', es: 'ISO 8859-1', pt: 'ISO 8859-1' } },
    ],
  },
};
