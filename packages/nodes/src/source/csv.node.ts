// Rows of CSV files. Leaves values as text: what they mean is the mapping's matter.
import { fileSource } from '../files/file-source';
import { csvFields } from './csv-fields';
import { csvFormat } from './csv-read';

export default fileSource({
  id: 'source.csv',
  name: { en: 'Read CSV', es: 'Leer CSV', pt: 'Ler CSV' },
  help: {
    en: 'Reads a CSV file line by line, however large it is. A broken line is set aside with its number; all others go on.',
    es: 'Lee un archivo CSV línea por línea, por grande que sea. Una línea dañada se aparta con su número; las demás siguen.',
    pt: 'Lê um arquivo CSV linha por linha, por maior que seja. Uma linha com erro é separada com o número dela; as outras seguem.',
  },
  keywords: [
    'spreadsheet',
    'planilha',
    'planilla',
    'excel',
    'hoja de cálculo',
    'tsv',
    'txt',
    'arquivo',
    'archivo',
  ],
  accepts: ['.csv', '.txt', '.tsv', 'text/csv', 'text/plain'],
  format: csvFormat,
  fields: csvFields,
  example: {
    config: { from: 'file', file: 'example.csv', decimals: [{ column: 'preco' }] },
    input: [],
    output: {
      out: [
        { codigo: 'SKU-1', descricao: 'Cafeteira', preco: 1299.9 },
        { codigo: 'SKU-2', descricao: 'Chaleira; inox', preco: 89 },
      ],
    },
  },
});
