// What the file output asks about folders by value.
import type { Fields } from '@eclusa/flow';

const away = { field: 'to', is: ['server', 'folder'] };

export const partitionFields: Fields = {
  partitions: {
    kind: 'table',
    advanced: true,
    when: away,
    name: { en: 'Folders by value', es: 'Carpetas por valor', pt: 'Pastas por valor' },
    help: {
      en: 'Sorts rows into folders such as year=2026/month=11: one level for each line. Without any line there is one file.',
      es: 'Reparte las filas en carpetas como year=2026/month=11: un nivel por cada línea. Sin líneas hay un solo archivo.',
      pt: 'Divide as linhas em pastas como year=2026/month=11: um nível para cada item. Sem nenhum, há um só arquivo.',
    },
    columns: {
      name: {
        kind: 'text',
        required: true,
        placeholder: 'year',
        name: { en: 'Name', es: 'Nombre', pt: 'Nome' },
      },
      value: {
        kind: 'expression',
        placeholder: '$substring(creationDate, 0, 4)',
        name: { en: 'Value', es: 'Valor', pt: 'Valor' },
        help: {
          en: 'From the row, such as $substring(creationDate, 0, 4). Empty: the field of that name.',
          es: 'De la fila, como $substring(creationDate, 0, 4). Vacío: el campo con ese nombre.',
          pt: 'Da linha, como $substring(creationDate, 0, 4). Vazio: o campo com esse nome.',
        },
      },
    },
  },
  partitionFile: {
    kind: 'choice',
    default: 'add',
    advanced: true,
    when: away,
    name: {
      en: 'What a run does to a folder by value',
      es: 'Qué hace una ejecución con una carpeta por valor',
      pt: 'O que uma execução faz com uma pasta por valor',
    },
    help: {
      en: 'Add: the file is named after its rows, such as part-3f2a….csv, so the same rows sent again change nothing. Replace: part.csv takes the place of the one before, for runs that bring all rows of a month, say.',
      es: 'Agregar: el archivo se llama según sus filas, como part-3f2a….csv, así las mismas filas enviadas otra vez no cambian nada. Reemplazar: part.csv ocupa el lugar del anterior, por ejemplo si cada ejecución trae todas las filas del mes.',
      pt: 'Acrescentar: o arquivo recebe um nome conforme suas linhas, como part-3f2a….csv, e as mesmas linhas enviadas de novo não mudam nada. Substituir: part.csv toma o lugar do anterior, por exemplo quando cada execução traz todas as linhas do mês.',
    },
    choices: [
      { value: 'add', name: { en: 'Adds a file', es: 'Agrega un archivo', pt: 'Acrescenta um arquivo' } },
      {
        value: 'replace',
        name: { en: 'Replaces its file', es: 'Reemplaza su archivo', pt: 'Substitui o arquivo' },
      },
    ],
  },
};
