// Rows of a JSON file: the entries of a list, or one object per line.
import { fileSource } from '../files/file-source';
import { jsonFormat } from '../files/formats/json';

export default fileSource({
  id: 'source.json',
  name: { en: 'Read JSON', es: 'Leer JSON', pt: 'Ler JSON' },
  help: {
    en: 'Reads a JSON file entry by entry, however large its list is. One object per line (NDJSON) is read too. A broken entry is set aside with its number; all others go on.',
    es: 'Lee un archivo JSON elemento por elemento, por grande que sea su lista. También lee un objeto por línea (NDJSON). Un elemento dañado se aparta con su número; los demás siguen.',
    pt: 'Lê um arquivo JSON item por item, por maior que seja a lista. Também lê um objeto por linha (NDJSON). Um item com erro é separado com o número dele; os outros seguem.',
  },
  keywords: ['ndjson', 'jsonl', 'json lines', 'arquivo', 'archivo', 'file', 'lista', 'zip'],
  accepts: ['.json', '.ndjson', '.jsonl', 'application/json'],
  format: jsonFormat,
  fields: {
    path: {
      kind: 'text',
      placeholder: 'data.products',
      name: { en: 'Where the list is', es: 'Dónde está la lista', pt: 'Onde está a lista' },
      help: {
        en: 'The names on the way to the list, with dots between them, such as data.products. Leave empty when the file is the list itself, or has one object per line.',
        es: 'Los nombres en el camino hasta la lista, separados por puntos, como data.products. Déjelo vacío si el archivo ya es la lista o tiene un objeto por línea.',
        pt: 'Os nomes no caminho até a lista, separados por pontos, como data.products. Deixe vazio se o arquivo já for a lista ou tiver um objeto por linha.',
      },
    },
    shape: {
      kind: 'choice',
      default: 'auto',
      advanced: true,
      name: { en: 'The file is', es: 'El archivo es', pt: 'O arquivo é' },
      help: {
        en: 'With one object per line a broken line spoils no other. Example: {"sku":"A"} and, on the next line, {"sku":"B"}.',
        es: 'Con un objeto por línea, una línea dañada no afecta a las demás. Ejemplo: {"sku":"A"} y, en la línea siguiente, {"sku":"B"}.',
        pt: 'Com um objeto por linha, uma linha com erro não afeta as outras. Exemplo: {"sku":"A"} e, na linha seguinte, {"sku":"B"}.',
      },
      choices: [
        { value: 'auto', name: { en: 'Find out', es: 'Detectar', pt: 'Detectar' } },
        { value: 'list', name: { en: 'One list', es: 'Una lista', pt: 'Uma lista' } },
        {
          value: 'lines',
          name: { en: 'One object per line', es: 'Un objeto por línea', pt: 'Um objeto por linha' },
        },
      ],
    },
  },
  example: {
    config: { file: 'example.json', path: 'itens' },
    input: [],
    output: {
      out: [
        { codigo: 'SKU-1', preco: 1299.9 },
        { codigo: 'SKU-2', preco: 89 },
      ],
    },
  },
});
